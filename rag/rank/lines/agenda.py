"""The heading under which a turn stands: “I am against it” under "1. Swimming baths" is about the swimming baths.

A heading stands between two turns, is nobody's words, and holds for all turns down to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.records import Statement
from index.text.sentences import Span
from index.transcripts.minutes import is_agenda_heading

_TITLE_WORDS = 8
_MARKS = re.compile(
    r"^[\s#*_]*(?:(?:(?:agenda )?item|point|top|punkt|pkt|section|пункт)?\.? ?\d{1,2}(?:\.\d{1,2}){0,3}[.):]{0,2}\s+)?",
    re.IGNORECASE,
)


def heading_of(text: str, owner: Statement | None, statements: Sequence[Statement]) -> str:
    """Return the words of the heading under which a turn stands, without its number; empty where there is none."""
    if owner is None or owner.kind != "turn":
        return ""
    turns = tuple(sorted((each.start, each.end) for each in statements if each.kind == "turn"))
    return _headings(text, turns).get(owner.start, "")


@lru_cache(maxsize=64)
def _headings(text: str, turns: tuple[Span, ...]) -> dict[int, str]:
    """Return the heading of each turn by where it begins; kept, as each sentence of a transcript is asked about."""
    found: dict[int, str] = {}
    heading, end = "", 0
    for start, stop in turns:
        heading = next(_between(text, end, start, first=not end), heading)
        if heading:
            found[start] = heading
        end = stop
    return found


def _between(text: str, start: int, end: int, *, first: bool) -> Iterator[str]:
    """Yield the headings between two turns, the last one first; above the first turn only numbered or marked ones."""
    # The last line is the label of the turn below.
    lines = text[start:end].split("\n")[:-1]
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].strip()
        alone = not lines[number - 1].strip() if number else False
        if line and (is_agenda_heading(line) or not first and alone and _is_title(line)):
            yield _MARKS.sub("", line).strip(" *_#")


def _is_title(line: str) -> bool:
    words = line.strip("*_ ").split()
    return 1 <= len(words) <= _TITLE_WORDS and words[0][:1].isupper() and line.strip("*_ ")[-1:].isalpha()
