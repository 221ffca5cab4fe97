"""Path -> `Document`s, one reader a suffix.

Text is normalised once, by its reader: line ends made `\\n`, form feeds made line ends, NUL removed, Unicode composed
(NFC). A corpus of JSON lines is taken as it stands, so that offsets count in the string it holds.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from errors import DocumentError
from index import dating, publication
from index.isolated import Isolated
from index.kinds import SUFFIXES, of_the_system, unread_reason
from index.readers import READERS, archive, records
from index.readers.parsed import Parsed
from index.records import Document

LARGEST_FILE = 200_000_000
"""Bytes of a file that is read in one piece; JSON lines are read a line at a time and may be larger."""

_PACKAGES = frozenset({".docx", ".odt", ".pptx", ".xlsx", ".epub"})
_PLAIN = frozenset({".txt", ".md", ".markdown", ".srt", ".vtt", ".csv", ".tsv", ".json", ".jsonl"})
"""Formats whose readers are Python of ours or its own; all others are read in a process of their own."""
_ISOLATED = Isolated()

__all__ = ["SUFFIXES", "Failure", "Found", "find", "fingerprint", "load", "unread"]


@dataclass(frozen=True)
class Found:
    """A file to take in: where it is and the id that it gets, its path relative to the indexed root."""

    path: Path
    id: str


@dataclass(frozen=True)
class Failure:
    """What could not be taken in, and why; `whole` when nothing of it was."""

    path: str
    reason: str
    whole: bool = True


def find(roots: list[Path]) -> list[Found]:
    """Return the files under the roots that a reader exists for, sorted by id; a root that is a file is always listed.

    Raises:
        DocumentError: a root does not exist or its folder cannot be read, or two files would get one id.
    """
    found: dict[str, Found] = {}
    for root in roots:
        for each in _under(root):
            other = found.setdefault(each.id, each)
            if other.path.resolve() != each.path.resolve():
                raise DocumentError(
                    f"{other.path} and {each.path} would both be the document {each.id}; index the folder that holds "
                    "both, or give one another name."
                )
    return [found[key] for key in sorted(found)]


def _under(root: Path) -> Iterator[Found]:
    if not root.exists():
        raise DocumentError(f"There is no file or folder {root}; check the path.")
    if root.is_file():
        yield Found(root, root.name)
        return
    if not os.access(root, os.R_OK | os.X_OK):
        raise DocumentError(
            f"The folder {root} cannot be read; allow yourself to read it (chmod u+rx) or name another."
        )
    for path in _files(root):
        if path.suffix.lower() in SUFFIXES:
            yield Found(path, path.relative_to(root).as_posix())


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if not of_the_system(path.relative_to(folder)) and path.is_file():
            yield path


def unread(roots: list[Path]) -> list[Failure]:
    """Return the files under the roots that no reader exists for, each with the reason; hidden ones are left out."""
    return [
        Failure(path.relative_to(root).as_posix(), unread_reason(path.suffix))
        for root in roots
        if root.is_dir()
        for path in _files(root)
        if path.suffix.lower() not in SUFFIXES
    ]


def fingerprint(found: Found) -> str:
    """Return the SHA-256 of a file's bytes.

    Raises:
        DocumentError: it cannot be read.
    """
    try:
        with found.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(found, error) from None


def load(found: Found) -> Iterator[Document | Failure]:
    """Yield the documents of one file, and what of it could not be taken in."""
    suffix = found.path.suffix.lower()
    try:
        if suffix == ".jsonl":
            yield from _json_lines(found)
            return
        content = _content(found)
        if suffix == ".zip":
            yield from _archive(found, content)
        else:
            yield from _file(found.id, str(found.path), content)
    except DocumentError as error:
        yield Failure(found.id, str(error))
    except OSError as error:
        yield Failure(found.id, str(_unreadable(found, error)))


def _content(found: Found) -> bytes:
    if found.path.suffix.lower() not in SUFFIXES:
        raise DocumentError(unread_reason(found.path.suffix))
    if found.path.stat().st_size > LARGEST_FILE:
        raise DocumentError(f"is over {LARGEST_FILE // 1_000_000} MB; split it.")
    return found.path.read_bytes()


def _unreadable(found: Found, error: OSError) -> DocumentError:
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
    held = 0
    read = READERS[suffix] if suffix in _PLAIN else partial(_ISOLATED.read, suffix)
    for parsed in read(content):
        key = f"{name}#{parsed.key}" if parsed.key is not None else name
        for problem in parsed.problems:
            yield Failure(key, problem, whole=False)
        if parsed.text.strip():
            held += 1
            yield _document(key, path, parsed)
    if not held:
        raise DocumentError("holds no text; there is nothing to search in it.")


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
        raise DocumentError("holds no file of a kind that can be read.")


def _json_lines(found: Found) -> Iterator[Document | Failure]:
    with found.path.open("rb") as file:
        yield from _lines(found.id, str(found.path), file)


def _lines(name: str, path: str, lines: object) -> Iterator[Document | Failure]:
    held = 0
    for parsed in records.read_lines(lines):  # type: ignore[arg-type]
        if isinstance(parsed, DocumentError):
            yield Failure(name, str(parsed), whole=False)
        elif parsed.text.strip():
            held += 1
            yield _document(f"{name}#{parsed.key}", path, parsed)
    if not held:
        raise DocumentError("holds no text; there is nothing to search in it.")


def _published(told: dict[str, tuple[str, str]], parsed: Parsed, name: str) -> tuple[str, str] | None:
    """Return the published date, the file's own word first, with where it stands and what says otherwise.

    After the file's own metadata come the text's day, the letterhead's and the one in the name.
    """
    language = told["language"][0] if "language" in told else None
    written = told.pop("published", None)
    day = publication.day(written[0], language) if written else None
    days = [(day, written[1])] if day and written else []
    of_text = dating.days_told(parsed.text, name, language)
    place = next((at for at, (_, where) in enumerate(of_text) if where == "the file's name"), len(of_text))
    days += [*of_text[:place], *_of_letterhead(parsed.letterhead, language), *of_text[place:]]
    where = publication.differing(days)
    return (days[0][0], where) if where else None


def _of_letterhead(letterhead: str, language: str | None) -> list[tuple[str, str]]:
    found = (dating.published(line.strip(), "", language) for line in letterhead.splitlines())
    return [(each[0], "the letterhead") for each in found if each][:1]


def _document(key: str, path: str, parsed: Parsed) -> Document:
    text, told = parsed.text, dict(parsed.told)
    name = key.rpartition("#")[2] if parsed.key is not None else key
    if published := _published(told, parsed, key if parsed.key is None else name):
        told["published"] = published
    # The first words of subtitles are the first cue, which is nobody's title.
    told.setdefault("title", dating.title("" if parsed.times else text, name))
    value = {field: each[0] for field, each in told.items()}
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
        origins=tuple(sorted((field, where) for field, (_, where) in told.items())),
        omitted=parsed.omitted,
        turns=parsed.turns,
    )
