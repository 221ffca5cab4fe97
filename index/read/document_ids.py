"""Where the documents of a store came from, and which id a file gets, so that no two files share one silently.

A file's id is its path within the folder that was named. Where another file that is still there has this id already,
the folders above are put before it: `notes.txt` of a second folder `q` is `q/notes.txt`. A file keeps the id that it
has. Two files of one id and the same bytes are one document.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from index.read.file_list import Found

ADDED, UPLOADS = "added", "uploads"
"""What is added to an open store lies in `added/uploads/` of its folder."""
LARGEST_COMPARED = 200_000_000
_BLOCK = 1 << 20


def real(stored: str, store: Path) -> Path:
    """Return where the file is that the catalog keeps under this path."""
    path = Path(stored)
    return (
        Path(os.path.realpath(path.parent), path.name) if path.is_absolute() else Path(os.path.realpath(store)) / path
    )


def is_upload(stored: str, store: Path) -> bool:
    """Return whether the file that the catalog keeps under this path was added to the store."""
    return real(stored, store).is_relative_to(Path(os.path.realpath(store)) / ADDED / UPLOADS)


class Places:
    """The files of a store's documents, as they were before a run, and the ids of the files of this run."""

    def __init__(self, rows: Iterable[Sequence[str]] = (), store: Path = Path()) -> None:
        """Take rows of a document's id, its file's id and that file's path as the catalog keeps it."""
        self._store = store
        self._added = f"{Path(os.path.realpath(store)) / ADDED}{os.sep}"
        self._file: dict[str, str] = {}
        self._path: dict[str, str] = {}
        self._files_at: dict[Path, set[str]] = {}
        self._taken: dict[str, Path] = {}
        self._folders: dict[str, Path] = {}
        self._documents: dict[str, list[str]] = {}
        for document, file, path in rows:
            self._file[document] = file
            self._documents.setdefault(file, []).append(document)
            if file not in self._path:
                self._path[file] = path
                self._files_at.setdefault(self._real(path), set()).add(file)

    def identified(self, files: Iterable[Found]) -> Iterator[Found]:
        """Yield the files with ids of their own, one of two that are the same."""
        for each in files:
            name = self._name(each)
            if name is not None:
                self._taken[name] = each.path
                yield Found(each.path, name, each.size)

    def _name(self, found: Found) -> str | None:
        """Return the id that a file gets, None where another file of this run stands for it."""
        known = self.files_at(found.path)
        if found.id not in known and (named := sorted(each for each in known if each not in self._taken)):
            return named[0]
        for name in _names(found):
            other = self._taken.get(name)
            if other is not None and (other == found.path or same_bytes(other, found.path)):
                return None
            if other is None and not self._is_of_another(name, found.path):
                return name
        return None

    def _is_of_another(self, name: str, path: Path) -> bool:
        """Return whether a file that is still there, and says something else, has the id."""
        other = self.path(name)
        return other is not None and other != path and other.is_file() and not same_bytes(other, path)

    def path(self, file: str) -> Path | None:
        """Return where the file of this id was, None where the store has no document of it."""
        return self._real(self._path[file]) if file in self._path else None

    def _real(self, stored: str) -> Path:
        """Return the same as `real`; a folder's links are followed once, not for each of its files."""
        folder, _, name = stored.rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = real(stored, self._store).parent
        return self._folders[folder] / name

    def kept(self, path: Path) -> str:
        """Return a file's path as the catalog keeps it: of what was added within the store, which may move."""
        written = str(path)
        return f"{ADDED}/{written.removeprefix(self._added)}" if written.startswith(self._added) else written

    def documents_of(self, file: str) -> list[str]:
        """Return the documents that the store has of a file."""
        return self._documents.get(file, [])

    def files_at(self, path: Path) -> set[str]:
        """Return the ids under which the store has documents of a file."""
        return self._files_at.get(path, set())

    def are_under(self, root: Path) -> bool:
        """Return whether the store has documents of files under a folder."""
        return any(each.is_relative_to(root) for each in self._files_at)

    def moved(self, found: Found) -> bool:
        """Return whether the catalog keeps a file under another path, at which it is not any more."""
        if self._path.get(found.id) in (None, self.kept(found.path)):
            return False
        place = self._real(self._path[found.id])
        return place == found.path or not place.is_file()

    def owner(self, document: str, file: str) -> str | None:
        """Return the id of another file, still there, from which the store has a document of this id."""
        owner = self._file.get(document, file)
        path = self.path(owner)
        return owner if owner != file and path is not None and path.is_file() else None

    def of_document(self, document: str) -> tuple[str, str] | None:
        """Return the id of the file from which a document came, and its path as the catalog keeps it."""
        file = self._file.get(document)
        return None if file is None else (file, self._path[file])


def _names(found: Found) -> Iterator[str]:
    """Yield the ids that a file may get: its path within its root, then with more and more of the folders above."""
    parts = found.path.parts[1:]
    for count in range(found.id.count("/") + 1, len(parts) + 1):
        yield "/".join(parts[-count:])


def same_bytes(one: Path, other: Path) -> bool:
    """Return whether two files hold the same; of files that cannot be read, or are very large, that is not known."""
    try:
        size = one.stat().st_size
        if size != other.stat().st_size or size > LARGEST_COMPARED:
            return False
        with one.open("rb") as first, other.open("rb") as second:
            while block := first.read(_BLOCK):
                if block != second.read(_BLOCK):
                    return False
            return not second.read(1)
    except OSError:
        return False
