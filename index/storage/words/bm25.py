"""Exact-word search: which passages have stemmed words or phrases, with BM25 scores, alike on SQLite and PostgreSQL.

All is counted here from the places of the question's words (index/storage/words/places.py), so both databases give the
same passages with the same scores. These are BM25 as SQLite's `bm25()` counts it (fts5_aux.c).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.storage.database import Database
from index.storage.words.phrases import Phrases
from index.storage.words.places import WordPlaces
from index.storage.words.runs import lengths_in, often_in_title, often_in_words, split

TITLE_WEIGHT = 0.5
"""What a word of the document's title counts against one of the passage: on SciFact nDCG@10 of the fused candidates is
.725 with it, .702 without; a weight of 2 costs the news of RealTimeQA three points of the right passages in ten."""
K1, B, LEAST_IDF = 1.2, 0.75, 1e-6
"""A word in more than half of the passages still counts a little."""
Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
SPARE = 100
"""So many passages more than wanted are looked up first, as some may be removed since."""
WIDER = 4
"""So many times as many are looked up next: where a filter leaves half, that is once, where few, all that it leaves."""
LOOKED_THROUGH = 10_000
"""No more of the best are looked through: of a million speeches the best 150,000 may be of other years. To look these
up takes 0.4 s each time, the numbers of half a million passages 1 s once."""
LOOKED_AHEAD = 4
"""So many times as many passages as should hold the first of those sought are read in order before these are looked up:
ids are in no order that a word could have."""
DIGITS = 12
"""What differs beyond is noise of the sums, and passages that are alike must not be ordered by it."""


@dataclass(frozen=True)
class Allowed:
    """The passages that may be found: their ids, and what gives their numbers, which takes longer."""

    ids: frozenset[str]
    numbers: Callable[[], Numbers]


class ExactWords:
    """What a catalog asks of its search for exact words; all words come stemmed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._places = WordPlaces(database)
        self._phrases = Phrases(self._places)
        self.schema = self._places.schema

    def last_number(self) -> int:
        """Return the largest number that a passage ever had; the next one has the next."""
        return self._places.last()

    def put(self, passages: Sequence[tuple[int, str]], title: str) -> None:
        """Store the words of passages, by their numbers, which follow each other, and of their document's title."""
        self._places.put(passages, title)

    def remove(self, document_ids: Sequence[str]) -> int:
        """Remove the words of documents' passages, which are still stored themselves, and return how many these are."""
        numbers = self._database.texts_among("number", "passages", "document_id", document_ids)
        self._places.remove([int(number) for number in numbers])
        return len(numbers)

    def settle(self) -> None:
        """End a run of changes."""
        self._places.settle()

    def search(self, stems: Iterable[str], limit: int, among: Allowed | None) -> list[tuple[str, float]]:
        """Return up to `limit` passage ids with their BM25, best first, for any of the words."""
        terms = sorted({token for each in stems for token in split(each)})
        if not terms:
            return []
        with self._database.reading():
            scores = self._scores(terms)
            return self._best(np.flatnonzero(scores), scores, limit, among)

    def _scores(self, terms: Sequence[str]) -> Scores:
        """Return the BM25 of every passage by its number, 0 of those that have no such word."""
        passages, words, last = self._places.totals()
        lengths, found = self._places.found(terms)
        scores, weighed = np.zeros(last + 1), np.zeros(last + 1)
        if found:
            weighed[lengths.numbers] = K1 * (1 - B + B * lengths_in(lengths.places) / (words / passages))
        for term in sorted(found):
            numbers, places, holding = found[term]
            idf = max(math.log((passages - holding + 0.5) / (holding + 0.5)), LEAST_IDF)
            often = often_in_words(places) + TITLE_WEIGHT * often_in_title(places)
            scores[numbers] += idf * often * (K1 + 1) / (often + weighed[numbers])
        return scores

    def _best(self, numbers: Numbers, scores: Scores, limit: int, among: Allowed | None) -> list[tuple[str, float]]:
        """Return the ids and scores of the best of the passages that are still stored, ties in the order of ids.

        The best of all are looked through for those that are wanted, more and more of them. Where that would be more
        than are wanted, or many, the wanted ones are taken by their numbers.
        """
        own = scores[numbers]
        most = limit + SPARE
        while True:
            if among is not None and most > min(len(among.ids), LOOKED_THROUGH):
                wanted = among.numbers()
                return self._best(wanted[scores[wanted] > 0], scores, limit, None)
            least = np.partition(own, -most)[-most] if most < len(own) else 0.0
            stored = self._ids(numbers[own >= least - 10.0**-DIGITS])
            found = [(key, number) for number, key in stored if among is None or key in among.ids]
            if len(found) >= limit or most >= len(own):
                break
            most *= WIDER
        scored = [(key, round(float(scores[number]), DIGITS)) for key, number in found]
        return sorted(scored, key=lambda each: (-each[1], each[0]))[:limit]

    def _ids(self, numbers: Numbers) -> list[tuple[int, str]]:
        read = self._database.texts_among("number || ' ' || id", "passages", "number", numbers.tolist())
        return [(int(number), key) for number, _, key in (each.partition(" ") for each in read)]

    def numbers_of(self, ids: frozenset[str]) -> Numbers:
        """Return the numbers of passages by their ids."""
        return np.array(self._database.texts_among("number", "passages", "id", sorted(ids)), dtype=np.int64)

    def rows_of_any(self, stems: Iterable[str], columns: str, order: str, limit: int | None) -> list[Any]:
        """Return the passages that hold any of the words, titles apart, or the first of these, as rows in an order."""
        with self._database.reading():
            return self._first(self._phrases.of_any(map(split, stems)), columns, order, limit)

    def holding(self, phrases: Sequence[str], limit: int, among: Allowed | None) -> list[str]:
        """Return up to `limit` ids of passages that hold all the phrases, titles apart, in the order of the ids."""
        with self._database.reading():
            numbers = self._phrases.of_all(map(split, phrases))
            if among is not None and len(numbers) > min(len(among.ids), LOOKED_THROUGH):
                numbers, among = np.intersect1d(numbers, among.numbers()), None
            rows = self._first(numbers, "id", "id", limit if among is None else None)
        return [row.id for row in rows if among is None or row.id in among.ids][:limit]

    def _first(self, numbers: Numbers, columns: str, order: str, limit: int | None) -> list[Any]:
        """Return the passages that are still stored, or the first of them, as rows in an order.

        Where of all passages fewer have to be read until so many of these are found, these are.
        """
        stored, _, last = self._places.totals()
        read = LOOKED_AHEAD * stored * (limit or 0) // max(len(numbers), 1)
        if limit and read < len(numbers):
            wanted = np.zeros(last + 1, dtype=bool)
            wanted[numbers] = True
            rows = self._database.rows(f"SELECT number, {columns} FROM passages ORDER BY {order} LIMIT {read + 1}")
            found = [row for row in rows if wanted[row.number]]
            if len(found) >= limit:
                return found[:limit]
        # Materialized, as PostgreSQL would walk through a million ids in order until enough of the passages are met.
        query = f"""WITH found AS MATERIALIZED (SELECT number, {columns} FROM passages WHERE {{}})
                    SELECT * FROM found ORDER BY {order}{f" LIMIT {limit}" if limit else ""}"""
        return self._database.rows_among(query, "number", numbers.tolist())

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each word stands, titles apart; absent words are left out."""
        return self._places.counts(stems)

    def between(self, first: str, last: str) -> list[str]:
        """Return the words that are stored from `first` on, before `last`."""
        return self._places.between(first, last)

    def compact(self) -> None:
        """Remove what is left on disk of words that were removed."""
        self._places.compact()
