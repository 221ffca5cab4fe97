"""A store opened by its one owner: lock, catalog, vectors and embedder together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from langchain_core.embeddings import Embeddings

from index import embed
from index.catalog import Catalog
from index.lock import StoreLock
from index.vectors import Vectors
from settings import Settings

Report = Callable[[int, int], None]


@dataclass
class Store:
    """A store's parts; use it as a context manager or call `close`."""

    folder: Path
    catalog: Catalog
    vectors: Vectors
    embeddings: Embeddings
    _lock: StoreLock

    def bring_in_line(self, report: Report = lambda done, total: None) -> None:
        """Make Chroma hold exactly the catalog's passages; after an interrupted index run this repairs it."""
        # The count tells when the folder was lost or put back from elsewhere.
        if self.catalog.in_line() and self.vectors.count() == self.catalog.counts()["passages"]:
            return
        self.vectors.make_equal(self.catalog.passage_ids(), self.catalog.vectors_of, report)
        self.catalog.drop_unused_vectors()
        self.catalog.set_in_line()

    def close(self) -> None:
        """Close the parts and give the lock back."""
        self.vectors.close()
        self.catalog.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(settings: Settings) -> Store:
    """Return the store of the settings, created when missing, with this process as its owner.

    Raises:
        StoreBusyError: another process holds it.
        EmbedderError: it was made with another embedder, or the weights are missing.
        StoreError: it cannot be opened or written.
    """
    lock = StoreLock(settings.store)
    lock.acquire(settings.lock_seconds)
    try:
        catalog = Catalog(settings.store / "catalog.sqlite")
        catalog.claim(embed.fingerprint(settings.embedder))
        embeddings = embed.open_embeddings(settings.embedder)
        vectors = Vectors(settings.store / "chroma")
    except BaseException:
        lock.release()
        raise
    store = Store(settings.store, catalog, vectors, embeddings, lock)
    store.bring_in_line()
    return store
