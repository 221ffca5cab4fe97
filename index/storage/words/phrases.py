"""Which passages hold phrases or any of some words, from the places and positions of their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.storage.words.places import Found, Part, WordPlaces, together
from index.storage.words.runs import Integers, often_in_words

Marked = NDArray[np.bool_]
"""Of each number whether its passage is meant."""
Phrase = Sequence[str]
"""Words as they are held, in their order; a word by itself is one, too."""
_EACH = 32
"""So many bits of a key are a position's, more than the longest phrase has words; those above are the passage's."""
_NO_POSITIONS = np.empty(0, dtype=np.uint16)


class Phrases:
    """Finds phrases among a catalog's places; some of the passages may be removed since."""

    def __init__(self, places: WordPlaces) -> None:
        self._places = places

    def of_any(self, phrases: Iterable[Phrase]) -> Integers:
        """Return the numbers of the passages that hold any of the phrases, titles apart, in order."""
        sought = [each for each in phrases if each]
        parts = self._parts(sought)
        found = self._none()
        for each in sought:
            found |= self._holding([each], parts)
        return np.flatnonzero(found)

    def of_all(self, phrases: Iterable[Phrase]) -> Integers:
        """Return the numbers of the passages that hold all the phrases, titles apart, in order; none for no phrase."""
        sought = [each for each in phrases if each]
        return np.flatnonzero(self._holding(sought, self._parts(sought)))

    def _none(self) -> Marked:
        return np.zeros(self._places.last() + 1, dtype=bool)

    def _parts(self, phrases: Iterable[Phrase]) -> Mapping[str, list[Part]]:
        found = self._places.parts({term for each in phrases for term in each})
        # What is fresh is read first and has the last numbers.
        return {term: sorted(parts, key=lambda part: part.run.first) for term, parts in found.items()}

    def _holding(self, phrases: Sequence[Phrase], parts: Mapping[str, list[Part]]) -> Marked:
        terms = {term for each in phrases for term in each}
        if not terms or not terms <= parts.keys():
            return self._none()
        stands = {term: together(parts[term]) for term in terms}
        wanted, often = ~self._none(), {}
        for term, each in stands.items():
            own = self._none()
            own[each.numbers[often_in_words(each.places) > 0]] = True
            often[term] = np.count_nonzero(own)
            wanted &= own
        for phrase in phrases:
            if len(phrase) > 1:
                rarest_first = sorted(range(len(phrase)), key=lambda at: often[phrase[at]])
                wanted = self._in_order([(at, phrase[at]) for at in rarest_first], wanted, parts, stands)
        return wanted

    def _in_order(
        self,
        phrase: Sequence[tuple[int, str]],
        wanted: Marked,
        parts: Mapping[str, list[Part]],
        stands: Mapping[str, Found],
    ) -> Marked:
        """Return which of the passages, that hold all words of a phrase, hold each at its place in the phrase."""
        begins: Integers | None = None
        for at, term in phrase:
            own = self._keys(term, parts[term], stands[term], wanted) - at
            begins = own if begins is None else _common(begins, own)
            wanted = self._none()
            wanted[begins >> _EACH] = True
        return wanted

    def _keys(self, term: str, parts: Sequence[Part], stands: Found, wanted: Marked) -> Integers:
        """Return where a word stands in the passages that are wanted, each a number and a position, in order."""
        marked = wanted[stands.numbers]
        counts = np.array([len(part.places) for part in parts])
        # Only runs of such passages are read.
        read = np.add.reduceat(marked, np.cumsum(counts) - counts) > 0
        kept = [parts[at] for at in np.flatnonzero(read).tolist()]
        stored = self._places.positions(kept)
        positions = [part.run.positions_of(term, stored[part.bucket, part.run.first]) for part in kept]
        in_read = np.repeat(read, counts)
        often = often_in_words(stands.places[in_read])
        numbers = np.repeat(stands.numbers[marked] << _EACH, often_in_words(stands.places[marked]))
        found: Integers = numbers + np.concatenate([*positions, _NO_POSITIONS])[np.repeat(marked[in_read], often)]
        return found


def _common(one: Integers, other: Integers) -> Integers:
    """Return what is in both, each in order."""
    if not len(other):
        return other
    at = np.searchsorted(other, one)
    found: Integers = one[other[np.minimum(at, len(other) - 1)] == one]
    return found
