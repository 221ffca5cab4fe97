"""What a quotation check asks beside whether the words stand: who said them, when, and about what."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.sentences import Span
from rag.answer.quote_place import Place
from rag.records import Query
from rag.understand.quoted_words import hidden

_WHEN = expression(r"\bwhen\b|\b(?:on|in) (?:which|what) (?:day|date|year)\b|\bwhat (?:day|date)\b", re.IGNORECASE)
_ABOUT = expression(
    r"\b(?:about|on|of) (?:what|whom|which)\b|\bin what (?:context|connection)\b"
    r"|\bwhat (?:was|is|were) (?:\w+ ){1,4}about\b|\bwhat about\b|\bcontext\b|\bto what\b"
    r"|\bwhat (?:did|does) (?:\w+ ){1,3}mean\b",
    re.IGNORECASE,
)
_WHO = expression(r"\b(?:who|whose|by whom)\b", re.IGNORECASE)


def asks_when(query: Query) -> bool:
    """Return whether a check asks for the day too."""
    return _WHEN.search(hidden(query.standalone)) is not None


def asks_about(query: Query) -> bool:
    """Return whether a check asks what the words were about."""
    return _ABOUT.search(hidden(query.standalone)) is not None


def asks_who(query: Query) -> bool:
    """Return whether a check asks who said the words."""
    return _WHO.search(hidden(query.standalone)) is not None


AROUND_WORDS = 160
FEW_BEFORE = 60
"""With fewer words before them in their paragraph, the words follow on what stands in the paragraph before."""


def surroundings_of(place: Place) -> Span | None:
    """Return the paragraph of the words, with the one before where they begin theirs; None where it is too long."""
    text, (first, last) = place.document.text, place.found.span
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    end = len(text) if end < 0 else end
    if len(text[start:first].split()) < FEW_BEFORE and (before := text[:start].rstrip()):
        wider = before.rfind("\n") + 1
        start = wider if len(text[wider:end].split()) <= AROUND_WORDS else start
    found = text[start:end]
    start, end = start + len(found) - len(found.lstrip()), end - len(found) + len(found.rstrip())
    return (start, end) if (first, last) != (start, end) and len(found.split()) <= AROUND_WORDS else None
