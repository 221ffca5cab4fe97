"""Counts in words, the same in commands and pages: 1 document, 2 documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from index.text.expressions import expression

_HEAD = expression(
    r"(?P<noun>.*?)(?P<rest> (?:of|in|with|without|that|which|from|on|to|for|not|taken)\b.*)?\Z", re.DOTALL
)
"""A noun and what hangs on it: "page", " without text"."""
_EITHER = expression(r"(?P<one>[\w ]+?) or (?P<other>\w+)(?P<rest> .*)?")
_IRREGULAR = {"foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children"}
ACCEPTED = " taken as accepted"
"""Ends what was read of a file though somebody may still take it back."""
_SIBILANT = expression(r"(?:s|x|z|ch|sh)\Z")


def counted(number: int, noun: str) -> str:
    """Return a count with its noun: 1 document, 2 documents, 2 text boxes, 2 pages without text."""
    return f"{number:,.0f} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return a noun, or one or another, with what hangs on it, in the plural: "running heads or feet"."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if either := _EITHER.fullmatch(noun):
        return f"{plural(either['one'])} or {plural(either['other'])}{either['rest'] or ''}"
    match = _HEAD.match(noun)
    word, rest = (match["noun"], match["rest"] or "") if match else (noun, "")
    if _SIBILANT.search(word):
        return f"{word}es{rest}"
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies{rest}"
    return f"{word}s{rest}"


def not_read(omitted: Iterable[tuple[str, int]], where: str = "") -> str:
    """Return what was not read of a file, and what as if it were accepted; nothing as "".

    "not read in a.docx: 3 pictures, 2 comments; taken as accepted in a.docx: 1 tracked insertion"
    """
    left: list[str] = []
    accepted: list[str] = []
    for what, count in omitted:
        (accepted if what.endswith(ACCEPTED) else left).append(counted(count, what.removesuffix(ACCEPTED)))
    parts = [f"not read{where}: {', '.join(left)}"] if left else []
    return "; ".join([*parts, *([f"taken as accepted{where}: {', '.join(accepted)}"] if accepted else [])])


def readable_date(day: str) -> str:
    """Return 2025-09-11 as 11 September 2025 and 2025-09 as September 2025; anything else as it is."""
    month = re.fullmatch(r"\d{4}-\d\d", day)
    try:
        parsed = date.fromisoformat(f"{day}-01" if month else day)
    except ValueError:
        return day
    if month:
        return f"{parsed:%B %Y}"
    return f"{parsed.day} {parsed:%B %Y}"


def totals(omitted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return what was not read of several files, each kind once with its count, the most first."""
    summed: Counter[str] = Counter()
    for what, count in omitted:
        summed[what] += count
    return summed.most_common()
