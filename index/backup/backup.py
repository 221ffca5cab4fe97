"""A whole store in one file, to keep or to move: documents, passages, statements, names and vectors, with checksums.

A zip of `documents.jsonl` (all that is kept of each document, in the order in which they were written), `vectors.bin`
(the hash of a text, then its vector, one after another), `files.json`, `corrections.json` and `manifest.json`, which
tells the digest of each. What is taken in needs no embedding, and a run that was interrupted goes on where it stopped.
Where both stores have corrections of a document, both count; of two of one thing the export's.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO, Any

import numpy as np

from errors import StoreError
from index.backup.checks import check_corrections, check_documents, check_files, json_of, records, require, vector_keys
from index.correct import apply
from index.records import Document, Passage, Statement
from index.storage.catalog import Catalog
from index.storage.catalog_tables import SCHEMA_VERSION, StoredDocument
from index.storage.corrections import Correction, as_read, merged
from index.storage.embeddings import Matrix
from index.storage.store import Store
from index.sync import embedded, prepared, write
from settings import Settings

FORMAT = 1
DOCUMENTS, VECTORS, FILES, MANIFEST = "documents.jsonl", "vectors.bin", "files.json", "manifest.json"
CORRECTIONS = "corrections.json"
_STATEMENT_VALUES = tuple(each.name for each in fields(Statement))[1:]
"""A statement is exported as the list of its values but for its document, in the order of its fields."""
HASH_BYTES, BATCH, BLOCK = 32, 512, 1 << 20
SCHEMAS = ("5", "6", SCHEMA_VERSION)
"""Of these only the tables of words were others, which no export holds."""
Show = Callable[[str], None]


def export(catalog: Catalog, path: Path, show: Show = lambda message: None) -> dict[str, int]:
    """Write all that a catalog holds, as it is at one moment, and return what it counted; a half file is never left.

    Raises:
        StoreError: the file cannot be written, or is one that an export would destroy.
    """
    if path.exists() and not _is_export(path):
        raise StoreError(f"{path} already exists and is not an export; name another file.")
    half = path.with_name(f"{path.name}.part")
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, catalog.reading():
            counts = catalog.counts()
            digests = {
                DOCUMENTS: _written(archive, DOCUMENTS, _documents(catalog, counts["documents"], show)),
                VECTORS: _written(archive, VECTORS, (bytes.fromhex(key) + row for key, row in catalog.all_vectors())),
                FILES: _written(archive, FILES, [json.dumps(catalog.files()).encode()]),
                CORRECTIONS: _written(archive, CORRECTIONS, [_corrections(catalog.corrections())]),
            }
            about = {"format": FORMAT, "schema": SCHEMA_VERSION, "embedder": catalog.facts.get("embedder"), **counts}
            archive.writestr(MANIFEST, json.dumps({**about, "sha256": digests}))
        os.replace(half, path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror}); name another file.") from None
    finally:
        half.unlink(missing_ok=True)
    return counts


def _is_export(path: Path) -> bool:
    """Return whether a file is an export, which a later one may replace: nothing else is overwritten."""
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def import_(
    path: Path, store: Store, show: Show = lambda message: None, passage_tokens: int = Settings.passage_tokens
) -> dict[str, int]:
    """Take what an export holds into a store, beside what it has, and return what the store then counts.

    Raises:
        StoreError: the file is no export, is damaged, or was made with another embedder; nothing was taken in.
    """
    if path.exists() and not path.is_file():
        raise StoreError(f"{path} is not a file; name the file that --export wrote.")
    try:
        with zipfile.ZipFile(path) as archive, store.writing:
            about = _whole(archive, store, path, show)
            _take_vectors(archive, store)
            known = _corrected(archive, store.catalog)
            taken = _take_documents(archive, store, int(about["documents"]), show, known, passage_tokens)
            for document_id, each in known.items():
                if document_id not in taken and not each.stored:
                    apply(store, document_id, each.corrections, passage_tokens)
            for file, digest in json_of(archive, FILES).items():
                store.catalog.writer.set_file(str(file), str(digest))
            store.settle()
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror or error}); name an export.") from None
    except _DAMAGED:
        raise StoreError(f"{path} is damaged or not an export; write one with: python -m index --export FILE") from None
    return store.catalog.counts()


_DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
)
"""What a file that is no export, or was made to look like one, raises where it is read; nothing was taken in then."""


def _whole(archive: zipfile.ZipFile, store: Store, path: Path, show: Show) -> dict[str, Any]:
    """Return the manifest of an export of which all was looked at, as none that is wrong anywhere is taken in."""
    about = _checked(archive, show)
    _fits(about, store, path)
    check_files(json_of(archive, FILES))
    check_corrections(json_of(archive, CORRECTIONS))
    keys = vector_keys(archive, VECTORS, HASH_BYTES, len(store.embeddings.embed_query("width")))
    check_documents(archive, DOCUMENTS, about["documents"], keys)
    return about


def _written(archive: zipfile.ZipFile, name: str, pieces: Any) -> str:
    digest = hashlib.sha256()
    with archive.open(name, "w", force_zip64=True) as member:
        for piece in pieces:
            digest.update(piece)
            member.write(piece)
    return digest.hexdigest()


def _documents(catalog: Catalog, count: int, show: Show) -> Iterator[bytes]:
    for number, each in enumerate(catalog.kept(), start=1):
        row = {**asdict(each), "passages": each.passages, "statements": each.statements}
        yield json.dumps(_plain(row), ensure_ascii=False).encode() + b"\n"
        if number % BATCH == 0 or number == count:
            show(f"{number:,} of {count:,} documents")


def _corrections(corrections: list[Correction]) -> bytes:
    return json.dumps([asdict(each) for each in corrections], ensure_ascii=False).encode()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a document with its passages and statements as rows of values."""
    passages = [[passage.start, passage.end, passage.tokens, key] for passage, key in row["passages"]]
    statements = [[getattr(each, name) for name in _STATEMENT_VALUES] for each in row["statements"]]
    return {**row, "passages": passages, "statements": statements}


