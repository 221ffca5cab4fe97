"""Rows of questions before one question mark: each is asked by itself, with what it leaves to the others."""

from __future__ import annotations

import pytest

from rag.understand.plan.series import in_a_row

ROWS = [
    (
        "In the Eskby fire, how many died, what burnt, and who put it out",
        (["How many died", "What burnt", "Who put it out"], "in the Eskby fire"),
    ),
    (
        "What did the lock cost, why more than planned and who pays the rest",
        (["What did the lock cost", "Why did the lock cost more than planned", "Who pays the rest"], ""),
    ),
    (
        "Where did the flood start, when, and who saw it first",
        (["Where did the flood start", "When did the flood start", "Who saw it first"], ""),
    ),
    (
        "How many cranes does the yard want, why exactly this number and what do they lift",
        (["How many cranes does the yard want", "Why does the yard want exactly this number", "What do they lift"], ""),
    ),
    ("Who knows what happened, where it happened and why", ([], "")),
    ("When and where did Tell speak", ([], "")),
    ("Who built the lock", ([], "")),
]


@pytest.mark.parametrize(("question", "parts"), ROWS)
def test_each_question_of_a_row_is_whole(question: str, parts: tuple[list[str], str]) -> None:
    assert in_a_row(question) == parts
