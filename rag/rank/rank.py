"""Candidates -> evidence: sentences scored against the question, grown to spans that can be understood.

A first pass over all sentences of the best passages reads their words alone. The most promising are read by the model,
as many as a question has time for, and scored by the features of rag/rank/features.py.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from index.storage import embeddings as embed
from index.storage.embeddings import Embedder, Matrix, TokenVectors
from index.text.stems import words
from rag.find.retrieve import Retrieved
from rag.find.terms import STATEMENT_COVERAGE, Term
from rag.rank.alike.corroboration import Found, by_support
from rag.rank.alike.near_duplicates import distinct
from rag.rank.evidence import evidence_around
from rag.rank.features import (
    EMPTY,
    FIRST_PASS_WEIGHTS,
    WEIGHTS,
    Features,
    is_empty,
    late_interaction,
    naming,
    nearest_tokens,
    scores,
    token_weights,
)
from rag.rank.first_pass import first_pass, nearness
from rag.rank.meaning import with_meaning
from rag.rank.sentence import Sentence, stems_of_speakers
from rag.records import Candidate, Documents, Query, Ranked

FEWEST = 10
"""So many candidates are given where there are so many, near-identical or not."""
BUDGET = 240
"""How many tokens the model reads for a question. On the development sets 240 find as much as 320, 200 up to four
points less of the right passages in four (`python -m benchmarks.quality.ranking NAME=FOLDER ... --budget TOKENS`)."""
BUDGET_OF_MEANING = 960
"""As `BUDGET`, where statements are asked for and none names enough of the topic, so that words tell nothing of their
order. Of 90 topics that stand in other words in what was said ("alliances" for "We are allies") 240 tokens read the
words for 46, 480 for 60, 960 for 72 and 2,000 for 77."""
TOKEN_CHARACTERS = 4.4
PHRASELESS = 0.5
"""What is left of the score of a sentence without the words that the question puts in quotation marks."""
KEPT_VECTORS = 2_000
"""A sentence's tokens take some 25 kB."""


class SentenceVectors:
    """Vectors of sentences and their tokens, the most recent kept: a session asks about the same passages again."""

    def __init__(self, embeddings: Embedder) -> None:
        self._embeddings = embeddings
        self._kept: OrderedDict[str, TokenVectors] = OrderedDict()

    def __call__(self, texts: Sequence[str]) -> list[TokenVectors]:
        """Return the vectors of each text."""
        missing = [each for each in dict.fromkeys(texts) if each not in self._kept]
        fresh = dict(zip(missing, embed.text_vectors(self._embeddings, missing), strict=True)) if missing else {}
        found = [fresh[each] if each in fresh else self._kept[each] for each in texts]
        self._kept.update(fresh)
        while len(self._kept) > KEPT_VECTORS:
            self._kept.popitem(last=False)
        return found


def rank(
    query: Query, terms: tuple[Term, ...], retrieved: Retrieved, documents: Documents, vectors: SentenceVectors
) -> Ranked:
    """Return the evidence in the best candidates, each span once."""
    read, passages = sentences_read(query, terms, retrieved, documents, vectors)
    if not read:
        return Ranked((), retrieved.candidates)
    scored = [replace(each, score=score) for each, score in zip(read, _scores(read, WEIGHTS), strict=True)]
    scored = _corroborated(scored, passages, frozenset(words(query.standalone)))
    return Ranked(tuple(evidence_around(scored, query, terms)), _reordered(retrieved.candidates, scored))


def sentences_read(
    query: Query,
    terms: tuple[Term, ...],
    retrieved: Retrieved,
    documents: Documents,
    vectors: SentenceVectors,
    budget: int = BUDGET,
) -> tuple[list[Sentence], dict[int, Found]]:
    """Return the sentences of the best candidates for the model to read, with all their features.

    Beside them the candidates whose sentences the first pass read, by number, to compare those that are rivals.
    """
    passed = first_pass(query, terms, retrieved, documents)
    promise = _scores(passed, FIRST_PASS_WEIGHTS)
    order = sorted(range(len(passed)), key=lambda at: (-promise[at], at))
    named = _names_topic(query, terms, passed)
    chosen = _within_budget([passed[at] for at in order], budget if named else BUDGET_OF_MEANING)
    # Of a topic in other words nothing but the topic counts: "What did the mayor say" is near to all that a mayor says.
    weights = token_weights(retrieved.question.pieces, terms, asking=float(named))
    found = vectors([each.read for each in chosen]) if chosen else []
    read = _with_vectors(chosen, terms, retrieved.question, found, weights=weights)
    if not named:
        read = with_meaning(read, query, retrieved.question, weights, vectors)
    return read, _passages(passed, retrieved.candidates)


