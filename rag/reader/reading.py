"""Evidence of a fact -> the same with what the reader makes of it: of the first pieces, as many as there is time for.

The reader is given a piece of evidence with the sentences around it, as those tell whom "he" means and what the figure
counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.text.sentences import Span, sentences
from rag.find.answerability import promise_of
from rag.find.fuse import in_order
from rag.reader.model import Reader, open_reader
from rag.records import Candidate, Documents, Evidence, Query, Ranked, Reading

READ = 4
"""So many pieces of evidence are read."""
CHARACTERS = 600
"""A piece is read with what stands around it up to so many characters. On 1,000 questions of SQuAD's development half
the head's AUROC is .883 with 600 around the sentence that shares most words with the question, .857 with whole passages
and .854 with 350 (first 400 of them; docs/reader.md)."""
NAME = -1
"""The offset of an answer that is the speaker's name."""


def read_with(name: str, documents: Documents) -> Callable[[Query, Ranked], Ranked]:
    """Return the stage that reads, with the reader that the setting names.

    Raises:
        SettingError: there is no reader of that name, or its file is missing or not the published one.
    """
    reader = open_reader(name)
    if reader is None:
        return unread
    return lambda query, ranked: with_readings(query, ranked, documents, reader)


def unread(query: Query, ranked: Ranked) -> Ranked:
    """Return the evidence as it is: what reads where no reader is wanted."""
    return ranked


def with_readings(query: Query, ranked: Ranked, documents: Documents, reader: Reader) -> Ranked:
    """Return the ranked evidence with the first pieces read; only a fact's are."""
    if query.kind != "fact":
        return ranked
    pieces = _pieces(ranked.evidence, documents)
    readings = reader(query.standalone, [each.lead + each.text for each in pieces])
    read = [(each, each.in_document(reading)) for each, reading in zip(pieces, readings, strict=True)]
    return _in_order(Ranked(tuple(_with_reading(each, read) for each in ranked.evidence), ranked.candidates))


@dataclass(frozen=True)
class _Piece:
    """What is read at once: a part of a document, after the name of whose words the evidence in it is."""

    document_id: str
    start: int
    end: int
    lead: str
    text: str

    def has(self, evidence: Evidence) -> bool:
        """Return whether a piece of evidence stands in it, as the same speaker's words."""
        here = self.start <= evidence.start and evidence.end <= self.end
        return here and (self.document_id, self.lead) == (evidence.document_id, _lead(evidence))

    def in_document(self, reading: Reading) -> Reading:
        """Return the reading with offsets in the document; an answer that is the speaker's name is no words of it."""
        if reading.start < len(self.lead):
            return reading._replace(start=NAME, end=NAME)
        moved = self.start - len(self.lead)
        return reading._replace(start=reading.start + moved, end=reading.end + moved)


def _lead(evidence: Evidence) -> str:
    """Return what is read before the words: who says them is often asked for and stands elsewhere."""
    return f"{evidence.speaker}: " if evidence.speaker else ""


def _pieces(evidence: Sequence[Evidence], documents: Documents) -> list[_Piece]:
    """Return what is read: the surroundings of the first evidence, once for what stands in the same."""
    found: list[_Piece] = []
    for each in evidence:
        if len(found) == READ:
            break
        document = documents.document(each.document_id)
        if document is None or any(piece.has(each) for piece in found):
            continue
        start, end = surroundings(document.text, (each.start, each.end))
        piece = _Piece(document_id=document.id, start=start, end=end, lead=_lead(each), text=document.text[start:end])
        found.append(piece)
    return found


def _with_reading(evidence: Evidence, read: Sequence[tuple[_Piece, Reading]]) -> Evidence:
    """Return evidence with the best reading of those of what it stands in."""
    readings = [reading for piece, reading in read if piece.has(evidence)]
    return replace(evidence, reading=max(readings, key=lambda each: each.margin)) if readings else evidence


def _in_order(ranked: Ranked) -> Ranked:
    """Return the candidates that hold what was read in its order, then the others; scores fall as before."""
    read = sorted((each for each in ranked.evidence if each.reading), key=promise_of, reverse=True)
    places = {at: _rank_in(each, read) for at, each in enumerate(ranked.candidates)}
    order = sorted(places, key=lambda at: (places[at], at))
    return replace(ranked, candidates=in_order(ranked.candidates, order))


def _rank_in(candidate: Candidate, read: Sequence[Evidence]) -> int:
    """Return the position of the first piece that begins in the candidate, one beyond the last where none does."""
    return next((at for at, each in enumerate(read) if candidate.opens(each)), len(read))


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
