"""Words of a citation as they stand in the first line."""

from __future__ import annotations

import pytest

from rag.answer.opening.values import words_at
from tests.rag.answer.opening.test_days import cited


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“The pier is closed", "The pier is closed"),
        ("the pier is closed”", "the pier is closed"),
        ("“The pier is closed”", "“The pier is closed”"),
        ('a pier of "oak"', 'a pier of "oak"'),
        ("the pier", "the pier"),
    ],
)
def test_no_mark_of_quotation_stands_alone_in_a_line(words: str, shown: str) -> None:
    text = f"It says {words} today."
    at = text.index(words)
    assert words_at(cited(text), (at, at + len(words))) == shown
