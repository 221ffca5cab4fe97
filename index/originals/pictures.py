"""Pages of an original PDF as pictures: drawn within limits of time and memory, kept in memory within a bound."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from errors import DocumentError
from index.originals.original import Original
from index.read.sandbox import Isolated
from index.readers.pdf.original import Picture, Sought, sought
from index.records import Document

MOST_BYTES = 48_000_000
"""Of pictures that are kept: some 150 pages."""
SECONDS = 10.0
"""A page takes some 0.1; what takes longer was made to."""


@dataclass
class Pictures:
    """Draws pages of original files; any thread may use it."""

    drawing: Isolated = field(default_factory=lambda: Isolated(seconds=SECONDS))
    most_bytes: int = MOST_BYTES
    _pictures: OrderedDict[tuple[object, ...], Picture] = field(default_factory=OrderedDict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def picture(
        self, original: Original, document: Document, span: tuple[int, int], page: int | None, width: int
    ) -> Picture:
        """Return a page of the file, by default that of the words between two offsets, with their places.

        Raises:
            DocumentError: it cannot be drawn, or not in the time that it may take.
        """
        start, end = span
        if page is not None and end > start:
            # The words are found once, not again for each page that is turned to.
            cited = self.picture(original, document, span, None, width)
            return replace(self.picture(original, document, (0, 0), page, width), places=cited.places)
        words: Sought | None = sought(document.text, document.pages, start, end) if end > start else None
        key = (str(original.path), original.stamp, document.sha256, span, page, width)
        with self._guard:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        try:
            drawn = self.drawing.picture(str(original.path), original.stamp, page, words, width)
        except DocumentError as error:
            raise DocumentError(f"This PDF {error}") from None
        with self._guard:
            self._pictures[key] = drawn
            while sum(len(each.image) for each in self._pictures.values()) > self.most_bytes:
                self._pictures.popitem(last=False)
        return drawn
