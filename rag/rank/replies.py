"""A reply and what it replies to: “It was given by telephone” is on the order that the question before it names.

Only the first sentences of a turn reply, and only to the turn right before it: where that ends with a question, or
where they point at something that they do not name. What is replied to is shown with the reply.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.records import Statement, owner_of
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from rag.rank.line_context import asks

REPLYING = 2
"""So many sentences at the beginning of a turn may reply to the one before."""
LONGEST_LABEL = 120
"""Characters between two turns: the label of the second, with an office and a time."""
COURTESY_WORDS = 2
_POINTS = expression(
    r"\b(?:it|its|that|this|they|them|those|these|so|это|этого|этому|этим|этом|его|её|ее|их|їх|його|це|цього|гэта|"
    r"tego|temu|tym|jego|jej|ich)\b",
    re.IGNORECASE,
)

_GREETS = expression(
    r"[\W_]*(?:(?:well|and|so|yes|ok|okay|all right)\W+)?"
    r"(?:thank you|thanks|good (?:morning|afternoon|evening|day)|welcome|hello|hi)\b",
    re.IGNORECASE,
)
"""A greeting replies to nothing: "Thanks for coming, it is a pleasure to be here."."""


def replied_to(text: str, span: Span, owner: Statement | None, statements: Sequence[Statement]) -> Span | None:
    """Return the end of the turn before that a sentence of a turn replies to: its last two sentences, else None."""
    if owner is None or owner.kind != "turn":
        return None
    if span not in _openings(text, owner.start, owner.end):
        return None
    before = max(
        (each for each in statements if right_before(text, each, owner)), key=lambda each: each.end, default=None
    )
    if before is None or before.speaker == owner.speaker:
        return None
    asked = sentences(text, before.start, before.end)[-REPLYING:]
    if _GREETS.match(text, *span):
        return None
    if not asked or not (asks(text, asked[-1]) or _POINTS.search(text, *span)):
        return None
    # "Good evening. The barrier has failed twice."
    whole = asked[1:] if len(asked) > 1 and len(text[slice(*asked[0])].split()) <= COURTESY_WORDS else asked
    return whole[0][0], whole[-1][1]


def reply_to(text: str, span: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the turn of another speaker right behind the turn in which words stand, None where there is none."""
    turn = owner_of(span, [each for each in statements if each.kind == "turn"])
    if turn is None:
        return None
    behind = (each for each in statements if each.kind == "turn" and right_before(text, turn, each))
    return next((each for each in behind if each.speaker != turn.speaker), None)


@lru_cache(maxsize=64)
def _openings(text: str, start: int, end: int) -> list[Span]:
    """Return the first sentences of a turn; kept, as each of its sentences is asked about and it may be pages long."""
    return sentences(text, start, end)[:REPLYING]


def right_before(text: str, statement: Statement, owner: Statement) -> bool:
    """Return whether nothing but a label stands between two turns."""
    between = text[statement.end : owner.start] if statement.end <= owner.start else ""
    return statement.kind == "turn" and 0 < len(between) <= LONGEST_LABEL
