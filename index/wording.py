"""Counts in words, the same in commands and pages: 1 document, 2 documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

_HEAD = re.compile(r"(?P<noun>.*?)(?P<rest> (?:of|in|with|without|that|which|from|on|to|for|not)\b.*)?\Z", re.DOTALL)
"""A noun and what hangs on it: "page", " without text"."""
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z")


def counted(number: int, noun: str) -> str:
    """Return a count with its noun: 1 document, 2 documents, 2 text boxes, 2 pages without text."""
    return f"{number:,.0f} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return a regular noun, with what hangs on it, in the plural."""
    match = _HEAD.match(noun)
    word, rest = (match["noun"], match["rest"] or "") if match else (noun, "")
    if _SIBILANT.search(word):
        return f"{word}es{rest}"
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies{rest}"
    return f"{word}s{rest}"


def not_read(omitted: Iterable[tuple[str, int]]) -> str:
    """Return what of a file was not taken into its text: "3 pictures, 2 comments"; nothing as ""."""
    return ", ".join(counted(count, what) for what, count in omitted)


def readable_date(day: str) -> str:
    """Return 2025-09-11 as 11 September 2025; anything that is no full date as it is."""
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{parsed.day} {parsed:%B %Y}"


def totals(omitted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return what was not read of several files, each kind once with its count, the most first."""
    summed: Counter[str] = Counter()
    for what, count in omitted:
        summed[what] += count
    return summed.most_common()
