"""Path -> `Document`s, one reader a suffix.

Text is normalised once, here: byte order mark removed, line ends made `\\n`, form feeds made line ends, NUL removed,
Unicode composed (NFC). A corpus of JSON lines is taken as it stands, so that offsets count in the string it holds.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from errors import DocumentError
from index import dating
from index.records import Document


@dataclass(frozen=True)
class Found:
    """A file to take in: where it is and the id that it gets, its path relative to the indexed root."""

    path: Path
    id: str


def find(roots: list[Path]) -> list[Found]:
    """Return the files under the roots that a reader exists for, sorted by id; a root that is a file is always listed.

    Raises:
        DocumentError: a root does not exist or its folder cannot be read.
    """
    found: dict[str, Found] = {}
    for root in roots:
        for each in _under(root):
            found.setdefault(each.id, each)
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
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.suffix.lower() in READERS and path.is_file() and not hidden:
            yield Found(path, path.relative_to(root).as_posix())


def load(found: Found) -> list[Document]:
    """Return the documents of one file.

    Raises:
        DocumentError: the file is empty, is not text, cannot be read or is of a kind that no reader takes.
    """
    reader = READERS.get(found.path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise DocumentError(f"{found.id}: no reader for '{found.path.suffix or 'no suffix'}'; give one of {kinds}.")
    try:
        content = found.path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"{found.id}: cannot be read ({error.strerror}); allow reading it or leave it out."
        ) from None
    documents = reader(found, content)
    if not documents:
        raise DocumentError(f"{found.id}: holds no text; nothing of it can be searched.")
    return documents


def _decoded(found: Found, content: bytes) -> str:
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(f"{found.id}: is not text; convert it to .txt or .md in UTF-8.")
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise DocumentError(f"{found.id}: is not UTF-8 text; save it as UTF-8.") from None
    return normalised(text)


def normalised(text: str) -> str:
    """Return the text as it is kept and shown for good; offsets count in this string."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\x00", "")
    return unicodedata.normalize("NFC", lines)


def _plain_text(found: Found, content: bytes) -> list[Document]:
    text = _decoded(found, content)
    if not text.strip():
        return []
    return [
        Document(
            id=found.id,
            path=str(found.path),
            title=dating.title(text, found.id),
            published=dating.published(text, found.id),
            source=None,
            url=None,
            language=None,
            text=text,
            sha256=_digest(text),
        )
    ]


def _json_lines(found: Found, content: bytes) -> list[Document]:
    documents = []
    for number, line in enumerate(content.decode("utf-8-sig", errors="surrogateescape").split("\n"), start=1):
        if line.strip():
            documents.append(_record(found, number, line))
    return [each for each in documents if each.text.strip()]


def _record(found: Found, number: int, line: str) -> Document:
    try:
        record = json.loads(line)
        text = record["text"]
        text.encode()
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DocumentError(f"{found.id}: line {number} is no JSON object with a 'text'; mend or remove it.") from None
    name = next((str(record[key]) for key in ("id", "_id", "doc_id") if record.get(key) is not None), str(number))
    return Document(
        id=f"{found.id}#{name}",
        path=str(found.path),
        title=_field(record, "title") or dating.title(text, name),
        published=_field(record, "date"),
        source=_field(record, "source"),
        url=_field(record, "url"),
        language=_field(record, "language"),
        text=text,
        sha256=_digest(text),
        speaker=_field(record, "speaker"),
    )


def _field(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return str(value).strip() or None if value is not None else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


Reader = Callable[[Found, bytes], list[Document]]
READERS: dict[str, Reader] = {
    ".txt": _plain_text,
    ".md": _plain_text,
    ".markdown": _plain_text,
    ".jsonl": _json_lines,
}
