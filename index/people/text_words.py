"""What a text shows of its words: which it has in small letters, its language, how often a word stands in it."""

from __future__ import annotations

import re
from functools import cached_property

from index.names.titles import SMALL_WORD, is_slavic, names_have_capitals


class TextWords:
    """The words of one text; each question is answered once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def is_slavic(self) -> bool:
        """Whether the text is in a language where an office's place stands before the name in the genitive."""
        return is_slavic(self.text)

    @cached_property
    def in_small_letters(self) -> frozenset[str]:
        """The words that the text has in small letters."""
        return frozenset(SMALL_WORD.findall(self.text))

    @cached_property
    def has_small_names(self) -> bool:
        """Whether the text has names in small letters."""
        return not names_have_capitals(self.text)

    def count(self, word: str) -> int:
        """Return how often a word stands in the text."""
        return len(re.findall(rf"\b{re.escape(word)}\b", self.text))
