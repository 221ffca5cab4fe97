"""A paragraph with its quotations -> its sentences as tokens, a quotation being one token of the sentence around it."""

from __future__ import annotations

from collections.abc import Iterator

from index.cues import Tokens, tokens
from index.marks import Paragraph
from index.sentences import Span, sentences
from index.verbs import SPEECH_FORMS

_TERMINAL = ".!?…"


def quoted_sentences(text: str, paragraph: Paragraph) -> Iterator[Tokens]:
    """Yield the paragraph's sentences; a quotation is one token of the sentence that goes on around it."""
    pieces: list[tuple[int, int, int]] = []
    position = paragraph.start
    stops = [*enumerate(paragraph.quotations), (-1, None)]
    for number, quotation in stops:
        end = quotation.left if quotation else paragraph.end
        spans = sentences(text, position, end)
        for count, span in enumerate(spans):
            if count or (pieces and _starts_anew(text, pieces[-1], span)):
                yield tokens(text, pieces)
                pieces = []
            pieces.append((*span, -1))
        if quotation:
            if spans and text[spans[-1][1] - 1] in _TERMINAL or pieces and pieces[-1][2] >= 0:
                yield tokens(text, pieces)
                pieces = []
            pieces.append((quotation.left, quotation.right, number))
            position = quotation.right
    if pieces:
        yield tokens(text, pieces)


def _starts_anew(text: str, before: tuple[int, int, int], span: Span) -> bool:
    """Return whether the text after a quotation is a sentence of its own, not the quotation's cue."""
    if before[2] < 0 or text[before[1] - 2] not in _TERMINAL or not text[span[0]].isupper():
        return False
    words = text[slice(*span)].split()
    if text[before[1] - 2] == ".":
        return len(words) > 5
    return not any(word.strip(",.:").lower() in SPEECH_FORMS for word in words[:8])
