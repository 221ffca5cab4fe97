"""The catalog: documents, text, passages, statements, names and vectors in one database, the source of truth.

One transaction a document, so a document is there whole or not at all. Exact-word search lies in the same database over
stemmed words. Vectors are kept by the hash of their text and embedder: words that were embedded once are
never embedded again while a passage uses them.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from typing import Any, TypeVar

import numpy as np

from errors import EmbedderError, StoreBusyError, StoreError
from index.names.names import (
    DESCRIBED,
    NO_ALIASES,
    Aliases,
    Speaker,
    first_letters,
    is_name,
    keys_of,
    misspelt,
    name_key,
    near_spellings,
    read_aliases,
    register,
    same_person,
)
from index.names.titles import name_words
from index.records import Document, Passage, Statement, vector_id
from index.storage.bm25 import exact_words
from index.storage.corrections import Correction, Read
from index.storage.database import Database, damaged, open_file, open_server
from index.storage.embeddings import Matrix
from index.text.countries import unified
from index.text.grammatical_cases import case_keys
from index.text.stems import words
from settings import Settings

_Made = TypeVar("_Made")
SCHEMA_VERSION = "5"
_FACTS = "CREATE TABLE IF NOT EXISTS facts (name {text} PRIMARY KEY, value {text} NOT NULL)"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    {document_number}id {text} PRIMARY KEY, path {text} NOT NULL, title {text} NOT NULL, published {text},
    source {text}, url {text}, language {text}, text {text} NOT NULL, sha256 {text} NOT NULL, speaker {text},
    author {text}, pages {text} NOT NULL, times {text} NOT NULL, origins {text} NOT NULL, omitted {text} NOT NULL,
    "read" {text} NOT NULL, file {text} NOT NULL, digest {text} NOT NULL);
CREATE INDEX IF NOT EXISTS documents_by_file ON documents (file);
CREATE TABLE IF NOT EXISTS files (id {text} PRIMARY KEY, digest {text} NOT NULL);
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
    *("passage_words", "word_counts"),
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
_DOCUMENT = (
    "id, path, title, published, source, url, language, text, sha256, speaker, author, pages, times, origins, omitted, "
    '"read"'
)
_CORRECTION = 'document_id, field, value, words, start, "end", nth, among'
_PASSAGE = 'document_id, start, "end", tokens'
_STATEMENT = 'document_id, start, "end", speaker, kind, cue, said_on, reported_by, confidence, sense, candidates'
_IN_LINE = "in line by content"
"""Stores of before, whose vectors stood under ids that did not change with the text, are brought in line once more."""
PAGE = 500
"""So many documents, and ten times as many vectors, are read at a time where all are read."""
MOST_DOCUMENTS = 64
"""So many documents' texts and statements are remembered: a question reads the same ten or so several times each."""
MOST_FILTERS, MOST_SPEAKERS = 8, 64
"""So many filters' and speakers' passages are remembered; those of one filter over 100,000 passages take some 15 MB."""


@dataclass(frozen=True)
class Kept:
    """All that the catalog keeps of a document but its vectors, which are kept by the hashes beside its passages."""

    document: Document
    file: str
    digest: str
    passages: list[tuple[Passage, str]]
    statements: list[Statement]
    names: list[tuple[str, str]]


