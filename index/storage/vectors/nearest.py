"""The passages nearest to a vector, found by comparing it with every vector that the catalog holds."""

from __future__ import annotations

import numpy as np

from index.storage.catalog_memory import Memory
from index.storage.database import Database
from index.storage.embeddings import Matrix


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
        cosines = vectors @ vector
        order = np.argsort(-cosines, kind="stable")[:limit]
        return [(ids[position], float(cosines[position])) for position in order]

    def _read(self) -> tuple[list[str], Matrix]:
        """Return the ids of all passages in their order, and their vectors, one row each."""
        rows = self._database.rows(
            "SELECT passages.id, vector FROM passages JOIN vectors USING (hash) ORDER BY passages.id"
        )
        vectors = np.frombuffer(b"".join(vector for _, vector in rows), dtype=np.float32)
        return [key for key, _ in rows], vectors.reshape(len(rows), -1) if rows else vectors
