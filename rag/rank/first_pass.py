"""The first pass: all sentences of the best passages, with the features that need no model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from index.records import Document, Statement
from index.text.sentences import Span
from index.text.stems import words
from rag.find.filters import near_in_time
from rag.find.retrieve import Retrieved
from rag.find.terms import Term, coverage, setting_of, within
from rag.rank.features import Features, agreement, brevity, proximity
from rag.rank.known_names import told_given_names
from rag.rank.line_context import Layout, layout_of
from rag.rank.lines.agenda import heading_of
from rag.rank.passage_sentences import Owned, sentences_of_passage
from rag.rank.replies import replied_to
from rag.rank.sentence import Sentence, stems_of, stems_of_cue, stems_of_day, stems_of_speakers
from rag.records import Candidate, Documents, Query
from rag.understand.answer_type import Asked, asked_for, gives, things

FIRST_PASS = 7_000
"""How many characters of the best passages are gone through sentence by sentence: some ten passages, or 45 snippets.

10,000 and 14,000 find no more (`python -m benchmarks.quality.ranking`)."""


@dataclass(frozen=True)
class _Question:
    """A query with what each of its sentences is compared with."""

    query: Query
    terms: tuple[Term, ...]
    kind: Asked | None
    known: frozenset[str]
    """The stems of the question's own words."""

    @property
    def is_for_statements(self) -> bool:
        return self.query.kind == "statements"


@dataclass(frozen=True)
class _Source:
    """A document of a candidate, and what of the question its title holds and its sentences have to hold."""

    document: Document
    statements: Sequence[Statement]
    asked: tuple[Term, ...]
    title: float
    day: frozenset[str]
    near_in_time: float


@dataclass(frozen=True)
class _Placed:
    """A sentence at its place: what it replies to, what leads it, and the stems of both."""

    span: Span
    owner: Statement | None
    replies_to: Span | None
    lead: str
    leads: bool
    stems: tuple[str, ...]


def first_pass(query: Query, terms: tuple[Term, ...], retrieved: Retrieved, documents: Documents) -> list[Sentence]:
    """Return the sentences of the best candidates with the features that need no model."""
    question = _Question(query, terms, kind=asked_for(query.standalone), known=frozenset(words(query.standalone)))
    read = _first(retrieved.candidates)
    sources = _sources(question, read, documents)
    found = [
        sentence
        for position, candidate in enumerate(read)
        for sentence in _sentences(question, sources[candidate.document_id], retrieved, position)
    ]
    return _with_agreement(question, found)


