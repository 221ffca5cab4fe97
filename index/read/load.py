"""Path -> `Document`s, one reader a suffix.

Text is normalised once, by its reader: line ends made `\\n`, form feeds made line ends, NUL removed, Unicode composed
(NFC). A corpus of JSON lines is taken as it stands, so that offsets count in the string it holds, unless that is HTML.
Of all of them a no-break space becomes a space, which moves nothing.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BufferedReader
from pathlib import Path, PurePosixPath

from errors import DocumentError
from index.dates import metadata
from index.dates import published as publication
from index.dates.file_name_days import IN_NAME
from index.read.document_ids import Places
from index.read.file_list import Failure, Found, listed
from index.read.file_types import SUFFIXES, of_the_system, unread_reason
from index.read.formats import READERS
from index.read.sandbox import Isolated
from index.readers import archive, json_records
from index.readers.parsed import Parsed, plainly_spaced, whole
from index.records import VOICES, Document
from index.terminal import one_line

LARGEST_FILE = 200_000_000
"""Bytes of a file that is read in one piece."""
LARGEST_LINES, LARGEST_LINE = 5_000_000_000, 100_000_000
"""Bytes of a file of JSON lines, which is read a line at a time, and of one line."""

_PACKAGES = frozenset({".docx", ".odt", ".pptx", ".xlsx", ".epub"})
_PLAIN = frozenset({".txt", ".md", ".markdown", ".srt", ".vtt", ".csv", ".tsv", ".json", ".jsonl"})
"""Formats whose readers are Python of ours or its own; all others are read in a process of their own."""
_ISOLATED = Isolated()

__all__ = ["SUFFIXES", "Failure", "Found", "Reading", "find", "load", "unread"]


def find(roots: list[Path]) -> list[Found]:
    """Return the files under the roots that a reader exists for, sorted by id; a root that is a file is always listed.

    Raises:
        DocumentError: a root does not exist or its folder cannot be read.
    """
    return sorted(Places().identified(listed(roots).files), key=lambda each: each.id)


def unread(roots: list[Path]) -> list[Failure]:
    """Return what lies under the roots and is not taken in, each with the reason; hidden files are left out."""
    return listed(roots).failures


class Reading:
    """One reading of a file: its documents, and the digest of the very bytes that they are made of.

    Were the digest that of another reading, a file that changes between the two would stay in the store as it was
    before, and be called unchanged by all runs to come.
    """

    def __init__(self, found: Found) -> None:
        """Read the file, or of one of JSON lines its digest alone.

        Raises:
            DocumentError: it cannot be read, is of a kind that is not, or is too large.
        """
        self._found = found
        self._suffix = found.path.suffix.lower()
        if self._suffix not in SUFFIXES:
            raise DocumentError(unread_reason(found.path.suffix))
        try:
            with opened(found.path) as file:
                self._check_size(os.fstat(file.fileno()).st_size)
                if self._by_lines:
                    self.digest = hashlib.file_digest(file, "sha256").hexdigest()
                    return
                # It may have grown since.
                self._content = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise _unreadable(error) from None
        self._check_size(len(self._content))
        self.digest = hashlib.sha256(self._content).hexdigest()

    @property
    def _by_lines(self) -> bool:
        return self._suffix == ".jsonl"

    def _check_size(self, size: int) -> None:
        most = LARGEST_LINES if self._by_lines else LARGEST_FILE
        if size > most:
            large = f"{most // 1_000_000_000} GB" if most >= 1_000_000_000 else f"{most // 1_000_000} MB"
            raise DocumentError(f"is over {large}; split it.")

    def documents(self) -> Iterator[Document | Failure]:
        """Yield the documents, and what of the file could not be taken in; after the last `digest` is that of these."""
        try:
            if self._by_lines:
                yield from self._lines()
            elif self._suffix == ".zip":
                yield from _archive(self._found, self._content)
            else:
                yield from _file(self._found.id, str(self._found.path), self._content)
        except DocumentError as error:
            yield Failure(self._found.id, str(error))
        except OSError as error:
            yield Failure(self._found.id, str(_unreadable(error)))

    def _lines(self) -> Iterator[Document | Failure]:
        read = hashlib.sha256()
        with opened(self._found.path) as file:
            yield from _lines(self._found.id, str(self._found.path), _bounded(file, read))
        self.digest = read.hexdigest()


def load(found: Found) -> Iterator[Document | Failure]:
    """Yield the documents of one file, and what of it could not be taken in."""
    try:
        yield from Reading(found).documents()
    except DocumentError as error:
        yield Failure(found.id, str(error))


def opened(path: Path) -> BufferedReader:
    """Return a file opened to be read; a pipe that stands there by now is not waited for."""
    file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise DocumentError("is not a file but a pipe, a socket or a device; leave it out.")
    return file


def _bounded(file: BufferedReader, read: hashlib._Hash) -> Iterator[bytes | None]:
    """Yield the lines of a file, None for one that is too long, and add to the digest of what was read."""
    while line := file.readline(LARGEST_LINE + 1):
        read.update(line)
        whole = len(line) <= LARGEST_LINE
        yield line if whole else None
        while not whole and line and not line.endswith(b"\n"):
            line = file.readline(LARGEST_LINE)
            read.update(line)


def _unreadable(error: OSError) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return DocumentError("was removed or renamed meanwhile; index it again where it is now.")
    return DocumentError(f"cannot be read ({error.strerror}); allow reading it or leave it out.")


def _file(name: str, path: str, content: bytes) -> Iterator[Document | Failure]:
    """Yield the documents of one file's bytes.

    Raises:
        DocumentError: nothing of it can be taken in.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if not content.strip():
        raise DocumentError("is empty; there is nothing to search in it.")
    if suffix in _PACKAGES:
        archive.check_size(content)
    taken = 0
    read = READERS[suffix] if suffix in _PLAIN else partial(_ISOLATED.read, suffix)
    for parsed in read(content):
        key = f"{name}#{parsed.key}" if parsed.key is not None else name
        for problem in parsed.problems:
            yield Failure(key, problem, whole=False)
        if parsed.text.strip():
            taken += 1
            yield _document(key, path, parsed)
    if not taken:
        raise DocumentError("contains no text; there is nothing to search in it.")


