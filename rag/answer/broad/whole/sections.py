"""A document's text -> its parts as it is laid out: what stands under each heading, and the items of its lists."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.text.expressions import expression
from index.text.sentences import Span

_HEADING = expression(
    r"(?:(?<=\n\n)|\A)[^\w\n]{0,8}(?:(?:(?i:chapter|part|section|item) )?[\dIVX]{1,5}[.):]{1,2}(?:\d{1,2}[.)]?)? ?)?"
    r"(?P<words>[^\W\d_][^\n|]{1,70})(?=\n\n|\Z)",
)
_ITEM = expression(
    r"^[ \t]{0,8}(?:[-–•*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]{1,4}(?=\S)", re.MULTILINE | re.IGNORECASE
)
_ENDS = expression(r"[.!:;,”\"’…]$")
_SIGNS_OFF = expression(
    r"^[^\w\n]{0,8}(?:yours\b|sincerely|(?:kind|best|warm) regards|respectfully|\(?signed\b|in solidarity|with (?:kind|"
    r"best) )",
    re.IGNORECASE | re.MULTILINE,
)
MOST_WORDS = 9
"""Words of a heading."""


class Section(NamedTuple):
    """What stands under one heading, or before the first."""

    heading: str
    start: int
    end: int


def sections(text: str) -> list[Section]:
    """Return the sections of a text in their order; one alone where it has no headings."""
    body = body_end(text)
    marks = [(0, 0, "")]
    for match in _HEADING.finditer(text, 0, body):
        words = match["words"].strip()
        if len(words.split()) <= MOST_WORDS and not _ENDS.search(words):
            marks.append((match.start(), match.end(), words))
    ends = [each[0] for each in marks[1:]] + [body]
    found = [Section(words, start, end) for (_, start, words), end in zip(marks, ends, strict=True)]
    return [each for each in found if text[each.start : each.end].strip()]


def body_end(text: str) -> int:
    """Return where a text ends before whoever signs it: behind its first half."""
    match = _SIGNS_OFF.search(text, len(text) // 2)
    return match.start() if match else len(text)


def items(text: str, start: int, end: int) -> list[Span]:
    """Return where the items of a list stand that begins each on a line of its own, without their marks."""
    marks = list(_ITEM.finditer(text, start, end))
    starts = [*(each.start() for each in marks[1:]), end][: len(marks)]
    found = []
    for match, following in zip(marks, starts, strict=True):
        gap = text.find("\n\n", match.end(), following)
        words = text[match.end() : gap if gap >= 0 else following].rstrip()
        if words:
            found.append((match.end(), match.end() + len(words)))
    return found


def list_behind(text: str, span: Span, stop: int | None = None) -> list[Span]:
    """Return the items of the list that a sentence with a colon announces, none where nothing of the kind follows."""
    if not text[slice(*span)].rstrip().endswith(":"):
        return []
    found: list[Span] = []
    end = span[1]
    for start, until in items(text, span[1], len(text) if stop is None else stop):
        if len(text[end:start].strip(" \n\t-–•*·().0123456789abcdefghivx")) > 0:
            break
        found.append((start, until))
        end = until
    return found
