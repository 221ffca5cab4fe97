"""The day that a file's name tells, or its folders do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from index.dates.days import YEAR, Written, as_text, written
from index.text.expressions import expression

IN_NAME = "the file's name"
"""Where what a file's name tells is said to be found."""
_NAME_YEAR = expression(rf"(?<!\d){YEAR}(?!\d)")
_COMPACT = expression(
    r"(?<![\da-fA-F])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[T_-]?\d{4}(?:\d\d)?(?!\d)|(?![\da-fA-F]))"
)
_NUMBERED = expression(r"^\d{1,3}[-_. ]+(?=(?:19|20)\d\d[-_.][01]\d[-_.][0-3]\d(?!\d))")
"""The number of a file in a row, before its day: "07-2031-05-04-minutes"."""
_FOLDERS = expression(rf"(?:^|/)(?P<year>{YEAR})/(?P<month>[01]\d)/(?P<day>[0-3]\d)(?=/)")


def days_of_name(name: str) -> list[str]:
    """Return the one day that a file's name tells, or its folders do ("2026/04/02/speech.txt")."""
    stem = _NUMBERED.sub("", PurePosixPath(name).stem)
    plain = re.sub(r"(?<!\d)[_]|[_](?!\d)", " ", stem)
    days = {as_text(each) for each in _of_stem(plain)}
    days |= {as_text(_compact(match)) for match in _COMPACT.finditer(stem)}
    if not days:
        days = {as_text(_compact(match)) for match in _FOLDERS.finditer(name)}
    found = [each for each in days if each]
    return found if len(found) == 1 else []


def years_of_name(name: str) -> set[int]:
    """Return the years that stand in a file's name or its folders'."""
    return {int(year) for year in _NAME_YEAR.findall(name)}


def _of_stem(stem: str) -> Iterator[Written]:
    spaced = re.sub(r"(?<=[^\W\d_])[-_.](?=\d)|(?<=\d)[-_](?=[^\W\d_])", " ", stem)
    for each in written(re.sub(r"(?<=\d)_(?=\d)", "-", spaced)):
        if each.day and each.year and not (each.ranged and not each.numeric):
            yield each


def _compact(match: re.Match[str]) -> Written:
    return Written(
        start=match.start(),
        end=match.end(),
        year=int(match["year"]),
        month=int(match["month"]),
        day=int(match["day"]),
    )
