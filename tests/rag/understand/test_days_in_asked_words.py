"""A day inside the words that are asked after is a part of them, no filter of the day of saying."""

from __future__ import annotations

import pytest

from rag.understand.dates import asked_dates

NEWEST = "2026-04-01"


@pytest.mark.parametrize(
    "question",
    [
        "When did Tomas Brandvik say that the last boat will sail in June?",
        "When did Tomas Brandvik say “the last boat will sail in June”?",
        "Did Ada Holm tell the council that the mill was sold in 2019?",
        "Did Ada Holm promise the mill would open in May 2025?",
        "What day did she say the ferry will stop on 3 March?",
        "When did the mayor warn voters that in June the lamps would go out?",
        'Did the mayor say "we close in 2024"?',
    ],
)
def test_a_day_of_the_content(question: str) -> None:
    assert asked_dates(question, NEWEST) is None


@pytest.mark.parametrize(
    ("question", "since"),
    [
        ("What did Tomas Brandvik say in June 2025?", "2025-06-01"),
        ("What did Tomas Brandvik say about the last boat in June 2025?", "2025-06-01"),
        ("What did Ada Holm say in 2019 that made news?", "2019-01-01"),
        ("In June 2025, did Ada Holm say that the mill was sold?", "2025-06-01"),
        ("Did Ada Holm say that the mill was sold, in 2019?", "2019-01-01"),
        ("What did the mayor tell reporters in May 2025?", "2025-05-01"),
    ],
)
def test_a_day_of_the_saying(question: str, since: str) -> None:
    found = asked_dates(question, NEWEST)
    assert found is not None
    assert found.since == since
