"""How long a summary is to be."""

from __future__ import annotations

import pytest

from rag.understand.broad.lengths import MOST, length_said, says_short, without_length


@pytest.mark.parametrize(
    ("asked", "rest", "length"),
    [
        ("sum up the review in three bullets", "sum up the review", 3),
        ("a five-sentence summary of the tape", "a summary of the tape", 5),
        ("the two main points of the minutes", "the main points of the minutes", 2),
        ("a few sentences on the ferry", "sentences on the ferry", 3),
        ("sum up the review in 99 points", "sum up the review", MOST),
        ("sum up the review", "sum up the review", None),
    ],
)
def test_the_length_is_taken_off(asked: str, rest: str, length: int | None) -> None:
    assert without_length(asked) == (rest, length)


def test_where_it_stands_and_whether_it_is_only_short() -> None:
    said = length_said("sum up, in two sentences, the review")
    assert said
    assert said["number"] == "two"
    assert length_said("sum up the review") is None
    assert says_short("a brief summary")
    assert not says_short("a summary of the shortage")
