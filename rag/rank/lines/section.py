"""What stands above somebody's words and says what they are about: the heading of their part, the question put to them.

"I am against it" names nothing; the question two turns before it does, and so does the heading over a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Statement
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from rag.rank.line_context import asks
from rag.rank.lines.headings import HEADING_WORDS, line_at, previous_line
from rag.rank.replies import right_before

LINES = 60
"""So many lines above words their heading is looked for."""
TURNS = 3
"""So many turns before one the question may stand that all of them answer."""


def said_above(text: str, span: Span, statements: Sequence[Statement]) -> str:
    """Return the heading over a span, and where it is of a turn, the last question before with what answers it."""
    owner = next((each for each in statements if each.start <= span[0] < each.end and each.kind == "turn"), None)
    asked = (_exchange(text, owner, statements) or _question(text, owner.start)) if owner else ""
    return f"{_heading(text, span[0])} {asked}".strip()


_NAMED = expression(r"\([^()]{1,60}\)\W*$")


def _question(text: str, start: int) -> str:
    """Return the line before a turn where it is a question, with who asks it in brackets or without."""
    line = previous_line(text, line_at(text, start)[0], blank=True)
    words = _NAMED.sub("", text[slice(*line)]).strip(" *_") if line else ""
    return words if words.endswith("?") else ""


def _heading(text: str, start: int) -> str:
    """Return the nearest line above that heads a part of a text: marked as one, or a few words without a full stop."""
    line: Span | None = line_at(text, start)
    for _ in range(LINES):
        line = previous_line(text, line[0], blank=True) if line else None
        if line is None:
            return ""
        words = text[slice(*line)].strip()
        if words.startswith("#") or (
            len(words.split()) <= HEADING_WORDS and words[-1:].isalnum() and _alone(text, line)
        ):
            return words
    return ""


def _alone(text: str, line: Span) -> bool:
    return text[line[1] : line[1] + 2] != "\n" and not text[max(0, line[0] - 2) : line[0]].strip()


def _exchange(text: str, owner: Statement, statements: Sequence[Statement]) -> str:
    """Return the turns before one back to the last that ends with a question; nothing where none does."""
    before: list[str] = []
    turn = owner
    for _ in range(TURNS):
        previous = next((each for each in reversed(statements) if right_before(text, each, turn)), None)
        if previous is None:
            return ""
        words = text[previous.start : previous.end]
        before.insert(0, words)
        last = sentences(text, previous.start, previous.end)[-1:]
        if last and asks(text, last[0]):
            return " ".join(before)
        turn = previous
    return ""
