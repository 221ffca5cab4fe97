"""Persons of a topic whom a text names in full once and by the surname elsewhere: the surname is enough there."""

from __future__ import annotations

import re

from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.rank.mismatch import CAPITALISED

_FULL_NAME = expression(rf"{CAPITALISED}(?:\s+(?:[A-Z]\.\s+)?{CAPITALISED})+")


def told_given_names(topic: str, text: str, shown: str | None = None) -> frozenset[str]:
    """Return the stems of a topic's given names that a text has beside the same surname, so that it knows the person.

    Where it is said what is shown, that must have the surname.
    """
    found: set[str] = set()
    for name in _FULL_NAME.findall(topic):
        given, surname = name.split()[0], name.split()[-1]
        if _stands(f"{given} {surname}", text) and (shown is None or _stands(surname, shown)):
            found |= set(content_words(unified(given)))
    return frozenset(found)


def _stands(name: str, text: str) -> bool:
    words = r"\s+(?:[A-Z]\.\s+)?".join(map(re.escape, name.split()))
    return re.search(rf"(?<![\w-]){words}(?![\w-])", text) is not None
