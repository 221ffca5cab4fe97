"""A run: where words stand in passages whose numbers follow each other, as a row of the database holds it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from sys import intern
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.text.expressions import expression

LONGEST_WORD = 500
"""PostgreSQL holds no longer one in the index of a table."""
_WORD = expression(r"[^\W_]+")
LENGTHS = ""
"""Stands before the words; its places hold how long the passages are."""
SPAN = 2**16
MOST_OFTEN, LONGEST = 2**8 - 1, 2**16 - 1
"""What is more often, or longer, counts as this; a passage has at most some 200 words, a title may have any number."""
Places = NDArray[np.uint32]
"""In the lower 16 bits of each a passage's number from the first of its run on, in the next 8 how often the word stands
in it and in the last 8 in its title, or in all 16 how long it is. As four bytes, the lowest first, they are stored."""
Positions = NDArray[np.uint16]
"""Which of the passage's words it is, from 0 on: for each place as many as it has, in the order of the places."""
Integers = NDArray[np.int64]
_STORED, _POSITION = "<u4", "<u2"


def split(words: str) -> list[str]:
    """Return the words as they are held: runs of letters and digits."""
    return [each[:LONGEST_WORD] for each in _WORD.findall(words)]


class Columns(NamedTuple):
    """Words with their places and positions, as numpy reads them."""

    terms: Sequence[str]
    counts: Integers
    """How many places each word has."""
    places: Places
    positions: Positions

    def often(self) -> Integers:
        """Return how many positions each place has."""
        found = often_in_words(self.places).astype(np.int64)
        found[self._lengths()] = 0
        return found

    def words(self) -> int:
        """Return how many words the passages have together."""
        return int(lengths_in(self.places[self._lengths()]).sum(dtype=np.int64))

    def _lengths(self) -> slice:
        """Return which of the places stand for `LENGTHS`."""
        if LENGTHS not in self.terms:
            return slice(0)
        at = self.terms.index(LENGTHS)
        end = int(self.counts[: at + 1].sum())
        return slice(end - int(self.counts[at]), end)

    def parted(self, borders: Iterable[int]) -> Iterator[Columns]:
        """Yield the same in parts, each of which ends before one of the words' numbers, the last with them all."""
        before = np.concatenate([[0], np.cumsum(self.often())])
        starts = np.concatenate([[0], np.cumsum(self.counts)])
        for first, last in pairwise([0, *borders, len(self.terms)]):
            start, end = starts[first], starts[last]
            positions = self.positions[before[start] : before[end]]
            yield Columns(self.terms[first:last], self.counts[first:last], self.places[start:end], positions)

    def only(self, kept: NDArray[np.bool_]) -> Columns:
        """Return some of the places, and the words that have any of them."""
        of_each = np.searchsorted(np.cumsum(self.counts), np.flatnonzero(kept), "right")
        counts = np.bincount(of_each, minlength=len(self.terms))
        terms = [self.terms[number] for number in np.flatnonzero(counts).tolist()]
        positions = self.positions[np.repeat(kept, self.often())] if len(self.positions) else self.positions
        return Columns(terms, counts[counts > 0], self.places[kept], positions)

    def in_passages(self) -> Integers:
        """Return in how many passages each word stands, titles apart."""
        return _sums((often_in_words(self.places) > 0).astype(np.int64), self.counts)


