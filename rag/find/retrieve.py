"""Candidates from exact words and vectors over the passages that the filters allow, fused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.records import Passage
from index.storage.catalog import Catalog
from index.storage.embeddings import Embedder, Matrix, TokenVectors, question_vectors
from index.storage.vectors.nearest import cosines
from rag.find.filters import allowed, near_in_time
from rag.find.fuse import fused, min_max
from rag.find.terms import Term
from rag.records import Candidate, Query

POOL, WORDED = 50, 500
SELECTIVE = 5_000
"""A filter that leaves no more passages is applied first and all their vectors are scored, in at most some 30 ms."""
WIDE = (500, 5_000)
"""A filter that leaves more is applied to so many of the nearest, which then hold enough; if not, as above."""
MOST_SCORED = 20_000
"""Of more, those of them that hold words of the question are scored with what the nearest hold: of a million passages
53,000 vectors take 1.5 s to read, and half a million 20 s."""


class Searchable(Protocol):
    """A store as far as passages are found in it: its catalog, its vectors and the model that makes them."""

    catalog: Catalog
    embeddings: Embedder

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """Return the ids and cosines of the passages nearest to a vector."""


@dataclass(frozen=True)
class Retrieved:
    """The candidates, best first, with what ranking uses again: the question's vectors and both scores."""

    candidates: tuple[Candidate, ...]
    question: TokenVectors
    words: tuple[float, ...] = ()
    """Each candidate's BM25, normalised over the pool, 0 to 1."""
    cosines: tuple[float, ...] = ()
    """Each candidate's cosine with the question."""


def retrieve(query: Query, terms: tuple[Term, ...], store: Searchable) -> Retrieved:
    """Return up to 50 candidates by the mean of BM25 and cosine, both normalised over the pool.

    A filter can never empty the pool because other passages filled it: the allowed passages are chosen in the catalog,
    and unless the nearest of all hold enough of them, their vectors are scored exactly; of more than `MOST_SCORED` only
    those of passages that hold a word of the question.
    """
    question = question_vectors(store.embeddings, query.standalone)
    pool = _pool(query, terms, question.vector, store)
    # While files are being indexed the vectors may still hold passages that the catalog has removed.
    passages = store.catalog.passages(list({**pool.by_vector, **pool.by_words}))
    by_vector, by_words = _in_both(pool, passages, question.vector, store)
    normalised = min_max(by_words) if by_words else {}
    in_time = _in_time(query, {key: passages[key].document_id for key in by_vector}, store)
    # Who puts words in quotation marks wants these words: what holds them comes first.
    scored = fused(by_words, by_vector, in_time)
    ordered = sorted(scored.items(), key=lambda item: item[0] not in pool.phrased)[:POOL]
    best = [(passages[key], key, score) for key, score in ordered]
    return Retrieved(
        candidates=tuple(
            Candidate(document_id=each.document_id, start=each.start, end=each.end, score=score)
            for each, _, score in best
        ),
        question=question,
        words=tuple(normalised.get(key, 0.0) for _, key, _ in best),
        cosines=tuple(by_vector[key] for _, key, _ in best),
    )


@dataclass(frozen=True)
class _Pool:
    """The passages that are near by their vectors or hold the words, with their cosines and BM25."""

    by_vector: dict[str, float]
    by_words: dict[str, float]
    every_word_score: dict[str, float]
    """The BM25 of more passages than the best fifty."""
    phrased: set[str]
    """The passages that hold what the question puts in quotation marks."""


def _pool(query: Query, terms: tuple[Term, ...], vector: Matrix, store: Searchable) -> _Pool:
    among = allowed(query, store.catalog)
    worded = _worded(terms, among, store)
    by_vector = _nearest(vector, among, worded, store)
    by_words = dict(list(worded.items())[:POOL])
    if query.question_date and (around := _around(query.question_date, among, store)):
        by_vector |= dict(list(_nearest(vector, around, worded, store).items())[: POOL // 2])
        by_words |= dict(store.catalog.search(_stems(terms), POOL // 2, around))
        worded = by_words | worded
    phrased = set(store.catalog.holding_phrases(query.phrases, POOL, among)) if query.phrases else set()
    by_words |= {key: worded.get(key, 0.0) for key in phrased}
    return _Pool(by_vector, by_words, every_word_score=worded, phrased=phrased)


def _in_both(
    pool: _Pool, passages: Mapping[str, Passage], vector: Matrix, store: Searchable
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the cosine and the BM25 of each passage of the pool that the catalog still has."""
    by_vector = {key: cosine for key, cosine in pool.by_vector.items() if key in passages}
    by_vector |= _cosines([key for key in pool.by_words if key not in by_vector], vector, store)
    # A neighbour by its vector may hold the words too and lie beyond the best fifty of those that do.
    by_words = {key: pool.every_word_score.get(key, 0.0) for key in by_vector} if pool.by_words else {}
    return by_vector, by_words


def _around(question_date: str, among: frozenset[str] | None, store: Searchable) -> frozenset[str]:
    """Return the allowed passages of the documents of the fortnight around the question's day."""
    passages = store.catalog.passages_in(
        lambda document_id, day: near_in_time(day, question_date) == 1, ("around", question_date)
    )
    return passages if among is None else passages & among


def _in_time(query: Query, documents: Mapping[str, str], store: Searchable) -> dict[str, float]:
    """Return how near in time each passage's document is to the question, or nothing where that tells nothing."""
    if not query.question_date:
        return {}
    days = store.catalog.published()
    near = {key: near_in_time(days.get(document), query.question_date) for key, document in documents.items()}
    return near if any(near.values()) else {}


def _stems(terms: tuple[Term, ...]) -> list[str]:
    return [each for term in terms for each in term.stems]


def _worded(terms: tuple[Term, ...], among: frozenset[str] | None, store: Searchable) -> dict[str, float]:
    return dict(store.catalog.search(_stems(terms), WORDED, among))


def _nearest(
    vector: Matrix, among: frozenset[str] | None, worded: Mapping[str, float], store: Searchable
) -> dict[str, float]:
    """Return the cosines of the nearest of the allowed passages, best first."""
    if among is None:
        return dict(store.search(vector, POOL))
    if not among:
        return {}
    near: dict[str, float] = {}
    if len(among) > SELECTIVE:
        for limit in WIDE:
            near = {key: cosine for key, cosine in store.search(vector, limit) if key in among}
            if len(near) >= POOL:
                return dict(list(near.items())[:POOL])
    if len(among) > MOST_SCORED:
        return _best(near | _cosines([key for key in worded if key in among and key not in near], vector, store))
    ids, vectors = store.catalog.vectors_among(among)
    return _best(_by_id(ids, vectors, vector))


def _cosines(ids: Sequence[str], vector: Matrix, store: Searchable) -> dict[str, float]:
    return _by_id(ids, store.catalog.vectors_of(ids), vector) if ids else {}


def _by_id(ids: Sequence[str], vectors: Matrix, vector: Matrix) -> dict[str, float]:
    return dict(zip(ids, cosines(vectors, vector).tolist(), strict=True))


def _best(found: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:POOL])
