"""The catalog: documents, text, passages, statements, names and vectors in one SQLite file, the source of truth.

One transaction a document, so a document is there whole or not at all. Exact-word search (FTS5, BM25) lies in the same
file over stemmed words. Vectors are kept by the hash of their text and embedder: words that were embedded once are
never embedded again while a passage uses them.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from errors import EmbedderError, StoreError
from index.embed import Matrix
from index.names import (
    NO_ALIASES,
    Aliases,
    Speaker,
    first_letters,
    is_name,
    keys_of,
    misspelt,
    name_key,
    near_spellings,
    register,
    same_person,
)
from index.nations import unified
from index.records import Document, Passage, Statement
from index.words import words

_Made = TypeVar("_Made")
SCHEMA_VERSION = "4"
TITLE_WEIGHT = 0.5
"""What a word of the document's title counts against one of the passage: on SciFact nDCG@10 of the fused candidates is
.725 with it, .702 without; a weight of 2 costs the news of RealTimeQA three points of the right passages in ten."""
_FACTS = "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL, published TEXT, source TEXT, url TEXT, language TEXT,
    text TEXT NOT NULL, sha256 TEXT NOT NULL, speaker TEXT, author TEXT, pages TEXT NOT NULL, times TEXT NOT NULL,
    origins TEXT NOT NULL, file TEXT NOT NULL, digest TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS documents_by_file ON documents (file);
CREATE TABLE IF NOT EXISTS files (id TEXT PRIMARY KEY, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, document_id TEXT NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, tokens INTEGER NOT NULL, hash TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document_id, start);
CREATE INDEX IF NOT EXISTS passages_by_hash ON passages (hash);
CREATE TABLE IF NOT EXISTS statements (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, speaker TEXT,
    kind TEXT NOT NULL, cue TEXT, said_on TEXT, reported_by TEXT, confidence REAL NOT NULL, hash TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS statements_by_hash ON statements (hash);
CREATE INDEX IF NOT EXISTS statements_by_document ON statements (document_id, start);
CREATE INDEX IF NOT EXISTS statements_by_speaker ON statements (speaker);
CREATE TABLE IF NOT EXISTS names (document_id TEXT NOT NULL, name TEXT NOT NULL, alias TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS names_by_alias ON names (alias);
CREATE INDEX IF NOT EXISTS names_by_document ON names (document_id);
CREATE TABLE IF NOT EXISTS vectors (hash TEXT PRIMARY KEY, vector BLOB NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5(words, title, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE IF NOT EXISTS word_counts USING fts5vocab(passage_words, 'col');
"""
_DOCUMENT = "id, path, title, published, source, url, language, text, sha256, speaker, author, pages, times, origins"
_PASSAGE = "document_id, start, end, tokens"
_STATEMENT = "document_id, start, end, speaker, kind, cue, said_on, reported_by, confidence"
MOST_FILTERS, MOST_SPEAKERS = 8, 64
"""So many filters' and speakers' passages are remembered; those of one filter over 100,000 passages take some 15 MB."""


@dataclass(frozen=True)
class Kept:
    """All that the catalog keeps of a document but for its vectors, which are kept by the hashes beside its parts."""

    document: Document
    file: str
    digest: str
    passages: list[tuple[Passage, str]]
    statements: list[tuple[Statement, str]]
    names: list[tuple[str, str]]


