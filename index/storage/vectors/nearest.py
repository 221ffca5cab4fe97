"""The passages nearest to a vector, found by comparing it with every vector that the catalog holds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.storage.catalog_memory import Memory
from index.storage.database import Database
from index.storage.embeddings import Matrix

SEARCHES = 8
"""So many vectors' cosines are kept, those of a question or two; comparing 15,262 vectors takes 8 ms."""


class Nearest:
    """Searches all vectors of a catalog, kept in memory until it changes; any thread may use it."""

    def __init__(self, database: Database, memory: Memory) -> None:
        self._database = database
        self._memory = memory

    def passages(self) -> int:
        """Return how many passages there are to search."""
        query = "SELECT count(*) FROM passages"
        return self._memory.remember("passages", lambda: int(self._database.value(query)))

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` ids of passages with their cosine, nearest first, equally near ones by their id."""
        ids, vectors = self._memory.remember("vectors", self._read)
        if not ids:
            return []
        # A question is searched several times: without its speaker, and for what is nearest to it.
        compared, order = self._memory.remember_last(
            "compared", vector.tobytes(), lambda: _compared(vectors, vector), SEARCHES
        )
        best = order[:limit]
        return list(zip([ids[position] for position in best.tolist()], compared[best].tolist(), strict=True))

    def _read(self) -> tuple[list[str], Matrix]:
        """Return the ids of all passages in their order, and their vectors, one row each."""
        rows = self._database.rows(
            "SELECT passages.id, vector FROM passages JOIN vectors USING (hash) ORDER BY passages.id"
        )
        vectors = np.frombuffer(b"".join(vector for _, vector in rows), dtype=np.float32)
        return [key for key, _ in rows], vectors.reshape(len(rows), -1) if rows else vectors


def cosines(vectors: Matrix, vector: Matrix) -> Matrix:
    """Return each vector's cosine with one of them; all are of length 1."""
    # Without BLAS, whose second thread waits in a loop for 25 ms when it has multiplied.
    found: Matrix = np.einsum("ij,j->i", vectors, vector)
    return found


def _compared(vectors: Matrix, vector: Matrix) -> tuple[Matrix, NDArray[np.int64]]:
    """Return each vector's cosine with one of them, and the order of these, the nearest first."""
    found = cosines(vectors, vector)
    return found, np.argsort(-found, kind="stable")
