"""Candidates from exact words and vectors over the passages that the filters allow, fused."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.embed import Matrix, query_vector
from index.store import Store
from rag.filters import allowed
from rag.fuse import fused
from rag.records import Candidate, Query
from rag.terms import Term

POOL = 50
SELECTIVE = 5_000
"""A filter that leaves no more passages is applied first and all their vectors are scored, in at most some 30 ms."""
WIDE = 500
"""A filter that leaves more is applied to so many of the nearest, which then hold enough; if not, as above."""


@dataclass(frozen=True)
class Retrieved:
    """The candidates, best first, with the question's vector that ranking uses again."""

    candidates: tuple[Candidate, ...]
    vector: Matrix


def retrieve(query: Query, terms: tuple[Term, ...], store: Store) -> Retrieved:
    """Return up to 50 candidates by the mean of BM25 and cosine, both normalised over the pool.

    A filter can never empty the pool because other passages filled it: the allowed passages are chosen in the catalog,
    and unless they are so many that the nearest of all hold enough of them, their vectors are scored exactly.
    """
    catalog = store.catalog
    vector = query_vector(store.embeddings, query.standalone)
    among = allowed(query, store)
    by_words = _worded(terms, among, store)
    by_vector = _nearest(vector, among, store)
    # While files are being indexed the vectors may still hold passages that the catalog has let go.
    passages = catalog.passages(list({**by_vector, **by_words}))
    by_vector = {key: cosine for key, cosine in by_vector.items() if key in passages}
    missing = [key for key in by_words if key not in by_vector]
    if missing:
        cosines = catalog.vectors_of(missing) @ vector
        by_vector |= dict(zip(missing, map(float, cosines), strict=True))
    if by_words:
        by_words = {key: by_words.get(key, 0.0) for key in by_vector}
    scores = dict(list(fused(by_words, by_vector).items())[:POOL])
    found = (Candidate(p.document_id, p.start, p.end, score) for key, score in scores.items() if (p := passages[key]))
    return Retrieved(tuple(found), vector)


def _worded(terms: tuple[Term, ...], among: set[str] | None, store: Store) -> dict[str, float]:
    stems = [each for term in terms for each in term.stems]
    if among is not None and len(among) > SELECTIVE:
        wide = [(key, score) for key, score in store.catalog.search(stems, WIDE) if key in among]
        if len(wide) >= POOL:
            return dict(wide[:POOL])
    return dict(store.catalog.search(stems, POOL, among))


def _nearest(vector: Matrix, among: set[str] | None, store: Store) -> dict[str, float]:
    if among is None:
        return dict(store.search(vector, POOL))
    if len(among) > SELECTIVE:
        wide = [(key, cosine) for key, cosine in store.search(vector, WIDE) if key in among]
        if len(wide) >= POOL:
            return dict(wide[:POOL])
    ids = sorted(among)
    if not ids:
        return {}
    cosines = store.catalog.vectors_of(ids) @ vector
    order = np.argsort(-cosines)[:POOL]
    return {ids[position]: float(cosines[position]) for position in order}
