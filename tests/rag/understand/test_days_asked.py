from __future__ import annotations

from datetime import date

import pytest

from rag.understand.dates import asked_dates

NEWEST, TODAY = "2031-04-11", date(2031, 6, 1)
TELL = ["2029-02-03", "2029-04-05", "2029-06-07", "2030-02-11"]
"""Days on which the asked speaker spoke; 3 February 2029 is a Saturday, 11 February 2030 a Monday."""


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What did Tell say in April?", "2029-04-01", "2029-04-30"),
        ("What did Tell say in February?", "2030-02-01", "2030-02-28"),
        ("What did Tell say in June about tolls?", "2029-06-01", "2029-06-30"),
        ("What did Tell say on 5 April?", "2029-04-05", "2029-04-05"),
        ("What did Tell say on April 5th?", "2029-04-05", "2029-04-05"),
        ("What did Tell say yesterday?", "2030-02-10", "2030-02-10"),
        ("What did Tell say today?", "2030-02-11", "2030-02-11"),
        ("What did Tell say last week?", "2030-02-04", "2030-02-10"),
        ("What did Tell say last month?", "2030-01-01", "2030-01-31"),
        ("What did Tell say last year?", "2029-01-01", "2029-12-31"),
        ("What did Tell say on Monday?", "2030-02-11", "2030-02-11"),
        ("What did Tell say on Saturday?", "2029-02-03", "2029-02-03"),
        ("What did Tell say since May?", "2029-05-01", None),
        ("What did Tell say between March and July?", "2029-03-01", "2029-07-31"),
        ("What did Tell say in October?", "2029-10-01", "2029-10-31"),
    ],
)
def test_without_a_year_the_documents_days_count(question: str, since: str, until: str | None) -> None:
    found = asked_dates(question, NEWEST, TODAY, TELL)
    assert found is not None
    assert (found.since, found.until) == (since, until)
    assert found.assumed


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("What did Tell talk about on 5 April 2029?", "2029-04-05"),
        ("What did Tell say in his speech of 5 April 2029?", "2029-04-05"),
        ("What did Tell say about tolls in her address to the council of 5 April 2029?", "2029-04-05"),
        ("What did Tell say in the interview on 5 April 2029 about tolls?", "2029-04-05"),
        ("What did Tell say about the risk of a dam accident on 5 April 2029?", "2029-04-05"),
        ("What did Tell say about the fire of 5 April 2029?", None),
        ("What did Tell say about the 5 April attacks?", None),
        ("What did Tell say about the attacks on 5 April 2029?", None),
    ],
)
def test_the_day_of_a_speech_is_asked_for_and_that_of_an_event_is_not(question: str, day: str | None) -> None:
    found = asked_dates(question, NEWEST, TODAY, TELL)
    assert (found.since if found else None) == day


def test_the_year_of_a_speech_is_asked_for() -> None:
    found = asked_dates("What did Tell say in his 2029 address about tolls?", NEWEST, TODAY, TELL)
    assert found is not None
    assert (found.since, found.until) == ("2029-01-01", "2029-12-31")


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("What did Tell say in February and in June?", (("2030-02-01", "2030-02-28"), ("2029-06-01", "2029-06-30"))),
        ("What did Tell say in February and June 2029?", (("2029-02-01", "2029-02-28"), ("2029-06-01", "2029-06-30"))),
        ("What did Tell say in 2029 and in 2031?", (("2029-01-01", "2029-12-31"), ("2031-01-01", "2031-12-31"))),
        (
            "What did Tell say in April, and in June, and in 2031?",
            (("2029-04-01", "2029-04-30"), ("2029-06-01", "2029-06-30"), ("2031-01-01", "2031-12-31")),
        ),
    ],
)
def test_two_times_are_two_periods(question: str, periods: tuple[tuple[str, str], ...]) -> None:
    found = asked_dates(question, NEWEST, TODAY, TELL)
    assert found is not None
    assert found.periods == periods
    assert (found.since, found.until) == (min(each for each, _ in periods), max(each for _, each in periods))
    assert "tolls" in (question + " tolls")[found.end :]


@pytest.mark.parametrize(
    ("question", "assumed"),
    [
        ("What did Tell say in April?",
         "The question names no year for “in April”; April 2029 was taken, the newest with documents."),
        ("What did Tell say yesterday?",
         "“yesterday” was counted from 11 February 2030, the newest day of these documents: 10 February 2030."),
        ("What did Tell say in 2029?", None),
        ("What did Tell say on 5 April 2029?", None),
    ],
)  # fmt: skip
def test_what_was_assumed_is_said(question: str, assumed: str | None) -> None:
    found = asked_dates(question, NEWEST, TODAY, TELL)
    assert found is not None
    assert found.assumed == assumed


def test_the_day_of_asking_is_no_assumption() -> None:
    found = asked_dates("What did Tell say last week?", "2030-02-20", TODAY, TELL, counts_from=True)
    assert found is not None
    assert (found.since, found.until, found.assumed) == ("2030-02-11", "2030-02-17", None)


def test_no_day_after_that_of_asking_is_taken() -> None:
    found = asked_dates("What did Tell say in February?", "2029-12-31", TODAY, TELL, counts_from=True)
    assert found is not None
    assert found.since == "2029-02-01"
