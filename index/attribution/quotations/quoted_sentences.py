"""A paragraph with its quotations -> its sentences as tokens, a quotation being one token of the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.cues.cues import Tokens, tokens
from index.cues.quotation_marks import Paragraph
from index.cues.verbs import SPEECH_FORMS
from index.senses.denied_beside import denies_words
from index.text.sentences import Span, sentences

_TERMINAL = ".!?…"
_IN = frozenset(
    "in from of film novel book play song movie show series episode memoir poem article column essay".split()
)
_TITLE_WORDS = 8
MOST_PIECES = 120
"""Quotations and what stands between them in one sentence; a longer one is read as several: each quotation looks at
what stands before it."""


def quoted_sentences(text: str, paragraph: Paragraph) -> Iterator[Tokens]:
    """Yield the paragraph's sentences; a quotation is one token of the sentence that goes on around it."""
    pieces: list[tuple[int, int, int]] = []
    position = paragraph.start
    stops = [*enumerate(paragraph.quotations), (-1, None)]
    for number, quotation in stops:
        end = quotation.left if quotation else paragraph.end
        spans = sentences(text, position, end)
        for count, span in enumerate(spans):
            if count == 1 and _cut_at_an_abbreviation(text, pieces):
                pieces[-1] = (pieces[-1][0], span[1], -1)
                continue
            if count or len(pieces) >= MOST_PIECES or (pieces and _starts_anew(text, pieces[-1], span)):
                yield tokens(text, pieces)
                pieces = []
            pieces.append((*span, -1))
        if quotation:
            beside = pieces and pieces[-1][2] >= 0 and not _is_work(text, pieces)
            if spans and text[spans[-1][1] - 1] in _TERMINAL or beside or len(pieces) >= MOST_PIECES:
                yield tokens(text, pieces)
                pieces = []
            pieces.append((quotation.left, quotation.right, number))
            position = quotation.right
    if pieces:
        yield tokens(text, pieces)


def _cut_at_an_abbreviation(text: str, pieces: list[tuple[int, int, int]]) -> bool:
    """Return whether what stands after a quotation has no verb yet: "“…,” Ana Ruiz, head of the U.S. The Food …"."""
    if len(pieces) < 2 or pieces[-2][2] < 0 or text[pieces[-2][1] - 2] != ",":
        return False
    after = text[slice(*pieces[-1][:2])]
    dotted = re.search(r"\b[A-Z]\.[A-Z]\.$", after)
    return dotted is not None and not any(word.lower() in SPEECH_FORMS for word in re.findall(r"\w+", after))


def _is_work(text: str, pieces: list[tuple[int, int, int]]) -> bool:
    """Return whether the last piece is a work's title, and the words stand in it: 'says in “The River,” “Feel it”'."""
    if len(pieces) < 2 or pieces[-2][2] >= 0:
        return False
    before, title = text[slice(*pieces[-2][:2])].split(), text[slice(*pieces[-1][:2])].strip("“”\"'‘’«» ")
    return bool(before) and before[-1].lower() in _IN and title.endswith(",") and len(title.split()) <= _TITLE_WORDS


def _starts_anew(text: str, before: tuple[int, int, int], span: Span) -> bool:
    """Return whether the text after a quotation is a sentence of its own, not the quotation's cue."""
    if before[2] < 0 or text[before[1] - 2] not in _TERMINAL or not text[span[0]].isupper():
        return False
    words = text[slice(*span)].split()
    if text[before[1] - 2] == ".":
        # "“It holds.” The union told its members “stay home”": what leads to the next quotation is not this one's cue.
        leads = text[span[1] - 1] not in ".,!?;"
        return len(words) > 5 or leads or denies_words(text[slice(*span)])
    return not any(word.strip(",.:").lower() in SPEECH_FORMS for word in words[:8])
