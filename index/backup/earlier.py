"""A store that an earlier version made is rebuilt from what it contains: no document, correction or vector is lost.

The tables of before are set aside in one transaction, so the catalog is of this version at once. Then each document is
prepared from its stored text and written, and its row of before removed; an interrupted rebuild goes on from there.
Files are read again by the next run over them, as the catalog does not say any more that they were taken in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from errors import StoreError
from index.records import Document, text_hash
from index.storage.catalog_tables import EARLIER, SCHEMA_VERSION, is_earlier
from index.storage.corrections import Correction, as_read
from index.storage.database import Database
from index.storage.database_errors import damaged
from index.storage.store import Store
from index.sync import Prepared, embedded, prepared, write

_MADE_AGAIN = (
    *("word_counts", "word_places", "word_totals", "passage_words"),
    *("passages", "statements", "names", "files"),
)
BATCH = 64
Show = Callable[[str], None]


def set_aside(database: Database) -> None:
    """Set the tables of an earlier version aside; nothing where there are none.

    Raises:
        StoreError: a later version made the store.
    """
    there = database.tables()
    if "facts" not in there or is_current(found := _schema(database)):
        return
    if not is_earlier(found):
        raise StoreError(
            f"{database.title} was made by another version ({found}, this one reads {SCHEMA_VERSION}); "
            "use that version."
        )
    with database.transaction():
        for table, side in EARLIER.items():
            if table in there and side not in there:
                database.script([f"CREATE TABLE {side} AS SELECT * FROM {table}"])
        database.script([f"CREATE INDEX IF NOT EXISTS earlier_by_id ON {EARLIER['documents']} (id)"])
        database.script(f"DROP TABLE IF EXISTS {each}" for each in (*_MADE_AGAIN, *EARLIER))
        database.run("DELETE FROM facts WHERE name = 'schema'")


def _schema(database: Database) -> str | None:
    version: str | None = database.value("SELECT value FROM facts WHERE name = 'schema'")
    return version


def is_current(version: str | None) -> bool:
    """Return whether this version made a store, or is about to: then it has no schema yet."""
    return version in (None, SCHEMA_VERSION)


def is_carried(database: Database) -> bool:
    """Return whether all that was set aside was carried over."""
    return not database.tables().intersection(EARLIER.values())


def carry_over(store: Store, passage_tokens: int, show: Show = lambda message: None) -> int:
    """Write what was set aside, and return how many documents that were."""
    database = store.catalog.database
    if is_carried(database):
        return 0
    with store.writing:
        _carry_corrections(store)
        count = int(database.value(f"SELECT count(*) FROM {EARLIER['documents']}"))
        done = 0
        for batch in _batches(database):
            documents = [_prepared(store, each, passage_tokens) for each in batch]
            vectors = embedded(documents, store)
            for each in documents:
                write(each, store, vectors)
                database.run(f"DELETE FROM {EARLIER['documents']} WHERE id = :id", id=each.document.id)
            done += len(batch)
            show(f"{done:,} of {count:,} documents rebuilt")
        database.script([f"DROP TABLE {EARLIER['documents']}"])
        store.settle()
        store.catalog.writer.compact()
        return done


def _carry_corrections(store: Store) -> None:
    database, side = store.catalog.database, EARLIER["corrections"]
    if side not in database.tables():
        return
    known = {each.name for each in fields(Correction)}
    by_document: dict[str, list[Correction]] = {}
    for row in _rows(database, f"SELECT * FROM {side}"):
        each = Correction(**{name: value for name, value in row.items() if name in known})
        by_document.setdefault(each.document_id, []).append(each)
    for document_id, corrections in by_document.items():
        store.catalog.writer.correct(document_id, corrections)
    database.script([f"DROP TABLE {side}"])


def _batches(database: Database) -> Iterator[list[Mapping[str, Any]]]:
    while batch := _rows(database, f"SELECT * FROM {EARLIER['documents']} ORDER BY id LIMIT {BATCH}"):
        yield batch


def _rows(database: Database, query: str) -> list[Mapping[str, Any]]:
    return [row._asdict() for row in database.rows(query)]


def _prepared(store: Store, row: Mapping[str, Any], passage_tokens: int) -> Prepared:
    document = as_read(_document(row, store.catalog.database.name))
    corrections = store.catalog.corrections(document.id)
    return prepared(document, str(row["file"]), corrections, passage_tokens)


def _document(row: Mapping[str, Any], name: str) -> Document:
    """Return a document as an earlier version kept it; what it did not keep is as if there was none of it."""
    values = {each.name: row[each.name] for each in fields(Document) if row.get(each.name) is not None}
    listed = {name: tuple(map(_value, json.loads(values[name]))) for name in _LISTS if name in values}
    empty = {each: None for each in ("published", "source", "url", "language")}
    if text_hash(values["text"]) != values["sha256"]:
        raise damaged(name, f"the text of {values['id']} has changed")
    return Document(**{**empty, **values, **listed})


_LISTS = ("pages", "times", "origins", "omitted", "read")


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
