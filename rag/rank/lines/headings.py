"""Lines of a text, and what heads one in a list without marks: a winner's prize, the heading of "Toy Group: Rex"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.expressions import expression
from index.text.sentences import Span

HEADING_WORDS = 14
LINES_ABOVE = 16
"""So many lines above one its heading is looked for."""
LABELLED = expression(r"\W*[A-Z][\w’'&/ .-]{1,40}: ?\S[^\n]{0,80}")
"""A line "Toy Group: Monty the Affenpinscher", one of several below each other."""
WINS = expression(r"^\W*winners?\b\W*[:–—-]|\*\W?winner\b|[–—(] ?winner\W*$", re.IGNORECASE)
_PRIZE = expression(
    r"^(?!.*\bwinner\b)\W*(?:(?:best|favou?rite|top|outstanding|new|lifetime|breakthrough)\b|"
    r".*\bof the (?:year|decade)\b|.*\b(?:award|prize|trophy|medal|category|achievement)s?\W*$)",
    re.IGNORECASE,
)
"""The name of a prize, as lists of nominees and winners have it above them."""


def line_at(text: str, offset: int) -> Span:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def previous_line(text: str, start: int, blank: bool = False) -> Span | None:
    """Return the line before an offset; `blank`: over one empty line."""
    if start <= 0:
        return None
    line = line_at(text, start - 1)
    if blank and not text[slice(*line)].strip():
        return previous_line(text, line[0])
    return line if text[slice(*line)].strip() else None


def above(text: str, line: Span) -> Span | None:
    """Return what heads a line of a list without marks: the prize of a winner, the heading of "Toy Group: Monty"."""
    if WINS.search(text[slice(*line)]):
        return next((each for each in _lines_above(text, line) if _PRIZE.search(text[slice(*each)])), None)
    if not LABELLED.fullmatch(text[slice(*line)]):
        return None
    head = block_heading(text, line)
    return head if head and text[slice(*head)].strip().endswith(":") else None


def block_heading(text: str, line: Span) -> Span | None:
    """Return the nearest line above a line with a label that has none, if it is near and short."""
    return next((each for each in _lines_above(text, line) if not LABELLED.fullmatch(text[slice(*each)])), None)


def _lines_above(text: str, line: Span) -> Iterator[Span]:
    """Yield the lines before a line, the nearest first, over single empty lines, while they are short."""
    for _ in range(LINES_ABOVE):
        before = previous_line(text, line[0], blank=True)
        if before is None or len(text[slice(*before)].split()) > HEADING_WORDS + 2:
            return
        yield before
        line = before
