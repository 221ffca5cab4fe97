"""How far an index run is: counted while it reads and embeds, and told a few times a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from index.records import Document
from index.run_report import Progress

TOLD_SECONDS = 0.25
"""Between two tellings: a reader sees what is being read change, and a file of a million lines does not wait for it."""


class Meter:
    """Counts what a run reads and embeds; the thread that reads and the one that embeds both use it.

    What hears of the progress may raise an error, which ends the run at that step.
    """

    def __init__(self, files: int, size: int, tell: Callable[[Progress], None]) -> None:
        self._tell = tell
        self._of_files = files
        self._size = size or 1
        self._guard = threading.Lock()
        self._started = time.monotonic()
        self._told_at = float("-inf")
        self._told: Progress | None = None
        self._files = self._bytes = self._file_began = self._records = self._pages = 0
        self._split = self._ready = self._embedded = 0
        self._reading = ""

    @property
    def seconds(self) -> float:
        """Return how long the run has taken so far."""
        return time.monotonic() - self._started

    def begins(self, file: str) -> None:
        """Note which file is being read from now on."""
        with self._guard:
            self._reading, self._file_began = file, self._bytes
        self.tell()

    def reads(self, document: Document) -> None:
        """Count a document that was read."""
        with self._guard:
            self._records += 1
            self._pages += len(document.pages)
            self._bytes += len(document.text)
        self.tell()

    def splits(self, passages: int) -> None:
        """Count the passages of a document that are to be embedded."""
        with self._guard:
            self._split += passages

    def embeds(self, vectors: int) -> None:
        """Count vectors that were made."""
        with self._guard:
            self._embedded += vectors
            self._ready += vectors
        self.tell()

    def wrote(self, passages: int, embedded: int) -> None:
        """Count the passages of a group that was written, of which so many were embedded for it."""
        with self._guard:
            self._ready += passages - embedded

    def ends(self, size: int) -> None:
        """Count a file as done; of a file of several documents less or more may have been counted than it holds."""
        with self._guard:
            self._files += 1
            self._bytes = self._file_began + size

    def over(self) -> None:
        """Tell the last figures."""
        with self._guard:
            self._reading = ""
        self.tell(at_once=True)

    def tell(self, at_once: bool = False) -> None:
        """Tell how far it is, unless that was told a moment ago or nothing has changed since."""
        with self._guard:
            now = time.monotonic()
            if not self._of_files or not at_once and now - self._told_at < TOLD_SECONDS:
                return
            where = self._where()
            # The same figures again, only later, would be a second last line.
            if self._told and replace(where, seconds=self._told.seconds) == self._told:
                return
            self._told, self._told_at = where, now
        self._tell(where)

    def _where(self) -> Progress:
        # What was read is far ahead of what is embedded, which takes most of the time.
        embedded = min(1.0, self._ready / self._split) if self._split else 1.0
        return Progress(
            files=self._files,
            of_files=self._of_files,
            passages=self._embedded,
            seconds=self.seconds,
            share=min(1.0, self._bytes / self._size) * embedded,
            documents=self._records,
            pages=self._pages,
            reading=self._reading,
        )