def _checked(archive: zipfile.ZipFile, show: Show) -> dict[str, Any]:
    """Return the manifest, having compared the digest of all that it names."""
    require(sorted(archive.namelist()) == sorted((DOCUMENTS, VECTORS, FILES, CORRECTIONS, MANIFEST)), "members")
    about: dict[str, Any] = json_of(archive, MANIFEST)
    for name in (DOCUMENTS, VECTORS, FILES, CORRECTIONS):
        show(f"checking {name}")
        digest = hashlib.sha256()
        with archive.open(name) as member:
            while block := member.read(BLOCK):
                digest.update(block)
        if digest.hexdigest() != about["sha256"][name]:
            raise ValueError(name)
    return about


def _fits(about: dict[str, Any], store: Store, path: Path) -> None:
    if about["format"] != FORMAT or about["schema"] not in SCHEMAS:
        raise StoreError(f"{path} was made by another version; export it again, or index the documents again.")
    if about["embedder"] != store.catalog.facts.get("embedder"):
        raise StoreError(
            f"{path} was made with another embedder; import it with the ON_THE_RECORD_EMBEDDER that made it."
        )


def _take_vectors(archive: zipfile.ZipFile, store: Store) -> None:
    width = HASH_BYTES + 4 * len(store.embeddings.embed_query("width"))
    with archive.open(VECTORS) as member:
        while rows := _rows(member, width):
            store.catalog.writer.put_vectors(rows)


def _rows(member: IO[bytes], width: int) -> dict[str, Matrix]:
    block = member.read(width * BATCH)
    if len(block) % width:
        raise ValueError("vectors")
    rows = (block[at : at + width] for at in range(0, len(block), width))
    return {row[:HASH_BYTES].hex(): np.frombuffer(row[HASH_BYTES:], dtype=np.float32) for row in rows}


@dataclass(frozen=True)
class _Corrected:
    """A document's corrections of the export and the store together."""

    corrections: list[Correction]
    exported: bool
    """Whether they are those of the export, so that the document in it has them."""
    stored: bool
    """The same of the store."""


def _corrected(archive: zipfile.ZipFile, catalog: Catalog) -> dict[str, _Corrected]:
    """Return the corrections of the export and the store by document."""
    grouped: dict[str, tuple[list[Correction], list[Correction]]] = {}
    for each in catalog.corrections():
        grouped.setdefault(each.document_id, ([], []))[0].append(each)
    for each in [Correction(**each) for each in json_of(archive, CORRECTIONS)]:
        grouped.setdefault(each.document_id, ([], []))[1].append(each)
    found: dict[str, _Corrected] = {}
    for document_id, (stored, taken) in grouped.items():
        both = merged(stored, taken)
        found[document_id] = _Corrected(both, set(both) == set(taken), set(both) == set(stored))
    return found


_NONE = _Corrected([], True, True)


def _take_documents(
    archive: zipfile.ZipFile, store: Store, count: int, show: Show, known: Mapping[str, _Corrected], passage_tokens: int
) -> set[str]:
    """Write the documents that the store has not as they are, and return the ids of all in the export."""
    stored = store.catalog.digests()
    seen: set[str] = set()
    for record in records(archive, DOCUMENTS):
        each = _stored(record)
        seen.add(each.document.id)
        both = known.get(each.document.id, _NONE)
        if not both.exported:
            read_again = prepared(as_read(each.document), each.file, both.corrections, passage_tokens)
            write(read_again, store, embedded([read_again], store), both.corrections)
        elif stored.get(each.document.id) != each.digest:
            store.catalog.writer.put(each, {}, both.corrections)
        if len(seen) % BATCH == 0 or len(seen) == count:
            show(f"{len(seen):,} of {count:,} documents")
    return seen


def _stored(record: dict[str, Any]) -> StoredDocument:
    exported = record["document"]
    document = Document(
        **{
            **exported,
            "pages": tuple(exported["pages"]),
            "times": tuple((int(offset), float(second)) for offset, second in exported["times"]),
            "origins": tuple((str(field), str(where)) for field, where in exported["origins"]),
            "omitted": tuple((str(what), int(count)) for what, count in exported["omitted"]),
            "read": tuple((str(what), value) for what, value in exported["read"]),
            "turns": (),
        }
    )
    return StoredDocument(
        document=document,
        file=record["file"],
        digest=record["digest"],
        passages=[
            (Passage(document_id=document.id, start=start, end=end, tokens=tokens), key)
            for start, end, tokens, key in record["passages"]
        ],
        statements=[_statement(document.id, values) for values in record["statements"]],
        names=[(str(name), str(alias)) for name, alias in record["names"]],
    )


def _statement(document_id: str, values: list[Any]) -> Statement:
    named = dict(zip(_STATEMENT_VALUES, values, strict=True))
    return Statement(**{**named, "document_id": document_id, "candidates": tuple(named["candidates"])})
