"""A run: where words stand in passages whose numbers follow each other, as a row of the database holds it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.storage.words.phrases import split

LENGTHS = ""
"""Stands before the words; its places hold how long the passages are."""
SPAN = 2**16
MOST_OFTEN, LONGEST = 2**8 - 1, 2**16 - 1
"""What is more often, or longer, counts as this; a passage has at most some 200 words, a title may have any number."""
Places = NDArray[np.uint32]
"""In the lower 16 bits of each a passage's number from the first of its run on, in the next 8 how often the word stands
in it and in the last 8 in its title, or in all 16 how long it is. As four bytes, the lowest first, they are stored."""
_STORED = "<u4"


class Run(NamedTuple):
    """Words with their places, numpy's bytes one behind the other."""

    first: int
    """The number from which the places count their passages."""
    terms: str
    """In order, with a line break between each two."""
    starts: bytes
    """How many places stand before those of each word, and in the end how many there are."""
    places: bytes

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
        start, end = np.frombuffer(self.starts, "<u4", 2, 4 * number).tolist()
        return np.frombuffer(self.places, _STORED, end - start, 4 * start)

    def each_term(self, since: str = "", until: str | None = None) -> Iterator[tuple[str, Places]]:
        """Yield each word with its places, or only those words from one on, before another."""
        terms = self.terms.split("\n")
        starts = np.frombuffer(self.starts, "<u4").tolist()
        places = self.all_places()
        last = len(terms) if until is None else bisect_left(terms, until)
        for number in range(bisect_left(terms, since), last):
            yield terms[number], places[starts[number] : starts[number + 1]]

    def all_places(self) -> Places:
        """Return the places of all words, one behind the other."""
        return np.frombuffer(self.places, _STORED)


@lru_cache(maxsize=512)
def _numbers(terms: str) -> dict[str, int]:
    """Return the numbers of a run's words: to part the text of 700 takes 24 µs, and searches read the same runs."""
    return {intern(term): number for number, term in enumerate(terms.split("\n"))}


def run_of(first: int, places: Mapping[str, Places]) -> Run:
    """Return words with their places as a run."""
    terms = sorted(places)
    starts = np.cumsum([0, *(len(places[term]) for term in terms)]).astype("<u4")
    together = np.concatenate([places[term] for term in terms]).astype(_STORED)
    return Run(first, "\n".join(terms), starts.tobytes(), together.tobytes())


def run_of_passages(passages: Sequence[tuple[int, str]], title: str) -> Run:
    """Return the run of the words of passages and of their document's title, and of the passages' lengths."""
    titled = Counter(split(title))
    numbers: dict[str, int] = {}
    flat: list[tuple[int, int, int, int]] = []
    lengths = np.empty(len(passages), dtype=np.uint32)
    for offset, (_, words) in enumerate(passages):
        within = split(words)
        often = Counter(within)
        lengths[offset] = offset | min(len(within) + titled.total(), LONGEST) << 16
        for term in often.keys() | titled.keys():
            flat.append((numbers.setdefault(term, len(numbers)), offset, often[term], titled[term]))
    table = np.array(flat, dtype=np.int64).reshape(-1, 4)
    table = table[np.argsort(table[:, 0], kind="stable")]
    often_in = np.minimum(table[:, 2:], MOST_OFTEN)
    places = (table[:, 1] | often_in[:, 0] << 16 | often_in[:, 1] << 24).astype(np.uint32)
    starts = np.searchsorted(table[:, 0], np.arange(len(numbers) + 1)).tolist()
    by_term = {term: places[starts[number] : starts[number + 1]] for term, number in numbers.items()}
    return run_of(passages[0][0], {LENGTHS: lengths, **by_term})


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


def joined(runs: Sequence[Run], span: int = SPAN) -> Iterator[tuple[int, dict[str, Places]]]:
    """Yield the places of each word of runs, which are in the order of their numbers, as far as they span together."""
    base = 0
    parts: defaultdict[str, list[Places]] = defaultdict(list)
    for run in runs:
        if parts and run.first + int(offsets(run.all_places()).max()) - base >= span:
            yield base, {term: np.concatenate(each) for term, each in parts.items()}
            parts.clear()
        base = base if parts else run.first
        for term, places in run.each_term():
            parts[term].append(places + np.uint32(run.first - base))
    if parts:
        yield base, {term: np.concatenate(each) for term, each in parts.items()}
