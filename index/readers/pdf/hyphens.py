"""Whether a hyphen at a line's end only splits a word, by the words of the document and a vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from index.text.expressions import expression

_VOCABULARY = Path(__file__).parents[2] / "weights" / "tokenizer.json"
_WORD = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TAIL = expression(r"[^\W\d_]+\Z")
_HEAD = expression(r"[^\W\d_]+")
_WHOLE_PREFIXES = frozenset({"self", "non", "ex", "vice", "well", "cross", "anti", "semi", "quasi", "all", "half"})
"""Words of English that keep their hyphen before any other."""
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "ings")


@cache
def vocabulary() -> frozenset[str]:
    """Return the words of the embedder's vocabulary: some 22,000, of English, in small letters."""
    try:
        entries = json.loads(_VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    except (OSError, ValueError, KeyError):
        return frozenset()
    return frozenset(word for word in entries if len(word) > 2 and word.isalpha())


class Words:
    """The words of a document, to decide by."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the document's lines; a line's last word counts only where no hyphen ends it."""
        self._whole: set[str] = set()
        self._compound: set[str] = set()
        for line in lines:
            found = _WORD.findall(line.lower())
            if found and line.endswith("-"):
                found.pop()
            for word in found:
                (self._compound if "-" in word else self._whole).add(word)

    def one_word(self, before: str, after: str) -> bool:
        """Return whether what stands before a line's last hyphen and the next line's beginning are one word without it.

        The document's own spelling decides first, then the vocabulary; two words that it knows keep the hyphen where
        it does not know them as one.
        """
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if tail is None or head is None or not head[0][0].islower():
            return False
        first, second = tail[0].lower(), head[0].lower()
        if before[: tail.start()].endswith("-"):
            return False
        if f"{first}-{second}" in self._compound:
            return False
        if first + second in self._whole:
            return True
        if _known(first + second):
            return True
        if first in _WHOLE_PREFIXES:
            return False
        return not (self._is_word(first) and self._is_word(second))

    def _is_word(self, word: str) -> bool:
        return len(word) > 1 and (word in vocabulary() or word in self._whole)


def _known(word: str) -> bool:
    return any(word.removesuffix(ending) in vocabulary() for ending in ("", *_ENDINGS) if word.endswith(ending))
