"""Evidence -> the same with what the reader makes of its first pieces: a fact's, or statements on part of a topic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.text.question_forms import is_yes_or_no
from rag.find.answerability import PARTLY, is_surely_read, promise_of
from rag.find.fitting import fitted
from rag.find.fuse import in_order
from rag.find.shown_first import is_where_read
from rag.find.terms import STATEMENT_COVERAGE, WHOLE, reads_meaning
from rag.reader.model import Reader, open_reader
from rag.reader.pieces import Piece, pieces
from rag.records import Candidate, Documents, Evidence, Query, Ranked, Reading

READ = 4
"""So many pieces of a fact's evidence are read."""
SURE_OF_YES_OR_NO = (3.0, 6.0)
"""The reader's logits from which what it reads for a question for "yes" or "no" goes before what words and vectors put
first. Of 14 such questions to strangers' documents and the sample, first as read are one more; from (2.5, 5.0) on two
are, and two fewer."""


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
    """Return the ranked evidence with the first pieces read: a fact's, and statements that name a part of the topic."""
    if query.kind == "fact" and reads_meaning(query):
        given = pieces(query.standalone, ranked.evidence, documents, most=READ)
        read = _read(query, ranked, given, reader)
        # Who asks for "yes" or "no" asks for no words: that none are found tells nothing.
        return _in_order(_surely_read(read) if is_yes_or_no(query.standalone) else read)
    if query.kind == "statements":
        partly = sorted(filter(_names_a_part, ranked.evidence), key=lambda each: each.coverage < STATEMENT_COVERAGE)
        given = pieces(query.standalone, partly, documents, most=READ, characters=0)
        return _read(query, ranked, given, reader) if given else ranked
    return ranked


def _surely_read(ranked: Ranked) -> Ranked:
    """Return the evidence with a reading only where the reader is sure and has the words from there.

    "Today I signed an application" answers "Did Zelenskyy sign an application?" and holds no words to answer it with;
    "no confirmed reports of the otter injuring a human" are such words for whether it hurt anybody.
    """
    kept = (each if _has_sure_words(each) else replace(each, reading=None) for each in ranked.evidence)
    return replace(ranked, evidence=tuple(kept))


def _has_sure_words(evidence: Evidence) -> bool:
    has_words = evidence.reading is not None and evidence.reading.start >= 0 and is_where_read(evidence)
    return has_words and is_surely_read(evidence, SURE_OF_YES_OR_NO)


def _names_a_part(evidence: Evidence) -> bool:
    """Return whether evidence names a part of the topic itself: what a reply names stands in what it replies to."""
    whole = evidence.reported_by is None and evidence.replies_to is None
    return whole and PARTLY <= evidence.coverage < WHOLE


def _read(query: Query, ranked: Ranked, given: Sequence[Piece], reader: Reader) -> Ranked:
    """Return the ranked evidence with what the reader makes of the pieces."""
    texts = [each.text for each in given]
    readings = reader(put(query), texts)
    found = fitted(query.standalone, texts, readings) if query.kind == "fact" else readings
    read = [(each, each.in_document(reading)) for each, reading in zip(given, found, strict=True) if reading]
    return replace(ranked, evidence=tuple(_with_reading(each, read) for each in ranked.evidence))


def _with_reading(evidence: Evidence, read: Sequence[tuple[Piece, Reading]]) -> Evidence:
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


def put(query: Query) -> str:
    """Return the question as the reader reads it: somebody's position on a topic is what was said about it."""
    if query.kind != "statements" or not query.speaker or not reads_meaning(query):
        return query.standalone
    return f"What did {query.speaker} say about {query.topic}?"
