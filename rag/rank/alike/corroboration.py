"""Spans that are the same but for a name or a number: the one that other documents support more goes first.

Of two reports of one match that name different winners at most one is right, and by their words they are equally near
to the question. What differs between them is looked for in the other documents that were found, each of which counts by
how near it is to the question. `python -m benchmarks.quality.ranking` on RGB, where every true snippet has an altered
twin: right first .34 without this and .50 with it, in four .74 and .80; RAMDocs, whose altered documents stand alone:
.802 and .806. The power and the least support are from these two sets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.rank.alike.near_duplicates import Signature, signature

SAME_WORDS = 0.6
"""Jaccard similarity of the stemmed words from which two spans tell of the same; .5 and .75 find as much."""
POWER = 2
"""Of a document's nearness: what is far from the question names many people who have nothing to do with it."""
LEAST = 0.1
"""Less support than this tells nothing: a day and a month stand somewhere in any ten documents."""


@dataclass(frozen=True)
class Found:
    """A span that was found, the document it stands in, and how near to the question it is, 0 to 1."""

    document: str
    text: str
    nearness: float


def by_support(found: Mapping[int, Found], order: Sequence[int], asked: frozenset[str] = frozenset()) -> list[int]:
    """Return the numbers in `order`, each span after the first rival of it that other documents support more.

    `asked` are the stems of the question: what differs in one of them tells of another berth, year or person than was
    asked about, and is no rival.
    """
    signatures = {number: signature(each.text) for number, each in found.items()}
    ranked = list(order)
    for place in range(len(ranked)):
        for below in range(place + 1, len(ranked)):
            if _loses(ranked[place], ranked[below], found, signatures, asked):
                ranked[place], ranked[below] = ranked[below], ranked[place]
                break
    return ranked


def _loses(
    one: int, other: int, found: Mapping[int, Found], signatures: Mapping[int, Signature], asked: frozenset[str]
) -> bool:
    """Return whether the two are rivals and the other one has more support."""
    (words, telling), (other_words, other_telling) = signatures[one], signatures[other]
    if found[one].document == found[other].document or not words or not other_words:
        return False
    if len(words & other_words) < SAME_WORDS * len(words | other_words):
        return False
    mine, others = telling - other_words, other_telling - words
    if not mine or not others or asked & (mine | others):
        return False
    apart = {found[one].document, found[other].document}
    support = _support(others, apart, found, signatures)
    return support >= LEAST and support > _support(mine, apart, found, signatures)


def _support(
    differing: frozenset[str], apart: set[str], found: Mapping[int, Found], signatures: Mapping[int, Signature]
) -> float:
    """Return how much the documents but those apart hold of the words in which rivals differ, in the mean of them."""
    total = 0.0
    for word in differing:
        by_document: dict[str, float] = {}
        for number, each in found.items():
            if word in signatures[number][0] and each.document not in apart:
                by_document[each.document] = max(by_document.get(each.document, 0.0), each.nearness**POWER)
        total += sum(by_document.values())
    return total / len(differing)
