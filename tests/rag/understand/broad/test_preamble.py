"""What people say before they ask, and sentences before a question that it needs."""

from __future__ import annotations

import pytest

from rag.understand.broad.preamble import without_preamble


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "I keep bees in the hills. What should a hive be fed in a cold winter?",
            "What should a hive be fed in a cold winter?",
        ),
        (
            "My ferry was late. Can you sum up what the company owes passengers?",
            "what the company owes passengers?",
        ),
        ("Can you sum up what each ward is voting on?", "what each ward is voting on?"),
    ],
)
def test_only_the_question_is_asked(question: str, asked: str) -> None:
    assert without_preamble(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "I read about the Vesk bridge. When was it closed to all cars?",
        "I keep bees. How often?",
        "Sum up what Tell said about the harbour",
        "The bridge was closed. What did the mayor say about the ferries?",
    ],
)
def test_what_a_question_needs_stays(question: str) -> None:
    assert without_preamble(question) == question
