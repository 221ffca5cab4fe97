"""Questions that set two times beside each other: what is asked of each."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.plan.over_times import at_two_times, days_of
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "How did thefts in Eskby in October 2030 compare with August that year",
            [
                ("October 2030", "What were thefts in Eskby in October 2030?"),
                ("August 2030", "What were thefts in Eskby in August 2030?"),
            ],
        ),
        (
            "How many boats called in May 2030, compared with the year before",
            [("May 2030", "How many boats called in May 2030?"), ("2029", "How many boats called in 2029?")],
        ),
        (
            "How many boats called in the first and in the third quarter of 2030",
            [
                ("The first quarter of 2030", "How many boats called in the first quarter of 2030?"),
                ("The third quarter of 2030", "How many boats called in the third quarter of 2030?"),
            ],
        ),
        (
            "Pay for deckhands on the ferries in 2002 compared with the early 80s",
            [
                ("2002", "What was Pay for deckhands on the ferries in 2002?"),
                ("The early 1980s", "What was Pay for deckhands on the ferries in the early 1980s?"),
            ],
        ),
        (
            "How high were harbour dues in the late 1970s versus 2031",
            [
                ("The late 1970s", "How high were harbour dues in the late 1970s?"),
                ("2031", "How high were harbour dues in 2031?"),
            ],
        ),
        (
            "What was a ticket in 2029, and what was it in 2031",
            [("2029", "What was a ticket in 2029?"), ("2031", "What was a ticket in 2031?")],
        ),
        (
            "How did the price of coal move from May to September 2030",
            [
                ("May 2030", "What was the price of coal in May 2030?"),
                ("September 2030", "What was the price of coal in September 2030?"),
            ],
        ),
        (
            "How did Tellmar's message on ferries differ between 2029 and 2031",
            [
                ("2029", "What did Tellmar say about ferries in 2029?"),
                ("2031", "What did Tellmar say about ferries in 2031?"),
            ],
        ),
        (
            "Compare what Tellmar said about ferries in his 2029 speech and the one in 2031",
            [
                ("2029", "What did Tellmar say about ferries in 2029?"),
                ("2031", "What did Tellmar say about ferries in 2031?"),
            ],
        ),
        (
            "What changed in the harbour tax between March and June 2031",
            [
                ("March 2031", "What was the harbour tax in March 2031?"),
                ("June 2031", "What was the harbour tax in June 2031?"),
            ],
        ),
        (
            "How did prices in Kestria develop, going by Tellmar's harbour speeches of 2029 and 2031",
            [
                ("2029", "What did Tellmar say about prices in Kestria in 2029?"),
                ("2031", "What did Tellmar say about prices in Kestria in 2031?"),
            ],
        ),
        (
            "How far did Tellmar get between 2029 and 2031 with the ferries",
            [
                ("2029", "What did Tellmar say about the ferries in 2029?"),
                ("2031", "What did Tellmar say about the ferries in 2031?"),
            ],
        ),
        (
            "Did Tellmar's tone on ferries change between 2029 and 2031? how",
            [
                ("2029", "What did Tellmar say about ferries in 2029?"),
                ("2031", "What did Tellmar say about ferries in 2031?"),
            ],
        ),
        (
            "How does what Tellmar said about ferries in 2029 compare with what he said in 2031",
            [
                ("2029", "What did Tellmar say about ferries in 2029?"),
                ("2031", "What did Tellmar say about ferries in 2031?"),
            ],
        ),
    ],
)
def test_what_is_asked_of_each_time(town: Pipeline, text: str, each: list[tuple[str, str]]) -> None:
    assert at_two_times(text, town.store.catalog) == each


@pytest.mark.parametrize(
    "text",
    [
        "What did Tellmar say about the bridge between 2029 and 2031",
        "How did Tellmar move from Vesk to Eskby",
        "How far is it from May Street to the harbour",
    ],
)
def test_a_span_of_days_or_places_is_not_two_times(town: Pipeline, text: str) -> None:
    assert at_two_times(text, town.store.catalog) == []


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("May 2030", ("2030-05-01", "2030-05-31")),
        ("2030", ("2030-01-01", "2030-12-31")),
        ("The first quarter of 2030", ("2030-01-01", "2030-03-31")),
        ("May", None),
        ("The early 1980s", ("1980-01-01", "1989-12-31")),
    ],
)
def test_a_time_has_its_days(when: str, days: tuple[str, str] | None) -> None:
    assert days_of(when) == days
