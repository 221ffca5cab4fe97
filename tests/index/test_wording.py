"""Counts in words."""

from __future__ import annotations

import pytest

from index.wording import counted, not_read


@pytest.mark.parametrize(
    ("number", "noun", "told"),
    [
        (1, "document", "1 document"),
        (0, "document", "0 documents"),
        (1_200, "statement", "1,200 statements"),
        (2, "text box", "2 text boxes"),
        (3, "reply", "3 replies"),
        (2, "day", "2 days"),
        (2, "branch", "2 branches"),
        (2, "page without text", "2 pages without text"),
        (2, "part in an unknown charset", "2 parts in an unknown charset"),
        (1, "page without text", "1 page without text"),
    ],
)
def test_a_noun_follows_its_count(number: int, noun: str, told: str) -> None:
    assert counted(number, noun) == told


def test_what_was_not_read_is_one_list() -> None:
    assert not_read((("picture", 3), ("comment", 1))) == "3 pictures, 1 comment"
    assert not_read(()) == ""
