"""The catalog: documents, text, passages, statements, names and vectors in one database, the source of truth.

One transaction a document, so a document is there whole or not at all. Exact-word search lies in the same database over
stemmed words. Vectors are kept by the hash of their text and embedder: words that were embedded once are
never embedded again while a passage uses them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

import numpy as np

from errors import StoreError
from index.names.names import NO_ALIASES, Aliases, read_aliases
from index.records import Document, Passage, Statement, Unread, text_hash, vector_id
from index.storage.catalog_facts import Facts
from index.storage.catalog_memory import Memory
from index.storage.catalog_tables import (
    CORRECTION_COLUMNS,
    DOCUMENT_COLUMNS,
    EARLIER,
    PASSAGE_COLUMNS,
    STATEMENT_COLUMNS,
    FileOf,
    StoredDocument,
    correction_from,
    document_from,
    make_tables,
    passage_from,
    read_from,
    statement_from,
    stemmed_words,
)
from index.storage.catalog_writer import CatalogWriter
from index.storage.corrections import Correction, Read
from index.storage.database import Database, open_file, open_server
from index.storage.database_errors import damaged
from index.storage.embeddings import Matrix
from index.storage.speaker_register import SpeakerRegister
from index.storage.vectors.nearest import Nearest
from index.storage.words.bm25 import Allowed, ExactWords, Numbers
from index.storage.words.vocabulary import Vocabulary
from settings import Settings

PAGE = 500
"""So many documents, and ten times as many vectors, are read at a time where all are read."""
MOST_DOCUMENTS = 64
"""So many documents' texts and statements are remembered: a question reads the same ten or so several times each."""
BEGINNING = 400
"""So many characters of a text are its beginning: a heading, what it is, of when and by whom, and a first sentence."""
MOST_FILTERS = 8
"""So many filters' passages are remembered; those of one filter over 100,000 passages take some 15 MB."""
MOST_MATRICES = 2
"""Of so many filters the vectors are remembered: a question's own and that of its day."""
SEARCHES = 16
"""So many searches for exact words in all passages are remembered, and so many counts: those of a question or two. One
that is refused is put again without its speaker, and what is nearest to it is shown."""


