"""What the reader is given of a piece of evidence: its surroundings, after what says when, under what and by whom.

Much of what a question names stands elsewhere than in the sentence that answers it: in the title, the day of
publication, the heading, the head of a column, the label of a speaker. What is given besides has no place in the
document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from index.records import Document
from index.text.counts import readable_date
from index.text.sentences import CELLS, Span, sentences
from index.text.stems import words
from index.text.withdrawn import withdrawn
from rag.records import Documents, Evidence, Reading

CHARACTERS = 600
"""A piece is read with what stands around it up to so many characters. On 1,000 questions of SQuAD's development half
the head's AUROC is .883 with 600 around the sentence that shares most words with the question, .857 with whole passages
and .854 with 350 (first 400 of them; docs/reader.md)."""
_ASKING_WHO = frozenset(words("who whose whom which"))
NOWHERE = -1
"""The offset of an answer that was given besides: the speaker's name, the day of publication, the head of a column."""


class Part(NamedTuple):
    """A part of what is read, and where it begins in the document; None for what was given besides."""

    text: str
    start: int | None


@dataclass(frozen=True)
class Piece:
    """What is read at once, and where in the document its evidence may stand."""

    document_id: str
    span: Span
    speaker: str | None
    """Whose words it says that it has, None where it does not say so."""
    heading: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Return what is read."""
        return "".join(each.text for each in self.parts)

    def has(self, evidence: Evidence) -> bool:
        """Return whether a piece of evidence stands in it and under the same heading.

        Where it says whose words it has, they must be the same speaker's: he may be read as the answer.
        """
        here = self.span[0] <= evidence.start and evidence.end <= self.span[1]
        same = evidence.document_id == self.document_id and self.speaker in (None, evidence.speaker)
        return here and same and (evidence.lead == self.heading or evidence.lead in self.text)

    def in_document(self, reading: Reading) -> Reading:
        """Return the reading with offsets in the document; an answer that was given besides stands nowhere in it."""
        start, last = self._place(reading.start), self._place(max(reading.start, reading.end - 1))
        if start is None or last is None:
            return reading._replace(start=NOWHERE, end=NOWHERE)
        return reading._replace(start=start, end=last + (reading.end > reading.start))

    def _place(self, offset: int) -> int | None:
        """Return where a character of what is read stands in the document."""
        ends = list(accumulate(len(each.text) for each in self.parts))
        at = next((number for number, end in enumerate(ends) if offset < end), len(ends) - 1)
        start = self.parts[at].start
        return None if start is None else start + offset - (ends[at] - len(self.parts[at].text))


def pieces(
    question: str, evidence: Sequence[Evidence], documents: Documents, *, most: int, characters: int = CHARACTERS
) -> list[Piece]:
    """Return what is read, `most` pieces: the surroundings of the first evidence, once for what stands in the same.

    Evidence of more `characters` is read alone.
    """
    asked = frozenset(words(question))
    found: list[Piece] = []
    for each in evidence:
        if len(found) == most:
            break
        document = documents.document(each.document_id)
        if document is not None and not any(piece.has(each) for piece in found):
            found.append(_piece(asked, each, document, characters))
    return found


def _piece(asked: frozenset[str], evidence: Evidence, document: Document, characters: int) -> Piece:
    span = (evidence.start, evidence.end)
    parts = tuple(_row(evidence.lead, document.text, span))
    speaker = _named(asked, evidence)
    if not parts:
        span = _without_withdrawn(document.text, span, surroundings(document.text, span, characters))
        parts = tuple(_prose(speaker, evidence, document.text, span))
    read = frozenset(words("".join(each.text for each in parts)))
    besides = (Part(each, None) for each in (_title(asked - read, document), _day(asked - read, document)) if each)
    return Piece(
        document_id=document.id,
        span=span,
        speaker=speaker,
        heading=evidence.lead,
        parts=(*besides, *parts),
    )


def _without_withdrawn(text: str, span: Span, around: Span) -> Span:
    """Return the surroundings of a span up to what the document takes back, which the reader would take for true."""
    start, end = around
    for first, last in withdrawn(text):
        start = max(start, last) if last <= span[0] else start
        end = min(end, first) if first >= span[1] else end
    return start, end


def _title(missing: frozenset[str], document: Document) -> str:
    """Return the title where the question names a part of it that the text lacks."""
    return f"{document.title}. " if missing & frozenset(words(document.title)) else ""


def _day(missing: frozenset[str], document: Document) -> str:
    """Return the day of publication where the question names a part of it that the text lacks.

    Elsewhere it would be taken for the answer to "when". As "On 3 May 2031: It was closed." it is read as the words'
    day; as "Published on 3 May 2031." it is not.
    """
    when = readable_date(document.published) if document.published else ""
    return f"On {when}: " if missing & frozenset(words(when)) else ""


def _row(head: str, text: str, span: Span) -> Iterator[Part]:
    """Yield a row of a table in words, "Station Eskby: January 120 mm, July 31 mm", or nothing where it is no such row.

    With its cells as they stand, below the heads or without them, the reader finds no column.
    """
    heads, cells = head.split(CELLS), text[slice(*span)].split(CELLS)
    if len(heads) != len(cells) or len(heads) < 2:
        return
    at = span[0]
    for number, (name, cell) in enumerate(zip(heads, cells, strict=True)):
        yield Part(f"{'' if not number else ': ' if number == 1 else ', '}{name.strip()} ", None)
        yield Part(cell, at)
        at += len(cell) + len(CELLS)


def _named(asked: frozenset[str], evidence: Evidence) -> str | None:
    """Return who says the evidence, where the question names a part of him or asks who.

    Before a speech's every piece a name makes the reader doubt facts that have nothing to do with him ("Ilse Varga: The
    fund pays for the sea wall.").
    """
    speaker = evidence.speaker
    return speaker if speaker and asked & (_ASKING_WHO | frozenset(words(speaker))) else None


def _prose(speaker: str | None, evidence: Evidence, text: str, span: Span) -> Iterator[Part]:
    """Yield a part of a document after its heading or its question, unless they stand in it, and after who says it."""
    shown = text[slice(*span)]
    if evidence.lead and evidence.lead not in shown:
        yield Part(f"{evidence.lead}\n", None)
    if speaker:
        yield Part(f"{speaker}: ", None)
    yield Part(shown, span[0])


def surroundings(text: str, span: Span, most: int = CHARACTERS) -> Span:
    """Return the span with whole sentences before and after it in turn, as far as there is room."""
    start, end = span
    near = sentences(text, max(0, start - most), min(len(text), end + most))
    starts = [each[0] for each in near if each[1] <= start]
    ends = [each[1] for each in reversed(near) if each[0] >= end]
    while starts or ends:
        left = (starts[-1], end) if starts else None
        right = (start, ends[-1]) if ends else None
        start_, end_ = min((each for each in (left, right) if each), key=lambda each: each[1] - each[0])
        if end_ - start_ > most:
            break
        if start_ < start:
            starts.pop()
        else:
            ends.pop()
        start, end = start_, end_
    return start, end
