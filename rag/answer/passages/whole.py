"""Pieces of evidence -> the whole passages that they stand in, with the passages nearest to the question beside them.

Which passage answers is found far more surely than which of its sentences does. Of 84 questions that strangers asked
and the product answered, the sentences chosen hold all of the truth for .40, in 43 words; the passage of the first
with those that are nearly as near to the question as the nearest, three at most, for .77, in 205; whatever their
nearness for .81, in 340. So passages are shown, the chosen sentence marked in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.dates.metadata import header_end
from index.records import Document, owner_of
from index.text.sentences import Span, sentences
from rag.answer.opening.datelines import without_dateline
from rag.answer.passages.edges import within_page
from rag.answer.passages.read import ReadPassage
from rag.answer.passages.wider import Room, behind_title, widened
from rag.check.speeches import speech_of
from rag.rank.evidence import as_evidence, overlapping
from rag.records import Candidate, Documents, Evidence, Ranked

SHOWN = 3
"""So many passages are shown at most."""
NEARLY = 0.5
"""Passages are shown that rank no farther than this from the best: of 1,022 held-out questions (training/asked/) they
hold all of the truth for .920, 1.75 of them in the mean; with .3 .906 and 1.43, three whatever their rank .925."""
FOLLOWING, FOLLOWED = 60, 800
"""What follows is shown up to so many words, in so many characters: a reply, or what the last sentence begins."""
OF_PASSAGES = Room(back=600, on=800, more=800)
"""How far the first passage grows: of 113 facts of four strangers all of the truth is shown for 66 without, in 168
words; for 74 so, in 278; for 71 where only its paragraph is completed, in 205; for 76 where the second grows too, in
320."""


@dataclass(frozen=True)
class Whole:
    """A passage as evidence, and where in the document the sentence stands that is nearest to the question."""

    evidence: Evidence
    nearest: Span | None
    logit: float | None = None
    """What the reader says of whether it answers, where it read it."""


def around(
    evidence: Sequence[Evidence], ranked: Ranked, near: Sequence[ReadPassage], documents: Documents
) -> tuple[Whole, ...]:
    """Return the passage of the first evidence and those nearest to the question, three at most.

    Evidence that stands in no passage of the candidates is left as it is.
    """
    first = [_of_evidence(each, ranked, documents) for each in evidence[:1]]
    return apart((*first, *wholes(nearly(near), documents, (*evidence, *ranked.evidence))), documents)


def nearly(near: Sequence[ReadPassage]) -> list[ReadPassage]:
    """Return the passages that are nearly as near to the question as the nearest."""
    best = max((each.rank for each in near), default=0.0)
    return [each for each in near if each.rank >= best - NEARLY]


def wholes(
    near: Iterable[ReadPassage], documents: Documents, evidence: Sequence[Evidence] = ()
) -> Iterator[Whole | None]:
    """Yield passages whole; the evidence in each, or else what the reader found there, is what is nearest in it."""
    for each in near:
        document = documents.document(each.candidate.document_id)
        if document is None:
            continue
        inside = next((one for one in evidence if each.candidate.opens(one)), None)
        span = (inside.start, inside.end) if inside else each.nearest(document.text)
        found = whole(document, each.candidate, span, documents)
        yield replace(found, logit=each.reading.answerable) if found and each.reading else found


def _of_evidence(piece: Evidence, ranked: Ranked, documents: Documents) -> Whole | None:
    document = documents.document(piece.document_id)
    passage = next((each for each in ranked.candidates if each.opens(piece)), None)
    if document is None or passage is None:
        return Whole(piece, None)
    found = whole(document, passage, (piece.start, piece.end), documents)
    return replace(found, logit=piece.reading.answerable) if found and piece.reading else found


def whole(document: Document, passage: Candidate, nearest: Span | None, documents: Documents) -> Whole | None:
    """Return a passage, and more where its nearest words go on beyond it, without the header of a document.

    None where nothing but a header stands in it.
    """
    start, end = passage.start, passage.end
    if nearest is not None:
        start, end = min(start, nearest[0]), max(end, nearest[1])
    header = header_end(document.text)
    if start < header and not (nearest and nearest[0] < header):
        start = min(header, end)
    start = behind_title(document, start, end)
    end = _with_reply(document.text, end, nearest)
    text = document.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    if start >= end:
        return None
    start, end = within_page(document.text, (start, end), nearest)
    owner = owner_of((start, end), documents.statements(document.id))
    found = as_evidence(document, (start, end), owner, score=passage.score, coverage=0.0)
    return Whole(without_dateline(found, documents), nearest)


def _with_reply(text: str, end: int, nearest: Span | None) -> int:
    """Return where a passage ends with what follows its last words, if these ask or are the nearest to the question."""
    last = text[:end].rstrip(' \n\t"”’*_)')
    is_last = nearest is not None and not text[nearest[1] : end].strip(' \n\t"”’*_)')
    if not last.endswith("?") and not is_last:
        return end
    words = 0
    for span in sentences(text, end, min(len(text), end + FOLLOWED)):
        words += len(text[slice(*span)].split())
        if words > FOLLOWING:
            break
        end = span[1]
    return end


def apart(passages: Iterable[Whole | None], documents: Documents) -> tuple[Whole, ...]:
    """Return the first passages of which none holds words of another, three at most, the first of them widened."""
    shown: list[Whole] = []
    for each in passages:
        if each is None or any(overlapping(each.evidence, other.evidence) for other in shown):
            continue
        shown.append(each if shown else _widened(each, documents))
    return tuple(shown[:SHOWN])


def _widened(passage: Whole, documents: Documents) -> Whole:
    """Return a passage with the rest of its paragraph and what follows; of one person's words with no others."""
    one = passage.evidence
    document = documents.document(one.document_id)
    if document is None:
        return passage
    statements = documents.statements(document.id)
    owner = owner_of((one.start, one.end), statements)
    within = (min(one.start, header_end(document.text)), len(document.text))
    if owner:
        is_speech = owner.kind == "turn"
        within = speech_of(owner, statements, document.text) if is_speech else (owner.start, owner.end)
    start, end = widened(document.text, (one.start, one.end), within, OF_PASSAGES)
    start = behind_title(document, start, end)
    start, end = within_page(document.text, (start, end), passage.nearest)
    return replace(passage, evidence=without_dateline(replace(one, start=start, end=end), documents))
