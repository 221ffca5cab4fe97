"""The original file of a document, where it still is as it was indexed: its bytes, to take away or to draw pages of.

No file is copied for this. What is added to an open store lies in it and leaves it with its document
(index/storage/uploads.py); any other file stays where it was indexed from. A file counts as the original only while its
bytes have the digest under which it was read.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from errors import DocumentError
from index.read.document_ids import real
from index.read.load import opened
from index.records import Document
from index.storage.catalog import Catalog
from index.storage.uploads import Uploads

LARGEST = 200_000_000
"""Bytes of a file that is handed out whole; one of JSON lines may be larger."""
_CHANGED = "The original file changed since it was indexed; index it again to see it here."
_MOST_DIGESTS = 1_000


@dataclass(frozen=True)
class Original:
    """A document's file: where it is, and its stamp, which changes whenever it is written."""

    name: str
    path: Path
    stamp: tuple[int, int, int]
    digest: str

    @property
    def is_pdf(self) -> bool:
        """Return whether its pages can be drawn."""
        return self.path.suffix.lower() == ".pdf"

    def content(self) -> bytes:
        """Return its bytes, which are those that were indexed.

        Raises:
            DocumentError: it cannot be read, or changed since.
        """
        content = _content(self.path)
        if hashlib.sha256(content).hexdigest() != self.digest:
            raise DocumentError(_CHANGED)
        return content


@dataclass
class Originals:
    """Finds original files, and remembers their digests; any thread may use it."""

    _digests: OrderedDict[tuple[str, tuple[int, int, int]], str] = field(default_factory=OrderedDict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def of(self, document: Document, catalog: Catalog, store: Path) -> Original:
        """Return the file that a document came from.

        Raises:
            DocumentError: it is not there any more, cannot be handed out, or is not as it was indexed.
        """
        file = catalog.file_of(document.id)
        if file is None or file.digest is None:
            raise DocumentError("How the original file was is not known; index it again to see it here.")
        path = real(document.path, store)
        if any(each.startswith((f"{file.id}#", f"{file.id}/")) for each in Uploads(store).removed()):
            raise DocumentError("The original file has documents that were removed; it is not handed out.")
        try:
            status = os.stat(path)
        except OSError:
            raise DocumentError("The original file is not where it was indexed from any more.") from None
        if status.st_size > LARGEST:
            raise DocumentError("The original file is too large to be handed out here.")
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        if self._digest(path, stamp) != file.digest:
            raise DocumentError(_CHANGED)
        return Original(name=path.name, path=path, stamp=stamp, digest=file.digest)

    def _digest(self, path: Path, stamp: tuple[int, int, int]) -> str:
        key = (str(path), stamp)
        with self._guard:
            known = self._digests.get(key)
        if known is None:
            known = hashlib.sha256(_content(path)).hexdigest()
            with self._guard:
                self._digests[key] = known
                while len(self._digests) > _MOST_DIGESTS:
                    self._digests.popitem(last=False)
        return known


def _content(path: Path) -> bytes:
    try:
        with opened(path) as file:
            return file.read(LARGEST + 1)
    except (OSError, DocumentError):
        raise DocumentError("The original file cannot be read.") from None
