"""What was so at one of two times: the sentence that has the time itself and most of what is asked beside it.

"On 8 March it stood at 4.17 a gallon" leaves to the sentences around it that it is the price of fuel, so that a reader
of single facts may pass it over; set beside another time it is what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.dates.days import MONTH, YEAR
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.rank.evidence import text_of
from rag.records import Evidence, Query

NAMED, AROUND = 0.5, 0.9
"""Shares of the question that the sentence, and it with its passage, must name.

Chosen by reading the answers to two sets of strangers' questions, 120 in all: questions seen. No command measures it.
"""
SHOWN = 2
_TIMES = (expression(rf"\b{MONTH}\b", re.IGNORECASE), expression(rf"\b{YEAR}\b"))


def of_its_time(query: Query, evidence: Sequence[Evidence], catalog: Catalog) -> tuple[Evidence, ...]:
    """Return the evidence that names the time of a part's question, best first; nothing where no times are compared."""
    time = next((found[-1] for form in _TIMES if (found := form.findall(query.standalone))), None)
    if not query.compared or query.kind != "fact" or time is None:
        return ()
    named = re.compile(rf"\b{re.escape(time[:3] if time[0].isalpha() else time)}", re.IGNORECASE)
    near = [each for each in evidence if each.coverage >= NAMED and each.passage_coverage >= AROUND]
    return tuple(each for each in near if not any(each.mismatch) and named.search(text_of(each, catalog)))[:SHOWN]