class Run(NamedTuple):
    """Words with their places, numpy's bytes one behind the other."""

    first: int
    """The number from which the places count their passages."""
    terms: str
    """In order, with a line break between each two."""
    starts: bytes
    """How many places stand before those of each word, and in the end how many there are."""
    places: bytes
    positions: bytes = b""
    """Read only where phrases are looked for, and where runs are made of others."""

    def places_of(self, sought: Iterable[str]) -> Iterator[tuple[str, Places]]:
        """Yield those of the words that are in the run, with their places."""
        terms = self.terms.split("\n")
        for term in sought:
            number = bisect_left(terms, term)
            if number < len(terms) and terms[number] == term:
                yield term, self._numbered(number)

    def fresh_places_of(self, sought: Iterable[str]) -> Iterator[tuple[str, Places]]:
        """Yield the same of a run that is read by every search."""
        numbers = _numbers(self.terms)
        for term in sought:
            if (number := numbers.get(term)) is not None:
                yield term, self._numbered(number)

    def _numbered(self, number: int) -> Places:
        start, end = self._bounds(number)
        return np.frombuffer(self.places, _STORED, end - start, 4 * start)

    def _bounds(self, number: int) -> tuple[int, int]:
        start, end = np.frombuffer(self.starts, "<u4", 2, 4 * number).tolist()
        return start, end

    def positions_of(self, term: str, positions: bytes) -> Positions:
        """Return the positions of a word that is in the run, of those of the run."""
        terms = self.terms.split("\n")
        start, end = self._bounds(bisect_left(terms, term))
        since = self._bounds(0)[1] if terms[0] == LENGTHS else 0
        often = often_in_words(np.frombuffer(self.places, _STORED, end - since, 4 * since))
        before, until = int(often[: start - since].sum(dtype=np.int64)), int(often.sum(dtype=np.int64))
        return np.frombuffer(positions, _POSITION, until - before, 2 * before)

    def each_term(self, since: str = "", until: str | None = None) -> Iterator[tuple[str, Places]]:
        """Yield each word with its places, or only those words from one on, before another."""
        terms = self.terms.split("\n")
        starts = np.frombuffer(self.starts, "<u4").tolist()
        places = self.all_places()
        last = len(terms) if until is None else bisect_left(terms, until)
        for number in range(bisect_left(terms, since), last):
            yield terms[number], places[starts[number] : starts[number + 1]]

    def columns(self) -> Columns:
        """Return the whole run, its positions where they were read."""
        counts = np.diff(np.frombuffer(self.starts, "<u4")).astype(np.int64)
        positions = np.frombuffer(self.positions, _POSITION)
        return Columns(self.terms.split("\n"), counts, self.all_places(), positions)

    def all_places(self) -> Places:
        """Return the places of all words, one behind the other."""
        return np.frombuffer(self.places, _STORED)


@lru_cache(maxsize=512)
def _numbers(terms: str) -> dict[str, int]:
    """Return the numbers of a run's words: to part the text of 700 takes 24 µs, and searches read the same runs."""
    return {intern(term): number for number, term in enumerate(terms.split("\n"))}


def run_of(first: int, columns: Columns) -> Run:
    """Return words in their order, with places and positions, as a run."""
    starts = np.concatenate([[0], np.cumsum(columns.counts)]).astype("<u4")
    places, positions = columns.places.astype(_STORED), columns.positions.astype(_POSITION)
    return Run(first, "\n".join(columns.terms), starts.tobytes(), places.tobytes(), positions.tobytes())


def run_of_passages(passages: Sequence[tuple[int, str]], title: str) -> Run:
    """Return the run of the words of passages and of their document's title, and of the passages' lengths.

    Of what is longer the first 65,535 words are held.
    """
    titled = Counter(split(title))
    parts = [split(words)[:LONGEST] for _, words in passages]
    lengths = np.array([len(each) for each in parts], dtype=np.int64)
    terms = sorted({*chain.from_iterable(parts), *titled})
    numbers = {term: number for number, term in enumerate(terms)}
    of_word = np.fromiter((numbers[word] for part in parts for word in part), np.int64, int(lengths.sum()))
    in_order = np.argsort(of_word, kind="stable")
    offset = np.repeat(np.arange(len(parts)), lengths)[in_order]
    position = _ranged(lengths)[in_order]
    # A place is a word's number and a passage's offset; those of the title's words are in every passage.
    keys, often = np.unique(of_word[in_order] * SPAN + offset, return_counts=True)
    title_keys = [np.arange(len(parts)) + numbers[term] * SPAN for term in titled]
    every = np.union1d(keys, np.concatenate([*title_keys, np.empty(0, dtype=np.int64)])).astype(np.int64)
    table = np.zeros((2, len(every)), dtype=np.int64)
    table[0, np.searchsorted(every, keys)] = often
    for of_title, count in zip(title_keys, titled.values(), strict=True):
        table[1, np.searchsorted(every, of_title)] = count
    places = every % SPAN | np.minimum(table, MOST_OFTEN)[0] << 16 | np.minimum(table, MOST_OFTEN)[1] << 24
    of_lengths = np.arange(len(parts)) | np.minimum(lengths + titled.total(), LONGEST) << 16
    counts = np.bincount(every // SPAN, minlength=len(terms))
    return run_of(
        passages[0][0],
        Columns(
            [LENGTHS, *terms],
            np.concatenate([[len(parts)], counts]),
            np.concatenate([of_lengths, places]).astype(np.uint32),
            position[_ranged(often) < MOST_OFTEN].astype(np.uint16),
        ),
    )


def _ranged(counts: Integers) -> Integers:
    """Return 0, 1, 2 … for each of the counts, as far as it goes."""
    return np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)


