"""What a document asks for, recommends or finds: all of it, in its order."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound

RECOMMENDED = ["no swim start later", "every safety boat carry", "swimmers wear a cap"]
ASKED_FOR = ["a halt to the coating", "the figures of your own", "a fund for those", "a meeting in Senn"]


@pytest.mark.parametrize(
    ("question", "holds", "number"),
    [
        ("What did the swim review recommend? give me all of it", RECOMMENDED, 3),
        ("list all the recommendations of the review of the Drowsy Bay swim", RECOMMENDED, 3),
        ("what do the beekeepers ask for in their letter to Grainfield?", ASKED_FOR, 4),
        ("What does the beekeepers' letter ask for?", ASKED_FOR, 4),
        ("what are the demands of the open letter to Grainfield Seeds", ASKED_FOR, 4),
        ("What does the swim review find?", ["the start was held ninety minutes", "two of the four safety boats"], 2),
    ],
)
def test_all_of_it_in_its_order(shelf: Pipeline, question: str, holds: list[str], number: int) -> None:
    said = sound(shelf, shelf.ask(Turn(question)))
    assert len(said) == number
    assert [any(words in each for each in said) for words in holds] == [True] * len(holds)


def test_where_nothing_is_asked_for_that_is_said(shelf: Pipeline) -> None:
    answer = shelf.ask(Turn("What does the Slack Water podcast recommend?"))
    sound(shelf, answer)
    assert answer.answer.startswith("No sentence was recognised in which “Slack Water, episode 4")


@pytest.mark.parametrize(
    "question",
    [
        "What does the review say about costs?",
        "What did the coast guard ask for?",
        "What did the insurer refuse to pay for?",
        "How much did the search after the swim cost?",
    ],
)
def test_a_question_of_fact_stays_one(shelf: Pipeline, question: str) -> None:
    answer = shelf.ask(Turn(question))
    assert answer.kind not in ("overview", "catalog")