def _passages(passed: Iterable[Sentence], candidates: Sequence[Candidate]) -> dict[int, Found]:
    """Return each candidate that the first pass read, as near to the question as the best of its sentences."""
    found: dict[int, Found] = {}
    for each in passed:
        start, end = candidates[each.candidate].start, candidates[each.candidate].end
        near = nearness(each.features)
        before = found.get(each.candidate)
        if before is None or before.nearness < near:
            found[each.candidate] = Found(each.document.id, each.document.text[start:end], near)
    return found


def _names_topic(query: Query, terms: Sequence[Term], passed: Sequence[Sentence]) -> bool:
    """Return whether words tell which statements to read: some sentence names enough of what they are asked about."""
    if query.said:
        return False
    if query.kind != "statements" or not terms or query.addressee:
        return True
    return any(each.features.coverage >= STATEMENT_COVERAGE for each in passed)


def _corroborated(scored: list[Sentence], passages: Mapping[int, Found], asked: frozenset[str]) -> list[Sentence]:
    """Return the sentences with the scores of two rivals exchanged where other documents support the lower one more."""
    best = _best(scored)
    order = sorted(best, key=lambda at: (-best[at], at))
    lifted = {at: best[old] - best[at] for at, old in zip(by_support(passages, order, asked), order, strict=True)}
    return [replace(each, score=each.score + lifted[each.candidate]) for each in scored]


def _best(scored: Iterable[Sentence]) -> dict[int, float]:
    """Return the score of each candidate's best sentence."""
    best: dict[int, float] = {}
    for each in scored:
        best[each.candidate] = max(best.get(each.candidate, 0.0), each.score)
    return best


def _scores(found: Sequence[Sentence], weights: Features) -> list[float]:
    rows = scores([each.features for each in found], weights)
    return [
        float(score) * (EMPTY if each.leads or is_empty(each.text) else 1.0) * (1.0 if each.phrased else PHRASELESS)
        for each, score in zip(found, rows, strict=True)
    ]


def _within_budget(ordered: list[Sentence], budget: int) -> list[Sentence]:
    """Return the sentences in their order as far as the model's time allows, the first in any case."""
    chosen: list[Sentence] = []
    used = 0.0
    for each in ordered:
        needed = len(each.read) / TOKEN_CHARACTERS + 2
        if chosen and used + needed > budget:
            continue
        used += needed
        chosen.append(each)
    return chosen


def _with_vectors(
    chosen: list[Sentence],
    terms: tuple[Term, ...],
    question: TokenVectors,
    vectors: list[TokenVectors],
    *,
    weights: Matrix,
) -> list[Sentence]:
    """Return the sentences with the features that their vectors give; without tokens' vectors, cosines stand in.

    `weights` are those of the question's tokens.
    """
    cosines = [max(0.0, float(each.vector @ question.vector)) for each in vectors]
    late, of_passage = (cosines, cosines)
    if chosen and len(question.tokens):
        late, of_passage = _late_interactions(chosen, terms, question, vectors, weights=weights)
    return [
        replace(
            each, features=each.features._replace(cosine=cosine, late_interaction=own, passage_late_interaction=all_)
        )
        for each, cosine, own, all_ in zip(chosen, cosines, late, of_passage, strict=True)
    ]


def _late_interactions(
    chosen: list[Sentence],
    terms: tuple[Term, ...],
    question: TokenVectors,
    vectors: list[TokenVectors],
    *,
    weights: Matrix,
) -> tuple[list[float], list[float]]:
    """Return the late interaction of each sentence, and of all sentences of its passage, with the question."""
    nearest = nearest_tokens(question, vectors)
    for at, each in enumerate(chosen):
        nearest[at, naming(question.pieces, stems_of_speakers([each.owner], terms, each.document))] = 1.0
    of_passage: dict[int, Matrix] = {}
    for each, found in zip(chosen, nearest, strict=True):
        of_passage[each.candidate] = np.maximum(of_passage.get(each.candidate, found), found)
    own = [late_interaction(each, weights) for each in nearest]
    return own, [late_interaction(of_passage[each.candidate], weights) for each in chosen]


def _reordered(candidates: tuple[Candidate, ...], scored: list[Sentence]) -> tuple[Candidate, ...]:
    """Return the candidates with those that were read in the order of their best sentences, then the others.

    Of near-identical ones that were read the first is left, as far as ten candidates remain.
    """
    best = _best(scored)
    texts = {each.document.id: each.document.text for each in scored}
    read = sorted(best, key=lambda at: (-best[at], at))
    groups = distinct(read, lambda at: texts[candidates[at].document_id][candidates[at].start : candidates[at].end])
    if len(candidates) - len(read) + len(groups) < FEWEST:
        groups = [(at, []) for at in read]
    places = [(each.document_id, each.start, each.end) for each in candidates]
    first = [
        replace(candidates[at], score=best[at], also=tuple(places[twin] for twin in twins)) for at, twins in groups
    ]
    floor = min((each.score for each in first), default=1.0)
    rest = [replace(each, score=min(each.score, floor)) for at, each in enumerate(candidates) if at not in best]
    return (*first, *rest)