def _sums(values: Integers, counts: Integers) -> Integers:
    """Return the sums of so many values each."""
    until = np.cumsum(counts)
    summed = np.concatenate([[0], np.cumsum(values)])
    found: Integers = summed[until] - summed[until - counts]
    return found


def offsets(places: Places) -> Places:
    """Return the passages' numbers from the first of the run on."""
    return places & np.uint32(SPAN - 1)


def often_in_words(places: Places) -> Places:
    """Return how often the word stands in each of the passages."""
    return places >> np.uint32(16) & np.uint32(MOST_OFTEN)


def often_in_title(places: Places) -> Places:
    """Return how often the word stands in the title of each of the passages."""
    return places >> np.uint32(24)


def lengths_in(places: Places) -> Places:
    """Return how many words the passages have, of the places that stand for `LENGTHS`."""
    return places >> np.uint32(16)


def passages_in(places: Places) -> int:
    """Return how many of the places are in passages, not only in titles."""
    return int(np.count_nonzero(often_in_words(places)))


def joined(runs: Sequence[Run], order: Callable[[str], Any], span: int = SPAN) -> Iterator[tuple[int, Columns]]:
    """Yield runs, which are in the order of their numbers, as one, as far as they span together.

    The words come in an order of their own.
    """
    base, group = 0, list[Run]()
    for run in runs:
        if group and run.first + int(offsets(run.all_places()).max()) - base >= span:
            yield base, _together(base, group, order)
            group = []
        base = base if group else run.first
        group.append(run)
    if group:
        yield base, _together(base, group, order)


def beside(runs: Sequence[Run]) -> Columns:
    """Return runs that begin with one number as one, their words in the order of the runs, without positions."""
    starts = np.frombuffer(b"".join(run.starts for run in runs), "<u4").astype(np.int64)
    # Where a run's words end those of the next begin, which is no count.
    ends = np.cumsum([len(run.starts) // 4 for run in runs])[:-1] - 1
    return Columns(
        "\n".join(run.terms for run in runs).split("\n"),
        np.delete(np.diff(starts), ends),
        np.frombuffer(b"".join(run.places for run in runs), _STORED),
        np.empty(0, dtype=np.uint16),
    )


def _together(base: int, runs: Sequence[Run], order: Callable[[str], Any]) -> Columns:
    """Return runs as one whose places count from a number on."""
    numbers: dict[str, int] = {}
    columns = [run.columns() for run in runs]
    numbered = [np.array([numbers.setdefault(term, len(numbers)) for term in each.terms]) for each in columns]
    terms = sorted(numbers, key=order)
    ranks = np.empty(len(terms), dtype=np.int64)
    ranks[[numbers[term] for term in terms]] = np.arange(len(terms))
    ranked = np.concatenate([ranks[np.repeat(own, each.counts)] for own, each in zip(numbered, columns, strict=True)])
    places = np.concatenate(
        [each.places + np.uint32(run.first - base) for run, each in zip(runs, columns, strict=True)]
    )
    often = np.concatenate([each.often() for each in columns])
    positions = np.concatenate([each.positions for each in columns])
    in_order = np.argsort(ranked, kind="stable")
    before, own = (np.cumsum(often) - often)[in_order], often[in_order]
    return Columns(
        terms,
        np.bincount(ranked, minlength=len(terms)),
        places[in_order],
        positions[np.repeat(before, own) + _ranged(own)],
    )
