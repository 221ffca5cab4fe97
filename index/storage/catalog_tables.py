"""The tables of a catalog: how they are made, which version made them, and how records stand in their columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from errors import StoreError
from index.records import Document, Passage, Statement
from index.storage.catalog_facts import Facts
from index.storage.corrections import Correction, Read
from index.storage.database import Database
from index.storage.database_errors import damaged
from index.text.countries import unified
from index.text.stems import words

SCHEMA_VERSION = "7"
_FACTS = "CREATE TABLE IF NOT EXISTS facts (name {text} PRIMARY KEY, value {text} NOT NULL)"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    {document_number}id {text} PRIMARY KEY, path {text} NOT NULL, title {text} NOT NULL, published {text},
    source {text}, url {text}, language {text}, text {text} NOT NULL, sha256 {text} NOT NULL, speaker {text},
    author {text}, pages {text} NOT NULL, times {text} NOT NULL, origins {text} NOT NULL, omitted {text} NOT NULL,
    "read" {text} NOT NULL, file {text} NOT NULL, digest {text} NOT NULL);
CREATE INDEX IF NOT EXISTS documents_by_file ON documents (file);
CREATE TABLE IF NOT EXISTS files (id {text} PRIMARY KEY, digest {text} NOT NULL);
CREATE TABLE IF NOT EXISTS unread (
    place {text} NOT NULL, path {text} NOT NULL, reason {text} NOT NULL, PRIMARY KEY (place, path));
CREATE TABLE IF NOT EXISTS corrections (
    document_id {text} NOT NULL, field {text} NOT NULL, value {text}, words {text} NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, nth INTEGER NOT NULL, among INTEGER NOT NULL,
    PRIMARY KEY (document_id, field, words, nth));
CREATE TABLE IF NOT EXISTS passages (
    number {number} PRIMARY KEY, id {text} UNIQUE NOT NULL, document_id {text} NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, tokens INTEGER NOT NULL, hash {text} NOT NULL);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document_id, start);
CREATE INDEX IF NOT EXISTS passages_by_hash ON passages (hash);
CREATE TABLE IF NOT EXISTS statements (
    id {text} PRIMARY KEY, document_id {text} NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, speaker {text},
    kind {text} NOT NULL, cue {text}, said_on {text}, reported_by {text}, confidence DOUBLE PRECISION NOT NULL,
    sense {text} NOT NULL, candidates {text} NOT NULL);
CREATE INDEX IF NOT EXISTS statements_by_document ON statements (document_id, start);
CREATE INDEX IF NOT EXISTS statements_by_speaker ON statements (speaker);
CREATE TABLE IF NOT EXISTS names (document_id {text} NOT NULL, name {text} NOT NULL, alias {text} NOT NULL);
CREATE INDEX IF NOT EXISTS names_by_alias ON names (alias);
CREATE INDEX IF NOT EXISTS names_by_document ON names (document_id);
CREATE TABLE IF NOT EXISTS vectors (hash {text} PRIMARY KEY, vector {bytes} NOT NULL)
"""
_TABLES = (
    *("facts", "documents", "files", "corrections", "passages", "statements", "names", "vectors"),
    *("word_places", "word_counts", "word_totals"),
)
EARLIER = {"documents": "earlier_documents", "corrections": "earlier_corrections"}
"""Tables of an earlier version that are carried over, and their names until then (index/backup/earlier.py)."""
_SQLITE = {"text": "TEXT", "number": "INTEGER", "bytes": "BLOB", "document_number": ""}
# Compared byte by byte as SQLite does, whatever language the server sorts in.
_POSTGRES = {
    "text": 'TEXT COLLATE "C"',
    "number": "BIGINT",
    "bytes": "BYTEA",
    "document_number": "number BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE, ",
}
DOCUMENT_COLUMNS = (
    "id, path, title, published, source, url, language, text, sha256, speaker, author, pages, times, origins, omitted, "
    '"read"'
)
CORRECTION_COLUMNS = 'document_id, field, value, words, start, "end", nth, among'
PASSAGE_COLUMNS = 'document_id, start, "end", tokens'
STATEMENT_COLUMNS = 'document_id, start, "end", speaker, kind, cue, said_on, reported_by, confidence, sense, candidates'


def make_tables(database: Database, facts: Facts, words_schema: Sequence[str]) -> None:
    """Make the tables that are missing, those of the search for exact words too.

    Raises:
        StoreError: another version made them, or one of them was lost.
    """
    if not database.postgres:
        _make_missing(database, facts, words_schema, _SQLITE)
        return
    # Two processes that begin at once would both find a table missing and both make it.
    with database.transaction():
        database.value("SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 1))")
        _make_missing(database, facts, words_schema, _POSTGRES)


