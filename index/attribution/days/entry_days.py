"""The days that head the entries of a live page, a diary, a log: for each part of the text the day above it.

A line that is but a day, a heading that begins with one ("May 25: The mayor speaks"), or a paragraph that opens with
one and a colon, heads an entry; the year is the one nearest to the document's day. One such day alone heads nothing: it
is a text's own, or an event's. In a text with no day of its own only days with a year, alone on their lines, head what
is below them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from index.cues.tokens import Tokens
from index.dates.days import WEEKDAY, Written, written
from index.text.expressions import expression

_HEADED = expression(r"^[ \t]*(?P<line>(?=[^\n]{0,50}\d)\S[^\n]*)", re.MULTILINE)
_WEEKDAY_ONLY = expression(rf"{WEEKDAY}[.,]?(?:\s*(?:the|den|am|dnia|le))?", re.IGNORECASE)
_HEAD_ENDS = expression(
    r"[ \t]*(?:года|г\.|року|roku|r\.)?[ \t,|–—-]*(?:(?:at|um|à|o|w|о|в)[ \t]+)?"
    r"(?:\d{1,2}[:.h]\d\d(?:[ \t]*(?:uhr|h|[ap]\.?m\.?))?)?"
    r"[ \t*_\])]*(?:(?P<mark>[:–—|])[ \t*_]*(?=\S)|(?:[:–—|][ \t*_]*)?(?:\n|\Z))",
    re.IGNORECASE,
)
_HEAD_LENGTH, _LONGEST_HEADING = 60, 100
_ENTRY, _LAST_ENTRY = 40, 6
"""Characters below a heading that make an entry, and lines below the last one that are surely of it."""
_LIVE = 400
"""Days between an entry and the document's own: a year and a month."""
_LONG_AGO = expression(
    r"[ \t>*_]*(?:Back\s+in|In|By|During|Early\s+in|Late\s+in|On)\s+(?:[\w’'-]+\s+){0,5}(?P<year>1[5-9]\d\d|20\d\d)\b"
)
_AGES = 20
"""Years before the day of publication from which somebody who is quoted may well have spoken then."""
_NOW = frozenset("says say writes recalls remembers tells adds explains notes".split())


def entry_day(text: str, position: int, base: date | None) -> date | None:
    """Return the day that heads the entry of a live page or a diary in which a position stands, or None."""
    heads = _entry_heads(text, base)
    at = bisect_right([each.start for each in heads], position) - 1
    if at < 0:
        return None
    head, lines = heads[at], len(text[heads[at].start : position].strip("\n").splitlines())
    return head.day if lines <= _reach(head, last=at == len(heads) - 1) else None


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that may head an entry: where it begins and ends, its day, and whether the day fills the line."""

    start: int
    end: int
    day: date | None
    whole: bool
    heading: bool = False
    """Whether the line goes on as a heading does."""


def _reach(head: _Head, *, last: bool) -> float:
    """Return how many lines are of an entry: all, its own paragraph, or a few where a list of headings may end."""
    if head.whole or head.heading and not last:
        return math.inf
    return _LAST_ENTRY if head.heading else 1


@lru_cache(maxsize=8)
def _entry_heads(text: str, base: date | None) -> list[_Head]:
    """Return the heads of entries, each with its day; none where there is but one day."""
    heads = [head for match in _HEADED.finditer(text) if (head := _head(match, base))]
    found = [each for each in heads if each.day and _is_near(each.day, base)] if base else _whole_heads(heads)
    if len({each.day for each in found}) < 2:
        return []
    headed = sum(each.heading and length > _ENTRY for each, length in zip(found, _lengths(text, found), strict=True))
    # A list of days with nothing below each heads nothing.
    return [replace(each, heading=each.heading and headed > 1) for each in found]


def _is_near(day: date, base: date) -> bool:
    """Return whether a day may be that of an entry in a text of another day."""
    return abs((base - day).days) <= _LIVE


def _whole_heads(heads: list[_Head]) -> list[_Head]:
    """Return the heads that are but a day, for a text with no day of its own; none where one has no near day.

    A list of years, or a day of an unknown one: what is below it would take the day above.
    """
    whole = [each for each in heads if each.whole]
    first = whole[0].day if whole else None
    near = first and all(each.day and _is_near(each.day, first) for each in whole)
    return whole if near else []


def _lengths(text: str, heads: list[_Head]) -> list[int]:
    """Return how many characters stand below each head, up to the next one."""
    ends = [*(each.start for each in heads[1:]), len(text)]
    return [len(text[each.end : end].strip()) for each, end in zip(heads, ends, strict=True)]


def _head(match: re.Match[str], base: date | None) -> _Head | None:
    """Return the head of an entry that a line with a figure is, None where it is none."""
    line = match["line"]
    each = next(iter(written(line[:_HEAD_LENGTH])), None)
    if each is None or each.day is None or each.ranged or each.either_way:
        return None
    before, ends = line[: each.start].strip(" \t*_#>([|,.-"), _HEAD_ENDS.match(line[each.end :])
    if ends is None or before and not _WEEKDAY_ONLY.fullmatch(before):
        return None
    whole = ends["mark"] is None
    heading = not whole and len(line) <= _LONGEST_HEADING and line.rstrip()[-1] not in '.!?;:,”"'
    return _Head(match.start(), match.end(), each.on() or _in_year(each, base), whole=whole, heading=heading)


def _in_year(each: Written, base: date | None) -> date | None:
    """Return a day without a year in the one that puts it nearest to the base, None without one."""
    if base is None:
        return None
    days = [day for year in (base.year - 1, base.year, base.year + 1) if (day := each.on(year))]
    return min(days, key=lambda day: abs((day - base).days), default=None)


def earlier_time(text: str, tokens: Tokens, published: str | None) -> bool:
    """Return whether the sentence goes on with what its paragraph tells of long ago: "In 1926 they walked out. …".

    Whoever says something there may say it then or today, so no day is known.
    """
    if not tokens.starts or not published:
        return False
    start = text.rfind("\n", 0, tokens.starts[0]) + 1
    opened = _LONG_AGO.match(text, start)
    if opened is None or opened.end() > tokens.starts[0] or int(published[:4]) - int(opened["year"]) < _AGES:
        return False
    return not any(word in _NOW for word in tokens.lower)
