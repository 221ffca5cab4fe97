from __future__ import annotations

from datetime import date

import pytest

from rag.understand.dates import asked_dates

NEWEST, TODAY = "2031-04-11", date(2031, 6, 1)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What did Tell say in 2021?", "2021-01-01", "2021-12-31"),
        ("What did Tell say in September 2025?", "2025-09-01", "2025-09-30"),
        ("What did Tell say in February 2024 about tolls?", "2024-02-01", "2024-02-29"),
        ("What did Tell say on 11 September 2025?", "2025-09-11", "2025-09-11"),
        ("What did Tell say on September 11, 2025?", "2025-09-11", "2025-09-11"),
        ("What did Tell say on 2025-09-11?", "2025-09-11", "2025-09-11"),
        ("What did Tell say since May?", "2030-05-01", None),
        ("What did Tell say since March?", "2031-03-01", None),
        ("What has Tell said since 2030 about tolls?", "2030-01-01", None),
        ("What did Tell say before 2020?", None, "2019-12-31"),
        ("What did Tell say after 2020?", "2021-01-01", None),
        ("What did Tell say until March 2031?", None, "2031-03-31"),
        ("What did Tell say between 2019 and 2021?", "2019-01-01", "2021-12-31"),
        ("What did Tell say from March to May 2030?", "2030-03-01", "2030-05-31"),
        ("What did Tell say during the first half of 2022?", "2022-01-01", "2022-06-30"),
        ("What did Tell say in the summer of 2022?", "2022-06-01", "2022-08-31"),
        ("What did Tell say in the winter of 2022?", "2022-12-01", "2023-02-28"),
        ("What did Tell say in the 2010s?", "2010-01-01", "2019-12-31"),
        ("What did Tell say yesterday?", "2031-04-10", "2031-04-10"),
        ("What did Tell say last week?", "2031-03-31", "2031-04-06"),
        ("What did Tell say this month?", "2031-04-01", "2031-04-30"),
        ("What did Tell say last year?", "2030-01-01", "2030-12-31"),
        ("In 2021, what did Tell say?", "2021-01-01", "2021-12-31"),
    ],
)
def test_the_time_of_saying(question: str, since: str | None, until: str | None) -> None:
    found = asked_dates(question, NEWEST, TODAY)
    assert found is not None
    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize(
    "question",
    [
        "What did Tell say about the 2020 election?",
        "What did Tell say about May 9?",
        "What did Tell say about 2021?",
        "What did Tell say about the 2021 budget?",
        "What did Tell say about the war in 2014?",
        "What did Tell say will happen by 2030?",
        "What did Tell say about the 1973 oil crisis?",
        "What did Tell say of 1931?",
        "What did Tell mention of the 1990s boom?",
        "What did Tell say about the harbour?",
    ],
)
def test_a_date_that_is_the_topic(question: str) -> None:
    assert asked_dates(question, NEWEST, TODAY) is None


def test_days_to_come_are_talked_of() -> None:
    assert asked_dates("What did Tell say about tolls in 2040?", NEWEST, TODAY) is None


@pytest.mark.parametrize("newest", [None, "", "soon"])
def test_without_a_dated_document_nothing_is_asked_of_a_day(newest: str | None) -> None:
    assert asked_dates("What did Tell say in 2021?", newest, TODAY) is None


def test_a_newest_document_with_a_year_alone_reaches_its_end() -> None:
    found = asked_dates("What did Tell say yesterday?", "2030", TODAY)
    assert found is not None
    assert found.since == "2030-12-30"


def test_where_the_question_says_it() -> None:
    question = "What did Tell say in 2021 about tolls?"
    found = asked_dates(question, NEWEST, TODAY)
    assert found is not None
    assert question[found.start : found.end] == "in 2021"