class Catalog(SpeakerRegister):
    """An open catalog to read; any thread may use it. `writer` writes it, `facts` say how its store stands."""

    def __init__(self, database: Database, aliases: Aliases = NO_ALIASES) -> None:
        self.database = database
        self.facts = Facts(database)
        self._exact_words = ExactWords(database)
        make_tables(database, self.facts, self._exact_words.schema)
        memory = Memory(database, self.facts)
        self.vocabulary = Vocabulary(self._exact_words, memory)
        super().__init__(database, memory, aliases)
        self.nearest = Nearest(database, memory)
        self.writer = CatalogWriter(database, self.facts, memory, self._exact_words)

    def close(self) -> None:
        """Close the connections."""
        self.database.close()

    def reading(self, between: Callable[[], None] | None = None) -> AbstractContextManager[None]:
        """Let all that this thread reads inside come from one state of the catalog, whatever is written meanwhile.

        `between` is called again and again between what is read, and may raise to leave the block off.
        """
        return self._memory.reading(between)

    def changes(self) -> int:
        """Return a number that grows with every document that is written or removed."""
        return self._memory.changes()

    def version(self) -> str:
        """Return 12 hexadecimal digits that change when a document is added, changed or removed."""
        rows = self.database.rows("SELECT id, digest FROM documents ORDER BY id")
        return hashlib.sha256("\n".join(f"{key} {digest}" for key, digest in rows).encode()).hexdigest()[:12]

    def corrections(self, document_id: str | None = None) -> list[Correction]:
        """Return what people corrected, of one document or of all, also of those that are not there any more."""
        query = f"SELECT {CORRECTION_COLUMNS} FROM corrections"
        if document_id is not None:
            query += " WHERE document_id = :id"
        rows = self.database.rows(
            f"{query} ORDER BY document_id, words, start, field", **({} if document_id is None else {"id": document_id})
        )
        return [correction_from(row) for row in rows]

    def kept(self) -> Iterator[StoredDocument]:
        """Yield all that is stored of each document but its vectors, in the order in which they were written."""
        order = "number" if self.database.postgres else "rowid"
        query = f"""SELECT {order} AS place, {DOCUMENT_COLUMNS}, file, digest FROM documents WHERE {order} > :last
                    ORDER BY {order} LIMIT {PAGE}"""
        last = 0
        while page := self.database.rows(query, last=last):
            yield from map(self._stored, page)
            last = page[-1].place

    def _stored(self, row: Any) -> StoredDocument:
        document = self._whole(document_from(row))
        passages = f"SELECT {PASSAGE_COLUMNS}, hash FROM passages WHERE document_id = :id ORDER BY number"
        names = "SELECT name, alias FROM names WHERE document_id = :id"
        return StoredDocument(
            document=document,
            file=row.file,
            digest=row.digest,
            passages=[(passage_from(each), each.hash) for each in self.database.rows(passages, id=document.id)],
            statements=self._statements_of(document.id),
            names=[(each.name, each.alias) for each in self.database.rows(names, id=document.id)],
        )

    def all_vectors(self) -> Iterator[tuple[str, bytes]]:
        """Yield every vector by the hash of its text, as the bytes of 32-bit floats."""
        query = f"SELECT hash, vector FROM vectors WHERE hash > :last ORDER BY hash LIMIT {PAGE * 10}"
        last = ""
        while page := self.database.rows(query, last=last):
            yield from ((key, bytes(row)) for key, row in page)
            last = page[-1][0]

    def digests(self) -> dict[str, str]:
        """Return each document's digest by id."""
        return dict(self.database.rows("SELECT id, digest FROM documents"))

    def places(self) -> list[Sequence[str]]:
        """Return each document's id, the id of its file and that file's path."""
        return self.database.rows("SELECT id, file, path FROM documents")

    def files(self) -> dict[str, str]:
        """Return by id under which mark each file was read (`FileOf.mark`)."""
        return dict(self.database.rows("SELECT id, digest FROM files"))

    def unread(self) -> list[Unread]:
        """Return the files that could not be taken in, or not in full, by the path that is shown of each."""
        rows = self.database.rows("SELECT place, path, reason FROM unread ORDER BY path, place")
        return [Unread(*row) for row in rows]

    def file_of(self, document_id: str) -> FileOf | None:
        """Return the file that a document came from, None of one that is not there."""
        query = """SELECT documents.file AS file, files.digest AS mark FROM documents
                   LEFT JOIN files ON files.id = documents.file WHERE documents.id = :id"""
        found = self.database.rows(query, id=document_id)
        return FileOf(found[0].file, found[0].mark) if found else None

    def files_of(self, document_ids: Sequence[str]) -> set[str]:
        """Return the ids of the files that the documents came from."""
        query = "SELECT DISTINCT file FROM documents WHERE {}"
        return {file for (file,) in self.database.rows_among(query, "id", document_ids)}

    def documents_of_file(self, file: str) -> list[str]:
        """Return the ids of the documents that came from a file."""
        rows = self.database.rows("SELECT id FROM documents WHERE file = :file ORDER BY id", file=file)
        return [key for (key,) in rows]

    def known_vectors(self, hashes: Sequence[str]) -> set[str]:
        """Return which of the text hashes have a vector."""
        return {key for (key,) in self.database.rows_among("SELECT hash FROM vectors WHERE {}", "hash", hashes)}

    def vector_ids(self, ids: Sequence[str] | None = None) -> set[str]:
        """Return the ids under which the vectors of passages, all or these, stand in Chroma.

        Each is the passage's own id and what identifies its text, so that a text that changed within the same offsets
        is another vector.
        """
        query = "SELECT id, hash FROM passages"
        rows = self.database.rows(query) if ids is None else self.database.rows_among(f"{query} WHERE {{}}", "id", ids)
        return {vector_id(key, text) for key, text in rows}

    def vectors_of(self, passage_ids: Sequence[str]) -> Matrix:
        """Return the passages' vectors, one row each in the order given."""
        query = "SELECT passages.id, vector FROM passages JOIN vectors USING (hash) WHERE {}"
        found: dict[str, bytes] = dict(self.database.rows_among(query, "passages.id", passage_ids))
        return np.frombuffer(b"".join(found[key] for key in passage_ids), dtype=np.float32).reshape(
            len(passage_ids), -1
        )

    def vectors_among(self, passage_ids: frozenset[str]) -> tuple[list[str], Matrix]:
        """Return the ids in their order and their vectors, remembered for the last filters: 30 MB for 20,000."""

        def read() -> tuple[list[str], Matrix]:
            ids = sorted(passage_ids)
            return ids, self.vectors_of(ids)

        return self._memory.remember_last("vectors among", passage_ids, read, MOST_MATRICES)

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """Return the passages by id, those that are stored, in the order of the ids."""
        rows = self.database.rows_among(f"SELECT id, {PASSAGE_COLUMNS} FROM passages WHERE {{}}", "id", passage_ids)
        found = {row.id: passage_from(row) for row in rows}
        return {key: found[key] for key in passage_ids if key in found}

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document in order."""
        query = f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE document_id = :id ORDER BY start"
        return [passage_from(row) for row in self.database.rows(query, id=document_id)]

    def passages_holding(self, stems: Iterable[str], limit: int | None = None) -> list[Passage]:
        """Return the passages that hold any of the stemmed words, or so many, in the order of documents and offsets."""
        rows = self._exact_words.rows_of_any(sorted(set(stems)), PASSAGE_COLUMNS, "document_id, start", limit)
        return [passage_from(row) for row in rows]

    def search(self, stems: Iterable[str], limit: int, among: frozenset[str] | None = None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25 score, best first, for any of the stemmed words.

        The score is BM25 (k1 1.2, b 0.75) over the passage's words and, at half their weight, its document's title, so
        larger is better. `among` restricts the ids.
        """
        sought = tuple(sorted(set(stems)))
        read = partial(self._exact_words.search, sought, limit, self._allowed(among))
        return list(self._memory.remember_last("words", (sought, limit, among), read, SEARCHES))

    def _allowed(self, among: frozenset[str] | None) -> Allowed | None:
        return None if among is None else Allowed(among, partial(self._numbers_of, among))

    def _numbers_of(self, passage_ids: frozenset[str]) -> Numbers:
        read = partial(self._exact_words.numbers_of, passage_ids)
        return self._memory.remember_last("numbers", passage_ids, read, MOST_FILTERS)

    def holding_phrases(self, phrases: Sequence[str], limit: int, among: frozenset[str] | None = None) -> list[str]:
        """Return up to `limit` ids of passages that hold all the phrases, their words stemmed and in that order.

        The ids are in their own order: that in which documents came to be stored must not choose among them.
        """
        return self._exact_words.holding([stemmed_words(each) for each in phrases], limit, self._allowed(among))

    def passage_counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each stemmed word stands, titles apart; absent words are left out."""
        read = partial(self._exact_words.counts, stems)
        return dict(self._memory.remember_last("passage counts", tuple(stems), read, SEARCHES))

    def documents(self) -> list[Document]:
        """Return all documents by id, without their text."""
        columns = DOCUMENT_COLUMNS.replace("text", "'' AS text")
        return [document_from(row) for row in self.database.rows(f"SELECT {columns} FROM documents ORDER BY id")]

    def published(self) -> dict[str, str | None]:
        """Return when each document was published, by its id."""
        query = "SELECT id, published FROM documents ORDER BY id"
        return self._memory.remember("published", lambda: dict(self.database.rows(query)))

    def beginnings(self) -> dict[str, str]:
        """Return the first characters of each document's text, by its id: what it says that it is."""
        query = f"SELECT id, substr(text, 1, {BEGINNING}) FROM documents"
        return self._memory.remember("beginnings", lambda: dict(self.database.rows(query)))

    def corrected(self) -> dict[str, Read]:
        """Return what was read of each document that people corrected, by its id."""
        query = """SELECT id, "read" FROM documents WHERE "read" <> '[]'"""
        return self._memory.remember(
            "corrected", lambda: {key: read_from(column) for key, column in self.database.rows(query)}
        )

    def document(self, document_id: str) -> Document | None:
        """Return one document with its text, or None."""
        query = f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE id = :id"
        if re.search(r"[\x00\ud800-\udfff]", document_id):
            # No database holds these, so no document is called so; an address or a pack may ask for one.
            return None

        def read() -> Document | None:
            rows = self.database.rows(query, id=document_id)
            return self._whole(document_from(rows[0])) if rows else None

        return self._memory.remember_last("documents", document_id, read, MOST_DOCUMENTS)

    def _whole(self, document: Document) -> Document:
        """Return a document whose text is what was written: a quotation of a damaged text would be wrong in silence."""
        if text_hash(document.text) != document.sha256:
            raise damaged(self.database.name, f"the text of {document.id} has changed")
        return document

    def statements(self, document_id: str) -> list[Statement]:
        """Return the statements of one document in the order of their start."""
        read = partial(self._statements_of, document_id)
        return list(self._memory.remember_last("statements", document_id, read, MOST_DOCUMENTS))

    def _statements_of(self, document_id: str) -> list[Statement]:
        query = f'SELECT {STATEMENT_COLUMNS} FROM statements WHERE document_id = :id ORDER BY start, "end" DESC'
        return [statement_from(row) for row in self.database.rows(query, id=document_id)]

    def newest(self) -> str | None:
        """Return the newest date of a document, or None when no document has one."""
        query = "SELECT max(published) FROM documents"
        found: str | None = self._memory.remember("newest", lambda: self.database.value(query))
        return found

    def passages_in(self, chosen: Callable[[str, str | None], bool], key: object) -> frozenset[str]:
        """Return the ids of the passages of the documents chosen by their id and when they were published.

        `key` stands for the choice: what was found for it is remembered, as a conversation keeps its filters.
        """
        return self._memory.remember_last("passages in", key, lambda: self._passages_in(chosen), MOST_FILTERS)

    def _passages_in(self, chosen: Callable[[str, str | None], bool]) -> frozenset[str]:
        ids = [document_id for document_id, day in self.published().items() if chosen(document_id, day)]
        return frozenset(self.database.texts_among("id", "passages", "document_id", ids))

    def counts(self) -> dict[str, int]:
        """Return how many documents, passages and statements there are."""
        tables = ("documents", "passages", "statements")
        return {each: int(self.database.value(f"SELECT count(*) FROM {each}")) for each in tables}

    def statement_counts(self) -> dict[str, int]:
        """Return how many statements each document has that has any."""
        query = "SELECT document_id, count(*) FROM statements GROUP BY document_id"
        return self._memory.remember("statement counts", lambda: dict(self.database.rows(query)))


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


def has_catalog(settings: Settings) -> bool:
    """Return whether there is a catalog to read without making one; on a server there is."""
    return not settings.one_owner or (settings.store / "catalog.sqlite").is_file()


def existing_catalog(settings: Settings) -> Catalog | None:
    """Return the catalog of the settings to read, or None where nothing was indexed; raises as `open_catalog`."""
    return open_catalog(settings) if has_catalog(settings) else None
