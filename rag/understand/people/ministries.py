"""A minister asked for by a field ("the Fisheries Minister") -> whose label in a record has that field among its own.

A record has "Minister for Fisheries and Ports" speak; who asks names one of the two, or turns the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.understand.people.post_words import OTHER

_NOUN = r"(?P<noun>minister|secretary|commissioner|spokesman|spokeswoman|spokesperson)"
_BEFORE = expression(rf"(?:the )?(?P<field>[\w’'-]+(?: [\w’'-]+){{0,4}}) {_NOUN}", re.IGNORECASE)
_BEHIND = expression(
    rf"(?:the )?(?P<kind>(?:[\w-]+ ){{0,2}}){_NOUN}(?: of state)? (?:for|of|on)(?: the)? (?P<field>\S.*)", re.IGNORECASE
)
_NO_FIELD = frozenset(content_words("prime first chief general state press vice"))
"""What stands before such a noun and is no field: "Prime Minister", "General Secretary"."""


def of_field(phrase: str, speakers: Iterable[str]) -> list[str]:
    """Return the one speaker called by an office of the asked field, of those that fit the one with no other field."""
    asked = _office(phrase)
    if asked is None:
        return []
    noun, kind, field = asked
    held = {each: office for each in speakers if (office := _office(each)) and office[:2] == (noun, kind)}
    fitting = [each for each, office in held.items() if field <= office[2]]
    exact = [each for each in fitting if held[each][2] == field]
    found = exact or fitting
    return found if len({each.lower().removeprefix("the ") for each in found}) == 1 else []


def _office(phrase: str) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """Return the noun of an office, what makes another of it (a shadow's, a deputy's) and the words of its field."""
    match = _BEHIND.fullmatch(phrase.strip()) or _BEFORE.fullmatch(phrase.strip())
    if match is None:
        return None
    field = set(content_words(match["field"]))
    kind = (set(words(match.groupdict().get("kind") or "")) | field) & OTHER
    if not field - OTHER or field & _NO_FIELD:
        return None
    return match["noun"].lower(), frozenset(kind), frozenset(field - OTHER)
