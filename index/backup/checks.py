"""Whether an export is what it says, looked at before anything of it is taken in: types, digests, offsets, vectors."""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, get_args

import numpy as np

from index.dates.days import is_day
from index.records import Sense, StatementKind, text_hash
from index.storage.corrections import Correction
from index.text.expressions import expression

LARGEST_LINE = 400_000_000
DOCUMENT = {
    **dict.fromkeys(("id", "path", "title", "text", "sha256"), (str,)),
    **dict.fromkeys(("published", "source", "url", "language", "speaker", "author"), (str, type(None))),
    **dict.fromkeys(("pages", "times", "origins", "omitted", "read", "turns"), (list,)),
}
PAIRS: Mapping[str, tuple[tuple[type, ...], ...]] = {
    "times": ((int,), (int, float)),
    "origins": ((str,), (str,)),
    "omitted": ((str,), (int,)),
    "read": ((str,), (str, type(None))),
}
RECORD = {"document", "file", "digest", "passages", "statements", "names"}
_UNSTORABLE = expression(r"[\ud800-\udfff]")
"""Half characters. A corpus may have U+0000 in its text, so also in what is read of it; no name of a document has."""


def require(is_so: object, what: str) -> None:
    """Raise ValueError that names what of an export is wrong, unless it holds."""
    if not is_so:
        raise ValueError(what)


def _is(value: object, kinds: tuple[type, ...]) -> bool:
    """Return whether a value is of one of the kinds, and can be stored; truth values are no numbers."""
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        return False
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, str) or not _UNSTORABLE.search(value)


def json_of(archive: zipfile.ZipFile, name: str) -> Any:
    """Return what a member of bounded size holds."""
    require(archive.getinfo(name).file_size <= LARGEST_LINE, name)
    return json.loads(archive.read(name))


def check_files(files: object) -> None:
    """Raise ValueError unless these are the digests of files by id."""
    require(isinstance(files, dict) and all(_is(each, (str,)) for pair in files.items() for each in pair), "files")


def check_corrections(corrections: object) -> None:
    """Raise ValueError unless these are corrections."""
    kinds: dict[str, tuple[type, ...]] = {
        each.name: (int,) if each.type == "int" else (str,) for each in fields(Correction)
    }
    kinds["value"] = (str, type(None))
    require(isinstance(corrections, list), "corrections")
    assert isinstance(corrections, list)
    for each in corrections:
        require(isinstance(each, dict) and set(each) == set(kinds), "correction")
        require(all(_is(each[name], kind) for name, kind in kinds.items()), "correction")


def vector_keys(archive: zipfile.ZipFile, name: str, hash_bytes: int, width: int) -> set[str]:
    """Return the hashes that have a vector, each of finite numbers that are not all zero."""
    row, found = hash_bytes + 4 * width, set[str]()
    with archive.open(name) as member:
        while block := member.read(row * 512):
            require(len(block) % row == 0, "vectors")
            table = np.frombuffer(block, dtype=np.uint8).reshape(-1, row)
            vectors = np.ascontiguousarray(table[:, hash_bytes:]).view(np.float32)
            with np.errstate(all="ignore"):
                lengths = np.linalg.norm(vectors.astype(np.float64), axis=1)
            require(np.isfinite(lengths).all() and (lengths > 0).all(), "vectors")
            found.update(bytes(each).hex() for each in table[:, :hash_bytes])
    return found


def check_documents(archive: zipfile.ZipFile, name: str, count: int, keys: set[str]) -> None:
    """Raise ValueError unless each line is a document whose parts fit its text, as many as are said to be there."""
    seen: set[str] = set()
    for record in records(archive, name):
        _check_record(record, keys)
        require(record["document"]["id"] not in seen, "id twice")
        seen.add(record["document"]["id"])
    require(len(seen) == count, "count")


def records(archive: zipfile.ZipFile, name: str) -> Iterator[Any]:
    """Yield what each line of a member holds."""
    with archive.open(name) as member:
        while line := member.readline(LARGEST_LINE):
            yield json.loads(line)


def _check_record(record: Any, keys: set[str]) -> None:
    require(isinstance(record, dict) and set(record) == RECORD, "record")
    require(_is(record["file"], (str,)) and _is(record["digest"], (str,)), "file")
    document = record["document"]
    require(isinstance(document, dict) and set(document) == set(DOCUMENT), "document")
    require(all(_is(document[field], kinds) for field, kinds in DOCUMENT.items()), "document")
    require("\x00" not in document["id"] + document["path"] + record["file"], "a name")
    require(document["id"] and text_hash(document["text"]) == document["sha256"], "digest of the text")
    _check_day(document["published"])
    length = len(document["text"])
    require(not document["turns"] and all(_is(at, (int,)) and 0 <= at <= length for at in document["pages"]), "pages")
    for field, kinds in PAIRS.items():
        require(all(_are(row, kinds) for row in document[field]), field)
    require(all(0 <= offset <= length for offset, _ in document["times"]), "times")
    _check_passages(record["passages"], length, keys)
    for row in record["statements"]:
        _check_statement(row, length)
    require(all(_are(row, ((str,), (str,))) for row in record["names"]), "names")


def _are(row: object, kinds: tuple[tuple[type, ...], ...]) -> bool:
    """Return whether a row has one value of each kind."""
    return isinstance(row, list) and len(row) == len(kinds) and all(map(_is, row, kinds))


def _check_passages(rows: list[Any], length: int, keys: set[str]) -> None:
    """Raise ValueError unless the passages joined are the text, and each has its vector."""
    end = 0
    for row in rows:
        require(_are(row, ((int,), (int,), (int,), (str,))), "passage")
        require(row[0] == end and row[1] > end and row[2] >= 0 and row[3] in keys, "passage")
        end = row[1]
    require(end == length, "passages")


_STATEMENT: tuple[tuple[type, ...], ...] = (
    *((int,), (int,), (str, type(None)), (str,), (str, type(None)), (str, type(None)), (str, type(None))),
    *((int, float), (str,), (list,)),
)
"""Start, end, speaker, kind, cue, day, who reported it, confidence, sense, candidates."""


def _check_statement(row: Any, length: int) -> None:
    require(_are(row, _STATEMENT), "statement")
    start, end, _, kind, _, day, _, confidence, sense, candidates = row
    require(0 <= start < end <= length and 0 <= confidence <= 1, "statement")
    require(kind in get_args(StatementKind) and sense in get_args(Sense), "statement")
    require(all(_is(each, (str,)) for each in candidates), "candidates")
    _check_day(day)


def _check_day(day: str | None) -> None:
    require(day is None or is_day(day), "day")
