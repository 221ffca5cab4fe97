"""Where each stemmed word stands, as runs that numpy reads at once, the same on SQLite and PostgreSQL.

A million passages hold three million places of a question's common words, and a database takes 0.3 to 0.6 µs to score
one of its rows. A document is written as one run, which is fresh; when there are enough of these, their words are
parted by chance among `BUCKETS` runs. A row for each word instead would touch as many pages of the database, 40 MB of
its log for a thousand passages. What is removed stays in its run until the store is compacted: numbers are never given
twice, so who reads passes over it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.storage.database import Database
from index.storage.words.runs import (
    LENGTHS,
    SPAN,
    Columns,
    Integers,
    Places,
    Run,
    beside,
    joined,
    lengths_in,
    offsets,
    passages_in,
    run_of,
    run_of_passages,
)

BUCKETS = 1_024
FRESH, OF_LENGTHS = -1, BUCKETS
"""The buckets of fresh runs, which hold all words, and of how long passages are."""
FRESH_PASSAGES, FRESH_DOCUMENTS = 2_048, 512
"""From so many on, what is fresh is parted: a million passages then have at most 2,000 runs in a bucket, of speeches
490, and to look through what is fresh takes a millisecond."""
SETTLED = 256
"""At the end of a run from so many on: to look through 98 fresh speeches takes a search 2 ms, on a server 4."""
SWEPT = 500
"""So many runs are read at a time where all are."""


class Counted(NamedTuple):
    """In how many passages a word stands, titles apart and with them."""

    passages: int
    places: int


class Found(NamedTuple):
    """Passages' numbers, a word's places in them, one for one, and how many passages of the store hold the word."""

    numbers: NDArray[np.int64]
    places: Places
    holding: int = 0


class Part(NamedTuple):
    """A word's places in one of the runs that hold it."""

    bucket: int
    run: Run
    places: Places


