"""The only file that imports Chroma: open, bring in line with the catalog, search.

Chroma holds ids and vectors alone and can be rebuilt from the catalog at any time. Text stays out of it: with text an
ingest takes three times as long and six times the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from errors import StoreError
from index.embed import Matrix

BATCH = 1_000
PASSAGES = "passages"


class Vectors:
    """A Chroma folder, held by one process: the vectors of the passages by passage id."""

    def __init__(self, folder: Path) -> None:
        try:
            self._client: Any = chromadb.PersistentClient(str(folder), ChromaSettings(anonymized_telemetry=False))
            self._collection = self._client.get_or_create_collection(
                PASSAGES, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        except (ChromaError, OSError, ValueError) as error:
            raise StoreError(
                f"The vectors in {folder} cannot be opened ({type(error).__name__}); "
                "remove that folder and index again."
            ) from error

    def close(self) -> None:
        """Let go of the folder."""
        self._client.close()

    def ids(self) -> set[str]:
        """Return the ids of all the vectors that are held."""
        return set(self._collection.get(include=[])["ids"])

    def count(self) -> int:
        """Return how many vectors are held."""
        return int(self._collection.count())

    def make_equal(
        self, wanted: set[str], vectors_of: Callable[[list[str]], Matrix], report: Callable[[int, int], None]
    ) -> None:
        """Hold exactly the wanted ids: add the missing, whose vectors come from the catalog, and delete the rest.

        `report` is called with how many of how many were added. Interrupted, the next call goes on from there.
        """
        held = self.ids()
        for batch in _batches(sorted(held - wanted)):
            self._collection.delete(ids=batch)
        missing = sorted(wanted - held)
        for number, batch in enumerate(_batches(missing)):
            self._collection.upsert(ids=batch, embeddings=vectors_of(batch))
            report(min((number + 1) * BATCH, len(missing)), len(missing))

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` ids with their cosine, nearest first."""
        count = min(limit, self.count())
        if count == 0:
            return []
        found = self._collection.query(
            query_embeddings=np.asarray([vector], dtype=np.float32), n_results=count, include=["distances"]
        )
        distances = found["distances"] or [[]]
        return [(key, 1.0 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]


def _batches(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
