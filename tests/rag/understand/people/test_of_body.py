"""A name beside a post, or with the body that its bearer is of, is one person: neither two, nor the body."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.plan.joined import joined_speakers
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

NEWS = {
    "harbour.txt": "date 2031-05-01 Eskby Water shuts the harbour.\n\n“We shut it because the lock leaks,” said Mara "
    "Holt, who heads Eskby Water. “It leaks badly,” Holt said.\n\nEskby Water said that the harbour opens in June.\n",
    "lorn.txt": "date 2031-05-02 Lorn Freight buys a ship.\n\n“The ship is old,” Odran Tell said. “We like it,” Tell "
    "said.\n\nLorn Freight said that it would pay in May.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(NEWS)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the head of Eskby Water, Mara Holt,", ["Mara Holt"]),
        ("Mara Holt, the head of Eskby Water", ["Mara Holt"]),
        ("Mara Holt of Eskby Water", ["Mara Holt"]),
        ("Odran Tell from Lorn Freight", ["Odran Tell"]),
        # Nobody of that name is known to be of that body, or nobody of that name at all.
        ("Odran Tell of Eskby Water", []),
        ("Anna Ruiz of Eskby Water", []),
        ("the head of Eskby Water, Anna Ruiz", []),
    ],
)
def test_the_name_alone_is_meant(town: Pipeline, phrase: str, found: list[str]) -> None:
    assert find_speakers(phrase, town.store.catalog) == found


@pytest.mark.parametrize(
    ("phrase", "people"),
    [
        ("the head of Eskby Water, Mara Holt", []),
        ("Mara Holt, the head of Eskby Water", []),
        ("Mara Holt, Odran Tell", ["Mara Holt", "Odran Tell"]),
        ("Mara Holt and Odran Tell", ["Mara Holt", "Odran Tell"]),
    ],
)
def test_an_apposition_joins_nobody(town: Pipeline, phrase: str, people: list[str]) -> None:
    assert joined_speakers(phrase, town.store.catalog) == people


def test_one_answer_is_given(town: Pipeline) -> None:
    answer = town.ask(Turn("What did the head of Eskby Water, Mara Holt, say about the lock?"))
    assert answer.status == "answered"
    assert {each.speaker for each in answer.citations} == {"Mara Holt"}
    assert "both speak" not in answer.answer