class _Held:
    """A thread's connection, closed with its thread: the app draws each page in a new one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __del__(self) -> None:
        self.connection.close()


class Catalog:
    """An open catalog file; any thread may use it, each gets a connection of its own."""

    def __init__(self, path: Path, aliases: Aliases = NO_ALIASES) -> None:
        self._path = path
        self.aliases = aliases
        self._threads = threading.local()
        self._opened: weakref.WeakSet[_Held] = weakref.WeakSet()
        self._remembered: tuple[int, dict[object, Any]] = (-1, {})
        try:
            self._connection.execute(_FACTS)
            version = self.fact("schema") or SCHEMA_VERSION
            if version != SCHEMA_VERSION:
                raise StoreError(
                    f"The store {path.parent} was made by another version; remove that folder and index again."
                )
            self._connection.executescript(_SCHEMA)
            self._set_fact("schema", SCHEMA_VERSION)
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"The catalog {path} is damaged ({error}); move the folder {path.parent} away, then run: "
                "python -m index --import EXPORT, or index the documents again."
            ) from error

    @property
    def _connection(self) -> sqlite3.Connection:
        held: _Held | None = getattr(self._threads, "held", None)
        if held is None:
            held = _Held(sqlite3.connect(self._path, check_same_thread=False, isolation_level=None))
            held.connection.execute("PRAGMA journal_mode = WAL")
            held.connection.execute("PRAGMA synchronous = NORMAL")
            # What is deleted is overwritten, so that a document's words leave the disk with it.
            held.connection.execute("PRAGMA secure_delete = ON")
            held.connection.execute("PRAGMA busy_timeout = 30000")
            self._threads.held = held
            self._opened.add(held)
        return held.connection

    def close(self) -> None:
        """Close every thread's connection."""
        for held in list(self._opened):
            held.connection.close()
        self._opened.clear()
        self._threads = threading.local()

    def fact(self, name: str) -> str | None:
        """Return a fact about the store (`schema`, `embedder`, `version`, `vectors`), or None."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _set_fact(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def claim(self, fingerprint: str) -> None:
        """Bind the store to an embedder the first time; later, refuse any other.

        Raises:
            EmbedderError: the store's vectors were made by another embedder.
        """
        held = self.fact("embedder")
        if held is None:
            self._set_fact("embedder", fingerprint)
        elif held != fingerprint:
            folder = self._path.parent
            raise EmbedderError(
                f"The store {folder} was made with the embedder {held}, and {fingerprint} is set; set the first again, "
                f"or remove {folder} and run: python -m index PATH --store {folder}."
            )

    def version(self) -> str:
        """Return 12 hexadecimal digits that change when a document is added, changed or removed."""
        rows = self._connection.execute("SELECT id, digest FROM documents ORDER BY id")
        return hashlib.sha256("\n".join(f"{key} {digest}" for key, digest in rows).encode()).hexdigest()[:12]

    def in_line(self) -> bool:
        """Return whether the vectors were brought in line with the catalog since the last change."""
        return self.fact("vectors") == "in line"

    def chroma(self) -> int:
        """Return the number of the Chroma folder in use."""
        return int(self.fact("chroma") or 1)

    def set_chroma(self, number: int) -> None:
        """Record which Chroma folder is in use."""
        self._set_fact("chroma", str(number))

    def set_in_line(self) -> None:
        """Record that the vectors are in line with the catalog."""
        self._set_fact("vectors", "in line")

    def put(
        self,
        document: Document,
        file: str,
        digest: str,
        passages: Sequence[tuple[Passage, str]],
        statements: Sequence[tuple[Statement, str]],
        names: Iterable[tuple[str, str]],
        vectors: dict[str, Matrix],
    ) -> None:
        """Write one document in place of the one with its id, in one transaction.

        `file` is the id of the file it came from; `digest` changes when anything that is written would; each passage
        and statement comes with the hash of the text that was embedded for it, and `vectors` are by that hash.
        """
        connection = self._connection
        with _Transaction(connection):
            self._delete(document.id)
            self._set_fact("vectors", "behind")
            self._set_fact("changes", str(self.changes() + 1))
            connection.execute(
                f"INSERT INTO documents ({_DOCUMENT}, file, digest) VALUES ({_marks(16)})",
                (*_row(document), file, digest),
            )
            title = _stemmed(document.title)
            for passage, embedded in passages:
                text = document.text[passage.start : passage.end]
                number = connection.execute(
                    f"INSERT INTO passages (id, {_PASSAGE}, hash) VALUES ({_marks(6)})",
                    (passage.id, *astuple(passage), embedded),
                ).lastrowid
                connection.execute(
                    "INSERT INTO passage_words (rowid, words, title) VALUES (?, ?, ?)", (number, _stemmed(text), title)
                )
            connection.executemany(
                f"INSERT OR IGNORE INTO statements (id, {_STATEMENT}, hash) VALUES ({_marks(11)})",
                [(each.id, *astuple(each), embedded) for each, embedded in statements],
            )
            connection.executemany(
                f"INSERT INTO names VALUES ({_marks(3)})", [(document.id, name, alias) for name, alias in names]
            )
            self._keep(vectors)

    def kept(self) -> Iterator[Kept]:
        """Yield all that is kept of each document but for its vectors, in the order in which they were written."""
        query = f"SELECT {_DOCUMENT}, file, digest FROM documents ORDER BY rowid"
        for *row, file, digest in self._connection.execute(query):
            key = (row[0],)
            passages = f"SELECT {_PASSAGE}, hash FROM passages WHERE document_id = ? ORDER BY number"
            statements = f"SELECT {_STATEMENT}, hash FROM statements WHERE document_id = ? ORDER BY start, end DESC"
            yield Kept(
                _document(row),
                file,
                digest,
                [(Passage(*values), hash_) for *values, hash_ in self._connection.execute(passages, key)],
                [(Statement(*values), hash_) for *values, hash_ in self._connection.execute(statements, key)],
                list(self._connection.execute("SELECT name, alias FROM names WHERE document_id = ?", key)),
            )

    def all_vectors(self) -> Iterator[tuple[str, bytes]]:
        """Yield every vector by the hash of its text, as the bytes of 32-bit floats."""
        yield from self._connection.execute("SELECT hash, vector FROM vectors ORDER BY hash")

    def put_vectors(self, vectors: Mapping[str, Matrix]) -> None:
        """Keep vectors by the hash of their text, for documents that are put after them."""
        with _Transaction(self._connection):
            self._keep(vectors)

    def _keep(self, vectors: Mapping[str, Matrix]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            [(key, vector.astype(np.float32).tobytes()) for key, vector in vectors.items()],
        )

    def remove(self, document_ids: Iterable[str]) -> None:
        """Delete documents and all that hangs on them, in one transaction."""
        with _Transaction(self._connection):
            for document_id in document_ids:
                self._delete(document_id)
            self._set_fact("vectors", "behind")
            self._set_fact("changes", str(self.changes() + 1))

    def _delete(self, document_id: str) -> None:
        connection = self._connection
        query = "SELECT count(*) FROM passages WHERE document_id = ?"
        if dead := connection.execute(query, (document_id,)).fetchone()[0]:
            self._set_fact("dead", str(self.dead() + dead))
        connection.execute(
            "DELETE FROM passage_words WHERE rowid IN (SELECT number FROM passages WHERE document_id = ?)",
            (document_id,),
        )
        for table in ("passages", "statements", "names"):
            connection.execute(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))
        connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))

    def dead(self) -> int:
        """Return how many passages were deleted since the last `compact`; traces of them may be on disk."""
        return int(self.fact("dead") or 0)

    def compact(self) -> None:
        """Remove every trace of what was deleted from the file, and give the room back.

        SQLite overwrites deleted rows, but the exact-word index keeps the words of deleted rows until it is merged, and
        the log keeps old pages until it is emptied (sqlite.org, PRAGMA secure_delete).
        """
        connection = self._connection
        connection.execute(
            "DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages UNION SELECT hash FROM statements)"
        )
        connection.execute("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
        self._set_fact("dead", "0")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all that this thread reads inside come from one state of the catalog, whatever is written meanwhile."""
        connection = self._connection
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("COMMIT")

    def changes(self) -> int:
        """Return a number that grows with every document that is written or removed."""
        return int(self.fact("changes") or 0)

    def digests(self) -> dict[str, str]:
        """Return each document's digest by id."""
        return dict(self._connection.execute("SELECT id, digest FROM documents"))

    def files(self) -> dict[str, str]:
        """Return each file's digest by id, of the files that were taken in whole."""
        return dict(self._connection.execute("SELECT id, digest FROM files"))

    def set_file(self, file: str, digest: str | None) -> None:
        """Record that a file was taken in whole under this digest, or with None that it was not."""
        if digest is None:
            self._connection.execute("DELETE FROM files WHERE id = ?", (file,))
        else:
            self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (file, digest))

    def files_of(self, document_ids: Sequence[str]) -> set[str]:
        """Return the ids of the files that the documents came from."""
        return {row[0] for row in self._many("SELECT DISTINCT file FROM documents WHERE id IN ({})", document_ids)}

    def documents_of_file(self, file: str) -> list[str]:
        """Return the ids of the documents that came from a file."""
        rows = self._connection.execute("SELECT id FROM documents WHERE file = ? ORDER BY id", (file,))
        return [row[0] for row in rows]

    def known_vectors(self, hashes: Sequence[str]) -> set[str]:
        """Return which of the text hashes have a vector."""
        return {row[0] for row in self._many("SELECT hash FROM vectors WHERE hash IN ({})", hashes)}

    def passage_ids(self) -> set[str]:
        """Return the ids of all passages."""
        return {row[0] for row in self._connection.execute("SELECT id FROM passages")}

    def statement_ids(self) -> set[str]:
        """Return the ids of all statements."""
        return {row[0] for row in self._connection.execute("SELECT id FROM statements")}

    def vectors_of(self, passage_ids: Sequence[str]) -> Matrix:
        """Return the passages' vectors, one row each in the order given."""
        return self._vectors("passages", passage_ids)

    def statement_vectors(self, statement_ids: Sequence[str]) -> Matrix:
        """Return the statements' vectors, one row each in the order given."""
        return self._vectors("statements", statement_ids)

    def _vectors(self, table: str, ids: Sequence[str]) -> Matrix:
        rows = self._many(
            f"SELECT {table}.id, vector FROM {table} JOIN vectors USING (hash) WHERE {table}.id IN ({{}})", ids
        )
        found = {key: np.frombuffer(blob, dtype=np.float32) for key, blob in rows}
        stacked: Matrix = np.stack([found[key] for key in ids])
        return stacked

    def statements_by_id(self, statement_ids: Sequence[str]) -> dict[str, Statement]:
        """Return the statements by id."""
        rows = self._many(f"SELECT id, {_STATEMENT} FROM statements WHERE id IN ({{}})", statement_ids)
        return {row[0]: Statement(*row[1:]) for row in rows}

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages by id."""
        rows = self._many(f"SELECT id, {_PASSAGE} FROM passages WHERE id IN ({{}})", passage_ids)
        return {row[0]: Passage(*row[1:]) for row in rows}

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document in order."""
        query = f"SELECT {_PASSAGE} FROM passages WHERE document_id = ? ORDER BY start"
        return [Passage(*row) for row in self._connection.execute(query, (document_id,))]

    def passages_holding(self, stems: Iterable[str]) -> list[Passage]:
        """Return every passage that holds any of the stemmed words, in the order of documents and offsets."""
        quoted = _any_of(stems)
        if not quoted:
            return []
        query = f"""SELECT {_PASSAGE} FROM passages WHERE number IN
                    (SELECT rowid FROM passage_words WHERE passage_words MATCH ?) ORDER BY document_id, start"""
        return [Passage(*row) for row in self._connection.execute(query, (f"words : ({quoted})",))]

    def search(self, stems: Iterable[str], limit: int, among: set[str] | None = None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25 score, best first, for any of the stemmed words.

        The score is the negative of SQLite's `bm25()` (k1 1.2, b 0.75) over the passage's words and, at half their
        weight, its document's title, so larger is better. `among` restricts the ids.
        """
        quoted = _any_of(stems)
        if not quoted:
            return []
        query = f"""SELECT passages.id, -bm25(passage_words, 1.0, {TITLE_WEIGHT}) AS score FROM passage_words
                   JOIN passages ON passages.number = passage_words.rowid
                   WHERE passage_words MATCH ? {{}} ORDER BY score DESC, passages.id LIMIT ?"""
        within, ids = _only(among)
        return [(row[0], row[1]) for row in self._connection.execute(query.format(within), (quoted, *ids, limit))]

    def holding_phrases(self, phrases: Sequence[str], limit: int, among: set[str] | None = None) -> list[str]:
        """Return up to `limit` ids of passages that hold all the phrases, their words stemmed and in that order."""
        quoted = " AND ".join(f'"{stemmed}"' for each in phrases if (stemmed := _stemmed(each)))
        if not quoted:
            return []
        query = """SELECT id FROM passages WHERE number IN
                   (SELECT rowid FROM passage_words WHERE passage_words MATCH ?) {} LIMIT ?"""
        within, ids = _only(among)
        values = (f"words : ({quoted})", *ids, limit)
        return [row[0] for row in self._connection.execute(query.format(within), values)]

    def passage_counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each stemmed word stands, titles apart; absent words are left out."""
        return dict(self._many("SELECT term, doc FROM word_counts WHERE col = 'words' AND term IN ({})", stems))

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
        query = "SELECT term FROM word_counts WHERE col = 'words' AND term >= ? AND term < ?"
        keyed: dict[str, list[str]] = {}
        for (term,) in self._connection.execute(query, (letter, chr(ord(letter) + 1))):
            for key in keys_of(term):
                keyed.setdefault(key, []).append(term)
        return keyed

    def documents(self) -> list[Document]:
        """Return all documents by id, without their text."""
        columns = _DOCUMENT.replace("text", "''")
        return [_document(row) for row in self._connection.execute(f"SELECT {columns} FROM documents ORDER BY id")]

    def published(self) -> dict[str, str | None]:
        """Return when each document was published, by its id."""
        query = "SELECT id, published FROM documents ORDER BY id"
        return self._remember("published", lambda: dict(self._connection.execute(query)))

    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, or None."""
        query = f"SELECT {_DOCUMENT} FROM documents WHERE id = ?"
        row = self._connection.execute(query, (document_id,)).fetchone()
        return _document(row) if row else None

    def statements(self, document_id: str) -> list[Statement]:
        """Return the statements of one document in the order of their start."""
        query = f"SELECT {_STATEMENT} FROM statements WHERE document_id = ? ORDER BY start, end DESC"
        return [Statement(*row) for row in self._connection.execute(query, (document_id,))]

    def _remember(self, key: object, make: Callable[[], _Made]) -> _Made:
        """Return what was made for the key since the last change of the store, made now if need be."""
        changes = self.changes()
        held, made = self._remembered
        if held != changes:
            made = {}
            self._remembered = (changes, made)
        if key not in made:
            made[key] = make()
        found: _Made = made[key]
        return found

    def _remember_last(self, kind: str, key: object, make: Callable[[], _Made], most: int) -> _Made:
        """Return the same of what takes room, of which the last `most` of a kind are kept."""
        kept: dict[object, _Made] = self._remember(kind, dict)
        if (held := kept.get(key)) is not None:
            return held
        kept[key] = found = make()
        for each in list(kept)[:-most]:
            kept.pop(each, None)
        return found

    def speakers(self) -> dict[str, int]:
        """Return how many statements each speaker has, most first."""
        query = "SELECT speaker, count(*) FROM statements WHERE speaker NOT NULL GROUP BY speaker ORDER BY 2 DESC, 1"
        return self._remember("speakers", lambda: dict(self._connection.execute(query)))

    def names_for(self, alias: str) -> list[str]:
        """Return the full names that an alias (lower case) stands for, the most frequent first.

        After the names that documents give for it come the user's own aliases and other spellings of one name.
        """
        query = "SELECT name FROM names WHERE alias = ? GROUP BY name ORDER BY count(*) DESC, name"
        found = [
            row[0] for each in [alias, *self.aliases.group(alias)] for row in self._connection.execute(query, (each,))
        ]
        spelt = self._remember("by key", self._by_key).get(name_key(alias.split()[-1]), []) if alias.strip() else []
        return list(dict.fromkeys([*found, *(each for each in spelt if same_person(each, alias))]))

    def called(self, name: str) -> list[str]:
        """Return the speakers of exactly this name, whatever its capitals and the full stop of a "Jr."."""
        return self._remember("called", self._called).get(name.lower().strip(" ."), [])

    def _called(self) -> dict[str, list[str]]:
        called: dict[str, list[str]] = {}
        for speaker in self.speakers():
            called.setdefault(speaker.lower().strip(" ."), []).append(speaker)
        return called

    def holders(self, role: str) -> list[str]:
        """Return the full names that documents give for a role ("head-of-state Belarus"), the most frequent first.

        A role that names no land ("the head of state") is also held by those of any land.
        """
        query = """SELECT name FROM names WHERE alias = ? OR (alias > ? AND alias < ?)
                   GROUP BY name ORDER BY count(*) DESC, name"""
        # Between "mayor " and "mayor!" lie all that begin with "mayor ".
        values = (role, f"{role} ", f"{role}!")
        return self._remember(("role", role), lambda: [row[0] for row in self._connection.execute(query, values)])

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
        keyed: dict[str, list[str]] = {}
        for speaker in self.speakers():
            if is_name(speaker):
                keyed.setdefault(name_key(speaker.split()[-1]), []).append(speaker)
        return keyed

    def newest(self) -> str | None:
        """Return the newest date of a document, or None when no document has one."""
        query = "SELECT max(published) FROM documents"
        found: str | None = self._remember("newest", lambda: self._connection.execute(query).fetchone()[0])
        return found

    def register(self) -> list[Speaker]:
        """Return the people who speak in the documents, with the forms of their names, counts and days."""
        query = """SELECT speaker, count(*), min(said_on), max(said_on) FROM statements
                   WHERE speaker NOT NULL GROUP BY speaker"""
        rows = self._connection.execute(query).fetchall()
        return self._remember("register", lambda: register([(row[0], *row[1:]) for row in rows], self.aliases))

    def documents_of(self, speaker: str) -> set[str]:
        """Return the ids of the documents that hold a statement by the speaker."""
        query = "SELECT DISTINCT document_id FROM statements WHERE speaker = ?"
        return {row[0] for row in self._connection.execute(query, (speaker,))}

    def passages_said_by(self, speakers: Sequence[str]) -> dict[str, set[str]]:
        """Return the ids of the passages that hold words of a statement by one of the speakers, by the day it was said.

        "" stands for a day that is not known.
        """
        query = """SELECT DISTINCT coalesce(statements.said_on, ''), passages.id
                   FROM statements JOIN passages ON passages.document_id = statements.document_id
                   AND passages.start < statements.end AND passages.end > statements.start
                   WHERE statements.speaker IN ({})"""
        return self._remember_last(
            "said by", tuple(speakers), lambda: _grouped(self._many(query, speakers)), MOST_SPEAKERS
        )

    def passages_in(self, chosen: Callable[[str, str | None], bool], key: object) -> set[str]:
        """Return the ids of the passages of the documents chosen by their id and when they were published.

        `key` stands for the choice: what was found for it is remembered, as a conversation keeps its filters.
        """
        return self._remember_last("passages in", key, lambda: self._passages_in(chosen), MOST_FILTERS)

    def _passages_in(self, chosen: Callable[[str, str | None], bool]) -> set[str]:
        ids = {document_id for document_id, day in self.published().items() if chosen(document_id, day)}
        rows = self._connection.execute("SELECT document_id, id FROM passages")
        return {passage_id for document_id, passage_id in rows if document_id in ids}

    def counts(self) -> dict[str, int]:
        """Return how many documents, passages and statements there are."""
        tables = ("documents", "passages", "statements")
        return {each: self._connection.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables}

    def statement_counts(self) -> dict[str, int]:
        """Return how many statements each document has that has any."""
        query = "SELECT document_id, count(*) FROM statements GROUP BY document_id"
        return self._remember("statement counts", lambda: dict(self._connection.execute(query)))

    def _many(self, query: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(values), 500):
            part = list(values[start : start + 500])
            rows.extend(self._connection.execute(query.format(_marks(len(part))), part))
        return rows


def _grouped(rows: Iterable[Sequence[str]]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = {}
    for key, value in rows:
        grouped.setdefault(key, set()).add(value)
    return grouped


class _Transaction:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")


def _only(among: set[str] | None) -> tuple[str, tuple[str, ...]]:
    """Return the condition that keeps a search to these passages, and the values that it takes."""
    if among is None:
        return "", ()
    return "AND passages.id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(among)),)


def _any_of(stems: Iterable[str]) -> str:
    """Return the search for any of the stemmed words, empty without any."""
    return " OR ".join('"{}"'.format(each.replace('"', '""')) for each in sorted(set(stems)))


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text, under which its vector is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def _stemmed(text: str) -> str:
    return " ".join(words(unified(text)))


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _row(document: Document) -> tuple[str | None, ...]:
    return (
        document.id,
        document.path,
        document.title,
        document.published,
        document.source,
        document.url,
        document.language,
        document.text,
        document.sha256,
        document.speaker,
        document.author,
        *(json.dumps(each) for each in (document.pages, document.times, document.origins)),
    )


def _document(row: Sequence[Any]) -> Document:
    pages, times, origins = (json.loads(each) for each in row[-3:])
    return replace(
        Document(*row),
        pages=tuple(pages),
        times=tuple((int(offset), float(second)) for offset, second in times),
        origins=tuple((str(field), str(where)) for field, where in origins),
    )