def _make_missing(database: Database, facts: Facts, words_schema: Sequence[str], kinds: Mapping[str, str]) -> None:
    there = database.tables()
    database.script([_FACTS.format(**kinds)])
    version = facts.get("schema")
    if version is not None:
        check_version(database, version)
    missing = [each for each in _TABLES if each not in there]
    # Made again, a table that was lost would be an empty one in silence. One that is being made has no schema yet.
    if missing and (version or "facts" not in there and "documents" in there):
        raise damaged(database.name, f"the table {missing[0]} is missing")
    database.script(_SCHEMA.format(**kinds).split(";"))
    database.script(words_schema)
    if version is None:
        facts.set("schema", SCHEMA_VERSION)


def check_version(database: Database, version: str | None) -> None:
    """Raise StoreError where another version made the store, also while it is open: another process may have."""
    if version != SCHEMA_VERSION:
        step = "run: python -m index --rebuild, which keeps all of it." if is_earlier(version) else "use that version."
        raise StoreError(
            f"{database.title} was made by another version ({version}, this one reads {SCHEMA_VERSION}); {step}"
        )


def is_earlier(version: str | None) -> bool:
    """Return whether an earlier version made a store of this schema."""
    return bool(version and version.isdecimal() and int(version) < int(SCHEMA_VERSION))


def stemmed_words(text: str) -> str:
    """Return the words of a text as the search for exact words holds them, with spaces between."""
    return " ".join(words(unified(text)))


def placeholders(columns: str) -> str:
    """Return the named places for the values of columns: :path, :title."""
    return ", ".join(":" + each.strip(' "') for each in columns.split(","))


@dataclass(frozen=True)
class StoredDocument:
    """All that the catalog stores of a document but its vectors, which stand under the hashes beside its passages."""

    document: Document
    file: str
    """The id of the file that it came from."""
    digest: str
    """What changes when anything else here would."""
    passages: list[tuple[Passage, str]]
    """Each with the hash of the text that was embedded for it."""
    statements: list[Statement]
    names: list[tuple[str, str]]


@dataclass(frozen=True)
class FileOf:
    """The file of a document: its id, and the mark under which it was read (`index/sync.py`)."""

    id: str
    mark: str | None

    @property
    def digest(self) -> str | None:
        """Return the SHA-256 of its bytes, None where it was not kept."""
        return self.mark.rpartition(" ")[2] if self.mark else None


def document_row(stored: StoredDocument) -> dict[str, str | None]:
    """Return a document as its columns hold it."""
    values = {each.name: getattr(stored.document, each.name) for each in fields(Document)}
    as_json = {each: json.dumps(values[each]) for each in ("pages", "times", "origins", "omitted", "read")}
    return {**values, **as_json, "file": stored.file, "digest": stored.digest}


def document_from(row: Any) -> Document:
    """Return the document of a row of `DOCUMENT_COLUMNS`."""
    return Document(
        id=row.id,
        path=row.path,
        title=row.title,
        published=row.published,
        source=row.source,
        url=row.url,
        language=row.language,
        text=row.text,
        sha256=row.sha256,
        speaker=row.speaker,
        author=row.author,
        pages=tuple(json.loads(row.pages)),
        times=tuple((int(offset), float(second)) for offset, second in json.loads(row.times)),
        origins=tuple((str(field), str(where)) for field, where in json.loads(row.origins)),
        omitted=tuple((str(what), int(count)) for what, count in json.loads(row.omitted)),
        read=read_from(row.read),
    )


def read_from(column: str) -> Read:
    """Return what was read in the place of what people corrected, of its column."""
    return tuple((str(what), value) for what, value in json.loads(column))


def passage_from(row: Any) -> Passage:
    """Return the passage of a row of `PASSAGE_COLUMNS`."""
    return Passage(document_id=row.document_id, start=row.start, end=row.end, tokens=row.tokens)


def statement_row(statement: Statement) -> dict[str, Any]:
    """Return a statement as its columns hold it."""
    return {**asdict(statement), "candidates": json.dumps(statement.candidates, ensure_ascii=False)}


def statement_from(row: Any) -> Statement:
    """Return the statement of a row of `STATEMENT_COLUMNS`."""
    return Statement(
        document_id=row.document_id,
        start=row.start,
        end=row.end,
        speaker=row.speaker,
        kind=row.kind,
        cue=row.cue,
        said_on=row.said_on,
        reported_by=row.reported_by,
        confidence=row.confidence,
        sense=row.sense,
        candidates=tuple(json.loads(row.candidates)),
    )


def correction_from(row: Any) -> Correction:
    """Return the correction of a row of `CORRECTION_COLUMNS`."""
    return Correction(
        document_id=row.document_id,
        field=row.field,
        value=row.value,
        words=row.words,
        start=row.start,
        end=row.end,
        nth=row.nth,
        among=row.among,
    )
