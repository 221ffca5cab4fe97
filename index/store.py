"""A store opened by its one owner: lock, catalog, vectors and embedder together."""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from langchain_core.embeddings import Embeddings

from index import embed
from index.catalog import Catalog
from index.embed import Matrix
from index.lock import StoreLock
from index.names import read_aliases
from index.records import Statement
from index.vectors import Fields, Report, Vectors
from settings import Settings

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
        """Make Chroma hold exactly the catalog's passages and statements; this repairs an interrupted index run."""
        # The counts tell when the folder was lost or put back from elsewhere.
        counts = self.catalog.counts()
        held = (self.vectors.passages.count(), self.vectors.statements.count())
        if self.catalog.in_line() and held == (counts["passages"], counts["statements"]):
            return
        self._fill(self.vectors, report)
        self.catalog.set_in_line()

    def _fill(self, vectors: Vectors, report: Report) -> None:
        catalog = self.catalog
        vectors.passages.make_equal(catalog.passage_ids(), catalog.vectors_of, report)
        vectors.statements.make_equal(catalog.statement_ids(), catalog.statement_vectors, report, self._fields)

    def _fields(self, statement_ids: list[str]) -> list[Fields]:
        """Return what Chroma can filter statements by; Chroma holds no empty value, so an unknown one is left out."""
        found = self.catalog.statements_by_id(statement_ids)
        return [_fields(found[key]) for key in statement_ids]

    def rebuild_vectors(self, report: Report = lambda done, total: None) -> None:
        """Make Chroma's folder anew from the catalog's vectors, beside the old one, and then remove the old one.

        Chroma's files only grow: a deleted vector stays in them (chroma-core/chroma, issue 7662). Until the new one is
        whole, questions are answered from the old one.
        """
        old = self.vectors
        number = int(old.folder.name.rpartition("-")[2]) + 1
        fresh = Vectors(self.folder / f"chroma-{number}")
        self._fill(fresh, report)
        self.catalog.set_chroma(number)
        self.vectors = fresh
        self.catalog.set_in_line()
        old.close()
        shutil.rmtree(old.folder, ignore_errors=True)

    def vector_counts(self) -> dict[str, int]:
        """Return how many vectors of passages and of statements Chroma holds."""
        return {"passages": self.vectors.passages.count(), "statements": self.vectors.statements.count()}

    def search(self, vector: Matrix, limit: int, statements: bool = False) -> list[tuple[str, float]]:
        """Return up to `limit` ids of passages, or of statements, with their cosine, nearest first."""
        while (found := self.vectors.search(vector, limit, statements)) is None:
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
        catalog = Catalog(settings.store / "catalog.sqlite", read_aliases(settings.aliases))
        catalog.claim(embed.fingerprint(settings.embedder))
        embeddings = embed.open_embeddings(settings.embedder)
        vectors = Vectors(_chroma_folder(settings.store, catalog.chroma()))
    except BaseException:
        lock.release()
        raise
    store = Store(settings.store, catalog, vectors, embeddings, lock)
    store.bring_in_line()
    return store


def _fields(statement: Statement) -> Fields:
    fields = {
        "speaker": statement.speaker,
        "kind": statement.kind,
        "said_on": statement.said_on,
        # Chroma compares numbers only, so a range of days needs the day as one.
        "day": int(statement.said_on.replace("-", "")) if statement.said_on and len(statement.said_on) == 10 else None,
        "document": statement.document_id,
        "start": statement.start,
        "end": statement.end,
        "reported_by": statement.reported_by,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _chroma_folder(store: Path, number: int) -> Path:
    """Return the folder in use, having removed what an interrupted rebuild left of others."""
    used = store / f"chroma-{number}"
    for folder in store.glob("chroma-*"):
        if folder != used:
            shutil.rmtree(folder, ignore_errors=True)
    return used
