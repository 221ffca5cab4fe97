"""What is written to a catalog: documents with all that hangs on them, corrections, vectors, the files taken in.

One transaction a document, so a document is there whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from errors import StoreBusyError
from index.records import Unread, text_hash
from index.storage.catalog_facts import Facts
from index.storage.catalog_memory import Memory
from index.storage.catalog_tables import (
    CORRECTION_COLUMNS,
    DOCUMENT_COLUMNS,
    PASSAGE_COLUMNS,
    STATEMENT_COLUMNS,
    StoredDocument,
    check_version,
    document_row,
    placeholders,
    statement_row,
    stemmed_words,
)
from index.storage.corrections import Correction
from index.storage.database import Database
from index.storage.embeddings import Matrix
from index.storage.words.bm25 import ExactWords

_OF = "document_id"


class CatalogWriter:
    """Writes one catalog; any thread may use it, and the processes that share a server take turns."""

    def __init__(self, database: Database, facts: Facts, memory: Memory, exact_words: ExactWords) -> None:
        self._database = database
        self._facts = facts
        self._memory = memory
        self._exact_words = exact_words
        self._turn: str | None = None
        """Who has the right to write a catalog that several processes may write (index/storage/lock.py)."""

    def take_turn(self, writer: str) -> None:
        """Let this process alone write, until another takes its turn."""
        self._facts.set("writer", writer)
        self._turn = writer

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Let what is written inside be written whole or not at all, by the process whose turn it is.

        A server that restarts forgets the lock of who was writing, and another may have begun since: then the first
        has to stop.
        """
        with self._database.transaction():
            check_version(self._database, self._facts.get("schema"))
            if self._turn is not None:
                writer = self._database.value("SELECT value FROM facts WHERE name = 'writer' FOR UPDATE")
                if writer != self._turn:
                    raise StoreBusyError(
                        f"Another process began to change {self._database.name} after its server was away; "
                        "run the command again."
                    )
            yield

    def put(
        self,
        stored: StoredDocument,
        vectors: Mapping[str, Matrix],
        corrections: Sequence[Correction] | None = None,
    ) -> None:
        """Write one document in place of the one with its id, in one transaction, with its corrections if given.

        The vectors are by the hashes beside its passages; those that the catalog has already may be left out.
        """
        stored = self._storable(stored)
        with self._writing():
            self._delete([stored.document.id])
            self._note_change()
            self._insert("documents", f"{DOCUMENT_COLUMNS}, file, digest", [document_row(stored)])
            self._put_passages(stored)
            self._put_statements(stored)
            self._put_vectors(vectors)
            if corrections is not None:
                self._put_corrections(stored.document.id, corrections)

    def _put_passages(self, stored: StoredDocument) -> None:
        document = stored.document
        first = 1 + self._exact_words.last_number()
        numbered = list(enumerate(stored.passages, start=first))
        rows = [
            {"number": number, "id": passage.id, **asdict(passage), "hash": key} for number, (passage, key) in numbered
        ]
        self._insert("passages", f"number, id, {PASSAGE_COLUMNS}, hash", rows)
        texts = [(number, document.text[passage.start : passage.end]) for number, (passage, _) in numbered]
        stemmed = [(number, stemmed_words(text)) for number, text in texts]
        self._exact_words.put(stemmed, stemmed_words(document.title))

    def _put_statements(self, stored: StoredDocument) -> None:
        rows = [{"id": each.id, **statement_row(each)} for each in stored.statements]
        self._insert("statements", f"id, {STATEMENT_COLUMNS}", rows, "ON CONFLICT DO NOTHING")
        names = [{"document_id": stored.document.id, "name": name, "alias": alias} for name, alias in stored.names]
        self._insert("names", "document_id, name, alias", names)

    def _insert(self, table: str, columns: str, rows: Sequence[Mapping[str, Any]], or_else: str = "") -> None:
        self._database.run(f"INSERT INTO {table} ({columns}) VALUES ({placeholders(columns)}) {or_else}", rows)

    def _note_change(self) -> None:
        self._facts.set_behind()
        self._facts.set("changes", str(self._memory.changes() + 1))

    def correct(self, document_id: str, corrections: Sequence[Correction]) -> None:
        """Store the corrections of a document that is not there in place of those that it had."""
        with self._writing():
            self._put_corrections(document_id, corrections)

    def _put_corrections(self, document_id: str, corrections: Sequence[Correction]) -> None:
        self._database.run("DELETE FROM corrections WHERE document_id = :id", id=document_id)
        self._insert("corrections", CORRECTION_COLUMNS, [asdict(each) for each in corrections])

    def _storable(self, stored: StoredDocument) -> StoredDocument:
        """Return a document whose text, and its hash, are as the database can hold them."""
        text = self._database.storable(stored.document.text)
        if text == stored.document.text:
            return stored
        return replace(stored, document=replace(stored.document, text=text, sha256=text_hash(text)))

    def put_vectors(self, vectors: Mapping[str, Matrix]) -> None:
        """Store vectors by the hash of their text, for documents that are put after them."""
        with self._writing():
            self._put_vectors(vectors)

    def _put_vectors(self, vectors: Mapping[str, Matrix]) -> None:
        rows = [{"hash": key, "vector": row.astype(np.float32).tobytes()} for key, row in vectors.items()]
        self._insert("vectors", "hash, vector", rows, "ON CONFLICT DO NOTHING")

    def remove(self, document_ids: Iterable[str]) -> None:
        """Delete documents and all that hangs on them, in one transaction."""
        with self._writing():
            if ids := list(document_ids):
                self._delete(ids)
                self._facts.set("removed", "1")
            self._note_change()

    def _delete(self, document_ids: Sequence[str]) -> None:
        if dead := self._exact_words.remove(document_ids):
            self._facts.set("dead", str(self._facts.dead() + dead))
        for table, column in (("passages", _OF), ("statements", _OF), ("names", _OF), ("documents", "id")):
            among = self._database.among(column, "ids")
            self._database.run(f"DELETE FROM {table} WHERE {among}", ids=self._database.listed(document_ids))

    def settle(self) -> None:
        """End a run of changes."""
        with self._writing():
            self._exact_words.settle()

    def compact(self) -> None:
        """Remove every trace of what was deleted from a file, and give the room back.

        SQLite overwrites deleted rows, but the words of deleted passages stay in their runs until these are written
        again, and the log keeps old pages until it is emptied (sqlite.org, PRAGMA secure_delete). PostgreSQL writes
        over deleted rows when it needs the room.
        """
        self._database.run("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")
        self._exact_words.compact()
        self._database.run("VACUUM")
        # After it: where the disk has no room for it, the next run does it again.
        self._facts.set("dead", "0")
        self._facts.set("removed", "0")
        if not self._database.postgres:
            self._database.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def set_path(self, file: str, path: str) -> None:
        """Record where the file is now from which documents came."""
        self._database.run("UPDATE documents SET path = :path WHERE file = :file", file=file, path=path)

    def set_unread(self, found: Sequence[Unread], seen: Callable[[str], bool]) -> None:
        """Record what was not taken in, and nothing of before about places that were seen again."""
        with self._writing():
            places = {row[0] for row in self._database.rows("SELECT place FROM unread")}
            for each in filter(seen, places):
                self._database.run("DELETE FROM unread WHERE place = :place", place=each)
            rows = {(each.place, each.path): asdict(each) for each in found}
            self._insert("unread", "place, path, reason", list(rows.values()), "ON CONFLICT DO NOTHING")

    def set_file(self, file: str, digest: str | None) -> None:
        """Record under which mark a file was read, or with None that nothing of it was."""
        if digest is None:
            self._database.run("DELETE FROM files WHERE id = :id", id=file)
        else:
            query = """INSERT INTO files (id, digest) VALUES (:id, :digest)
                       ON CONFLICT (id) DO UPDATE SET digest = excluded.digest"""
            self._database.run(query, id=file, digest=digest)
