"""What the words of a question ask of a table, and names that only look like it."""

from __future__ import annotations

import pytest

from rag.answer.tables.wording import Signs


@pytest.mark.parametrize(
    ("question", "versus", "followed", "rank"),
    [
        ("In how many polls does Tell lead Quill?", "over", None, None),
        ("On which days did the fox trail the hare?", "under", None, None),
        ("Did Ada Brand vote with her section?", None, "with", None),
        ("Did Ada Brand break ranks with her section?", None, "against", None),
        ("Who came second in the regatta?", None, None, 2),
        ("Who won the regatta?", None, None, 1),
        ("How many frogs are in Pond 7?", None, None, None),
    ],
)
def test_what_is_compared(question: str, versus: str | None, followed: str | None, rank: int | None) -> None:
    found = Signs.of(question)
    assert (found.versus, found.followed, found.rank) == (versus, followed, rank)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("How many hives were lost at Lower Fell?", "How many hives were lost at Lower Fell?"),
        ("Was the price lower in May?", "Was the price   in May?"),
        ("Which pond has the most frogs?", "Which pond has   frogs?"),
        ("What was it last week?", "What was it last week?"),
    ],
)
def test_names_are_kept(question: str, rest: str) -> None:
    assert Signs.of(question).rest == rest
