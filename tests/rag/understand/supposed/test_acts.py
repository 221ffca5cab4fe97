"""Whether somebody attacked, praised or denied something is judged by his words on it, which seldom name the act."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.supposed.acts import spoken_of
from rag.understand.supposed.premise import premise_of
from tests.rag.conftest import Over


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Did Tell attack the harbour council?", "the harbour council"),
        ("Has Ana Quist ever accused the mill of anything?", "the mill"),
        ("Does Brandt blame anybody for the flood in Vesk?", "the flood in Vesk"),
        ("Did Quist deny that she would close the Vesk ferry?", "close the Vesk ferry"),
        ("did Tell publicly complain about the tram?", "the tram"),
        ("Did Brandt make fun of the mayor of Lorn?", "the mayor of Lorn"),
        ("Did Brandt speak out against the tram?", "the tram"),
        ("Did Tell close the ferry?", None),
        ("Did Tell apologise to the council?", None),
        ("Was Tell attacked by the council?", None),
        ("Why did Tell attack the council?", None),
        ("Has Tell accused anybody?", None),
    ],
)
def test_of_what_somebody_would_have_spoken(question: str, topic: str | None) -> None:
    assert spoken_of(premise_of(question)) == topic


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