class WordPlaces:
    """The places of a catalog's words, how many passages each word is in, and how many passages there are."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._removed_from: tuple[int, Columns] | None = None
        """The parted runs that a document was last removed from; what is removed next was mostly written with it, and
        the places of passages that are stored never change there."""
        text, blob = ('TEXT COLLATE "C"', "BYTEA") if database.postgres else ("TEXT", "BLOB")
        keyed = "" if database.postgres else " WITHOUT ROWID"
        self.schema = (
            f"CREATE TABLE IF NOT EXISTS word_places (bucket INTEGER NOT NULL, first BIGINT NOT NULL, "
            f"terms {text} NOT NULL, starts {blob} NOT NULL, places {blob} NOT NULL, positions {blob} NOT NULL, "
            f"PRIMARY KEY (bucket, first)){keyed}",
            f"CREATE TABLE IF NOT EXISTS word_counts (term {text} PRIMARY KEY, passages INTEGER NOT NULL, "
            f"places INTEGER NOT NULL){keyed}",
            "CREATE TABLE IF NOT EXISTS word_totals (one INTEGER PRIMARY KEY, passages BIGINT NOT NULL, "
            "words BIGINT NOT NULL, last BIGINT NOT NULL, fresh_passages BIGINT NOT NULL, "
            "fresh_documents BIGINT NOT NULL)",
        )

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, whose numbers follow each other, and of their document's title."""
        if not passages:
            return
        runs = [run_of_passages(passages[start : start + SPAN], title) for start in range(0, len(passages), SPAN)]
        self._add(FRESH, runs)
        lengths = [places for run in runs for _, places in run.places_of([LENGTHS])]
        self._database.run(
            """INSERT INTO word_totals VALUES (1, :passages, :words, :last, :passages, 1) ON CONFLICT (one) DO UPDATE
               SET passages = word_totals.passages + excluded.passages, words = word_totals.words + excluded.words,
               last = excluded.last, fresh_passages = word_totals.fresh_passages + excluded.fresh_passages,
               fresh_documents = word_totals.fresh_documents + 1""",
            passages=len(passages),
            words=sum(int(lengths_in(each).sum(dtype=np.int64)) for each in lengths),
            last=passages[-1][0],
        )
        self._part_from(FRESH_PASSAGES, FRESH_DOCUMENTS)

    def settle(self) -> None:
        """End a run of changes: part what is fresh, unless that is little."""
        self._part_from(SETTLED, FRESH_DOCUMENTS)

    def _part_from(self, passages: int, documents: int) -> None:
        """Part what is fresh where it is so much."""
        rows = self._database.rows("SELECT fresh_passages, fresh_documents FROM word_totals")
        if rows and (rows[0][0] >= passages or rows[0][1] >= documents):
            self._part_fresh()

    def _add(self, bucket: int, runs: Iterable[Run]) -> None:
        self._database.add("word_places", _PLACES, [(bucket, *run) for run in runs])

    def last(self) -> int:
        """Return the largest number that a passage ever had."""
        return self.totals()[2]

    def remove(self, numbers: Sequence[int]) -> None:
        """Count the words of whole documents' passages no more; their places in parted runs stay until `compact`."""
        if not numbers:
            return
        counted: defaultdict[str, Counted] = defaultdict(lambda: Counted(0, 0))
        words = 0
        for bucket, first, own in self._spanning(np.unique(np.array(numbers, dtype=np.int64))):
            held = self._held(bucket, first, own)
            words += held.words()
            if bucket == FRESH:
                self._database.run(f"DELETE FROM word_places WHERE bucket = {FRESH} AND first = :first", first=first)
                continue
            for term, passages, places in _counted(held):
                seen = counted[term]
                counted[term] = Counted(seen.passages - passages, seen.places - places)
        self._count(counted)
        query = "UPDATE word_totals SET passages = passages - :passages, words = words - :words"
        self._database.run(query, passages=len(numbers), words=words)

    def _spanning(self, numbers: Integers) -> Iterator[tuple[int, int, Integers]]:
        """Yield where the runs of passages begin, as bucket and number, and which of the passages are theirs.

        Where places were parted, one of the many runs that begin with a number holds how long its passages are.
        """
        of_all = f"FROM word_places WHERE bucket IN ({FRESH}, {OF_LENGTHS})"
        query = f"""SELECT first, bucket {of_all} AND first <= :last
                    AND first >= (SELECT max(first) {of_all} AND first <= :first) ORDER BY first"""
        runs = self._database.rows(query, first=int(numbers[0]), last=int(numbers[-1]))
        at = np.searchsorted(np.array([first for first, _ in runs]), numbers, "right") - 1
        for number in np.unique(at).tolist():
            first, bucket = runs[number]
            yield bucket, first, numbers[at == number]

    def _held(self, bucket: int, first: int, numbers: Integers) -> Columns:
        """Return the words of passages that are in the runs which begin with a number."""
        columns = self._read(first, [FRESH]) if bucket == FRESH else self._parted(first)
        wanted = np.zeros(SPAN, dtype=bool)
        wanted[numbers - first] = True
        return columns.only(wanted[offsets(columns.places)])

    def _parted(self, first: int) -> Columns:
        if self._removed_from is None or self._removed_from[0] != first:
            self._removed_from = (first, self._read(first, [*range(BUCKETS), OF_LENGTHS]))
        return self._removed_from[1]

    def _read(self, first: int, buckets: Sequence[int]) -> Columns:
        query = f"SELECT first, {_COLUMNS} FROM word_places WHERE first = {int(first)} AND {{}}"
        return beside([Run(*row) for row in self._database.rows_among(query, "bucket", buckets)])

    def _count(self, counted: Mapping[str, Counted]) -> None:
        # In one order, so that two that write at once cannot wait for each other.
        self._database.add(
            "word_counts",
            _COUNTS,
            [(term, *counted[term]) for term in sorted(counted)],
            """ON CONFLICT (term) DO UPDATE SET passages = word_counts.passages + excluded.passages,
               places = word_counts.places + excluded.places""",
        )

    def _part_fresh(self) -> None:
        """Part the fresh places by their words among the buckets."""
        query = f"SELECT first, {_COLUMNS}, positions FROM word_places WHERE bucket = {FRESH} ORDER BY first"
        fresh = [Run(*row) for row in self._database.rows(query)]
        for first, columns in joined(fresh, lambda term: (_bucket(term), term), SPAN):
            self._count({term: Counted(*counts) for term, *counts in _counted(columns)})
            buckets = [_bucket(term) for term in columns.terms]
            borders = [at for at, (one, other) in enumerate(pairwise(buckets), start=1) if one != other]
            for at, part in zip([0, *borders], columns.parted(borders), strict=True):
                self._add(buckets[at], [run_of(first, part)])
        self._database.run(f"DELETE FROM word_places WHERE bucket = {FRESH}")
        self._database.run("UPDATE word_totals SET fresh_passages = 0, fresh_documents = 0")

    def _fresh(self) -> list[Run]:
        query = f"SELECT first, {_COLUMNS} FROM word_places WHERE bucket = {FRESH} ORDER BY first"
        return [Run(*row) for row in self._database.rows(query)]

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each word stands, titles apart; absent words are left out."""
        query = "SELECT term, passages FROM word_counts WHERE passages > 0 AND {}"
        found = Counter(dict(self._database.rows_among(query, "term", stems)))
        for run in self._fresh():
            for term, places in run.fresh_places_of(stems):
                found[term] += passages_in(places)
        return {term: passages for term, passages in found.items() if passages}

    def between(self, first: str, last: str) -> list[str]:
        """Return the words that are stored from `first` on, before `last`."""
        query = "SELECT term FROM word_counts WHERE passages > 0 AND term >= :first AND term < :last"
        found = {term for (term,) in self._database.rows(query, first=first, last=last)}
        for run in self._fresh():
            found |= {term for term, places in run.each_term(first, last) if passages_in(places)}
        return sorted(found)

    def found(self, terms: Sequence[str]) -> tuple[Found, dict[str, Found]]:
        """Return how long all passages are, and the places of each word, some maybe of passages that were removed."""
        query = "SELECT term, places FROM word_counts WHERE {}"
        holding = Counter(dict(self._database.rows_among(query, "term", terms)))
        parts = self.parts([LENGTHS, *terms])
        for term, each in parts.items():
            holding[term] += sum(len(part.places) for part in each if part.bucket == FRESH)
        numbers, lengths, _ = together(parts.pop(LENGTHS, []))
        return Found(numbers, lengths), {
            term: together(each, holding[term]) for term, each in parts.items() if holding[term] > 0
        }

    def parts(self, terms: Iterable[str]) -> dict[str, list[Part]]:
        """Return the places of each word that is stored, run by run."""
        by_bucket: defaultdict[int, list[str]] = defaultdict(list)
        for term in terms:
            by_bucket[_bucket(term)].append(term)
            by_bucket[FRESH].append(term)
        found: defaultdict[str, list[Part]] = defaultdict(list)
        query = f"SELECT bucket, first, {_COLUMNS} FROM word_places WHERE {{}} ORDER BY bucket, first"
        for bucket, *row in self._database.rows_among(query, "bucket", list(by_bucket)):
            run, sought = Run(*row), by_bucket[bucket]
            for term, places in run.fresh_places_of(sought) if bucket == FRESH else run.places_of(sought):
                found[term].append(Part(bucket, run, places))
        return found

    def positions(self, parts: Sequence[Part]) -> dict[tuple[int, int], bytes]:
        """Return the positions in the runs of parts, by the run's bucket and first number."""
        if not parts:
            return {}
        bucket, first = zip(*((part.bucket, part.run.first) for part in parts), strict=True)
        among = " AND ".join(self._database.among(each, each) for each in ("bucket", "first"))
        rows = self._database.rows(
            f"SELECT bucket, first, positions FROM word_places WHERE {among}",
            bucket=self._database.listed(sorted(set(bucket))),
            first=self._database.listed(sorted(set(first))),
        )
        return {(row.bucket, row.first): row.positions for row in rows}

    def totals(self) -> tuple[int, int, int]:
        """Return how many passages there are, how many words in them and their titles, and the last number given."""
        rows = self._database.rows("SELECT passages, words, last FROM word_totals")
        passages, words, last = rows[0] if rows else (0, 0, 0)
        return int(passages), int(words), int(last)

    def compact(self) -> None:
        """Remove every place of a passage that is not stored any more."""
        with self._database.transaction():
            self._part_fresh()
            there = np.zeros(self.last() + 1, dtype=bool)
            there[[number for (number,) in self._database.rows("SELECT number FROM passages")]] = True
            for bucket, run in self._every_run():
                kept = there[run.first + offsets(run.all_places()).astype(np.int64)]
                if kept.all():
                    continue
                query = "DELETE FROM word_places WHERE bucket = :bucket AND first = :first"
                self._database.run(query, bucket=bucket, first=run.first)
                left = run.columns().only(kept)
                self._add(bucket, [run_of(run.first, left)] if left.terms else [])
            self._database.run("DELETE FROM word_counts WHERE places <= 0")

    def _every_run(self) -> Iterator[tuple[int, Run]]:
        query = f"""SELECT bucket, first, {_COLUMNS}, positions FROM word_places
                    WHERE (bucket, first) > (:bucket, :first) ORDER BY bucket, first LIMIT {SWEPT}"""
        bucket, first = FRESH, -1
        while rows := self._database.rows(query, bucket=bucket, first=first):
            for bucket, first, *rest in rows:
                yield bucket, Run(first, *rest)


_COLUMNS = "terms, starts, places"
_PLACES = {
    **{"bucket": "integer", "first": "bigint", "terms": "text"},
    **{"starts": "bytea", "places": "bytea", "positions": "bytea"},
}
_COUNTS = {"term": "text", "passages": "integer", "places": "integer"}


def _bucket(term: str) -> int:
    return OF_LENGTHS if term == LENGTHS else crc32(term.encode()) % BUCKETS


def _counted(columns: Columns) -> Iterator[tuple[str, int, int]]:
    """Yield each word with in how many passages it stands, titles apart and with them."""
    counts = zip(columns.terms, columns.in_passages().tolist(), columns.counts.tolist(), strict=True)
    return (each for each in counts if each[0] != LENGTHS)


def together(parts: Sequence[Part], holding: int = 0) -> Found:
    """Return the places of runs, one behind the other."""
    places = np.concatenate([each.places for each in parts]) if parts else np.empty(0, dtype=np.uint32)
    firsts = np.array([each.run.first for each in parts], dtype=np.int64)
    return Found(np.repeat(firsts, [len(each.places) for each in parts]) + offsets(places), places, holding)
