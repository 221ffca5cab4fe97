"""Where nothing answers, the nearest things are those nearest to the whole question, the asked speaker's first."""

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
    ("question", "speaker"),
    [
        ("What did Jorun Brask say about taxes on cider?", "Jorun Brask"),
        ("What did Elin Jahn say about opera?", "Elin Jahn"),
        ("What does Wen Abara think of astronomy?", "Wen Abara"),
    ],
)
def test_the_asked_speakers_words_come_first(valley: Pipeline, question: str, speaker: str) -> None:
    answer = valley.ask(Turn(question))
    assert answer.status == "not_found", answer.answer
    first = answer.nearest[0]
    assert first.speaker == speaker or speaker in first.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much did the millstone of Hanne Dov cost?", "new stone grinds finer"),
        ("Which colour will the chapel walls of Lund have in ten years?", "ceiling"),
        ("How many kilometres does the carter's mule walk in a year?", "mule"),
    ],
)
def test_what_is_nearest_to_the_whole_question_is_shown(valley: Pipeline, question: str, words: str) -> None:
    answer = valley.ask(Turn(question))
    shown = answer.nearest if answer.status == "not_found" else answer.citations
    assert words in " ".join(each.text for each in shown)
