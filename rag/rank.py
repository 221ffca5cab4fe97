"""Candidates -> evidence: sentences scored against the question, grown to stretches that can be understood.

A sentence's score adds the weighted share of the question's words that it holds, its cosine with the question and the
score of its passage.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from langchain_core.embeddings import Embeddings

from index import dating, embed
from index.embed import Matrix
from index.nations import unified
from index.records import Document, Statement
from index.sentences import Span, sentences
from index.store import Store
from index.words import words
from rag.filters import in_days
from rag.records import Candidate, Evidence, Query
from rag.retrieve import Retrieved
from rag.terms import Term, coverage
from rag.windows import grown

DEPTH = 8
"""How many passages are read sentence by sentence."""
COVERAGE_WEIGHT, COSINE_WEIGHT, PASSAGE_WEIGHT = 0.45, 0.35, 0.20
WINDOWS = 24
"""How many of the best sentences are grown into evidence."""
NEIGHBOURHOOD = 1_500
JOINED_WORDS = 150
"""Pieces that touch are shown as one up to so many words."""
CLIPPED_SHARE = 0.6
SAID = 0.55
"""Statements that are less sure are no answer to what somebody said: beliefs and acts that a document tells of."""
SHORT_WORDS = 8
"""Quoted pieces of fewer words are told with their sentence; under this, attribution too is the least sure."""
KEPT_VECTORS = 20_000


class SentenceVectors:
    """Vectors of sentences, the most recent kept: a session asks about the same passages again and again."""

    def __init__(self, embeddings: Embeddings) -> None:
        self._embeddings = embeddings
        self._kept: OrderedDict[str, Matrix] = OrderedDict()

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """Return the texts' vectors, one row each."""
        missing = [each for each in dict.fromkeys(texts) if each not in self._kept]
        fresh = dict(zip(missing, embed.matrix(self._embeddings, missing), strict=True)) if missing else {}
        rows: Matrix = np.stack([fresh[each] if each in fresh else self._kept[each] for each in texts])
        self._kept.update(fresh)
        while len(self._kept) > KEPT_VECTORS:
            self._kept.popitem(last=False)
        return rows


@dataclass(frozen=True)
class Ranked:
    """Evidence, best first, and the candidates in the order that reading their sentences gave."""

    evidence: tuple[Evidence, ...]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class _Sentence:
    document: Document
    span: Span
    owner: Statement | None
    candidate: int
    score: float = 0.0
    cosine: float = 0.0

    @property
    def text(self) -> str:
        return self.document.text[slice(*self.span)]


def rank(query: Query, terms: tuple[Term, ...], retrieved: Retrieved, store: Store, vectors: SentenceVectors) -> Ranked:
    """Return the evidence in the best candidates, each stretch once."""
    read = retrieved.candidates[:DEPTH]
    documents = {each.document_id: text for each in read if (text := store.catalog.document(each.document_id))}
    statements = {key: store.catalog.statements(key) for key in documents}
    found = [
        _Sentence(documents[candidate.document_id], span, owner, position)
        for position, candidate in enumerate(read)
        for span, owner in _units(
            documents[candidate.document_id].text, candidate, statements[candidate.document_id], query
        )
    ]
    if not found:
        return Ranked((), retrieved.candidates)
    scored = _scored(found, terms, retrieved, vectors([each.text for each in found]))
    evidence = _evidence(scored, query, terms)
    return Ranked(tuple(evidence), _reordered(retrieved.candidates, scored))


def _units(
    text: str, candidate: Candidate, statements: Sequence[Statement], query: Query
) -> Iterable[tuple[Span, Statement | None]]:
    """Yield the sentences that begin in the passage: the asked speaker's own words, or all, with their owner."""
    near = [each for each in statements if each.start < candidate.end and each.end > candidate.start]
    if query.speaker:
        told: set[Span] = set()
        for statement in near:
            asked = statement.speaker in query.speakers and in_days(query, statement.said_on)
            if not asked or statement.confidence < SAID:
                continue
            if needs_its_sentence(text, statement):
                span = sentence_around(text, statement)
                if candidate.start <= span[0] < candidate.end and span not in told:
                    told.add(span)
                    yield span, replace(statement, kind="reported")
                continue
            for span in sentences(text, statement.start, statement.end):
                if candidate.start <= span[0] < candidate.end and owner_of(span, near) == statement:
                    yield span, statement
        return
    body = dating.header_end(text)
    for start, end in sentences(text, max(candidate.start, body), max(candidate.end, body)):
        span = _mostly_said((start, end), near)
        yield span, owner_of(span, near)


