"""Times as tables and questions write them: "2026-10", "October", "25 May", "12 Oct 2031" -> year, month and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.dates.days import MONTH_NUMBER, MONTHS, written
from index.text.expressions import expression

_ENGLISH = tuple(names.split()[0] for names in MONTHS)
_SHORT = {name[:3]: number for number, name in enumerate(_ENGLISH, 1)} | {"sept": 9}
_MONTH = rf"(?:{'|'.join(_ENGLISH)}|(?:{'|'.join(_SHORT)})(?=\.?(?:\W|$)))"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ISO = expression(rf"(?<![\w.-])(?P<year>{_YEAR})(?:-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?)?(?![\w-])")
_IN_WORDS = expression(
    rf"(?<!\w)(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?)?(?P<month>{_MONTH})\b\.?"
    rf"(?: (?P<behind>[0-3]?\d)(?:st|nd|rd|th)?(?![\w.:%-]))?(?:,? (?:of )?(?P<year>{_YEAR})\b)?",
    re.I,
)
_SIGN = 0xE000
"""The first of the signs that stand for the times of a question while it is read: no text has them."""
_SIGNS = expression("[\ue000-\uf8ff]")
_SPAN = expression(
    r"\b(?:between (?:the years )?(?P<first>[\ue000-\uf8ff]) and|from (?P<start>[\ue000-\uf8ff])"
    r" (?:up )?(?:to|until|till|through)) (?P<last>[\ue000-\uf8ff])"
    r"|\b(?P<how>since|after|before|until|till|through|by|up to) (?:the year |the end of )?(?P<end>[\ue000-\uf8ff])",
    re.I,
)
_MAY_BE_NONE = expression(r"(?:may|mar|march|dec|jan|sept?|jun|oct|nov|apr|aug|jul|feb)\.?", re.I)
_BEFORE_MONTH = expression(
    r"\b(?:in|of|for|since|until|till|by|during|last|from|and|to|between|through|or|early|late)$"
)


@dataclass(frozen=True)
class Period:
    """A year, a month or a day; what is not told is None."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def holds(self, other: Period) -> bool:
        """Return whether another is a part of it: 25 May 2031 of May."""
        own, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return all(one is None or one == two for one, two in zip(own, theirs, strict=True))

    def is_year_of(self, words: frozenset[str]) -> bool:
        """Return whether it is a year, with no month, that stands among words."""
        return self.month is None and f"{self.year}" in words

    @property
    def order(self) -> tuple[int, int, int]:
        """Return what sorts periods by time."""
        return self.year or 0, self.month or 0, self.day or 0


@dataclass(frozen=True)
class Span:
    """A time that begins with a period and ends with one; where either is None it is open."""

    first: Period | None
    last: Period | None
    with_ends: bool = True
    """Whether the periods that it is told by are a part of it: not of "after 2031"."""

    def holds(self, other: Period) -> bool:
        """Return whether a period is within the time."""
        if any(each.holds(other) for each in (self.first, self.last) if each):
            return self.with_ends
        late = self.first is None or other.order > self.first.order
        return late and (self.last is None or other.order < self.last.order)

    def among(self, cells: Sequence[Period]) -> Span | None:
        """Return the time as cells tell of it: with their year where it names none; None where it ends in none."""
        years = {each.year for each in cells}
        year = next(iter(years)) if len(years) == 1 else None
        ends = [_of_year(each, year) for each in (self.first, self.last)]
        if any(each and (each.year is None) != (year is None and None in years) for each in ends):
            return None
        told = not self.with_ends or all(any(map(each.holds, cells)) for each in ends if each)
        return Span(ends[0], ends[1], self.with_ends) if told else None


def _of_year(period: Period | None, year: int | None) -> Period | None:
    return Period(year, period.month, period.day) if period and period.year is None else period


@dataclass(frozen=True)
class Times:
    """The times that a question names, and the question without them."""

    periods: tuple[Period, ...]
    rest: str
    span: Span | None = None
    """The time from one to the other, where the question names it by its ends."""


def period_in(cell: str) -> Period | None:
    """Return the time that a cell is, None for any other cell."""
    bare = cell.strip()
    if match := _ISO.fullmatch(bare) or _IN_WORDS.fullmatch(bare):
        return _of(match)
    days = written(bare)
    if len(days) == 1 and (days[0].start, days[0].end) == (0, len(bare)) and not days[0].either_way:
        return Period(days[0].year, days[0].month, days[0].day)
    return None


def times_in(question: str, cells: Sequence[Period]) -> Times:
    """Return the times that a question names of a column with these cells, and the rest of its words.

    What names no time of the column's kind stays in the rest: a month where all cells are years, a number.
    """
    found: list[Period] = []
    rest = question
    for pattern in (_IN_WORDS, _ISO):
        for match in reversed(list(pattern.finditer(rest))):
            period = _of(match)
            if (pattern is _ISO or _is_meant(match, rest)) and any(_tells(each, period) for each in cells):
                rest = f"{rest[: match.start()]}{chr(_SIGN + len(found))}{rest[match.end() :]}"
                found.append(period)
    span = _span(rest, found)
    return Times(tuple(found), _SIGNS.sub(" ", rest if span is None else _SPAN.sub(" ", rest)), span)


def _span(marked: str, found: Sequence[Period]) -> Span | None:
    """Return the time that a question names by its ends; its periods are signs in it."""
    match = _SPAN.search(marked)
    if match is None:
        return None
    parts = {name: found[ord(sign) - _SIGN] for name, sign in match.groupdict().items() if sign and len(sign) == 1}
    if match["how"] is None:
        return Span(parts.get("first") or parts["start"], parts["last"])
    how = match["how"].lower()
    if how in ("since", "after"):
        return Span(parts["end"], None, how == "since")
    return Span(None, parts["end"], how != "before")


def _tells(cell: Period, asked: Period) -> bool:
    """Return whether a column with such cells tells of such times."""
    return (cell.month is not None or asked.month is None) and (cell.year is not None or asked.month is not None)


def _is_meant(match: re.Match[str], question: str) -> bool:
    """Return whether a month is named by words that may mean something else: "may", "march"."""
    if match["day"] or match["behind"] or match["year"]:
        return True
    if not _MAY_BE_NONE.fullmatch(match["month"]):
        return True
    return _BEFORE_MONTH.search(question[: match.start()].rstrip().lower()) is not None


def _of(match: re.Match[str]) -> Period:
    parts = match.groupdict()
    year = int(parts["year"]) if parts["year"] else None
    day = parts.get("day") or parts.get("behind")
    name = parts["month"]
    month = None
    if name:
        month = int(name) if name.isdigit() else MONTH_NUMBER.get(name.lower()) or _SHORT[name.lower()]
    return Period(year, month, int(day) if day else None)
