"""Whether somebody attacked or praised a thing is left to who reads his words on it; no yes or no is given."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "debate.txt": (
        "Debate in the hall of Vesk, 3 May 2031\n\n"
        "Ana Quist: The harbour council has slept through ten winters. Its cranes rust and its clerks play cards.\n\n"
        "Odo Brandt: The mill pays its way. We bake twelve kinds of bread.\n\n"
        "Ana Quist: I am glad of the new school. The tram will run in June.\n\n"
        "Odo Brandt: Our ovens were mended in March.\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "Did Ana Quist criticise the harbour council?",
        "Did Quist ever insult the harbour council in public?",
        "Has Ana Quist mocked the harbour council?",
    ],
)
def test_words_on_it_are_shown_and_no_yes_is_given(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    assert answer.opening.startswith("Not in these words. What Ana Quist said about “")
    assert "slept through ten winters" in answer.citations[0].text


@pytest.mark.parametrize(
    "question", ["Did Odo Brandt criticise the harbour council?", "Did Ana Quist praise the Lorn opera?"]
)
def test_who_did_not_speak_of_it_is_shown_with_nothing(town: Pipeline, question: str) -> None:
    assert town.ask(Turn(question)).status == "not_found"
