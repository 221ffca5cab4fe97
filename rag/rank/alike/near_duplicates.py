"""Near-identical spans distinguished from different ones: the same wire story in twelve papers is one thing found.

Two texts are the same news when nearly all their words are, and what differs is no name, number or negation: two
reports of one match that name different winners are two things found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from index.text.expressions import expression
from index.text.negation import is_negation
from index.text.stems import content_words, stem

SAME_WORDS = 0.9
"""Jaccard similarity of the stemmed words; a corrected comma or a paper's own dateline stay above it."""
_WORD = expression(r"[^\W_](?:[\w.,’'-]*[^\W_])?")
_Found = TypeVar("_Found")


def distinct(found: Iterable[_Found], text_of: Callable[[_Found], str]) -> list[tuple[_Found, list[_Found]]]:
    """Return the first of each group of near-identical ones with the others of its group, in their order."""
    groups: list[tuple[Signature, _Found, list[_Found]]] = []
    for each in found:
        signed = signature(text_of(each))
        group = next((others for other, _, others in groups if _same(other, signed)), None)
        if group is None:
            groups.append((signed, each, []))
        else:
            group.append(each)
    return [(first, others) for _, first, others in groups]


Signature = tuple[frozenset[str], frozenset[str]]


@lru_cache(maxsize=500)
def signature(text: str) -> Signature:
    """Return the stems of all words and those of the words that may not differ.

    A question's passages are compared twice, as rivals and as the same news.
    """
    found = _WORD.findall(text)
    return frozenset(map(stem, found)), frozenset(stem(each) for at, each in enumerate(found) if _tells(found, at))


def _tells(found: Sequence[str], at: int) -> bool:
    word = found[at]
    named = word[0].isupper() and at > 0
    return named or any(map(str.isdigit, word)) or is_negation(word)


def _same(one: Signature, other: Signature) -> bool:
    (words, telling), (other_words, other_telling) = one, other
    if not words or not other_words or telling != other_telling:
        return False
    return len(words & other_words) >= SAME_WORDS * len(words | other_words)


MOSTLY_TOLD = 0.75
"""Of two reports of one speech one tells nothing new where so much of its words with a meaning stands in the other."""


def untold(found: Sequence[_Found], text_of: Callable[[_Found], str]) -> list[_Found]:
    """Return what is found without what an earlier one tells already, in its order: two reports of one sentence."""
    kept: list[_Found] = []
    for each in found:
        if not any(_tells_same(text_of(each), text_of(other)) for other in kept):
            kept.append(each)
    return kept


def _tells_same(one: str, other: str) -> bool:
    """Return whether most words of the shorter text stand in the other, and all that it counts and denies."""
    shorter, longer = sorted((one, other), key=lambda each: len(content_words(each)))
    words, known = frozenset(content_words(shorter)), frozenset(content_words(longer))
    if len(words & known) < MOSTLY_TOLD * len(words) or len(words) < FEWEST:
        return False
    return _counted(shorter) <= _counted(longer)


FEWEST = 6
"""What has fewer words with a meaning is too short to tell what another does."""


def _counted(text: str) -> frozenset[str]:
    return frozenset(each for each in _WORD.findall(text) if any(map(str.isdigit, each)) or is_negation(each))
