"""A store opened: catalog, vectors and embedder together, with the right to change them; retries while a server is
away.

A store in a folder has one owner, which holds its lock. A store on servers may be opened by any number of processes, of
which one at a time may write.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from errors import SettingError, StoreBusyError, StoreError, StoreUnreachableError
from index.events import Log, open_log
from index.records import passage_of
from index.storage import embeddings as embed
from index.storage.catalog import Catalog, open_catalog
from index.storage.database import Database
from index.storage.embeddings import Embedder, Matrix
from index.storage.lock import ServerLock, StoreLock, WriteLock
from index.storage.vectors.sets import LostVectorsError, Report, VectorSets
from settings import Settings

if TYPE_CHECKING:
    from index.storage.vectors.chroma import Vectors

_Got = TypeVar("_Got")
RETRY_SECONDS = 0.2
DEAD_SHARE = 0.1
"""When so large a part of the passages was replaced, traces of the old ones are removed from disk."""
EXACT = 20_000
"""Of no more passages in a folder every vector is compared: those of 15,262 are read in 0.1 s of CPU time and
compared in 6 ms, where importing and opening Chroma takes 1.4 s."""


@dataclass
class Store:
    """A store's parts; use it as a context manager or call `close`."""

    folder: Path
    catalog: Catalog
    sets: VectorSets
    in_folder: bool
    """Whether the vectors lie in the folder, and on no server."""
    embeddings: Embedder
    log: Log
    """Hears of each index run and question over this store."""
    writing: WriteLock
    """Held by the one thread that changes the store."""
    parts: ExitStack
    """What is closed with the store, the last opened first."""
    _following: threading.Lock = field(default_factory=threading.Lock)

    @property
    def vectors(self) -> Vectors:
        """Return Chroma's set of vectors in use, opened now if need be; raises StoreError where it cannot be."""
        return self.sets.in_use()

    def bring_in_line(self, report: Report = lambda done, total: None) -> None:
        """Make Chroma hold exactly the catalog's passages; this repairs an interrupted index run."""
        try:
            if not self.in_line():
                self._fill(self.vectors, report)
                self.catalog.facts.set_in_line()
        except LostVectorsError:
            self.rebuild_vectors(report)

    def in_line(self) -> bool:
        """Return whether Chroma holds what the catalog does."""
        try:
            # The count shows when the vectors were lost or put back from elsewhere.
            return self.catalog.facts.in_line() and self.vector_count() == self.catalog.counts()["passages"]
        except LostVectorsError:
            return False

    def _fill(self, vectors: Vectors, report: Report) -> None:
        catalog = self.catalog
        vectors.passages.make_equal(
            catalog.vector_ids(), lambda ids: catalog.vectors_of([passage_of(each) for each in ids]), report
        )

    def rebuild_vectors(self, report: Report = lambda done, total: None) -> None:
        """Rebuild Chroma's folder from the catalog's vectors, beside the old one, and then remove the old one.

        Chroma's files only grow: a deleted vector stays in them (chroma-core/chroma, issue 7662). Until the new one is
        whole, questions are answered from the old one.
        """
        # Beside the vectors of a store that was put in this one's place nothing may be written.
        self.catalog.database.check_there()
        old = self.vectors
        fresh = self.sets.place.open(old.number + 1)
        try:
            self._fill(fresh, report)
            self.catalog.facts.set_chroma(fresh.number)
        except BaseException:
            # What is half made is removed at once, as it may be what the disk has no room for.
            with suppress(StoreError):
                fresh.close()
                self.sets.place.remove(fresh.number)
            raise
        self.sets.use(fresh)
        self.catalog.facts.set_in_line()
        old.close()
        self.sets.place.remove(old.number)

    def vector_count(self) -> int:
        """Return how many passages have their vector in Chroma."""
        return self.vectors.passages.count()

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` ids of passages with their cosine, nearest first."""
        if self.compares_all():
            return self.catalog.nearest.search(vector, limit)
        rebuilt = False
        while (found := self._searched(searched := self.vectors, vector, limit, rebuilt)) is None:
            rebuilt = self._followed(searched)
        if not self.catalog.facts.in_line():
            # While files are being indexed the vectors may still be those of what a text said before.
            current = self.catalog.vector_ids([passage_of(key) for key, _ in found])
            found = [each for each in found if each[0] in current]
        return [(passage_of(key), cosine) for key, cosine in found]

    def compares_all(self) -> bool:
        """Return whether every vector of the catalog is compared, which needs no Chroma."""
        return self.in_folder and self.catalog.nearest.passages() <= EXACT

    def whole(self) -> bool:
        """Return whether every passage can be found."""
        return self.compares_all() or self.in_line()

    def check(self) -> None:
        """Raise StoreError where the vectors cannot be searched."""
        if not self.compares_all():
            self.vector_count()

    def _searched(self, searched: Vectors, vector: Matrix, limit: int, rebuilt: bool) -> list[tuple[str, float]] | None:
        """Return what a set of vectors finds, None where another has to be taken for it."""
        try:
            return searched.search(vector, limit)
        except StoreUnreachableError:
            raise
        except StoreError as error:
            # A set that is being removed fails in several ways.
            if searched.number == self.catalog.facts.chroma() and (rebuilt or not isinstance(error, LostVectorsError)):
                raise
            return None

    def _followed(self, searched: Vectors) -> bool:
        """Take the set of vectors that is in use now; return whether it was lost and had to be rebuilt."""
        with self._following:
            if self.vectors is not searched:
                return False
            number = self.catalog.facts.chroma()
            if number != self.vectors.number:
                self.sets.use(self.sets.place.open(number))
                return False
            # In another thread, as this one may be reading one state of the catalog and could not write.
            with ThreadPoolExecutor(1, "rebuild") as other:
                other.submit(self._rebuild_lost, searched).result()
            return True

    def _rebuild_lost(self, lost: Vectors) -> None:
        """Rebuild the vectors from the catalog, unless another process did meanwhile."""
        with self.writing:
            if self.catalog.facts.chroma() == lost.number and self.vectors is lost:
                self.rebuild_vectors()

    def settle(self, report: Report = lambda done, total: None) -> None:
        """End a change: bring the vectors in line, and remove traces from disk when something was to be removed."""
        dead = self.catalog.facts.dead()
        if dead and (self.catalog.facts.removed() or dead >= DEAD_SHARE * self.catalog.counts()["passages"]):
            self.rebuild_vectors(report)
            self.catalog.writer.compact()
        else:
            self.bring_in_line(report)
            self.catalog.writer.settle()

    def close(self) -> None:
        """Close the parts and give the lock back."""
        self.parts.close()
        self.log.emit("stop")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def retry_while_unreachable(work: Callable[[], _Got], seconds: float) -> _Got:
    """Return what the work returns, done again for so many seconds while a server that it needs is away.

    Raises:
        StoreUnreachableError: the server was away all the while.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            return work()
        except StoreUnreachableError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(RETRY_SECONDS)


def open_store(settings: Settings, set_aside: Callable[[Database], None] | None = None) -> Store:
    """Return the store of the settings, created when missing, with this process as its owner.

    With `set_aside` one of an earlier version is opened, too, for what carries it over (index/backup/earlier.py).

    Raises:
        StoreBusyError: another process holds it.
        StoreUnreachableError: a server that holds a part of it does not answer.
        EmbedderError: it was made with another embedder, or the weights are missing.
        SettingError: an address cannot be read, or the log cannot be written.
        StoreError: it cannot be opened or written.
    """
    log = open_log(settings.log)
    if settings.catalog_url and not settings.chroma_url:
        raise SettingError(
            "ON_THE_RECORD_CATALOG_URL is set without ON_THE_RECORD_CHROMA_URL; set both, as every process that opens "
            "the catalog needs the same vectors."
        )
    with ExitStack() as parts:
        if settings.one_owner:
            lock = StoreLock(settings.store)
            lock.acquire(settings.lock_seconds)
            parts.callback(lock.release)
        catalog = open_catalog(settings, set_aside)
        parts.callback(catalog.close)
        catalog.database.check()
        catalog.facts.claim(embed.fingerprint(settings.embedder))
        embeddings = embed.open_embeddings(settings.embedder)
        writing = WriteLock(ServerLock(catalog, settings.lock_seconds) if catalog.database.postgres else None)
        store = Store(
            folder=settings.store,
            catalog=catalog,
            sets=VectorSets(catalog.facts, settings),
            in_folder=not settings.chroma_url,
            embeddings=embeddings,
            log=log,
            writing=writing,
            parts=parts,
        )
        parts.callback(store.sets.close)
        if not (store.compares_all() and catalog.facts.in_line()) and not store.in_line():
            # Another process that is writing brings the vectors in line at its end.
            with suppress(StoreBusyError), store.writing:
                store.bring_in_line()
        store.parts = parts.pop_all()
    log.emit("start", **catalog.counts())
    return store
