"""Evidence that was enough is shown in the form of its kind of question, with what it needs to be understood."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "debate.txt": (
        "Debate in the hall of Vesk, 3 May 2031\n\n"
        "Ana Quist: We closed the ferry in March. Its hull let in water. The tram will run in June.\n\n"
        "Odo Brandt: The mill bakes twelve kinds of bread. It pays its way.\n\n"
        "Ana Quist: I am glad of the new school.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


def test_a_statement_is_shown_under_who_said_it(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Ana Quist say about the new school?"))
    assert answer.kind == "statements"
    assert [each.speaker for each in answer.citations] == ["Ana Quist"]
    assert "glad of the new school" in answer.citations[0].text


def test_why_is_shown_with_the_reason_that_follows(town: Pipeline) -> None:
    answer = town.ask(Turn("Why was the ferry closed in March?"))
    assert "hull let in water" in answer.answer


def test_a_fact_is_shown_in_the_words_that_hold_it(town: Pipeline) -> None:
    answer = town.ask(Turn("How many kinds of bread does the mill bake?"))
    assert answer.kind == "fact"
    assert "twelve kinds of bread" in answer.citations[0].text