def _archive(found: Found, content: bytes) -> Iterator[Document | Failure]:
    several = False
    for name, inner in archive.members(content, frozenset(READERS)):
        key = f"{found.id}/{name}"
        if inner is None and of_the_system(PurePosixPath(name)):
            continue
        if inner is None:
            yield Failure(key, unread_reason(PurePosixPath(name).suffix), whole=False)
            continue
        several = True
        try:
            if isinstance(inner, DocumentError):
                raise inner
            if name.lower().endswith(".jsonl"):
                yield from _lines(key, str(found.path), inner.splitlines())
            else:
                yield from _file(key, str(found.path), inner)
        except DocumentError as error:
            yield Failure(key, str(error))
    if not several:
        raise DocumentError("contains no file of a kind that can be read.")


def _lines(name: str, path: str, lines: Iterable[bytes | None]) -> Iterator[Document | Failure]:
    taken = refused = 0
    for parsed in json_records.read_lines(lines, LARGEST_LINE):
        if isinstance(parsed, DocumentError):
            refused += 1
            yield Failure(name, str(parsed), whole=False)
        elif parsed.text.strip():
            taken += 1
            yield _document(f"{name}#{parsed.key}", path, parsed)
    if not taken and not refused:
        raise DocumentError("contains no text; there is nothing to search in it.")


def _published(about: dict[str, tuple[str, str]], parsed: Parsed, name: str) -> tuple[str, str] | None:
    """Return the published date, the file's own word first, with where it stands and what says otherwise.

    After the file's own metadata come the text's day, the letterhead's and the one in the name.
    """
    language = about["language"][0] if "language" in about else None
    written = about.pop("published", None)
    day = publication.day(written[0], language) if written else None
    days = [(day, written[1])] if day and written else []
    of_text = metadata.publication_days(parsed.text, name, language)
    place = next((at for at, (_, where) in enumerate(of_text) if where == IN_NAME), len(of_text))
    days += [*of_text[:place], *_of_letterhead(parsed.letterhead, language), *of_text[place:]]
    where = publication.differing(days)
    return (days[0][0], where) if where else None


def _of_letterhead(letterhead: str, language: str | None) -> list[tuple[str, str]]:
    found = (metadata.published(line.strip(), "", language) for line in letterhead.splitlines())
    return [(each[0], "the letterhead") for each in found if each][:1]


def _document(key: str, path: str, parsed: Parsed) -> Document:
    parsed = replace(parsed, text=plainly_spaced(parsed.text))
    text, about = parsed.text, dict(parsed.about)
    name = key.rpartition("#")[2] if parsed.key is not None else key
    if published := _published(about, parsed, key if parsed.key is None else name):
        about["published"] = published
    # The first words of subtitles are the first cue, which is nobody's title.
    about.setdefault("title", metadata.title("" if parsed.times else text, name))
    value = {field: one_line(whole(each[0])) for field, each in about.items()}
    return Document(
        id=key,
        path=path,
        title=value["title"],
        published=value.get("published"),
        source=value.get("source"),
        url=value.get("url"),
        language=value.get("language"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        speaker=value.get("speaker"),
        author=value.get("author"),
        pages=parsed.pages,
        times=parsed.times,
        origins=tuple(sorted((field, value[field] if field == VOICES else each[1]) for field, each in about.items())),
        omitted=parsed.omitted,
        turns=parsed.turns,
    )
