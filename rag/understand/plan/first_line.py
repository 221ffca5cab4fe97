"""What the first line of an answer has to say: yes or no, a day, a number, a name, a reason, what changed."""

from __future__ import annotations

import re
from typing import Literal

from index.text.expressions import expression
from index.text.question_forms import POLITE, is_yes_or_no
from rag.understand.answer_type import asked_for

Line = Literal["yes_no", "when", "where", "number", "who", "why", "other"]

_WHY = expression(
    rf"{POLITE}(?:why\b|how come\b|for what reasons?\b|what (?:is|was|were|are) the (?:reasons?|cause)\b)", re.I
)
_WHEN = expression(
    rf"{POLITE}(?:(?:since|until|by|from) )?(?:when\b|(?:on|in) (?:what|which) (?:day|date|month|year)\b)", re.I
)
_WHERE = expression(rf"{POLITE}(?:from |to )?where\b", re.IGNORECASE)
_WHO = expression(rf"{POLITE}(?:(?:to|by|with|for|from|of) )?(?:who|whom|whose)\b", re.IGNORECASE)
_HOW_MUCH = expression(
    rf"{POLITE}(?:(?:for|by|in|at|with|of) )?how (?:many|much|long|old|far|tall|high|wide|deep|big|large|fast|heavy"
    r"|often|hot)\b",
    re.IGNORECASE,
)
_OPENINGS: tuple[tuple[Line, re.Pattern[str]], ...] = (
    ("why", _WHY),
    ("when", _WHEN),
    ("where", _WHERE),
    ("who", _WHO),
    ("number", _HOW_MUCH),
)
_OPENLY = expression(rf"{POLITE}(?:how|why|what)\b", re.IGNORECASE)
_FIRST = expression(r"\b(?:first|earliest)\b", re.IGNORECASE)
_LAST = expression(r"\b(?:last|latest|newest|most recent(?:ly)?)\b", re.IGNORECASE)
_CHANGED = expression(
    r"\b(?:chang(?:e[ds]?|ing)|evol(?:ve[ds]?|ution)|shift(?:ed|s)?|develop(?:ed|s)?|differ(?:ed|s)?|var(?:y|ied))\b",
    re.I,
)


def line_asked(question: str) -> Line:
    """Return what the first line of the answer to a question has to say; "other" where its words do not tell."""
    for line, form in _OPENINGS:
        if form.match(question):
            return line
    if is_yes_or_no(question):
        return "yes_no"
    return "number" if asked_for(question) == "number" else "other"


def asks_openly(question: str) -> bool:
    """Return whether a question asks how, why or what, and for no number, day, place or name in particular."""
    return line_asked(question) in ("other", "why") and bool(_OPENLY.match(question))


def end_asked(question: str) -> Literal["first", "last"] | None:
    """Return whether a question over time asks for the first or the last time that something was said."""
    return "first" if _FIRST.search(question) else "last" if _LAST.search(question) else None


def asks_change(question: str) -> bool:
    """Return whether a question over time asks what changed."""
    return bool(_CHANGED.search(question))
