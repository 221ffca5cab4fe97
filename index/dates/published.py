"""The day on which a document was published, out of its beginning and its file's name; unsure is better than wrong.

In this order: a line that names the day of publication ("Published: …"), a day on a line of its own, a dateline, a day
set off in the title, the file's name, a month on a line of its own, and last a day of an update. A day in running text
is never taken, nor one of two, nor a numeric one whose order nothing settles.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from index.dates.beside_days import BYLINE_AFTER, LONGEST_LINE, days_alone, is_alone, is_rest
from index.dates.day_order import Source, in_order, order_of, ordered, source_of
from index.dates.days import as_text, written
from index.dates.file_name_days import IN_NAME, days_of_name
from index.dates.labelled_days import ends_with_label, labelled
from index.dates.placed_days import Found, alone, credit, dateline, month, opening, spoken
from index.dates.title_days import in_title, of_occasion
from index.text.expressions import expression

ISO = r"(?P<day>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
_FIRST_DATE = expression(r"\s*" + ISO + r"(?!\d)")
_PARTIAL = expression(r"(?P<day>(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)\Z")
_UPDATE = "the line of an update"


def day(value: str, language: str | None = None) -> str | None:
    """Return a date that somebody wrote down as YYYY-MM-DD, YYYY-MM or YYYY, or None when it is none of these."""
    value = value.strip()
    if match := _FIRST_DATE.match(value):
        return match["day"] if _is_day(match["day"]) else None
    if match := _PARTIAL.match(value):
        return match["day"]
    found = [each for each in days_alone(value) if not each.ranged]
    return as_text(ordered(found[0], Source(value, language=language))) if len(found) == 1 else None


def day_in_order(value: str, others: str) -> str | None:
    """Return a day as `day` does; one in figures in the order that the days in other text settle."""
    found = written(value)
    if len(found) != 1 or not found[0].either_way:
        return day(value)
    return as_text(in_order(found[0], order_of(others)))


def days_of_publication(body: str, name: str, language: str | None = None) -> list[tuple[str, str]]:
    """Return each day that a text and its name tell as that of publication, with where, the most explicit first."""
    source = source_of(body, name, language)
    by_label = labelled(source)
    published = [(each.day, each.where) for each in by_label if not each.updated]
    updated = [(each.day, _UPDATE) for each in by_label if each.updated]
    return [*published, *(found for rule in _RULES for found in rule(source)), *updated]


def _first_date(source: Source) -> list[Found]:
    match = _FIRST_DATE.match(source.body)
    return [(match["day"], "the first line")] if match and _is_day(match["day"]) else []


def _file_name(source: Source) -> list[Found]:
    return [(each, IN_NAME) for each in days_of_name(source.name)]


_RULES: tuple[Callable[[Source], list[Found]], ...] = (
    alone,
    dateline,
    in_title,
    opening,
    credit,
    of_occasion,
    _first_date,
    _file_name,
    spoken,
    month,
)
"""Where a day of publication stands that no line names so, the most explicit place first."""


def differing(days: list[tuple[str, str]]) -> str | None:
    """Return where a published date stands, with what says otherwise; `days` are all of them, the best first."""
    if not days:
        return None
    best, where = days[0]
    seen: dict[str, str] = {}
    for other, place in days[1:]:
        alike = other.startswith(best) or best.startswith(other)
        if not alike and place not in {where, _UPDATE, *seen.values()}:
            seen.setdefault(other, place)
    return "; ".join([where, *(f"{place} says {other}" for other, place in seen.items())])


def is_dated(line: str) -> bool:
    """Return whether a line is no more than a day, with what it is the day of."""
    bare = line.strip("*_#> \t")
    for each in written(bare[:LONGEST_LINE]):
        rest = bare[each.end :]
        if ends_with_label(bare[: each.start]) and (is_rest(rest) or BYLINE_AFTER.fullmatch(rest)):
            return True
        if len(bare) <= LONGEST_LINE and is_alone(bare, each):
            return True
    return bool(_FIRST_DATE.match(bare))


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
