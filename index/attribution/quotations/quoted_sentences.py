"""A paragraph with its quotations -> its sentences as tokens, a quotation being one token of the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.cues.marks.quotation_marks import Paragraph
from index.cues.tagging import tokenize
from index.cues.tokens import Tokens
from index.cues.verbs import SPEECH_FORMS
from index.senses.denied_beside import denies_words
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.transcripts.asides import CLOCK

_Piece = tuple[int, int, int]
"""Where a piece of a sentence begins and ends, and the number of the quotation that it is."""
_NO_QUOTATION = -1
_TERMINAL = ".!?…"
_IN = frozenset(
    "in from of film novel book play song movie show series episode memoir poem article column essay".split()
)
_TITLE_WORDS = 8
_COLON_AND_STOP = expression(r":\s?\.$")
"""A slip of the keyboard in which the colon before a quotation stands: "told the Echo:. “It is late”"."""
_REACTS = frozenset(
    """laughed cheered applauded clapped sighed booed jeered groaned nodded shrugged agrees agreed agree disagrees
    disagreed disagree objects objected object demurs demurred dissents dissented concurs concurred doubts doubted
    disputes disputed dispute""".split()
)
"""What others do behind a full stop: “We will fight.” The crowd cheered; “It was never safe.” Ana Ruiz disagreed."""
_IS_ASIDE = expression(r"[(\[][A-Z]|As \w")
"""How a sentence begins behind a quotation that is none of its own: "(Others doubt it.)", "As many have said, …"."""
_ASKS_MORE = expression(r"\b(?:asks?|asked|wonders?|wondered) [a-z]")
_TIMED = expression(
    rf"[ \t*_\[(]{{0,6}}(?:{CLOCK}|\d{{1,2}}[.h]\d\d(?![\d.%]))(?:[ ]?[ap]\.?m\.?)?(?:[ ]?(?:Uhr|h)\b)?[\])*_]{{0,6}}"
    r"[ \t]{0,6}[:–—|-]?[ \t*_]{1,6}(?=[^\W\d_a-z]|[“\"„«])"
)
MOST_PIECES = 120
"""Quotations and what stands between them in one sentence; a longer one is read as several: each quotation looks at
what stands before it."""


def quoted_sentences(text: str, paragraph: Paragraph) -> Iterator[Tokens]:
    """Yield the paragraph's sentences; a quotation is one token of the sentence that goes on around it."""
    pieces: list[_Piece] = []
    position = _behind_time(text, paragraph)
    stops = [*enumerate(paragraph.quotations), (_NO_QUOTATION, None)]
    for number, quotation in stops:
        spans = sentences(text, position, quotation.left if quotation else paragraph.end)
        for count, span in enumerate(spans):
            if count == 1 and _cut_at_an_abbreviation(text, pieces):
                pieces[-1] = (pieces[-1][0], span[1], _NO_QUOTATION)
                continue
            if count or _ends_before_text(text, pieces, span):
                yield tokenize(text, pieces)
                pieces = []
            pieces.append((*span, _NO_QUOTATION))
        if quotation:
            if _ends_before_quotation(text, pieces, spans):
                yield tokenize(text, pieces)
                pieces = []
            pieces.append((quotation.left, quotation.right, number))
            position = quotation.right
    if pieces:
        yield tokenize(text, pieces)


def _behind_time(text: str, paragraph: Paragraph) -> int:
    """Return where a paragraph's words begin behind the time of an entry: "11:30 The ferry company says …"."""
    match = _TIMED.match(text, paragraph.start, paragraph.end)
    return match.end() if match else paragraph.start


def _ends_before_text(text: str, pieces: list[_Piece], span: Span) -> bool:
    """Return whether a sentence ends before what follows its last quotation."""
    return len(pieces) >= MOST_PIECES or bool(pieces) and _starts_a_sentence(text, pieces, span)


def _ends_before_quotation(text: str, pieces: list[_Piece], spans: list[Span]) -> bool:
    """Return whether a sentence ends before a quotation: its mark stands before it, or another quotation does."""
    if spans and text[spans[-1][1] - 1] in _TERMINAL and not _COLON_AND_STOP.search(text, *spans[-1]):
        return True
    if len(pieces) >= MOST_PIECES:
        return True
    return bool(pieces) and pieces[-1][2] >= 0 and not _is_work(text, pieces)


def _cut_at_an_abbreviation(text: str, pieces: list[_Piece]) -> bool:
    """Return whether what stands after a quotation has no verb yet: "“…,” Ana Ruiz, head of the U.S. The Food …"."""
    if len(pieces) < 2 or pieces[-2][2] < 0 or text[pieces[-2][1] - 2] != ",":
        return False
    after = text[slice(*pieces[-1][:2])]
    dotted = re.search(r"\b[A-Z]\.[A-Z]\.$", after)
    return dotted is not None and not any(word.lower() in SPEECH_FORMS for word in re.findall(r"\w+", after))


def _is_work(text: str, pieces: list[_Piece]) -> bool:
    """Return whether the last piece is a work's title, and the words stand in it: 'says in “The River,” “Feel it”'."""
    if len(pieces) < 2 or pieces[-2][2] >= 0:
        return False
    before, title = text[slice(*pieces[-2][:2])].split(), text[slice(*pieces[-1][:2])].strip("“”\"'‘’«» ")
    return bool(before) and before[-1].lower() in _IN and title.endswith(",") and len(title.split()) <= _TITLE_WORDS


def _starts_a_sentence(text: str, pieces: list[_Piece], span: Span) -> bool:
    """Return whether the text after a quotation is a sentence of its own, not the quotation's cue."""
    before = pieces[-1]
    if before[2] < 0 or text[before[1] - 2] not in _TERMINAL:
        return False
    if _IS_ASIDE.match(text, *span):
        return True
    if not text[span[0]].isupper():
        return False
    if _ends_interrupted(text, pieces):
        return True
    words = text[slice(*span)].split()
    if text[before[1] - 2] == ".":
        # "“It holds.” The union told its members “stay home”": what leads to the next quotation is not this one's cue.
        leads = text[span[1] - 1] not in ".,!?;"
        reacts = not _REACTS.isdisjoint(word.strip(",.:").lower() for word in words)
        own = reacts or _ASKS_MORE.search(text, *span) is not None
        return len(words) > 5 or leads or own or denies_words(text[slice(*span)])
    return not any(word.strip(",.:").lower() in SPEECH_FORMS for word in words[:8])


def _ends_interrupted(text: str, pieces: list[_Piece]) -> bool:
    """Return whether a quotation's tag stands inside it, so that none follows: “The roof,” said Ruiz, “is safe.”"""
    if len(pieces) < 3 or pieces[-2][2] >= 0 or pieces[-3][2] < 0:
        return False
    tag = text[slice(*pieces[-2][:2])].lower().rstrip()
    # "the cook of “Harbour Soup,” who left, said it was “good.”"
    return tag.endswith((",", "—", "–", "-")) and any(word in SPEECH_FORMS for word in re.findall(r"\w+", tag))
