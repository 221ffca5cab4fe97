"""The pieces of one speech, which is read paragraph by paragraph: which stand right behind each other, and as whose."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Statement, owner_of
from index.text.sentences import Span


def speech_of(statement: Statement, statements: Sequence[Statement], text: str) -> Span:
    """Return where the speech begins and ends that a turn is a piece of: only white space stands between its pieces."""
    own = sorted((each.start, each.end) for each in statements if _is_of_speech(each, statement))
    at = own.index((statement.start, statement.end))
    start, end = own[at]
    for each in reversed(own[:at]):
        if text[each[1] : start].strip():
            break
        start = min(start, each[0])
    for each in own[at + 1 :]:
        if text[end : each[0]].strip():
            break
        end = max(end, each[1])
    return start, end


def speaks_throughout(span: Span, statements: Sequence[Statement], text: str) -> Statement | None:
    """Return the innermost statement that holds a span, or the piece with which it begins of the speech that does."""
    if (owner := owner_of(span, statements)) is not None:
        return owner
    opening = owner_of((span[0], span[0] + 1), [each for each in statements if each.kind == "turn"])
    return opening if opening and span[1] <= speech_of(opening, statements, text)[1] else None


def _is_of_speech(one: Statement, other: Statement) -> bool:
    mine, others = ((each.kind, each.speaker, each.reported_by, each.said_on) for each in (one, other))
    return mine == others
