"""A known speaker is asked on a topic in everyday words: his words in what is nearest to it are shown as near."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.near.valley import TOWN
from tests.rag.conftest import Over


@pytest.fixture(scope="module")
def valley(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does Jorun Brask say about why so few people are still ready to come out with the crew?", "two jobs"),
        ("What did Brask say about there being fewer volunteers to go out with the rescue crew now?", "thirty on our"),
        ("What did Brask have to say about how hard it is to find people for the rescue crew, and why?", "two jobs"),
        ("Did Brask say somebody would have died on the ice if they had gone round?", "never said that a child"),
        ("Is Elin Jahn for or against a toll for boats, and on what grounds?", "keeps out the guests"),
        ("What worries did Elin Jahn raise about making boats pay to come into the port?", "keeps out the guests"),
        ("where does Elin Jahn stand on making boats pay to come into the port", "keeps out the guests"),
        ("Elin Jahn's line on making boats pay to come into the port", "keeps out the guests"),
        (
            "What did the Norwegian prime minister say about how many Swedish firms there are in his country?",
            "four hundred",
        ),
    ],
)
def test_the_speakers_nearest_words_are_shown(valley: Pipeline, question: str, words: str) -> None:
    answer = valley.ask(Turn(question))
    assert answer.status == "answered", [each.text for each in answer.nearest]
    assert words in " ".join(each.text for each in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "What did Jorun Brask say about how the rye bread comes out of the oven?",
        "What does Elin Jahn say about why the ewes were shorn so late this year?",
        "What did Ilka Sorn say about finding enough people for the rescue crew?",
        "Is Jorun Brask for or against cutting back the pear trees on the wall?",
        "What worries did Peer Lohm raise about the foal that nobody expected to stand?",
        "What did Oda Pell say about painting the chapel ceiling blue again?",
    ],
)
def test_on_another_speakers_topic_nothing_is_shown(valley: Pipeline, question: str) -> None:
    answer = valley.ask(Turn(question))
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    "question",
    [
        'Did Peer Lohm come up with "a dyke is only as good as its worst night" himself?',
        'Did Lohm coin "a dyke is only as good as its worst night"?',
        'Has Peer Lohm invented "a dyke is only as good as its worst night"?',
    ],
)
def test_words_that_somebody_quotes_are_not_his(valley: Pipeline, question: str) -> None:
    answer = valley.ask(Turn(question))
    assert answer.kind == "quote_check"
    assert "Vang" in answer.answer
    assert not answer.answer.startswith("Yes")
