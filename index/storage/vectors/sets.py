"""The set of vectors that a store uses: Chroma is imported, and the set opened, when something first asks for it.

The import takes 0.3 s and opening 15,000 vectors 1.0 s of CPU time, which a question does not need where every vector
is compared (index/storage/vectors/nearest.py).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from errors import StoreError
from index.storage.catalog_facts import Facts
from settings import Settings

if TYPE_CHECKING:
    from index.storage.vectors.chroma import Place, Vectors

Report = Callable[[int, int], None]


class LostVectorsError(StoreError):
    """A set of vectors was removed by another process, or is damaged; the catalog has what to make another of."""


class VectorSets:
    """A store's sets of vectors: the one in use, and the place of them; any thread may use it."""

    def __init__(self, facts: Facts, settings: Settings) -> None:
        self._facts = facts
        self._settings = settings
        self._opening = threading.Lock()
        self._in_use: Vectors | None = None

    @cached_property
    def place(self) -> Place:
        """Return where the sets lie; raises SettingError for an address that cannot be read."""
        from index.storage.vectors.chroma import place_of

        return place_of(self._settings)

    def in_use(self) -> Vectors:
        """Return the set in use, opened now if need be.

        Raises:
            StoreError: it cannot be opened.
        """
        with self._opening:
            if self._in_use is None:
                self._in_use = self._opened()
            return self._in_use

    def use(self, vectors: Vectors) -> None:
        """Use another set from now on."""
        self._in_use = vectors

    def close(self) -> None:
        """Close the set in use, if anything asked for it."""
        if self._in_use is not None:
            self._in_use.close()

    def _opened(self) -> Vectors:
        """Return the set in use, or an empty one in the place of one that is damaged.

        Some damage of a folder ends the process that reads it (chromadb 1.5.9 with bytes of `header.bin` changed). So
        it is noted before, and where that note still stands, the next process does not read the set again.
        """
        place, facts = self.place, self._facts
        number = facts.chroma()
        place.tidy(number)
        try:
            if not self._settings.one_owner:
                return place.open(number)
            if facts.trying() == number:
                raise LostVectorsError(f"The set {number} of vectors ended the process that read it.")
            facts.set_trying(number)
            vectors = place.open(number)
            vectors.try_out()
            facts.set_trying(0)
            return vectors
        except LostVectorsError:
            empty = place.open(number + 1)
            facts.set_chroma(empty.number)
            place.remove(number)
            return empty
