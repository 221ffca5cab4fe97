"""A fact's evidence -> the same with the sentence in which the reader found the answer: "Two pandas … . They will …".

A piece is read with what stands around it, and the answer may stand in the neighbouring sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.dates.metadata import is_label_only
from index.records import owner_of
from index.text.sentences import sentences
from rag.rank.evidence import as_evidence
from rag.rank.features import is_empty
from rag.records import Documents, Evidence

AROUND = 600
"""Characters beside a span in which its answer may stand: as many as are read with it (rag/reader/pieces.py)."""
GROWN_WORDS = 70
"""A span that grows to its answer has at most so many words; else the answer's sentence is shown behind it."""
FEWEST_WORDS = 4
"""A line of fewer words, such as a name in a list, says nothing by itself."""


def with_answer(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence, the first of which also shows the sentence that the reader takes its answer from."""
    if not evidence or any(_shows_answer(each, evidence[0]) for each in evidence):
        return tuple(evidence)
    found = _of_answer(evidence[0], documents)
    return (*found, *evidence[1:]) if found else tuple(evidence)


def _shows_answer(shown: Evidence, read: Evidence) -> bool:
    """Return whether a span shows the answer that was read, or whether none was."""
    reading = read.reading
    if reading is None or reading.margin <= 0 or reading.start < 0:
        return True
    return shown.document_id == read.document_id and shown.start <= reading.start < shown.end


def _of_answer(best: Evidence, documents: Documents) -> tuple[Evidence, ...]:
    """Return the span grown to its answer, or with the answer's sentence behind it."""
    document, reading = documents.document(best.document_id), best.reading
    if document is None or reading is None:
        return ()
    text, around = document.text, (max(0, best.start - AROUND), min(len(document.text), best.end + AROUND))
    span = next((each for each in sentences(text, *around) if each[0] <= reading.start < each[1]), None)
    if span is None or _says_nothing(text[slice(*span)]):
        return ()
    start, end = min(best.start, span[0]), max(best.end, span[1])
    owner = owner_of(span, documents.statements(document.id))
    speaker = owner.speaker if owner else None
    if speaker == best.speaker and "\n" not in text[start:end] and len(text[start:end].split()) <= GROWN_WORDS:
        return (replace(best, start=start, end=end),)
    found = as_evidence(document, span, owner, score=best.score, coverage=best.coverage)
    found = replace(found, reading=reading)
    # What names nothing of the question shows only where the answer was looked for.
    return (best, found) if best.coverage else (found,)


def _says_nothing(words: str) -> bool:
    """Return whether a sentence is a heading, a label of a release, or too few words to be understood."""
    return len(words.split()) < FEWEST_WORDS or is_empty(words) or is_label_only(words)