class Catalog:
    """An open catalog; any thread may use it."""

    def __init__(self, database: Database, aliases: Aliases = NO_ALIASES) -> None:
        self.database = database
        self.aliases = aliases
        self.writer: str | None = None
        """Who holds the right to write a catalog that several processes may write (index/storage/lock.py)."""
        self._exact_words = exact_words(database)
        self._threads = threading.local()
        self._remembered: tuple[int, dict[object, Any]] = (-1, {})
        self._make()

    def _make(self) -> None:
        """Make the tables that are missing; raises StoreError where another version made them."""
        kinds = _POSTGRES if self.database.postgres else _SQLITE
        if self.database.postgres:
            # Two processes that begin at once would both find a table missing and both make it.
            with self.database.transaction():
                self.database.value("SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 1))")
                self._make_tables(kinds)
        else:
            self._make_tables(kinds)

    def _make_tables(self, kinds: Mapping[str, str]) -> None:
        there = self.database.tables()
        self.database.script([_FACTS.format(**kinds)])
        held = self.fact("schema")
        if held is not None:
            self._check_version(held)
        missing = [each for each in _TABLES if each not in there]
        # Made anew, a table that was lost would be an empty one in silence. One that is being made has no schema yet.
        if missing and (held or "facts" not in there and "documents" in there):
            raise damaged(self.database.name, f"the table {missing[0]} is missing")
        self.database.script(_SCHEMA.format(**kinds).split(";"))
        self.database.script(self._exact_words.schema)
        if held is None:
            self._set_fact("schema", SCHEMA_VERSION)

    def _check_version(self, held: str | None) -> None:
        """Raise StoreError where another version made the store, also while it is open: another process may have."""
        if held != SCHEMA_VERSION:
            step = "run: python -m index --rebuild, which keeps all of it." if is_earlier(held) else "use that version."
            raise StoreError(
                f"{self.database.title} was made by another version ({held}, this one reads {SCHEMA_VERSION}); {step}"
            )

    def close(self) -> None:
        """Close the connections."""
        self.database.close()

    def fact(self, name: str) -> str | None:
        """Return a fact about the store (`schema`, `embedder`, `version`, `vectors`), or None."""
        found: str | None = self.database.value("SELECT value FROM facts WHERE name = :name", name=name)
        return found

    def _set_fact(self, name: str, value: str) -> None:
        query = """INSERT INTO facts (name, value) VALUES (:name, :value)
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
        self.database.run(query, name=name, value=value)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Let what is written inside be written whole or not at all, by the process whose turn it is.

        A server that restarts forgets the lock of who was writing, and another may have begun since: then the first
        has to stop.
        """
        with self.database.transaction():
            self._check_version(self.fact("schema"))
            if self.writer is not None:
                held = self.database.value("SELECT value FROM facts WHERE name = 'writer' FOR UPDATE")
                if held != self.writer:
                    raise StoreBusyError(
                        f"Another process began to change {self.database.name} after its server was away; "
                        "run the command again."
                    )
            yield

    def take_turn(self, writer: str) -> None:
        """Let this process alone write, until another takes its turn."""
        self._set_fact("writer", writer)
        self.writer = writer

    def claim(self, fingerprint: str) -> None:
        """Bind the store to an embedder the first time; later, refuse any other.

        Raises:
            EmbedderError: the store's vectors were made by another embedder.
        """
        held = self.fact("embedder")
        if held is None:
            self._set_fact("embedder", fingerprint)
        elif held != fingerprint:
            raise EmbedderError(
                f"{self.database.title} was made with the embedder {held}, and {fingerprint} is set; set the first "
                "again, or remove it and run: python -m index PATH"
            )

    def version(self) -> str:
        """Return 12 hexadecimal digits that change when a document is added, changed or removed."""
        rows = self.database.rows("SELECT id, digest FROM documents ORDER BY id")
        return hashlib.sha256("\n".join(f"{key} {digest}" for key, digest in rows).encode()).hexdigest()[:12]

    def in_line(self) -> bool:
        """Return whether the vectors were brought in line with the catalog since the last change."""
        return self.fact("vectors") == _IN_LINE

    def chroma(self) -> int:
        """Return the number of the set of vectors in use now, also for a thread that reads an earlier state."""
        query = "SELECT value FROM facts WHERE name = 'chroma'"
        return int(self.database.value_now(query) or 1)

    def set_chroma(self, number: int) -> None:
        """Record which set of vectors is in use."""
        with self.database.transaction():
            self._set_fact("chroma", str(number))

    def trying(self) -> int:
        """Return the number of the set of vectors that a process began to read and did not come to read, or 0."""
        return int(self.fact("trying") or 0)

    def set_trying(self, number: int) -> None:
        """Record which set of vectors is about to be read; 0 when it was."""
        self._set_fact("trying", str(number))

    def set_in_line(self) -> None:
        """Record that the vectors are in line with the catalog."""
        # In a transaction, which is refused for a store that was removed meanwhile: a run must not end as if done.
        with self.database.transaction():
            self._set_fact("vectors", _IN_LINE)

    def put(
        self,
        document: Document,
        file: str,
        digest: str,
        passages: Sequence[tuple[Passage, str]],
        statements: Sequence[Statement],
        names: Iterable[tuple[str, str]],
        vectors: dict[str, Matrix],
        corrections: Sequence[Correction] | None = None,
    ) -> None:
        """Write one document in place of the one with its id, in one transaction, with its corrections if given.

        `file` is the id of the file it came from; `digest` changes when anything that is written would; each passage
        comes with the hash of the text that was embedded for it, and `vectors` are by that hash.
        """
        database = self.database
        document = self._storable(document)
        with self._writing():
            self._delete(document.id)
            self._set_fact("vectors", "behind")
            self._set_fact("changes", str(self.changes() + 1))
            columns = f"{_DOCUMENT}, file, digest"
            database.run(
                f"INSERT INTO documents ({columns}) VALUES ({_marks(columns)})", [_row(document, file, digest)]
            )
            first = 1 + int(database.value("SELECT coalesce(max(number), 0) FROM passages"))
            numbered = list(enumerate(passages, start=first))
            database.run(
                f"INSERT INTO passages (number, id, {_PASSAGE}, hash) VALUES (:number, :id, {_marks(_PASSAGE)}, :hash)",
                [
                    {"number": number, "id": passage.id, **asdict(passage), "hash": key}
                    for number, (passage, key) in numbered
                ],
            )
            texts = [(number, document.text[passage.start : passage.end]) for number, (passage, _) in numbered]
            self._exact_words.put([(number, _stemmed(text)) for number, text in texts], _stemmed(document.title))
            database.run(
                f"INSERT INTO statements (id, {_STATEMENT}) VALUES (:id, {_marks(_STATEMENT)}) ON CONFLICT DO NOTHING",
                [{"id": each.id, **_statement_row(each)} for each in statements],
            )
            database.run(
                "INSERT INTO names (document_id, name, alias) VALUES (:document, :name, :alias)",
                [{"document": document.id, "name": name, "alias": alias} for name, alias in names],
            )
            self._keep(vectors)
            if corrections is not None:
                self._correct(document.id, corrections)

    def correct(self, document_id: str, corrections: Sequence[Correction]) -> None:
        """Keep the corrections of a document that is not there in place of those that it had."""
        with self._writing():
            self._correct(document_id, corrections)

    def _correct(self, document_id: str, corrections: Sequence[Correction]) -> None:
        self.database.run("DELETE FROM corrections WHERE document_id = :id", id=document_id)
        self.database.run(
            f"INSERT INTO corrections ({_CORRECTION}) VALUES ({_marks(_CORRECTION)})",
            [asdict(each) for each in corrections],
        )

    def corrections(self, document_id: str | None = None) -> list[Correction]:
        """Return what people corrected, of one document or of all, also of those that are not there any more."""
        query = f"SELECT {_CORRECTION} FROM corrections"
        if document_id is not None:
            query += " WHERE document_id = :id"
        rows = self.database.rows(
            f"{query} ORDER BY document_id, words, start, field", **({} if document_id is None else {"id": document_id})
        )
        return [Correction(*row) for row in rows]

    def _storable(self, document: Document) -> Document:
        """Return a document whose text, and its hash, are as the database can hold them."""
        text = self.database.storable(document.text)
        return document if text == document.text else replace(document, text=text, sha256=text_hash(text))

    def kept(self) -> Iterator[Kept]:
        """Yield all that is kept of each document but for its vectors, in the order in which they were written."""
        order = "number" if self.database.postgres else "rowid"
        query = f"""SELECT {order}, {_DOCUMENT}, file, digest FROM documents WHERE {order} > :last
                    ORDER BY {order} LIMIT {PAGE}"""
        last = 0
        while page := self.database.rows(query, last=last):
            for _, *row, file, digest in page:
                yield self._kept(self._whole(_document(row)), file, digest)
            last = page[-1][0]

    def _kept(self, document: Document, file: str, digest: str) -> Kept:
        def rows(query: str) -> list[Any]:
            return self.database.rows(query, id=document.id)

        passages = rows(f"SELECT {_PASSAGE}, hash FROM passages WHERE document_id = :id ORDER BY number")
        statements = rows(f'SELECT {_STATEMENT} FROM statements WHERE document_id = :id ORDER BY start, "end" DESC')
        return Kept(
            document,
            file,
            digest,
            [(Passage(*values), key) for *values, key in passages],
            [_statement(row) for row in statements],
            [(name, alias) for name, alias in rows("SELECT name, alias FROM names WHERE document_id = :id")],
        )

    def all_vectors(self) -> Iterator[tuple[str, bytes]]:
        """Yield every vector by the hash of its text, as the bytes of 32-bit floats."""
        query = f"SELECT hash, vector FROM vectors WHERE hash > :last ORDER BY hash LIMIT {PAGE * 10}"
        last = ""
        while page := self.database.rows(query, last=last):
            yield from ((key, bytes(row)) for key, row in page)
            last = page[-1][0]

    def put_vectors(self, vectors: Mapping[str, Matrix]) -> None:
        """Keep vectors by the hash of their text, for documents that are put after them."""
        with self._writing():
            self._keep(vectors)

    def _keep(self, vectors: Mapping[str, Matrix]) -> None:
        self.database.run(
            "INSERT INTO vectors (hash, vector) VALUES (:hash, :vector) ON CONFLICT DO NOTHING",
            [{"hash": key, "vector": row.astype(np.float32).tobytes()} for key, row in vectors.items()],
        )

    def remove(self, document_ids: Iterable[str]) -> None:
        """Delete documents and all that hangs on them, in one transaction."""
        with self._writing():
            for document_id in document_ids:
                self._delete(document_id)
                self._set_fact("removed", "1")
            self._set_fact("vectors", "behind")
            self._set_fact("changes", str(self.changes() + 1))

    def _delete(self, document_id: str) -> None:
        query = "SELECT count(*) FROM passages WHERE document_id = :id"
        if dead := self.database.value(query, id=document_id):
            self._set_fact("dead", str(self.dead() + dead))
        self._exact_words.remove(document_id)
        for table in ("passages", "statements", "names"):
            self.database.run(f"DELETE FROM {table} WHERE document_id = :id", id=document_id)
        self.database.run("DELETE FROM documents WHERE id = :id", id=document_id)

    def dead(self) -> int:
        """Return how many passages were deleted since the last `compact`; traces of them may be on disk."""
        return int(self.fact("dead") or 0)

    def removed(self) -> bool:
        """Return whether something was removed, not only changed, since the last `compact` that came to its end."""
        return self.fact("removed") == "1"

    def compact(self) -> None:
        """Remove every trace of what was deleted from a file, and give the room back.

        SQLite overwrites deleted rows, but the exact-word index keeps the words of deleted rows until it is merged, and
        the log keeps old pages until it is emptied (sqlite.org, PRAGMA secure_delete). PostgreSQL writes over them when
        it needs the room.
        """
        self.database.run("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")
        self._exact_words.compact()
        self.database.run("VACUUM")
        # After it: where the disk has no room for it, the next run does it again.
        self._set_fact("dead", "0")
        self._set_fact("removed", "0")
        if not self.database.postgres:
            self.database.run("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all that this thread reads inside come from one state of the catalog, whatever is written meanwhile."""
        if getattr(self._threads, "changes", None) is not None:
            yield
            return
        with self.database.reading():
            self._threads.changes = self.changes()
            try:
                yield
            finally:
                self._threads.changes = None

    def changes(self) -> int:
        """Return a number that grows with every document that is written or removed."""
        seen: int | None = getattr(self._threads, "changes", None)
        return int(self.fact("changes") or 0) if seen is None else seen

    def digests(self) -> dict[str, str]:
        """Return each document's digest by id."""
        return dict(self.database.rows("SELECT id, digest FROM documents"))

    def places(self) -> list[Sequence[str]]:
        """Return each document's id, the id of its file and that file's path."""
        return self.database.rows("SELECT id, file, path FROM documents")

    def set_path(self, file: str, path: str) -> None:
        """Record where the file is now from which documents came."""
        self.database.run("UPDATE documents SET path = :path WHERE file = :file", file=file, path=path)

    def files(self) -> dict[str, str]:
        """Return each file's digest by id, of the files that were taken in whole."""
        return dict(self.database.rows("SELECT id, digest FROM files"))

    def set_file(self, file: str, digest: str | None) -> None:
        """Record that a file was taken in whole under this digest, or with None that it was not."""
        if digest is None:
            self.database.run("DELETE FROM files WHERE id = :id", id=file)
        else:
            query = """INSERT INTO files (id, digest) VALUES (:id, :digest)
                       ON CONFLICT (id) DO UPDATE SET digest = excluded.digest"""
            self.database.run(query, id=file, digest=digest)

    def files_of(self, document_ids: Sequence[str]) -> set[str]:
        """Return the ids of the files that the documents came from."""
        return {file for (file,) in self._among("SELECT DISTINCT file FROM documents WHERE {}", "id", document_ids)}

    def documents_of_file(self, file: str) -> list[str]:
        """Return the ids of the documents that came from a file."""
        rows = self.database.rows("SELECT id FROM documents WHERE file = :file ORDER BY id", file=file)
        return [key for (key,) in rows]

    def known_vectors(self, hashes: Sequence[str]) -> set[str]:
        """Return which of the text hashes have a vector."""
        return {key for (key,) in self._among("SELECT hash FROM vectors WHERE {}", "hash", hashes)}

    def vector_ids(self, ids: Sequence[str] | None = None) -> set[str]:
        """Return the ids under which the vectors of passages, all or these, stand in Chroma.

        Each is the passage's own id and what identifies its text, so that a text that changed within the same offsets
        is another vector.
        """
        query = "SELECT id, hash FROM passages"
        rows = self.database.rows(query) if ids is None else self._among(f"{query} WHERE {{}}", "id", ids)
        return {vector_id(key, text) for key, text in rows}

    def vectors_of(self, passage_ids: Sequence[str]) -> Matrix:
        """Return the passages' vectors, one row each in the order given."""
        query = "SELECT passages.id, vector FROM passages JOIN vectors USING (hash) WHERE {}"
        found: dict[str, bytes] = dict(self._among(query, "passages.id", passage_ids))
        return np.frombuffer(b"".join(found[key] for key in passage_ids), dtype=np.float32).reshape(
            len(passage_ids), -1
        )

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages by id, those that are held, in the order of the ids."""
        rows = self._among(f"SELECT id, {_PASSAGE} FROM passages WHERE {{}}", "id", passage_ids)
        found = {row[0]: Passage(*row[1:]) for row in rows}
        return {key: found[key] for key in passage_ids if key in found}

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document in order."""
        query = f"SELECT {_PASSAGE} FROM passages WHERE document_id = :id ORDER BY start"
        return [Passage(*row) for row in self.database.rows(query, id=document_id)]

    def passages_holding(self, stems: Iterable[str]) -> list[Passage]:
        """Return every passage that holds any of the stemmed words, in the order of documents and offsets."""
        sought = sorted(set(stems))
        if not sought:
            return []
        numbers, values = self._exact_words.numbers_of_any(sought)
        query = f"SELECT {_PASSAGE} FROM passages WHERE number IN ({numbers}) ORDER BY document_id, start"
        return [Passage(*row) for row in self.database.rows(query, **values)]

    def search(self, stems: Iterable[str], limit: int, among: set[str] | None = None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25 score, best first, for any of the stemmed words.

        The score is BM25 (k1 1.2, b 0.75) over the passage's words and, at half their weight, its document's title, so
        larger is better. `among` restricts the ids.
        """
        sought = sorted(set(stems))
        return [(key, float(score)) for key, score in self._exact_words.search(sought, limit, among)] if sought else []

    def holding_phrases(self, phrases: Sequence[str], limit: int, among: set[str] | None = None) -> list[str]:
        """Return up to `limit` ids of passages that hold all the phrases, their words stemmed and in that order.

        The ids are in their own order: that in which documents came to be held must not choose among them.
        """
        sought = [stemmed for each in phrases if (stemmed := _stemmed(each))]
        if not sought:
            return []
        numbers, values = self._exact_words.numbers_of_phrases(sought)
        query = f"SELECT id FROM passages WHERE number IN ({numbers})"
        if among is not None:
            query += f" AND {self.database.among('id', 'among')}"
            values["among"] = self.database.listed(sorted(among))
        return [key for (key,) in self.database.rows(f"{query} ORDER BY id LIMIT :most", most=limit, **values)]

    def passage_counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each stemmed word stands, titles apart; absent words are left out."""
        return self._exact_words.counts(stems)

    def spelt_otherwise(self, stemmed: str) -> frozenset[str]:
        """Return the stemmed words of the documents that spell a word in the other of Latin and Cyrillic script."""
        keys = keys_of(stemmed)
        return frozenset(
            term
            for letter in (first_letters(stemmed) if keys else ())
            for key in keys
            for term in self._remember(("keys", letter), partial(self._keys_from, letter)).get(key, ())
        )

    def _keys_from(self, letter: str) -> dict[str, list[str]]:
        """Return the documents' stemmed words that begin with a letter, by their keys."""
        keyed: dict[str, list[str]] = {}
        for term in self._exact_words.between(letter, chr(ord(letter) + 1)):
            for key in keys_of(term):
                keyed.setdefault(key, []).append(term)
        return keyed

    def in_other_cases(self, stemmed: str, language: str) -> frozenset[str]:
        """Return the stemmed words that are a word in other cases of a language (index/text/grammatical_cases.py)."""
        keys = case_keys(stemmed, language)
        held = self._remember((language, stemmed[:1]), partial(self._cases_from, stemmed[:1], language)) if keys else {}
        return frozenset(term for key in keys for term in held.get(key, ()))

    def _cases_from(self, letter: str, language: str) -> dict[str, list[str]]:
        """Return the documents' stemmed words that begin with a letter, by their keys."""
        keyed: dict[str, list[str]] = {}
        for term in self._exact_words.between(letter, chr(ord(letter) + 1)):
            for key in case_keys(term, language):
                keyed.setdefault(key, []).append(term)
        return keyed

    def documents(self) -> list[Document]:
        """Return all documents by id, without their text."""
        columns = _DOCUMENT.replace("text", "''")
        return [_document(row) for row in self.database.rows(f"SELECT {columns} FROM documents ORDER BY id")]

    def published(self) -> dict[str, str | None]:
        """Return when each document was published, by its id."""
        query = "SELECT id, published FROM documents ORDER BY id"
        return self._remember("published", lambda: dict(self.database.rows(query)))

    def corrected(self) -> dict[str, Read]:
        """Return what was read of each document that people corrected, by its id."""
        query = """SELECT id, "read" FROM documents WHERE "read" <> '[]'"""
        return self._remember("corrected", lambda: {key: _read(held) for key, held in self.database.rows(query)})

    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, or None."""
        query = f"SELECT {_DOCUMENT} FROM documents WHERE id = :id"
        if re.search(r"[\x00\ud800-\udfff]", document_id):
            # No database holds these, so no document is called so; an address or a pack may ask for one.
            return None

        def read() -> Document | None:
            rows = self.database.rows(query, id=document_id)
            return self._whole(_document(rows[0])) if rows else None

        return self._remember_last("documents", document_id, read, MOST_DOCUMENTS)

    def _whole(self, document: Document) -> Document:
        """Return a document whose text is what was written: a quotation of a damaged text would be wrong in silence."""
        if text_hash(document.text) != document.sha256:
            raise damaged(self.database.name, f"the text of {document.id} has changed")
        return document

    def statements(self, document_id: str) -> list[Statement]:
        """Return the statements of one document in the order of their start."""
        query = f'SELECT {_STATEMENT} FROM statements WHERE document_id = :id ORDER BY start, "end" DESC'

        def read() -> list[Statement]:
            return [_statement(row) for row in self.database.rows(query, id=document_id)]

        return list(self._remember_last("statements", document_id, read, MOST_DOCUMENTS))

    def _remember(self, key: object, make: Callable[[], _Made]) -> _Made:
        """Return what was made for the key since the last change of the store, made now if need be."""
        changes, made = self._made()
        if key in made:
            held: _Made = made[key]
            return held
        return self._keep_made(made, changes, key, make)

    def _remember_last(self, kind: str, key: object, make: Callable[[], _Made], most: int) -> _Made:
        """Return the same of what takes room, of which the last `most` of a kind are kept."""
        changes, made = self._made()
        kept: dict[object, _Made] = made.setdefault(kind, {})
        if (held := kept.get(key)) is not None:
            return held
        found = self._keep_made(kept, changes, key, make)
        for each in list(kept)[:-most]:
            kept.pop(each, None)
        return found

    def _made(self) -> tuple[int, dict[object, Any]]:
        """Return the count of changes that this thread sees, and what was made since the last of them."""
        changes = self.changes()
        if self._remembered[0] != changes:
            self._remembered = (changes, {})
        held, made = self._remembered
        return (changes, made) if held == changes else (changes, {})

    def _keep_made(self, made: dict[object, Any], changes: int, key: object, make: Callable[[], _Made]) -> _Made:
        """Return what is made; where the store changed meanwhile it may be of either state, and is not kept."""
        found = make()
        if self.changes() == changes:
            made[key] = found
        return found

    def speakers(self) -> dict[str, int]:
        """Return how many statements each speaker has, most first."""
        query = "SELECT speaker, count(*) FROM statements WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY 2 DESC, 1"
        return self._remember("speakers", lambda: dict(self.database.rows(query)))

    def names_for(self, alias: str) -> list[str]:
        """Return the full names that an alias (lower case) stands for, the most frequent first.

        After the names that documents give for it come the user's own aliases and other spellings of one name.
        """
        query = "SELECT name FROM names WHERE alias = :alias GROUP BY name ORDER BY count(*) DESC, name"
        found = [
            name for each in [alias, *self.aliases.group(alias)] for (name,) in self.database.rows(query, alias=each)
        ]
        spelt = self._remember("by key", self._by_key).get(name_key(alias.split()[-1]), []) if alias.strip() else []
        return list(dict.fromkeys([*found, *(each for each in spelt if same_person(each, alias))]))

    def bearers_by_document(self, surname: str) -> list[tuple[str, str]]:
        """Return pairs of a document's id and a full name that it gives with this surname (in small letters)."""
        query = "SELECT DISTINCT document_id, name FROM names WHERE alias = :surname ORDER BY 1, 2"
        rows = self.database.rows(query, surname=surname)
        return [(document, name) for document, name in rows if name.split()[-1].lower() == surname]

    def called(self, name: str) -> list[str]:
        """Return the speakers of exactly this name, whatever its capitals and the full stop of a "Jr."."""
        called = self._remember("called", lambda: _keyed(self.speakers(), lambda each: each.lower().strip(" .")))
        return called.get(name.lower().strip(" ."), [])

    def holders(self, role: str) -> list[str]:
        """Return the full names that documents give for a role ("head-of-state Belarus"), the most frequent first.

        A role that names no land ("the head of state") is also held by those of any land.
        """
        query = """SELECT name FROM names WHERE alias = :role OR (alias > :first AND alias < :last)
                   GROUP BY name ORDER BY count(*) DESC, name"""
        # Between "mayor " and "mayor!" lie all that begin with "mayor ".
        values = {"role": role, "first": f"{role} ", "last": f"{role}!"}
        return self._remember(("role", role), lambda: [name for (name,) in self.database.rows(query, **values)])

    def descriptions(self, name: str) -> list[tuple[str, str]]:
        """Return pairs of a document's id and what it says that a person is ("the mayor of Eskby"), in their order."""
        query = "SELECT document_id, alias FROM names WHERE name = :name AND alias LIKE :described ORDER BY 1, 2"
        rows = self.database.rows(query, name=name, described=f"{DESCRIBED}%")
        return [(document, alias.removeprefix(DESCRIBED)) for document, alias in rows]

    def misspelt(self, surname: str) -> list[str]:
        """Return the speakers whose surname, as written or by its key, one typing error sets apart from this one."""
        spelt = self._remember("spelt", self._spelt)
        near = self._remember("near", lambda: near_spellings(spelt))
        forms = [form for each in dict.fromkeys((surname.lower(), name_key(surname))) for form in misspelt(each, near)]
        return list(dict.fromkeys(each for form in forms for each in spelt[form]))

    def _spelt(self) -> dict[str, list[str]]:
        """Return the speakers that are named, by the key of their surname and by the surname in small letters."""
        spelt = {key: list(speakers) for key, speakers in self._remember("by key", self._by_key).items()}
        for speaker in (each for each in self.speakers() if is_name(each)):
            spelt.setdefault(speaker.split()[-1].lower(), []).append(speaker)
        return spelt

    def _by_key(self) -> dict[str, list[str]]:
        """Return the speakers that are named by the key of their last word."""
        return _keyed(filter(is_name, self.speakers()), lambda each: name_key(name_words(each)[-1]))

    def with_two_surnames(self, first: str) -> list[str]:
        """Return the speakers whose last word but one this is, after a given name: Castro of Raúl Castro Ruz."""
        return self._remember("two surnames", self._with_two_surnames).get(first.lower(), [])

    def _with_two_surnames(self) -> dict[str, list[str]]:
        named = {
            each: [word for word in each.split() if not word.endswith(".")] for each in self.speakers() if is_name(each)
        }
        return _keyed((each for each, parts in named.items() if len(parts) > 2), lambda each: named[each][-2].lower())

    def newest(self) -> str | None:
        """Return the newest date of a document, or None when no document has one."""
        query = "SELECT max(published) FROM documents"
        found: str | None = self._remember("newest", lambda: self.database.value(query))
        return found

    def register(self) -> list[Speaker]:
        """Return the people who speak in the documents, with the forms of their names, counts and days."""
        query = """SELECT speaker, count(*), min(said_on), max(said_on) FROM statements
                   WHERE speaker IS NOT NULL GROUP BY speaker"""
        rows = self.database.rows(query)
        return self._remember("register", lambda: register([(row[0], *row[1:]) for row in rows], self.aliases))

    def documents_of(self, speaker: str) -> set[str]:
        """Return the ids of the documents that hold a statement by the speaker."""
        query = "SELECT DISTINCT document_id FROM statements WHERE speaker = :speaker"
        return {key for (key,) in self.database.rows(query, speaker=speaker)}

    def passages_said_by(self, speakers: Sequence[str]) -> dict[str, set[str]]:
        """Return the ids of the passages that hold words of a statement by one of the speakers, by the day it was said.

        "" stands for a day that is not known.
        """
        query = """SELECT DISTINCT coalesce(statements.said_on, ''), passages.id
                   FROM statements JOIN passages ON passages.document_id = statements.document_id
                   AND passages.start < statements."end" AND passages."end" > statements.start
                   WHERE {}"""
        return self._remember_last(
            "said by",
            tuple(speakers),
            lambda: _grouped(self._among(query, "statements.speaker", speakers)),
            MOST_SPEAKERS,
        )

    def passages_in(self, chosen: Callable[[str, str | None], bool], key: object) -> set[str]:
        """Return the ids of the passages of the documents chosen by their id and when they were published.

        `key` stands for the choice: what was found for it is remembered, as a conversation keeps its filters.
        """
        return self._remember_last("passages in", key, lambda: self._passages_in(chosen), MOST_FILTERS)

    def _passages_in(self, chosen: Callable[[str, str | None], bool]) -> set[str]:
        ids = {document_id for document_id, day in self.published().items() if chosen(document_id, day)}
        rows = self.database.rows("SELECT document_id, id FROM passages")
        return {passage_id for document_id, passage_id in rows if document_id in ids}

    def counts(self) -> dict[str, int]:
        """Return how many documents, passages and statements there are."""
        tables = ("documents", "passages", "statements")
        return {each: int(self.database.value(f"SELECT count(*) FROM {each}")) for each in tables}

    def statement_counts(self) -> dict[str, int]:
        """Return how many statements each document has that has any."""
        query = "SELECT document_id, count(*) FROM statements GROUP BY document_id"
        return self._remember("statement counts", lambda: dict(self.database.rows(query)))

    def _among(self, query: str, column: str, values: Sequence[str]) -> list[Any]:
        """Return the rows of a query whose condition is that a column holds one of the values."""
        if not values:
            return []
        return self.database.rows(
            query.format(self.database.among(column, "among")), among=self.database.listed(values)
        )


def _grouped(rows: Iterable[Sequence[str]]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = {}
    for key, value in rows:
        grouped.setdefault(key, set()).add(value)
    return grouped


def _keyed(names: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    """Return the names by their keys, in their order."""
    keyed: dict[str, list[str]] = {}
    for name in names:
        keyed.setdefault(key(name), []).append(name)
    return keyed


def is_earlier(held: str | None) -> bool:
    """Return whether an earlier version made a store of this schema."""
    return bool(held and held.isdecimal() and int(held) < int(SCHEMA_VERSION))


def open_catalog(settings: Settings, set_aside: Callable[[Database], None] | None = None) -> Catalog:
    """Return the catalog of the settings, made when missing; it may be read whoever owns the store.

    `set_aside` is what makes room where an earlier version made it; the caller then carries over what is there.

    Raises:
        StoreError: it cannot be opened, is damaged, or was made by another version.
        SettingError: the address of its server cannot be read.
    """
    database = (
        open_server(settings.catalog_url) if settings.catalog_url else open_file(settings.store / "catalog.sqlite")
    )
    try:
        if set_aside:
            set_aside(database)
        elif database.tables().intersection(EARLIER.values()):
            raise StoreError(f"{database.title} is half rebuilt; run: python -m index --rebuild")
        return Catalog(database, read_aliases(settings.aliases))
    except BaseException:
        database.close()
        raise


def held_catalog(settings: Settings) -> Catalog | None:
    """Return the catalog of the settings to read, or None where nothing was indexed; raises as `open_catalog`."""
    if settings.one_owner and not (settings.store / "catalog.sqlite").is_file():
        return None
    return open_catalog(settings)


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text, under which its vector is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def _stemmed(text: str) -> str:
    return " ".join(words(unified(text)))


def _marks(columns: str) -> str:
    """Return the named places for the values of columns: :path, :title."""
    return ", ".join(":" + each.strip(' "') for each in columns.split(","))


def _row(document: Document, file: str, digest: str) -> dict[str, str | None]:
    held = {each.name: getattr(document, each.name) for each in fields(document)}
    as_json = {each: json.dumps(held[each]) for each in ("pages", "times", "origins", "omitted", "read")}
    return {**held, **as_json, "file": file, "digest": digest}


def _document(row: Sequence[Any]) -> Document:
    pages, times, origins, omitted = (json.loads(each) for each in row[-5:-1])
    return replace(
        Document(*row),
        pages=tuple(pages),
        times=tuple((int(offset), float(second)) for offset, second in times),
        origins=tuple((str(field), str(where)) for field, where in origins),
        omitted=tuple((str(what), int(count)) for what, count in omitted),
        read=_read(row[-1]),
    )


def _read(held: str) -> Read:
    return tuple((str(what), value) for what, value in json.loads(held))


def _statement_row(statement: Statement) -> dict[str, Any]:
    return {**asdict(statement), "candidates": json.dumps(statement.candidates, ensure_ascii=False)}


def _statement(row: Sequence[Any]) -> Statement:
    return replace(Statement(*row), candidates=tuple(json.loads(row[-1])))
