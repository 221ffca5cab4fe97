"""Statements that are understood only in the sentence that reports them, and that sentence."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Statement
from index.text.expressions import expression
from index.text.sentences import Span, sentences

SHORT_WORDS = 8
"""Quoted pieces of fewer words are shown with their sentence; under this, attribution too is the least sure."""
NEIGHBOURHOOD = 1_500
_STOP_BEYOND = expression(r"[»”“\"’]*(?:[.,]|\s*[–—−-]\s)")


def needs_its_sentence(text: str, statement: Statement) -> bool:
    """Return whether a statement is understood only in the sentence that reports it.

    What is reported in the document's words is a clause of its sentence; quoted words that begin in small letters, and
    a few that end no sentence, are a piece of one ("called it “a bridge to nowhere”").
    """
    if statement.kind == "turn" or statement.reported_by is not None:
        return False
    said = text[statement.start : statement.end]
    ended = said[-1:] in ".!?…," or _is_whole(text, statement)
    piece = said[:1].islower() or (len(said.split()) < SHORT_WORDS and not ended)
    return statement.kind == "reported" or (piece and len(sentences(said)) == 1)


def _is_whole(text: str, statement: Statement) -> bool:
    """Return whether quoted words open their sentence or follow a colon and end it, their full stop beyond the mark."""
    before = text[: statement.start].rstrip('«„“"‘ ')[-1:]
    return before in {"", *":\n.!?–—−-"} and _STOP_BEYOND.match(text, statement.end) is not None


def sentence_around(text: str, statement: Statement) -> Span:
    """Return the sentence or sentences of the paragraph in which a statement stands."""
    start = max(text.rfind("\n", 0, statement.start) + 1, statement.start - NEIGHBOURHOOD)
    end = text.find("\n", statement.end)
    end = min(end if end >= 0 else len(text), statement.end + NEIGHBOURHOOD)
    inside = [each for each in sentences(text, start, end) if each[0] < statement.end and each[1] > statement.start]
    return (inside[0][0], inside[-1][1]) if inside else (statement.start, statement.end)


def telling_statements(text: str, span: Span, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that a span reports: it is the sentence without which they are not understood."""
    inside = [each for each in statements if span[0] <= each.start and each.end <= span[1]]
    return [each for each in inside if needs_its_sentence(text, each) and sentence_around(text, each) == span]
