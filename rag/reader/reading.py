"""Evidence -> the same with what the reader makes of its first pieces: a fact's, or statements on part of a topic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.text.question_forms import is_yes_or_no
from rag.find.answerability import is_surely_read, promise_of
from rag.find.fitting import fitted
from rag.find.fuse import in_order
from rag.find.on_topic import FEWEST_TERMS, PARTLY, four_cosines
from rag.find.shown_first import is_where_read
from rag.find.terms import STATEMENT_COVERAGE, WHOLE, Term, reads_meaning
from rag.reader.model import Reader, open_reader
from rag.reader.pieces import Piece, pieces
from rag.records import Candidate, Documents, Evidence, FoundWords, Query, Ranked, Reading

READ = 4
"""So many pieces of a fact's evidence are read."""
READ_OF_SAID = 8
"""So many statements are read that may be the one that somebody is asked after."""
SURE_OF_YES_OR_NO = (3.0, 4.8)
"""The reader's logits from which what it reads for a question for "yes" or "no" goes before what words and vectors put
first. Of 14 such questions to strangers' documents and the sample, first as read are one more; from (2.5, 5.0) on two
are, and two fewer."""


Terms = tuple[Term, ...]
Reads = Callable[[Query, Terms, Ranked], Ranked]
Found = tuple[Piece, Reading]
WhereRead = Callable[[Query, Terms, Sequence[Evidence], Sequence[FoundWords], Documents], tuple[Evidence, ...]]


def read_with(name: str, documents: Documents, where_read: WhereRead) -> Reads:
    """Return the stage that reads, with the reader that the setting names.

    `where_read` makes evidence of what is found in none.

    Raises:
        SettingError: there is no reader of that name, or its file is missing or not the published one.
    """
    reader = open_reader(name)
    return unread if reader is None else _Stage(reader, documents, where_read)


def unread(query: Query, terms: Terms, ranked: Ranked) -> Ranked:
    """Return the evidence as it is: what reads where no reader is wanted."""
    return ranked


@dataclass(frozen=True)
class _Stage:
    """Reads the first pieces: a fact's, and statements that name a part of the topic."""

    reader: Reader
    documents: Documents
    where_read: WhereRead

    def __call__(self, query: Query, terms: Terms, ranked: Ranked) -> Ranked:
        """Return the ranked evidence with what the reader makes of its first pieces."""
        if query.kind == "fact" and reads_meaning(query):
            return self._of_fact(query, terms, ranked)
        return self._of_statements(query, terms, ranked) if query.kind == "statements" else ranked

    def _of_fact(self, query: Query, terms: Terms, ranked: Ranked) -> Ranked:
        given = pieces(query.standalone, ranked.evidence, self.documents, most=READ)
        found = _readings(query, given, self.reader)
        read = _with_readings(ranked, found)
        evidence = self.where_read(query, terms, read.evidence, _beside(read.evidence, found), self.documents)
        read = replace(read, evidence=evidence)
        # Who asks for "yes" or "no" asks for no words: that none are found tells nothing.
        return _in_order(_surely_read(read) if is_yes_or_no(query.standalone) else read)

    def _of_statements(self, query: Query, terms: Terms, ranked: Ranked) -> Ranked:
        if query.said:
            return self._of_said(query, ranked)
        partly = sorted(filter(_names_a_part, ranked.evidence), key=lambda each: each.coverage < STATEMENT_COVERAGE)
        nearest = [each for each in _nearest(query, terms, ranked.evidence) if each not in partly]
        given = pieces(query.standalone, partly, self.documents, most=READ, characters=0)
        given += pieces(query.standalone, nearest, self.documents, most=READ, characters=0)
        return _with_readings(ranked, _readings(query, given, self.reader)) if given else ranked

    def _of_said(self, query: Query, ranked: Ranked) -> Ranked:
        """Return the evidence with what the reader makes of each of the nearest statements: did anybody say so?"""
        owned = (each for each in ranked.evidence if each.speaker or each.candidates)
        nearest = sorted(owned, key=lambda each: -four_cosines(each))
        given = pieces(query.said, nearest, self.documents, most=READ_OF_SAID, characters=0)
        return _with_readings(ranked, _readings(replace(query, standalone=query.said), given, self.reader))


def _beside(evidence: Sequence[Evidence], found: Sequence[Found]) -> list[FoundWords]:
    """Return what was found in documents, each beside the first evidence that stands in the same piece."""
    placed = ((next(filter(piece.has, evidence), None), piece.span, reading) for piece, reading in found)
    return [FoundWords(each, span, reading) for each, span, reading in placed if each and reading.start >= 0]


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


def _nearest(query: Query, terms: Terms, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the asked speaker's statements where none names enough of the topic, nearest in meaning first."""
    few = len(terms) < FEWEST_TERMS
    if few or not query.speakers or any(each.coverage >= STATEMENT_COVERAGE for each in evidence):
        return []
    return sorted((each for each in evidence if each.replies_to is None), key=lambda each: -four_cosines(each))


def _names_a_part(evidence: Evidence) -> bool:
    """Return whether evidence names a part of the topic itself: what a reply names stands in what it replies to."""
    whole = evidence.reported_by is None and evidence.replies_to is None
    return whole and PARTLY <= evidence.coverage < WHOLE


def _readings(query: Query, given: Sequence[Piece], reader: Reader) -> list[Found]:
    """Return what the reader makes of each piece, without what is no answer of the kind asked for."""
    texts = [each.text for each in given]
    readings = reader(put(query), texts)
    found = fitted(query.standalone, texts, readings) if query.kind == "fact" else readings
    return [(each, each.in_document(reading)) for each, reading in zip(given, found, strict=True) if reading]


def _with_readings(ranked: Ranked, read: Sequence[Found]) -> Ranked:
    """Return the ranked evidence with what the reader makes of the pieces."""
    return replace(ranked, evidence=tuple(_with_reading(each, read) for each in ranked.evidence))


def _with_reading(evidence: Evidence, read: Sequence[Found]) -> Evidence:
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
    # "The head of Eskby Water, Ana Ruiz, say": what stands beside a name by a comma ends with one.
    comma = "," if "," in query.speaker and f"{query.speaker}," in query.standalone else ""
    return f"What did {query.speaker}{comma} say about {query.topic}?"
