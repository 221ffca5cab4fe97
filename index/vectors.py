"""The only file that imports Chroma: open, bring in line with the catalog, search.

Chroma holds ids and vectors alone and can be rebuilt from the catalog at any time. Text stays out of it: with text an
ingest takes three times as long and six times the disk.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from errors import StoreError
from index.embed import Matrix

BATCH = 1_000
M_PERTURB = -6
PASSAGES = "passages"
STATEMENTS = "statements"
Report = Callable[[int, int], None]
Fields = dict[str, Any]


class Collection:
    """One of the folder's collections: vectors by id, with the few fields that are filtered on."""

    def __init__(self, client: Any, name: str) -> None:
        self._collection = client.get_or_create_collection(
            name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def ids(self) -> set[str]:
        """Return the ids of all the vectors that are held."""
        return set(self._collection.get(include=[])["ids"])

    def count(self) -> int:
        """Return how many vectors are held."""
        return int(self._collection.count())

    def fields(self, ids: list[str]) -> dict[str, dict[str, Any]]:
        """Return the fields that are held beside the vectors, by id."""
        found = self._collection.get(ids=ids, include=["metadatas"])
        return dict(zip(found["ids"], found["metadatas"] or [], strict=True))

    def make_equal(
        self,
        wanted: set[str],
        vectors_of: Callable[[list[str]], Matrix],
        report: Report,
        fields_of: Callable[[list[str]], list[Fields]] | None = None,
    ) -> None:
        """Hold exactly the wanted ids: add the missing, whose vectors come from the catalog, and delete the rest.

        `report` is called with how many of how many were added. Interrupted, the next call goes on from there.
        """
        held = self.ids()
        missing = sorted(wanted - held)
        with _blank_memory():
            for batch in _batches(sorted(held - wanted)):
                self._collection.delete(ids=batch)
            for number, batch in enumerate(_batches(missing)):
                fields = fields_of(batch) if fields_of else None
                self._collection.upsert(ids=batch, embeddings=vectors_of(batch), metadatas=fields)
                report(min((number + 1) * BATCH, len(missing)), len(missing))

    def search(self, vector: Matrix, limit: int, where: Fields | None = None) -> list[tuple[str, float]]:
        """Return up to `limit` ids with their cosine, nearest first; `where` is Chroma's filter over the fields."""
        found = self._collection.query(
            query_embeddings=np.asarray([vector], dtype=np.float32),
            n_results=limit,
            include=["distances"],
            where=where,
        )
        distances = found["distances"] or [[]]
        return [(key, 1.0 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]


class Vectors:
    """A Chroma folder, held by one process: the vectors of the passages and of the statements by id."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._searching = threading.Lock()
        self._closed = False
        try:
            self._client: Any = chromadb.PersistentClient(str(folder), ChromaSettings(anonymized_telemetry=False))
            self.passages = Collection(self._client, PASSAGES)
            self.statements = Collection(self._client, STATEMENTS)
        except (ChromaError, OSError, ValueError) as error:
            raise StoreError(
                f"The vectors in {folder} cannot be opened ({type(error).__name__}); "
                "remove that folder and index again."
            ) from error

    def close(self) -> None:
        """Let go of the folder, when no search is running in it."""
        with self._searching, _blank_memory():
            self._closed = True
            self._client.close()

    def search(
        self, vector: Matrix, limit: int, statements: bool = False, where: Fields | None = None
    ) -> list[tuple[str, float]] | None:
        """Return up to `limit` ids of passages, or of statements, with cosines; None when the folder was let go."""
        with self._searching:
            if self._closed:
                return None
            return (self.statements if statements else self.passages).search(vector, limit, where)


@contextmanager
def _blank_memory() -> Iterator[None]:
    """Let memory that is allocated inside begin as zeros.

    Chroma writes its vector file with the room it has reserved, and what stood in that memory before: a test found
    words of removed documents there. glibc fills fresh memory when M_PERTURB is set (mallopt(3)); others lack it.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is None:
        yield
        return
    mallopt(M_PERTURB, 255)
    try:
        yield
    finally:
        mallopt(M_PERTURB, 0)


def _batches(ids: list[str]) -> Iterable[list[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
