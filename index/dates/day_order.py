"""The order of a day in figures, 3/4/2026, as its document settles it: by its language, or by its other days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.dates.days import Written, written
from index.dates.file_name_days import days_of_name
from index.text.expressions import expression

HEAD, _HEAD_LINES = 2_000, 8
"""Characters at the beginning of a text in which its day is sought, and lines of them that hold something."""
_CYRILLIC = expression(r"[а-яіїєґўё]{3}", re.IGNORECASE)
_DAY_FIRST = frozenset("de fr pl ru uk be es it pt nl".split())
SETTLING = 20_000
"""Characters of a document in which other days may tell the order of its numeric ones."""


@dataclass(frozen=True)
class Source:
    """A text, without its front matter, whose day is sought, with its file's name and its language."""

    body: str
    name: str = ""
    language: str | None = None
    lines: tuple[str, ...] = ()
    """The first lines that hold something, without Markdown's marks."""

    def where(self, line: str) -> str:
        """Return what people read of the place of a line."""
        return "the first line" if self.lines and line == self.lines[0] else "a line at the beginning"


def source_of(body: str, name: str, language: str | None) -> Source:
    """Return a text with its first lines, whose day is to be sought."""
    lines = (line.strip().strip("*_#> \t") for line in body[:HEAD].splitlines())
    return Source(body=body, name=name, language=language, lines=tuple([line for line in lines if line][:_HEAD_LINES]))


def ordered(each: Written, source: Source) -> Written | None:
    """Return a day in the order that its document settles, or None where nothing does."""
    if not each.either_way:
        return each
    order = _order_of_language(source)
    if order is None:
        order = _order_of_same_day(each, source)
    return in_order(each, order_of(source.body) if order is None else order)


def in_order(each: Written, day_first: bool | None) -> Written | None:
    """Return a numeric day read in an order; None where the order is not known."""
    if day_first is None:
        return None
    return each.settled() if day_first else each.swapped()


def _order_of_language(source: Source) -> bool | None:
    """Return whether the language of a text writes the day before the month, None where that differs or is unknown."""
    spoken = (source.language or "").lower().replace("_", "-")
    if spoken.split("-")[0] in _DAY_FIRST or _CYRILLIC.search(source.body[:HEAD]):
        return True
    return spoken != "en-us" if spoken.startswith("en-") else None


def _order_of_same_day(each: Written, source: Source) -> bool | None:
    """Return the order in which a numeric day is one that the text or its file's name has in words as well."""
    others = written(source.body[:SETTLING])
    sure = {other.on() for other in others if not other.either_way}
    sure |= {_parsed(of_name) for of_name in days_of_name(source.name)}
    day_first, month_first = each.settled().on(), each.swapped().on()
    found = {reading for reading in (day_first, month_first) if reading in sure and reading}
    return found == {day_first} if len(found) == 1 else None


@lru_cache(maxsize=8)
def order_of(text: str) -> bool | None:
    """Return whether numeric days have the day first, where all those that show their order agree."""
    orders = {_is_day_first(text, each) for each in written(text[:SETTLING]) if each.numeric} - {None}
    return orders.pop() if len(orders) == 1 else None


def _is_day_first(body: str, each: Written) -> bool | None:
    """Return the order that a numeric day shows of itself: 13/05/2025 has the day first."""
    match = re.match(r"(\d\d?)[/-](\d\d?)[/-]\d{4}", body[each.start : each.end])
    if match is None or each.either_way or match[1] == match[2]:
        return None
    return int(match[1]) == each.day


def _parsed(written_day: str) -> date | None:
    return date.fromisoformat(written_day) if len(written_day) == 10 else None
