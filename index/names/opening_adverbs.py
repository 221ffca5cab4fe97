"""Adverbs and calls with a sentence's capital, no part of the name behind them: "Suddenly Larry", "Hey Larry"."""

from __future__ import annotations

from index.text.word_lists import given_names

_ENDINGS = ("enly", "ently", "antly", "ately", "ously", "ually", "ally", "edly", "ingly", "ively", "fully")
_OTHERS = frozenset("yesterday perhaps maybe thus hence hey hello okay yeah thanks".split())
_SHORTEST = 7
"""Shorter words with such an ending are names as well: "Sally", "Ally"."""


def is_opening_adverb(word: str) -> bool:
    """Return whether a word in small letters before a name is an adverb that only opens the sentence."""
    if word in _OTHERS:
        return True
    return len(word) >= _SHORTEST and word.endswith(_ENDINGS) and word not in given_names()
