"""A year in a question may be when something was said, or what it is about: "on crime in 1971", said in 1972."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.find.answerability import Decision
from rag.find.terms import Term
from rag.records import Evidence, Query

Decide = Callable[..., Decision]
AROUND = 300
"""Characters before words, in the same paragraph, in which the year stands that they are about."""
_DAYS = ("since", "until")
_RELATIVE = {"last year": -1, "the past year": -1, "the previous year": -1, "this year": 0, "next year": 1}
_RELATIVES = expression(rf"\b(?:{'|'.join(_RELATIVE)})\b", re.IGNORECASE)


def year_asked(query: Query) -> str | None:
    """Return the year of whose days words are asked for, where the question itself says so."""
    since, until = query.since or "", query.until or ""
    whole = since.endswith("-01-01") and until.endswith("-12-31") and since[:4] == until[:4]
    read = set(_DAYS) <= set(query.inferred) and not query.periods
    return since[:4] if whole and read and query.kind == "statements" else None


def of_any_day(query: Query) -> Query:
    """Return the query without the days that it asks for."""
    inferred = tuple(each for each in query.inferred if each not in _DAYS)
    return replace(query, since=None, until=None, assumed=None, inferred=inferred)


def deciding_on(year: str, decide: Decide, catalog: Catalog) -> Decide:
    """Return what decides from the evidence that tells of a year."""

    def decided(query: Query, terms: Sequence[Term], evidence: Sequence[Evidence]) -> Decision:
        return decide(query, terms, [each for each in evidence if tells_of(year, each, catalog)])

    return decided


def tells_of(year: str, evidence: Evidence, catalog: Catalog) -> bool:
    """Return whether words, or what stands before them, name a year, or name it as the last or the next one."""
    document = catalog.document(evidence.document_id)
    if document is None:
        return False
    before = document.text[max(0, evidence.start - AROUND) : evidence.start].rpartition("\n\n")[2]
    own = document.text[evidence.start : evidence.end]
    if re.search(rf"(?<!\d){year}(?![\d-])", before + own):
        return True
    day = evidence.said_on or document.published or ""
    if not day[:4].isdigit():
        return False
    return any(int(day[:4]) + _RELATIVE[each.lower()] == int(year) for each in _RELATIVES.findall(own))
