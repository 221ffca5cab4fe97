"""Sentences -> the few that say most of what all of them say: an extractive summary.

A sentence is as central as its words are those of all sentences: the cosine of its vector (tf·idf over the sentences,
without words that say little) with the sum of all vectors, the centroid of MEAD (Radev, Jing, Styś, Tam: Centroid-
based summarization of multiple documents, 2004). How near it stands to the beginning of its document counts half as
much, since a lead tells what follows; names and numbers count a little, few words against it. They are taken by
maximal marginal relevance (Carbonell and Goldstein: The use of MMR, 1998): a sentence near to one that is taken
counts less, so that each cluster of like sentences gives one.

`python -m benchmarks.quality.summaries` compares it with the first sentences, TextRank (Mihalcea and Tarau, 2004) and
LexRank (Erkan and Radev, 2004), and chose the weights. Vectors of the embedder instead of words are no better there,
and take 10 to 20 ms a sentence.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.records import Document
from index.text.expressions import expression
from index.text.sentences import Span
from rag.records import Evidence

LEAD = 0.5
"""What standing at the beginning is worth beside being central, which is at most 1."""
DECAY, FIRST = 0.15, 3
"""The worth of a place falls to 1/e after this share of a document's sentences, and not before so many."""
NAMES, ENOUGH_NAMES = 0.2, 4
"""What so many names and numbers in a sentence are worth."""
FULL = 12
"""Of fewer words a sentence counts as little as it is shorter."""
RELEVANCE = 0.7
"""The share of relevance in maximal marginal relevance; the rest is novelty."""
SAME = 0.8
"""Two sentences so near (cosine) say the same; the second is never taken."""
TAKEN_FROM = 60
"""So many of the best sentences are compared with each other."""
_NAME = expression(r"(?<=[\w,;:”’] )(?:[^\W\d_a-zа-яіїєў][\w’'-]+|\d[\d,.]*)")
_Vector = Mapping[str, float]


@dataclass(frozen=True)
class Part:
    """A sentence that may stand in a summary, and where among its document's sentences it stands."""

    document: Document
    evidence: Evidence
    stems: tuple[str, ...]
    place: int = 0
    places: int = 1

    @property
    def span(self) -> Span:
        """Return where it stands in the document's text."""
        return self.evidence.start, self.evidence.end

    @property
    def names(self) -> int:
        """Return how many words with a capital and numbers stand in it, not counting its first word."""
        return sum(1 for _ in _NAME.finditer(self.document.text, *self.span))

    @property
    def order(self) -> tuple[str, str, int]:
        """Return what the parts of a summary are put in order by: the day, the document, the place in it."""
        return self.evidence.said_on or self.document.published or "", self.document.id, self.evidence.start


def central(parts: Sequence[Part], number: int, lead: float = LEAD, most_of_one: int | None = None) -> list[Part]:
    """Return so many of the parts, the most central that are unlike each other, in the order of days and places.

    `most_of_one` is how many at most are taken of one document.
    """
    vectors = _vectors([each.stems for each in parts])
    scores = _scores(parts, vectors, lead)
    best = sorted(range(len(parts)), key=lambda at: (-scores[at], at))[: TAKEN_FROM * (4 if most_of_one else 1)]
    taken: list[int] = []
    nearest = dict.fromkeys(best, 0.0)
    of_one: Counter[str] = Counter()
    while best and len(taken) < number:
        chosen = max(best, key=lambda at: (RELEVANCE * scores[at] - (1 - RELEVANCE) * nearest[at], -at))
        best.remove(chosen)
        if nearest[chosen] >= SAME:
            continue
        if most_of_one and of_one[parts[chosen].document.id] >= most_of_one:
            continue
        of_one[parts[chosen].document.id] += 1
        taken.append(chosen)
        for at in best:
            nearest[at] = max(nearest[at], _cosine(vectors[at], vectors[chosen]))
    return sorted((parts[at] for at in taken), key=lambda each: each.order)


def worths(parts: Sequence[Part], lead: float = LEAD) -> list[float]:
    """Return how central each part is among all, 1 for the most central."""
    return _scores(parts, _vectors([each.stems for each in parts]), lead)


def _vectors(texts: Sequence[Sequence[str]]) -> list[_Vector]:
    """Return each text's words weighted by tf·idf, of length 1."""
    holding = Counter(stem for each in texts for stem in set(each))
    vectors: list[_Vector] = []
    for each in texts:
        weights = {stem: n * math.log(1 + len(texts) / holding[stem]) for stem, n in Counter(each).items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({stem: weight / length for stem, weight in weights.items()})
    return vectors


def _scores(parts: Sequence[Part], vectors: Sequence[_Vector], lead: float) -> list[float]:
    centroid: Counter[str] = Counter()
    for each in vectors:
        centroid.update(each)
    likeness = [sum(weight * centroid[stem] for stem, weight in each.items()) for each in vectors]
    highest = max(likeness, default=0.0) or 1.0
    scores = [
        _fullness(part) * (each / highest + lead * nearness(part) + NAMES * min(1.0, part.names / ENOUGH_NAMES))
        for each, part in zip(likeness, parts, strict=True)
    ]
    top = max(scores, default=1.0) or 1.0
    return [each / top for each in scores]


def nearness(part: Part) -> float:
    """Return how near to the beginning of its document a part stands: 1 for the first."""
    return math.exp(-part.place / max(FIRST, DECAY * part.places))


def _fullness(part: Part) -> float:
    start, end = part.span
    return min(1.0, len(part.document.text[start:end].split()) / FULL)


def _cosine(one: _Vector, other: _Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items())
