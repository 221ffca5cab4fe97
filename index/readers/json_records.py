"""JSON and JSON lines: a record is a document; its text stands as it is, for offsets count in it, unless it is HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from errors import DocumentError
from index.readers.parsed import Parsed, whole
from index.readers.web.raw_html import body
from index.terminal import one_line

_FIELDS = {"title": "title", "date": "published", "source": "source", "url": "url"} | {
    name: name for name in ("speaker", "author", "language")
}
_IDS = ("id", "_id", "doc_id")


def read_lines(lines: Iterable[bytes | None], longest: int) -> Iterator[Parsed | DocumentError]:
    """Yield each line's document, or what is wrong with the line; empty lines are passed over.

    None stands for a line of more than `longest` bytes.
    """
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield DocumentError(f"line {number} is over {longest // 1_000_000} MB; split it.")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(number, line)


def _line(number: int, line: bytes) -> Parsed | DocumentError:
    try:
        return record(json.loads(line.decode("utf-8-sig")), str(number))
    except (ValueError, RecursionError, DocumentError):
        return DocumentError(f"line {number} is not a JSON object with a 'text'; fix or remove it.")


def read(content: bytes) -> list[Parsed]:
    """Return the documents of a JSON file: an object with a text, or a list of them.

    Raises:
        DocumentError: it is something else.
    """
    try:
        found: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise DocumentError("is not JSON; fix it.") from None
    if isinstance(found, list):
        return [record(each, str(number)) for number, each in enumerate(found, start=1)]
    parsed = record(found, "1")
    return [Parsed(parsed.text, parsed.about, omitted=parsed.omitted)]


def record(found: Any, name: str) -> Parsed:
    """Return the document of one object; `name` is its key when it has no id of its own.

    Raises:
        DocumentError: it is no object with a text.
    """
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise DocumentError("contains no object with a 'text'; see the README for the fields.")
    text, omitted = body(whole(found["text"]))
    key = one_line(whole(next((str(found[each]) for each in _IDS if found.get(each) is not None), name)))
    about = {
        ours: (whole(str(found[theirs])).strip(), f"field {theirs}")
        for theirs, ours in _FIELDS.items()
        if found.get(theirs) is not None and str(found[theirs]).strip()
    }
    return Parsed(text, about, key, omitted=omitted)