def _first(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the best candidates as far as the first pass goes."""
    reached = accumulate(each.end - each.start for each in candidates)
    return candidates[: 1 + sum(length < FIRST_PASS for length in reached)]


def _sources(question: _Question, read: Sequence[Candidate], documents: Documents) -> dict[str, _Source]:
    query, terms = question.query, question.terms
    venue = setting_of(query.topic) if question.is_for_statements else frozenset()
    found = {each.document_id: text for each in read if (text := documents.document(each.document_id))}
    return {
        key: _Source(
            document=document,
            statements=documents.statements(key),
            asked=_unless_told(within(terms, venue, document.title), query, document),
            title=coverage(terms, frozenset(stems_of(document.title))),
            day=stems_of_day(document),
            near_in_time=near_in_time(document.published, query.question_date),
        )
        for key, document in found.items()
    }


def _unless_told(terms: tuple[Term, ...], query: Query, document: Document) -> tuple[Term, ...]:
    """Return the terms without given names of people whom a document names in full: each sentence has the surname."""
    told = told_given_names(query.topic, document.text)
    return tuple(each for each in terms if not each.stems & told) or terms


def _sentences(question: _Question, source: _Source, retrieved: Retrieved, position: int) -> Iterator[Sentence]:
    """Yield the sentences of one candidate."""
    placed = _placed(question, source, retrieved.candidates[position])
    every_stem = frozenset(chain.from_iterable(each.stems for each in placed))
    speakers = stems_of_speakers((each.owner for each in placed), question.terms, source.document)
    of_passage = coverage(source.asked, every_stem | speakers | source.day)
    for each in placed:
        features = Features(
            words=retrieved.words[position],
            passage_cosine=retrieved.cosines[position],
            coverage=_coverage(question, source, each),
            passage_coverage=of_passage,
            asked=_answer_likeness(question, source, each),
            proximity=proximity(question.terms, each.stems),
            brevity=brevity(question.terms, frozenset(each.stems)),
            title=source.title,
            agreement=0.0,
            date=source.near_in_time,
        )
        yield Sentence(
            document=source.document,
            span=each.span,
            owner=each.owner,
            candidate=position,
            features=features,
            asked=source.asked,
            phrased=_phrased(question.query, each.stems),
            lead=each.lead,
            leads=each.leads,
            replies_to=each.replies_to,
        )


def _placed(question: _Question, source: _Source, candidate: Candidate) -> list[_Placed]:
    """Return the sentences of a passage, each with what stands before it and says what it is about."""
    text = source.document.text
    owned = list(sentences_of_passage(source.document, candidate, source.statements, question.query))
    layout = Layout() if question.is_for_statements else layout_of(text, [span for span, _ in owned])
    return [_at_its_place(question.query, source, each, layout) for each in owned]


def _at_its_place(query: Query, source: _Source, owned: Owned, layout: Layout) -> _Placed:
    text, (span, owner) = source.document.text, owned
    theirs = query.kind == "statements" and bool(query.speaker)
    heading = heading_of(text, owner, source.statements) if query.kind == "statements" else ""
    # Under the heading that is asked for, words need no other ones to be understood.
    named = bool(heading) and coverage(source.asked, frozenset(stems_of(heading))) > 0
    replies_to = replied_to(text, span, owner, source.statements) if theirs and not named else None
    lead = text[slice(*replies_to)] if replies_to else heading if named else layout.leads.get(span, "")
    stems = stems_of(f"{lead} {text[slice(*span)]}")
    return _Placed(span, owner, replies_to=replies_to, lead=lead, leads=span in layout.leading, stems=stems)


def _coverage(question: _Question, source: _Source, placed: _Placed) -> float:
    own = frozenset(placed.stems + stems_of_cue(placed.owner))
    return coverage(source.asked, own | stems_of_speakers([placed.owner], question.terms, source.document) | source.day)


def _answer_likeness(question: _Question, source: _Source, placed: _Placed) -> float:
    """Return how well a sentence holds the kind of thing that is asked for.

    The answer to a question of the same kind holds it, whatever its words are.
    """
    if _asks(placed.lead, question.kind):
        return 1.0
    return gives(question.kind, source.document.text[slice(*placed.span)], question.known)


def _asks(lead: str, kind: Asked | None) -> bool:
    return kind is not None and lead.rstrip("*_ ").endswith("?") and asked_for(lead) == kind


def _phrased(query: Query, stems: Sequence[str]) -> bool:
    """Return whether a sentence holds all that the question puts in quotation marks."""
    text = f" {' '.join(stems)} " if query.phrases else ""
    return all(f" {' '.join(stems_of(each))} " in text for each in query.phrases)


def _with_agreement(question: _Question, found: list[Sentence]) -> list[Sentence]:
    """Return the sentences with how much other documents agree with what they hold of the kind asked for."""
    mentioned = [things(question.kind, each.text, question.known) for each in found]
    shares = agreement(mentioned, [each.document.id for each in found], [nearness(each.features) for each in found])
    return [
        replace(each, features=each.features._replace(agreement=share))
        for each, share in zip(found, shares, strict=True)
    ]


def nearness(features: Features) -> float:
    """Return how much a sentence's word counts for what it holds, 0 to 1: its share of the question, in its passage."""
    return features.coverage * max(0.0, features.passage_cosine)
