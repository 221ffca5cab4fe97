"""What was decided at a meeting: the sentences of its minutes that say so, in their order."""

from __future__ import annotations

import re

from index.storage.catalog import Catalog
from rag.answer.broad.parts import parts_of, spread
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import cited, points, title_of
from rag.check.cite import Form
from rag.records import Query, Segment

MOST = 12
_DECIDED = re.compile(
    r"\b(?:resolved|decided|agreed|carried|adopted|approved|rejected|defeated|passed|unanimously|"
    r"voted (?:to|for|against)|"
    r"(?:by|with) (?:\w+ )?\w+ votes?|postponed|adjourned until|put (?:this|it|that)? ?off|deferred)\b|"
    r"^\W*(?:resolution|decision|vote|motion|action)s?:",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\?\W*$|\b(?:want|ask for|need) a decision\b", re.IGNORECASE)


def decisions(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return what was decided as the documents meant tell it, None where they tell of no decision."""
    found = meant(query, catalog, find)
    if found is None or found.unclear:
        return None
    parts = parts_of(spread(found.documents), query, catalog, every=True)
    told = [each for each in parts if _tells(each.document.text[slice(*each.span)])][:MOST]
    if not told:
        return None
    citations = cited(told, catalog)
    where = f"In {title_of(found.one)} is" if found.one else "In them is"
    first = f"{found.assumed} {where} said of decisions:".strip()
    return Form((Segment(first), *points(told, citations, None, found.one is not None)), tuple(citations))


def _tells(words: str) -> bool:
    return bool(_DECIDED.search(words)) and not _OPEN.search(words)
