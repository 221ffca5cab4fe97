"""What is added to an open store: its files on disk, each under a readable name of its own.

A name that cannot be a file's is written in another way, so two names may come to be one; then the second gets a
number. Which name stands for which is kept in a file beside them, with the documents that were removed from a file of
several: without it the next reading of that file would bring them back.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from errors import StoreError
from index.read.document_ids import ADDED, UPLOADS

LONGEST_NAME, LONGEST_BYTES = 100, 200
"""Of a file's name without its suffix; a file system takes 255 bytes."""
NOTES = ".notes.json"
SameName = Literal["both", "replace"]
"""What becomes of a file whose name is there already with other content."""


@dataclass(frozen=True)
class Upload:
    """A file that was added: the name that a person gave it, what it holds, and the name of a file for it."""

    name: str
    content: bytes
    file: str


@dataclass(frozen=True)
class Kept:
    """What became of files that were added."""

    files: tuple[str, ...]
    """The names on disk of those that were written."""
    there: tuple[str, ...]
    """Those of files that were there already with the same content."""


@dataclass
class _Notes:
    names: dict[str, str] = field(default_factory=dict)
    """The name that a person gave, by that of the file, where they differ."""
    removed: dict[str, list[str]] = field(default_factory=dict)
    """Documents that were removed, by the file that still holds them."""


@dataclass
class Uploads:
    """The files added to a store; any thread may use it."""

    store: Path
    _guard: threading.RLock = field(default_factory=threading.RLock)

    @property
    def folder(self) -> Path:
        """Return where the files are."""
        return self.store / ADDED / UPLOADS

    def others(self, uploads: Sequence[Upload]) -> list[Upload]:
        """Return those whose name is there already with other content: a person chooses what becomes of them."""
        with self._guard:
            stored = _Stored(self.folder, self._notes())
            return [each for each in uploads if stored.named(each) and not stored.same(each)]

    def keep(self, uploads: Sequence[Upload], same_name: SameName = "both") -> Kept:
        """Write files whole, or none of them: a part of one would be taken for the whole.

        Of two in one call that share their name both are kept, whatever `same_name` says of those of before.

        Raises:
            StoreError: they cannot be written.
        """
        with self._guard:
            notes = self._notes()
            stored = _Stored(self.folder, notes)
            there: list[str] = []
            for each in uploads:
                same = stored.same(each)
                if same and (same in stored.writing or same not in notes.removed):
                    there.append(same)
                    continue
                # A file that is added once more brings back what was removed of it.
                stored.take(each, same or stored.place(each, same_name))
            self._write(stored.writing, notes)
            return Kept(tuple(stored.writing), tuple(there))

    def removed(self) -> frozenset[str]:
        """Return the documents that were removed though their file stays."""
        with self._guard:
            return frozenset(each for documents in self._notes().removed.values() for each in documents)

    def remove(self, path: Path, documents: Sequence[str], whole: bool) -> None:
        """Let documents of a file not come back when it is read again; where they are the `whole`, remove the file.

        Raises:
            StoreError: that cannot be written.
        """
        with self._guard:
            notes = self._notes()
            if whole:
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise StoreError(f"{path} cannot be removed ({error.strerror}); fix that and try again.") from None
                notes.names.pop(path.name, None)
                notes.removed.pop(path.name, None)
            else:
                notes.removed[path.name] = sorted({*notes.removed.get(path.name, []), *documents})
            self._write({}, notes)

    def _notes(self) -> _Notes:
        try:
            notes = json.loads((self.store / ADDED / NOTES).read_bytes())
            names = {str(file): str(name) for file, name in notes["names"].items()}
            removed = {str(file): [str(each) for each in documents] for file, documents in notes["removed"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # Without it a name is taken for that of its file: nothing is lost by that.
            return _Notes()
        return _Notes(names, removed)

    def _write(self, writing: dict[str, bytes], notes: _Notes) -> None:
        halves = {self.folder / f"{name}.part": content for name, content in writing.items()}
        if notes != self._notes():
            encoded = json.dumps(asdict(notes)).encode()
            halves = {self.folder.parent / f"{NOTES}.part": encoded, **halves}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for half, content in halves.items():
                half.write_bytes(content)
            for half in halves:
                half.replace(half.with_suffix(""))
        except OSError as error:
            with suppress(OSError):
                for half in halves:
                    half.unlink(missing_ok=True)
            named = next(iter(writing), NOTES)
            raise StoreError(
                f"{named} cannot be saved in {self.folder} ({error.strerror}); fix that and add it again."
            ) from None


class _Stored:
    """The files that are there, and those that are about to be written."""

    def __init__(self, folder: Path, notes: _Notes) -> None:
        self.folder = folder
        self.notes = notes
        self.writing: dict[str, bytes] = {}
        self.there = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
        self._by_name: dict[str, list[str]] = {}
        for file in self.there:
            self._by_name.setdefault(_key(notes.names.get(file, file)), []).append(file)
        self._taken = {_key(each) for each in self.there}

    def named(self, upload: Upload) -> list[str]:
        """Return the files that a person gave the same name."""
        return self._by_name.get(_key(upload.name), [])

    def same(self, upload: Upload) -> str | None:
        """Return the one of them that holds the same."""
        return next((each for each in self.named(upload) if self._content(each, upload) == upload.content), None)

    def _content(self, file: str, upload: Upload) -> bytes | None:
        if file in self.writing:
            return self.writing[file]
        try:
            path = self.folder / file
            return path.read_bytes() if path.stat().st_size == len(upload.content) else None
        except OSError:
            return None

    def place(self, upload: Upload, same_name: SameName) -> str:
        """Return the file that an upload is written to."""
        older = [each for each in self.named(upload) if each not in self.writing]
        if same_name == "replace" and older:
            return upload.file if upload.file in older else older[0]
        return free_name(upload.file, self._taken)

    def take(self, upload: Upload, file: str) -> None:
        """Let an upload be written to a file."""
        self.writing[file] = upload.content
        self.notes.removed.pop(file, None)
        self.notes.names.pop(file, None)
        if _key(upload.name) != _key(file):
            self.notes.names[file] = upload.name
        self._taken.add(_key(file))
        files = self._by_name.setdefault(_key(upload.name), [])
        files += [] if file in files else [file]


def free_name(file: str, taken: Collection[str]) -> str:
    """Return a name that no file has yet, with a number where need be; names are compared whatever their capitals."""
    if _key(file) not in taken:
        return file
    stem, dot, suffix = file.rpartition(".")
    numbered = (f"{stem} ({number}){dot}{suffix}" for number in count(2))
    return next(each for each in numbered if _key(each) not in taken)


def _key(name: str) -> str:
    """Return what two names share that a file system may take for one."""
    return normalize("NFC", name).casefold()


def safe_title(title: str) -> str:
    """Return the name of a file for a text with this title."""
    return safe_name("-".join(part.strip() for part in re.split(r"[/\\]", title)))


def safe_name(name: str) -> str:
    """Return a file's name without anything that a path, a hidden file or a glob could be made of."""
    last = normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    bare = re.sub(r"[^\w.()!',&+= -]+", "_", last).strip(" .")
    stem, dot, suffix = bare.rpartition(".")
    kept = f"{_cut(stem)}{dot}{suffix}" if stem else _cut(bare)
    return kept or f"added-{hashlib.sha256(name.encode(errors='replace')).hexdigest()[:12]}"


def _cut(stem: str) -> str:
    return stem[:LONGEST_NAME].encode()[:LONGEST_BYTES].decode(errors="ignore").rstrip(" .")
