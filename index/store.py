"""A store opened by its one owner: lock, catalog, vectors and embedder together."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from langchain_core.embeddings import Embeddings

from index import embed
from index.catalog import Catalog
from index.embed import Matrix
from index.lock import StoreLock
from index.vectors import Vectors
from settings import Settings

Report = Callable[[int, int], None]
DEAD_SHARE = 0.1
"""When so large a part of the passages was replaced, traces of the old ones are removed from disk."""


@dataclass
class Store:
    """A store's parts; use it as a context manager or call `close`."""

    folder: Path
    catalog: Catalog
    vectors: Vectors
    embeddings: Embeddings
    lock: StoreLock
    writing: threading.Lock = field(default_factory=threading.Lock)
    """Held by the one thread that changes the store."""

    def bring_in_line(self, report: Report = lambda done, total: None) -> None:
        """Make Chroma hold exactly the catalog's passages; after an interrupted index run this repairs it."""
        # The count tells when the folder was lost or put back from elsewhere.
        if self.catalog.in_line() and self.vectors.count() == self.catalog.counts()["passages"]:
            return
        self.vectors.make_equal(self.catalog.passage_ids(), self.catalog.vectors_of, report)
        self.catalog.set_in_line()

    def rebuild_vectors(self, report: Report = lambda done, total: None) -> None:
        """Make Chroma's folder anew from the catalog's vectors, beside the old one, and then remove the old one.

        Chroma's files only grow: a deleted vector stays in them (chroma-core/chroma, issue 7662). Until the new one is
        whole, questions are answered from the old one.
        """
        old = self.vectors
        number = int(old.folder.name.rpartition("-")[2]) + 1
        fresh = Vectors(self.folder / f"chroma-{number}")
        fresh.make_equal(self.catalog.passage_ids(), self.catalog.vectors_of, report)
        self.catalog.set_chroma(number)
        self.vectors = fresh
        self.catalog.set_in_line()
        old.close()
        shutil.rmtree(old.folder, ignore_errors=True)

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their cosine, nearest first."""
        while (found := self.vectors.search(vector, limit)) is None:
            # The folder was changed for a new one between the two steps; the new one is already in its place.
            pass
        return found

    def settle(self, removed: bool, report: Report = lambda done, total: None) -> None:
        """End a change: bring the vectors in line, and remove traces from disk when something was to be removed."""
        dead = self.catalog.dead()
        if dead and (removed or dead >= DEAD_SHARE * self.catalog.counts()["passages"]):
            self.rebuild_vectors(report)
            self.catalog.compact()
        else:
            self.bring_in_line(report)

    def close(self) -> None:
        """Close the parts and give the lock back."""
        self.vectors.close()
        self.catalog.close()
        self.lock.release()

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
        vectors = Vectors(_chroma_folder(settings.store, catalog.chroma()))
    except BaseException:
        lock.release()
        raise
    store = Store(settings.store, catalog, vectors, embeddings, lock)
    store.bring_in_line()
    return store


def _chroma_folder(store: Path, number: int) -> Path:
    """Return the folder in use, having removed what an interrupted rebuild left of others."""
    used = store / f"chroma-{number}"
    for folder in store.glob("chroma-*"):
        if folder != used:
            shutil.rmtree(folder, ignore_errors=True)
    return used
