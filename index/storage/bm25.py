"""Exact-word search: which passages have stemmed words or phrases, with BM25 scores, on SQLite and on PostgreSQL.

SQLite has an index of its own for this (FTS5). PostgreSQL's ranking knows no idf (`ts_rank`), so there its index of
`tsvector` finds phrases, and BM25 is counted by FTS5's formula from a table of how often each word stands where: both
give the same passages with the same scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from index.storage.database import Database
from index.text.expressions import expression

TITLE_WEIGHT = 0.5
"""What a word of the document's title counts against one of the passage: on SciFact nDCG@10 of the fused candidates is
.725 with it, .702 without; a weight of 2 costs the news of RealTimeQA three points of the right passages in ten."""
K1, B, LEAST_IDF = 1.2, 0.75, 1e-6
"""Of BM25 as in SQLite's `bm25()` (fts5_aux.c): a word in more than half of the passages still counts a little."""
LONGEST_WORD = 500
"""PostgreSQL indexes no longer one; SQLite would."""
_WORD = expression(r"[^\W_]+")


class ExactWords(Protocol):
    """What a catalog asks of its database's search for exact words; all words come stemmed."""

    @property
    def schema(self) -> tuple[str, ...]:
        """Return the statements that make what is missing."""

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their number, and of their document's title."""

    def remove(self, document_id: str) -> None:
        """Remove the words of a document's passages, which are still stored themselves."""

    def search(self, stems: Iterable[str], limit: int, among: set[str] | None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25, best first, for any of the words."""

    def numbers_of_any(self, stems: Iterable[str]) -> tuple[str, dict[str, Any]]:
        """Return the query for the numbers of passages that hold any of the words, titles apart, and its values."""

    def numbers_of_phrases(self, phrases: Sequence[str]) -> tuple[str, dict[str, Any]]:
        """Return the query for the numbers of passages that hold all the phrases, and its values."""

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each word stands, titles apart; absent words are left out."""

    def between(self, first: str, last: str) -> list[str]:
        """Return the words that are stored from `first` on, before `last`."""

    def compact(self) -> None:
        """Remove what is left on disk of words that were removed."""


def scored(words: ExactWords, sought: Sequence[str], limit: int, among: set[str] | None) -> list[tuple[str, float]]:
    """Return up to `limit` passage ids with their BM25, best first, nothing for no words."""
    return [(key, float(score)) for key, score in words.search(sought, limit, among)] if sought else []


def exact_words(database: Database) -> ExactWords:
    """Return the search for exact words in a database."""
    return PostgresWords(database) if database.postgres else SqliteWords(database)


class SqliteWords:
    """FTS5, with its own `bm25()`."""

    schema = (
        'CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5(words, title, tokenize = "unicode61 '
        'remove_diacritics 0")',
        "CREATE VIRTUAL TABLE IF NOT EXISTS word_counts USING fts5vocab(passage_words, 'col')",
    )

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their number, and of their document's title."""
        self._database.run(
            "INSERT INTO passage_words (rowid, words, title) VALUES (:number, :words, :title)",
            [{"number": number, "words": words, "title": title} for number, words in passages],
        )

    def remove(self, document_id: str) -> None:
        """Remove the words of a document's passages, which are still stored themselves."""
        self._database.run(
            "DELETE FROM passage_words WHERE rowid IN (SELECT number FROM passages WHERE document_id = :document)",
            document=document_id,
        )

    def search(self, stems: Iterable[str], limit: int, among: set[str] | None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25, best first, for any of the words."""
        within = "" if among is None else f"AND {self._database.among('passages.id', 'among')}"
        values = {} if among is None else {"among": self._database.listed(sorted(among))}
        query = f"""SELECT passages.id, -bm25(passage_words, 1.0, {TITLE_WEIGHT}) AS score FROM passage_words
                    JOIN passages ON passages.number = passage_words.rowid
                    WHERE passage_words MATCH :sought {within} ORDER BY score DESC, passages.id LIMIT :most"""
        return self._database.rows(query, sought=_any_of(stems), most=limit, **values)

    def numbers_of_any(self, stems: Iterable[str]) -> tuple[str, dict[str, Any]]:
        """Return the query for the numbers of passages that hold any of the words, titles apart, and its values."""
        return self._numbers(_any_of(stems))

    def numbers_of_phrases(self, phrases: Sequence[str]) -> tuple[str, dict[str, Any]]:
        """Return the query for the numbers of passages that hold all the phrases, and its values."""
        return self._numbers(" AND ".join(f'"{each}"' for each in phrases))

    def _numbers(self, sought: str) -> tuple[str, dict[str, Any]]:
        query = "SELECT rowid FROM passage_words WHERE passage_words MATCH :sought"
        return query, {"sought": f"words : ({sought})"}

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each word stands, titles apart; absent words are left out."""
        within = self._database.among("term", "stems")
        query = f"SELECT term, doc FROM word_counts WHERE col = 'words' AND {within}"
        return dict(self._database.rows(query, stems=self._database.listed(stems)))

    def between(self, first: str, last: str) -> list[str]:
        """Return the words that are stored from `first` on, before `last`."""
        query = "SELECT term FROM word_counts WHERE col = 'words' AND term >= :first AND term < :last"
        return [term for (term,) in self._database.rows(query, first=first, last=last)]

    def compact(self) -> None:
        """Remove what is left on disk of words that were removed: the index keeps them until its parts are merged."""
        self._database.run("INSERT INTO passage_words (passage_words) VALUES ('optimize')")


def _any_of(stems: Iterable[str]) -> str:
    return " OR ".join('"{}"'.format(each.replace('"', '""')) for each in sorted(set(stems)))


_REMOVED = """
WITH stored AS (SELECT passage_words.number, unnest(tsvector_to_array(passage_words.words)) AS term FROM passage_words
              JOIN passages USING (number) WHERE passages.document_id = :document),
     gone AS (DELETE FROM word_places USING stored
              WHERE word_places.term = stored.term AND word_places.number = stored.number
              RETURNING word_places.term, word_places.in_words),
     counted AS (SELECT term, count(*) AS places, count(*) FILTER (WHERE in_words > 0) AS passages
                 FROM gone GROUP BY term)
UPDATE word_counts SET passages = word_counts.passages - counted.passages, places = word_counts.places - counted.places
FROM counted WHERE word_counts.term = counted.term"""
_PLACED = """
INSERT INTO word_places (term, number, in_words, in_title, length)
SELECT * FROM unnest(CAST(:terms AS text[]), CAST(:numbers AS bigint[]), CAST(:words AS smallint[]),
                     CAST(:titles AS smallint[]), CAST(:lengths AS integer[]))"""
_COUNTED = """
INSERT INTO word_counts (term, passages, places)
SELECT * FROM unnest(CAST(:terms AS text[]), CAST(:passages AS integer[]), CAST(:places AS integer[]))
ON CONFLICT (term) DO UPDATE
SET passages = word_counts.passages + excluded.passages, places = word_counts.places + excluded.places"""
_FREQUENCY = f"(in_words + {TITLE_WEIGHT} * in_title)"
# The sums come in no fixed order, and so with another last digit for passages that are alike: it is rounded off.
_SEARCHED = f"""
WITH whole AS (SELECT greatest(passages, 1)::float8 AS passages, words::float8 / greatest(passages, 1) AS length
               FROM word_totals),
     asked AS (SELECT term, greatest(ln((whole.passages - places + 0.5) / (places + 0.5)), {LEAST_IDF}) AS idf
               FROM word_counts, whole WHERE term = ANY(:stems) AND places > 0),
     scored AS (SELECT number, sum(idf * {_FREQUENCY} * {K1 + 1} / ({_FREQUENCY} + {K1} *
                                   ({1 - B} + {B} * word_places.length / whole.length))) AS score
                FROM asked JOIN word_places USING (term) CROSS JOIN whole GROUP BY number)
SELECT passages.id, round(score::numeric, 12)::float8 AS score FROM scored JOIN passages USING (number) {{within}}
ORDER BY score DESC, passages.id LIMIT :most"""


class PostgresWords:
    """Full-text search over `tsvector` for phrases; BM25 from the places of each word."""

    schema = (
        "CREATE TABLE IF NOT EXISTS passage_words (number BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, "
        "length INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS passage_words_by_word ON passage_words USING gin (words)",
        'CREATE TABLE IF NOT EXISTS word_places (term TEXT COLLATE "C" NOT NULL, number BIGINT NOT NULL, '
        "in_words SMALLINT NOT NULL, in_title SMALLINT NOT NULL, length INTEGER NOT NULL, "
        "PRIMARY KEY (term, number) INCLUDE (in_words, in_title, length))",
        'CREATE TABLE IF NOT EXISTS word_counts (term TEXT COLLATE "C" PRIMARY KEY, passages INTEGER NOT NULL, '
        "places INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS word_totals (one INTEGER PRIMARY KEY, passages BIGINT NOT NULL, "
        "words BIGINT NOT NULL)",
        "INSERT INTO word_totals VALUES (1, 0, 0) ON CONFLICT DO NOTHING",
    )

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their number, and of their document's title."""
        in_title = _split(title)
        titled = Counter(in_title)
        rows: list[dict[str, Any]] = []
        places: list[tuple[str, int, int, int, int]] = []
        passages_of: Counter[str] = Counter()
        places_of: Counter[str] = Counter()
        for number, words in passages:
            within = _split(words)
            counted = Counter(within)
            length = len(within) + len(in_title)
            rows.append({"number": number, "words": _vector(within, in_title), "length": length})
            passages_of.update(counted.keys())
            places_of.update(counted.keys() | titled.keys())
            places += [(term, number, counted[term], titled[term], length) for term in counted.keys() | titled.keys()]
        self._database.run(
            "INSERT INTO passage_words (number, words, length) VALUES (:number, CAST(:words AS tsvector), :length)",
            rows,
        )
        self._columns(_PLACED, ("terms", "numbers", "words", "titles", "lengths"), places)
        # In one order, so that two that write at once cannot wait for each other.
        counts = [(term, passages_of[term], places_of[term]) for term in sorted(places_of)]
        self._columns(_COUNTED, ("terms", "passages", "places"), counts)
        self._count(len(rows), sum(each["length"] for each in rows))

    def remove(self, document_id: str) -> None:
        """Remove the words of a document's passages, which are still stored themselves."""
        self._database.run(_REMOVED, document=document_id)
        query = """DELETE FROM passage_words USING passages WHERE passages.number = passage_words.number
                   AND passages.document_id = :document RETURNING length"""
        lengths = [length for (length,) in self._database.rows(query, document=document_id)]
        self._count(-len(lengths), -sum(lengths))

    def _columns(self, query: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Run a statement over many rows at once, each column as one array: a twentieth of the time of row by row."""
        if rows:
            columns = zip(*rows, strict=True)
            self._database.run(query, **{name: list(column) for name, column in zip(names, columns, strict=True)})

    def _count(self, passages: int, words: int) -> None:
        query = "UPDATE word_totals SET passages = passages + :passages, words = words + :words"
        self._database.run(query, passages=passages, words=words)

    def search(self, stems: Iterable[str], limit: int, among: set[str] | None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25, best first, for any of the words."""
        within = "" if among is None else f"WHERE {self._database.among('passages.id', 'among')}"
        values = {} if among is None else {"among": self._database.listed(sorted(among))}
        asked = sorted({token for each in stems for token in _split(each)})
        return self._database.rows(_SEARCHED.format(within=within), stems=asked, most=limit, **values)

    def numbers_of_any(self, stems: Iterable[str]) -> tuple[str, dict[str, Any]]:
        """Return the query for the numbers of passages that hold any of the words, titles apart, and its values."""
        return self._numbers(" | ".join(f"'{token}':A" for each in sorted(set(stems)) for token in _split(each)))

    def numbers_of_phrases(self, phrases: Sequence[str]) -> tuple[str, dict[str, Any]]:
        """Return the query for the numbers of passages that hold all the phrases, and its values."""
        together = (" <-> ".join(f"'{token}':A" for token in _split(each)) for each in phrases)
        return self._numbers(" & ".join(f"({each})" for each in together if each))

    def _numbers(self, sought: str) -> tuple[str, dict[str, Any]]:
        return "SELECT number FROM passage_words WHERE words @@ CAST(:sought AS tsquery)", {"sought": sought}

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each word stands, titles apart; absent words are left out."""
        query = "SELECT term, passages FROM word_counts WHERE passages > 0 AND term = ANY(:stems)"
        return dict(self._database.rows(query, stems=list(stems)))

    def between(self, first: str, last: str) -> list[str]:
        """Return the words that are stored from `first` on, before `last`."""
        query = "SELECT term FROM word_counts WHERE passages > 0 AND term >= :first AND term < :last ORDER BY term"
        return [term for (term,) in self._database.rows(query, first=first, last=last)]

    def compact(self) -> None:
        """Remove the words that no passage holds any more."""
        self._database.run("DELETE FROM word_counts WHERE places <= 0")


def _split(words: str) -> list[str]:
    """Return the words as FTS5's tokeniser parts them: runs of letters and digits."""
    return [each[:LONGEST_WORD] for each in _WORD.findall(words)]


def _vector(words: list[str], title: list[str]) -> str:
    """Return a `tsvector` as text: the passage's words have weight A, the title's B, and a gap parts them."""
    placed = [f"'{word}':{at}A" for at, word in enumerate(words, start=1)]
    titled = [f"'{word}':{at}B" for at, word in enumerate(title, start=len(words) + 2)]
    return " ".join([*placed, *titled])
