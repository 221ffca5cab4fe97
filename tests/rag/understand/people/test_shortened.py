"""Letters stand for words that follow one another, whether one letter of each or more."""

from __future__ import annotations

import pytest

from rag.understand.people.shortened import shortens


@pytest.mark.parametrize(
    ("word", "asked", "stands"),
    [
        ("VHW", "the vesk harbour watch boss", True),
        ("VKH", "the vesk harbour watch boss", False),
        ("Vhw", "the vesk harbour watch boss", False),
        ("V", "the vesk boss", False),
    ],
)
def test_capitals_stand_for_words(word: str, asked: str, stands: bool) -> None:
    assert shortens(word, asked.split()) is stands
