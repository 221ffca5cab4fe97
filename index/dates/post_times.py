"""The times of the posts of a live page: "18:50 Engineer …" stands above "13:20 …" and was said later on that day."""

from __future__ import annotations

import re
from functools import lru_cache

from index.text.expressions import expression

_POST = expression(r"^[ \t#*_]*(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\b(?![.:]\d)", re.MULTILINE)
_FEWEST = 3


def post_time(text: str, offset: int) -> str:
    """Return the time ("18:50") of the post in which an offset of a live page stands, empty where there is none."""
    above = [time for start, time in _posts(text) if start <= offset]
    return above[-1] if above else ""


@lru_cache(maxsize=64)
def _posts(text: str) -> tuple[tuple[int, str], ...]:
    """Return where lines begin with a time, and the times, of a text that has several posts."""
    found = tuple((each.start(), f"{int(each['hour']):02}:{each['minute']}") for each in _POST.finditer(text))
    return found if len(found) >= _FEWEST else ()