def needs_its_sentence(text: str, statement: Statement) -> bool:
    """Return whether a statement is understood only in the sentence that tells of it.

    What is told in the document's words is a clause of its sentence; quoted words that begin in small letters, and a
    few that end no sentence, are a piece of one ("called it “a bridge to nowhere”").
    """
    if statement.kind == "turn" or statement.reported_by is not None:
        return False
    said = text[statement.start : statement.end]
    piece = said[:1].islower() or (len(said.split()) < SHORT_WORDS and said[-1:] not in ".!?…,")
    return statement.kind == "reported" or (piece and len(sentences(said)) == 1)


def sentence_around(text: str, statement: Statement) -> Span:
    """Return the sentence or sentences of the paragraph in which a statement stands."""
    start = max(text.rfind("\n", 0, statement.start) + 1, statement.start - NEIGHBOURHOOD)
    end = text.find("\n", statement.end)
    end = min(end if end >= 0 else len(text), statement.end + NEIGHBOURHOOD)
    inside = [each for each in sentences(text, start, end) if each[0] < statement.end and each[1] > statement.start]
    return (inside[0][0], inside[-1][1]) if inside else (statement.start, statement.end)


def telling_statements(text: str, span: Span, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that a span tells: it is the sentence without which they are not understood."""
    inside = [each for each in statements if span[0] <= each.start and each.end <= span[1]]
    return [each for each in inside if needs_its_sentence(text, each) and sentence_around(text, each) == span]


def _mostly_said(span: Span, statements: Iterable[Statement]) -> Span:
    """Return the quoted part of a sentence that is mostly a quotation ("…," X said.), else the whole sentence.

    Where a quotation goes on beyond the sentence, a sentence with its mark and its first words is no whole of anything,
    so there too the quoted part is returned.
    """
    for each in statements:
        start, end = max(span[0], each.start), min(span[1], each.end)
        goes_on = each.start < span[0] < each.end < span[1] or span[0] < each.start < span[1] < each.end
        mostly = end - start >= CLIPPED_SHARE * (span[1] - span[0])
        if each.kind == "direct" and each.reported_by is None and (mostly or goes_on):
            return start, end
    return span


def owner_of(span: Span, statements: Iterable[Statement]) -> Statement | None:
    """Return the innermost statement that holds the whole span, or None."""
    holding = [each for each in statements if each.start <= span[0] and span[1] <= each.end]
    return min(holding, key=lambda each: each.end - each.start, default=None)


def _scored(found: list[_Sentence], terms: tuple[Term, ...], retrieved: Retrieved, vectors: Matrix) -> list[_Sentence]:
    cosines = vectors @ retrieved.vector
    return [
        replace(
            each,
            cosine=float(cosine),
            score=COVERAGE_WEIGHT * coverage(terms, _stems(each.text))
            + COSINE_WEIGHT * max(0.0, float(cosine))
            + PASSAGE_WEIGHT * retrieved.candidates[each.candidate].score,
        )
        for each, cosine in zip(found, cosines, strict=True)
    ]


def _stems(text: str) -> frozenset[str]:
    return frozenset(words(unified(text)))


def _evidence(scored: list[_Sentence], query: Query, terms: tuple[Term, ...]) -> list[Evidence]:
    """Return a window around each sentence in the order of their scores; what an earlier one shows is passed over."""
    taken: set[tuple[str, Span]] = set()
    evidence: list[Evidence] = []
    for best in sorted(scored, key=lambda each: (-each.score, each.candidate, each.span))[:WINDOWS]:
        if (best.document.id, best.span) in taken:
            continue
        spans = [each for each in _neighbours(best) if (best.document.id, each) not in taken]
        text = best.document.text
        at = spans.index(best.span)
        shown = _unbroken(text, [spans[each] for each in grown(text, spans, at, query.kind == "statements")], best.span)
        taken.update((best.document.id, each) for each in shown)
        evidence.append(_as_evidence(best, shown, terms))
    return evidence


def _neighbours(best: _Sentence) -> list[Span]:
    """Return the sentences that may be shown with this one: of its statement, or of its paragraph if it is nobody's."""
    text, span, owner = best.document.text, best.span, best.owner
    if owner is None:
        start = text.rfind("\n\n", 0, span[0]) + 1
        end = text.find("\n\n", span[1])
        found = sentences(text, max(start, span[0] - NEIGHBOURHOOD), min(end if end > 0 else len(text), span[1]))
    else:
        found = sentences(text, owner.start, owner.end)
    others = [each for each in found if each[1] <= span[0] or each[0] >= span[1]]
    return sorted([*others, span])


def _unbroken(text: str, spans: list[Span], best: Span) -> list[Span]:
    """Return the spans around the best one with no gap of more than white space between them."""
    first = last = spans.index(best)
    while first and not text[spans[first - 1][1] : spans[first][0]].strip():
        first -= 1
    while last + 1 < len(spans) and not text[spans[last][1] : spans[last + 1][0]].strip():
        last += 1
    return spans[first : last + 1]


def _as_evidence(best: _Sentence, shown: list[Span], terms: tuple[Term, ...]) -> Evidence:
    start, end = shown[0][0], shown[-1][1]
    owner = best.owner
    held = _stems(best.document.text[start:end])
    if owner and owner.speaker:
        held |= _stems(owner.speaker)
    return Evidence(
        best.document.id,
        start,
        end,
        best.score,
        coverage(terms, held),
        best.cosine,
        owner.speaker if owner else None,
        owner.reported_by if owner else None,
        (owner.said_on if owner else None) or best.document.published,
        owner.confidence if owner else 0.0,
        owner.kind if owner else None,
    )


def joined(evidence: Sequence[Evidence], store: Store) -> tuple[Evidence, ...]:
    """Return the evidence in its order, without what another piece shows already, and touching pieces as one."""
    kept: list[Evidence] = []
    for each in evidence:
        if any(_shows(other, each) for other in kept):
            continue
        touching = next((other for other in kept if _touch(other, each, store)), None)
        if touching is None:
            kept.append(each)
        else:
            start, end = min(touching.start, each.start), max(touching.end, each.end)
            kept[kept.index(touching)] = replace(touching, start=start, end=end)
    if len(kept) < len(evidence):
        return joined(kept, store)
    return tuple(each for each in kept if not any(_shows(other, each) for other in kept if other != each))


def _same_owner(one: Evidence, other: Evidence) -> bool:
    return (one.document_id, one.speaker) == (other.document_id, other.speaker)


def _shows(wide: Evidence, narrow: Evidence) -> bool:
    return _same_owner(wide, narrow) and wide.start <= narrow.start and narrow.end <= wide.end


def _touch(one: Evidence, other: Evidence, store: Store) -> bool:
    """Return whether nothing but white space lies between two pieces of one statement, or of nobody's words."""
    if not _same_owner(one, other) or one.statement != other.statement or one.reported_by != other.reported_by:
        return False
    # What is told in the document's words is checked sentence by sentence.
    if one.speaker and one.statement == "reported":
        return False
    first, second = sorted((one, other), key=lambda each: each.start)
    document = store.catalog.document(one.document_id)
    if document is None or first.end > second.start:
        return False
    gap = document.text[first.end : second.start]
    short = len(document.text[first.start : second.end].split()) <= JOINED_WORDS
    return short and not gap.strip() and "\n" not in gap


def _reordered(candidates: tuple[Candidate, ...], scored: list[_Sentence]) -> tuple[Candidate, ...]:
    """Return the candidates with those that were read ordered by their own and their best sentence's score."""
    best: dict[int, float] = {}
    for each in scored:
        best[each.candidate] = max(best.get(each.candidate, 0.0), each.score)
    read = [replace(candidates[at], score=(candidates[at].score + score) / 2) for at, score in best.items()]
    rest = [each for at, each in enumerate(candidates) if at not in best]
    floor = min((each.score for each in read), default=1.0)
    rest = [replace(each, score=min(each.score, floor)) for each in rest]
    return (*sorted(read, key=lambda each: -each.score), *rest)
