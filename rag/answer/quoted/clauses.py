"""A quotation that stands nowhere as a whole -> its clauses, each where it nearly stands, in one voice.

"It is a great feast and I shall sing" for “It is not a feast”, somebody said. “I shall go and I shall not sing.”
"""

from __future__ import annotations

import re

from index.names.names import same_person
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.sentences import sentences
from rag.answer.quote_place import Place, place_of
from rag.answer.quoted.heads import is_called
from rag.answer.quoted.search import nearest_places
from rag.check.quote_matching import SHORTEST, is_its_own, nearest
from rag.records import Query

_BETWEEN = expression(r"[.!?;:,—–]\s(?:(?:and|but|so|or|yet)\s)?|\s(?:and|but)\s", re.IGNORECASE)
MOST = 4
NEAR = 0.5
"""Beside another clause of the quotation so large a distance is near."""
APART = 1_500
"""So many characters may lie between the first clause and the last."""


def clauses_of(asked: str) -> list[str]:
    """Return the clauses of a quotation, each of enough words to be looked for; none where it has one."""
    found = [each.strip() for each in _BETWEEN.split(asked)]
    whole = [each for each in found if len(each.split()) >= SHORTEST]
    return whole if 1 < len(whole) == len([each for each in found if each]) <= MOST else []


def of_clauses(query: Query, asked: str, catalog: Catalog) -> list[Place]:
    """Return the nearest to each clause in the words of one speaker in one document; nothing where one is missing."""
    clauses = clauses_of(asked)
    for anchor in [place for each in clauses for place in _near(query, each, catalog)]:
        found = [_beside(each, anchor, catalog) for each in clauses]
        places = [each for each in found if each is not None]
        if len(places) == len(clauses) == len({each.found.span for each in places}):
            return places
    return []


def _near(query: Query, clause: str, catalog: Catalog) -> list[Place]:
    """Return where somebody, or the asked one, says what a clause nearly is, the nearest first."""
    places = [each for each in nearest_places(query, clause, catalog) if each.said and each.speaker]
    own = [each for each in places if not query.speaker or _is_asked(query, each)]
    near = [each for each in own if is_its_own(clause, each.found, each.document.text)]
    return sorted(near, key=lambda each: each.found.distance)


def _beside(clause: str, anchor: Place, catalog: Catalog) -> Place | None:
    """Return the sentence of an anchor's speaker near it that a clause nearly is, None where none is."""
    text, at = anchor.document.text, anchor.found.span[0]
    statements = catalog.statements(anchor.document.id)
    own = [each for each in statements if each.speaker == anchor.speaker and abs(each.start - at) <= APART]
    spans = [span for each in own for span in sentences(text, each.start, each.end)]
    found = [near for span in spans if (near := nearest(clause, text, *span)) and is_its_own(clause, near, text, NEAR)]
    best = min(found, key=lambda each: each.distance, default=None)
    return place_of(anchor.document, best, statements) if best else None


def _is_asked(query: Query, place: Place) -> bool:
    return place.speaker in query.speakers or is_called(place.speaker or "", query.speaker)


def own_words(query: Query, asked: str, places: list[Place], catalog: Catalog) -> list[Place]:
    """Return what somebody said in own words where others only report it in these: “no evidence of systematic …”."""
    told = {each.speaker or query.speaker for each in places if each.owner}
    who = next(iter(told), None)
    if any(each.said for each in places) or len(told) != 1 or not who:
        return []
    return _nearest_of(who, query, asked, catalog)


def _nearest_of(who: str, query: Query, asked: str, catalog: Catalog) -> list[Place]:
    """Return the nearest to a quotation that somebody says in own words, none where nothing is near."""
    said = [each for each in nearest_places(query, asked, catalog) if each.said and each.speaker]
    theirs = [each for each in said if same_person(each.speaker or "", who)]
    own = [each for each in theirs if is_its_own(asked, each.found, each.document.text)]
    return sorted(own, key=lambda each: each.found.distance)[:1]
