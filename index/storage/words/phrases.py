"""Which passages hold phrases or any of some words, from the places and positions of their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.storage.words.places import Part, WordPlaces
from index.storage.words.runs import Integers, offsets, often_in_words

Phrase = Sequence[str]
"""Words as they are held, in their order; a word by itself is one, too."""
_EACH = 32
"""So many bits of a key are a position's, more than the longest phrase has words; those above are the passage's."""


class Phrases:
    """Finds phrases among a catalog's places; some of the passages may be removed since."""

    def __init__(self, places: WordPlaces) -> None:
        self._places = places

    def of_any(self, phrases: Iterable[Phrase]) -> Integers:
        """Return the numbers of the passages that hold any of the phrases, titles apart, in order."""
        sought = [each for each in phrases if each]
        parts = self._parts(sought)
        found = [self._holding([each], parts) for each in sought]
        return np.unique(np.concatenate([*found, np.empty(0, dtype=np.int64)]))

    def of_all(self, phrases: Iterable[Phrase]) -> Integers:
        """Return the numbers of the passages that hold all the phrases, titles apart, in order; none for no phrase."""
        sought = [each for each in phrases if each]
        return self._holding(sought, self._parts(sought))

    def _parts(self, phrases: Iterable[Phrase]) -> Mapping[str, list[Part]]:
        found = self._places.parts({term for each in phrases for term in each})
        # What is fresh is read first and has the last numbers.
        return {term: sorted(parts, key=lambda part: part.run.first) for term, parts in found.items()}

    def _holding(self, phrases: Sequence[Phrase], parts: Mapping[str, list[Part]]) -> Integers:
        terms = {term for each in phrases for term in each}
        if not terms or not terms <= parts.keys():
            return np.empty(0, dtype=np.int64)
        by_term = sorted((_numbers(parts[term]) for term in terms), key=len)
        found = by_term[0]
        for numbers in by_term[1:]:
            found = _common(found, numbers)
        for phrase in phrases:
            if len(phrase) > 1 and len(found):
                found = self._in_order(phrase, found, parts)
        return found

    def _in_order(self, phrase: Phrase, numbers: Integers, parts: Mapping[str, list[Part]]) -> Integers:
        """Return which of the passages, that hold all words of a phrase, hold them one behind the other."""
        wanted = np.zeros(self._places.last() + 1, dtype=bool)
        wanted[numbers] = True
        read = {term: [each for each in parts[term] if wanted[_numbered(each)].any()] for term in phrase}
        positions = self._places.positions(part for each in read.values() for part in each)
        keys = {term: _keys(term, each, wanted, positions) for term, each in read.items()}
        found, *others = sorted((keys[term] - at for at, term in enumerate(phrase)), key=len)
        for each in others:
            found = _common(found, each)
        return np.unique(found >> _EACH)


def _numbered(part: Part) -> Integers:
    """Return the numbers of the passages of each of the places."""
    return part.run.first + offsets(part.places).astype(np.int64)


def _numbers(parts: Sequence[Part]) -> Integers:
    """Return the numbers of the passages that hold a word, titles apart."""
    each = [_numbered(part)[often_in_words(part.places) > 0] for part in parts]
    return np.concatenate(each)


def _common(one: Integers, other: Integers) -> Integers:
    """Return what is in both, each in order."""
    if not len(other):
        return other
    at = np.searchsorted(other, one)
    found: Integers = one[other[np.minimum(at, len(other) - 1)] == one]
    return found


def _keys(
    term: str, parts: Sequence[Part], wanted: NDArray[np.bool_], positions: Mapping[tuple[int, int], bytes]
) -> Integers:
    """Return where a word stands in the passages that are marked as wanted, as their numbers and the positions."""
    found = []
    for part in parts:
        own = part.run.positions_of(term, positions[part.bucket, part.run.first])
        numbers, often = _numbered(part), often_in_words(part.places)
        kept = wanted[numbers]
        found.append(np.repeat(numbers[kept] << _EACH, often[kept]) + own[np.repeat(kept, often)])
    return np.concatenate(found)
