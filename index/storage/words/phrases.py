"""Which passages hold phrases or any of some words: SQLite's full-text index (FTS5) and PostgreSQL's (`tsvector`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from index.storage.database import Database
from index.text.expressions import expression

LONGEST_WORD = 500
"""PostgreSQL indexes no longer one; SQLite would."""
_WORD = expression(r"[^\W_]+")
Query = tuple[str, dict[str, Any]]


class Worded(NamedTuple):
    """The words of a stored passage, each once, and how many words it has with its document's title."""

    words: frozenset[str]
    title: frozenset[str]
    length: int


class Phrases(Protocol):
    """What a database's full-text index is asked for; all words come stemmed."""

    @property
    def schema(self) -> tuple[str, ...]:
        """Return the statements that make what is missing."""

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their number, and of their document's title."""

    def stored(self, document_id: str) -> dict[int, Worded]:
        """Return the words of a document's passages by their numbers."""

    def remove(self, document_id: str) -> None:
        """Remove the words of a document's passages, which are still stored themselves."""

    def of_any(self, stems: Iterable[str]) -> Query:
        """Return the query for the numbers of passages that hold any of the words, titles apart, and its values."""

    def of_all(self, phrases: Sequence[str]) -> Query:
        """Return the query for the numbers of passages that hold all the phrases, and its values."""

    def compact(self) -> None:
        """Remove what is left on disk of words that were removed."""


def phrases_of(database: Database) -> Phrases:
    """Return the full-text index of a database."""
    return PostgresPhrases(database) if database.postgres else SqlitePhrases(database)


def split(words: str) -> list[str]:
    """Return the words as FTS5's tokeniser parts them: runs of letters and digits."""
    return [each[:LONGEST_WORD] for each in _WORD.findall(words)]


class SqlitePhrases:
    """FTS5; the title lies beside the words only to be known when they are removed."""

    schema = (
        "CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5(words, title UNINDEXED, columnsize = 0, "
        'tokenize = "unicode61 remove_diacritics 0")',
    )

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their number, and of their document's title."""
        self._database.run(
            "INSERT INTO passage_words (rowid, words, title) VALUES (:number, :words, :title)",
            [{"number": number, "words": words, "title": title} for number, words in passages],
        )

    def stored(self, document_id: str) -> dict[int, Worded]:
        """Return the words of a document's passages by their numbers."""
        query = f"SELECT rowid, words, title FROM passage_words WHERE rowid IN ({_NUMBERS_OF})"
        return {
            number: Worded(
                frozenset(within := split(words)), frozenset(titled := split(title)), len(within) + len(titled)
            )
            for number, words, title in self._database.rows(query, document=document_id)
        }

    def remove(self, document_id: str) -> None:
        """Remove the words of a document's passages, which are still stored themselves."""
        self._database.run(f"DELETE FROM passage_words WHERE rowid IN ({_NUMBERS_OF})", document=document_id)

    def of_any(self, stems: Iterable[str]) -> Query:
        """Return the query for the numbers of passages that hold any of the words, titles apart, and its values."""
        return self._numbers(" OR ".join('"{}"'.format(each.replace('"', '""')) for each in sorted(set(stems))))

    def of_all(self, phrases: Sequence[str]) -> Query:
        """Return the query for the numbers of passages that hold all the phrases, and its values."""
        return self._numbers(" AND ".join(f'"{each}"' for each in phrases))

    def _numbers(self, sought: str) -> Query:
        return "SELECT rowid FROM passage_words WHERE passage_words MATCH :sought", {"sought": sought}

    def compact(self) -> None:
        """Remove what is left on disk of words that were removed: the index keeps them until its parts are merged."""
        self._database.run("INSERT INTO passage_words (passage_words) VALUES ('optimize')")


_NUMBERS_OF = "SELECT number FROM passages WHERE document_id = :document"


class PostgresPhrases:
    """`tsvector`: a passage's words have weight A, its title's B."""

    schema = (
        "CREATE TABLE IF NOT EXISTS passage_words (number BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, "
        "length INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS passage_words_by_word ON passage_words USING gin (words)",
    )

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their number, and of their document's title."""
        in_title = split(title)
        rows = [
            {"number": number, "words": _vector(within, in_title), "length": len(within) + len(in_title)}
            for number, words in passages
            for within in [split(words)]
        ]
        query = "INSERT INTO passage_words (number, words, length) VALUES (:number, CAST(:words AS tsvector), :length)"
        self._database.run(query, rows)

    def stored(self, document_id: str) -> dict[int, Worded]:
        """Return the words of a document's passages by their numbers."""
        words, title = (f"tsvector_to_array(ts_filter(words, '{{{weight}}}'))" for weight in "ab")
        query = f"SELECT number, {words}, {title}, length FROM passage_words WHERE number IN ({_NUMBERS_OF})"
        return {
            number: Worded(frozenset(within), frozenset(titled), length)
            for number, within, titled, length in self._database.rows(query, document=document_id)
        }

    def remove(self, document_id: str) -> None:
        """Remove the words of a document's passages, which are still stored themselves."""
        self._database.run(f"DELETE FROM passage_words WHERE number IN ({_NUMBERS_OF})", document=document_id)

    def of_any(self, stems: Iterable[str]) -> Query:
        """Return the query for the numbers of passages that hold any of the words, titles apart, and its values."""
        return self._numbers(" | ".join(f"'{token}':A" for each in sorted(set(stems)) for token in split(each)))

    def of_all(self, phrases: Sequence[str]) -> Query:
        """Return the query for the numbers of passages that hold all the phrases, and its values."""
        together = (" <-> ".join(f"'{token}':A" for token in split(each)) for each in phrases)
        return self._numbers(" & ".join(f"({each})" for each in together if each))

    def _numbers(self, sought: str) -> Query:
        return "SELECT number FROM passage_words WHERE words @@ CAST(:sought AS tsquery)", {"sought": sought}

    def compact(self) -> None:
        """Do nothing: PostgreSQL writes over what was removed when it needs the room."""


def _vector(words: list[str], title: list[str]) -> str:
    """Return a `tsvector` as text, with a gap between the passage's words and the title's."""
    placed = [f"'{word}':{at}A" for at, word in enumerate(words, start=1)]
    titled = [f"'{word}':{at}B" for at, word in enumerate(title, start=len(words) + 2)]
    return " ".join([*placed, *titled])
