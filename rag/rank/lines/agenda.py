"""The heading under which a turn stands: “I am against it” under "1. Swimming baths" is about the swimming baths.

A heading stands between two turns, is nobody's words, and holds for all turns down to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.records import Statement
from index.text.expressions import expression
from index.text.sentences import Span
from index.transcripts.minutes import is_agenda_heading

_TITLE_WORDS = 8
_FEWEST_ITEMS, _ITEM_CHARACTERS = 2, 3_000
_ITEM = expression(
    r"^[ \t#*_]*(?:(?:agenda )?item )?\d{1,2}[^\n]{3,120}$(?=\n{1,2}[^\n]{40})", re.MULTILINE | re.IGNORECASE
)
"""A numbered line with a line of prose below it."""
_MARKS = expression(
    r"^[\s#*_]*(?:(?:(?:agenda )?item|point|top|punkt|pkt|section|пункт)?\.? ?\d{1,2}(?:\.\d{1,2}){0,3}[.):]{0,2}\s+)?",
    re.IGNORECASE,
)


def heading_of(text: str, owner: Statement | None, statements: Sequence[Statement]) -> str:
    """Return the words of the heading under which a turn stands, without its number; empty where there is none."""
    if owner is None:
        return ""
    if owner.kind != "turn":
        return _item_above(text, owner.start)
    turns = tuple(sorted((each.start, each.end) for each in statements if each.kind == "turn"))
    return _headings(text, turns).get(owner.start, "")


def _item_above(text: str, start: int) -> str:
    """Return the numbered heading right above the paragraph in which minutes tell what somebody said, else nothing.

    The items of minutes stand one below the other: a text with one such line is no list of items.
    """
    lines = _items(text)
    above = [(at, words) for at, words in lines if at < start]
    if len(lines) < _FEWEST_ITEMS or not above:
        return ""
    return above[-1][1] if start - above[-1][0] <= _ITEM_CHARACTERS else ""


@lru_cache(maxsize=64)
def _items(text: str) -> tuple[tuple[int, str], ...]:
    """Return where the lines end that are numbered headings with prose below them, and their words."""
    found: list[tuple[int, str]] = []
    for match in _ITEM.finditer(text):
        if is_agenda_heading(match[0]):
            found.append((match.end(), _MARKS.sub("", match[0]).strip(" *_#")))
    return tuple(found)


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
