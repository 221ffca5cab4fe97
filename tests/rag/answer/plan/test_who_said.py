"""Who said something in other words: the nearest statement under its name, or nothing."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TOWN = {
    "port.txt": "Speech by Harbour Master Odran Tell, 4 May 2031\n\n"
    "Harbour Master Odran Tell said: “Our young people move away, for nobody under thirty can afford a house here.”\n\n"
    "Tell said: “The new crane is the pride of the port, and it lifts ninety tonnes.”\n\n"
    "Tell said: “We shall paint the boats blue before the summer.”\n",
    "school.txt": "Speech by Mira Quill, 6 May 2031\n\n"
    "Head teacher Mira Quill said: “Doctors give good advice, but they cannot be the ones who govern the town.”\n\n"
    "Quill said: “The pupils of the hill school have read four hundred books this year.”\n\n"
    "Quill said: “A cold classroom is no place for a child, and ours had no heating in January.”\n",
    "letter.txt": "Speech by Ama Reed, 8 May 2031\n\n"
    "Innkeeper Ama Reed said: “A clip of a dancing dog has more viewers than all our council debates together.”\n\n"
    "Reed said: “I have baked bread in this town for eleven years.”\n",
}
SAID = {
    "homes": (
        "Who complained that youngsters leave because they can't pay for a home?",
        "Odran Tell",
        "afford a house",
    ),
    "rule": (
        "Which teacher argued that physicians shouldn't be in charge of the city?",
        "Mira Quill",
        "cannot be the ones",
    ),
    "cold": ("who complained that pupils had to sit in a classroom without heating?", "Mira Quill", "no heating"),
    "video": (
        "Who said that some pet video gets more attention than everything the councillors say?",
        "Ama Reed",
        "dancing dog",
    ),
}
NOT_SAID = (
    "Who complained that the swimming pool is too deep for toddlers?",
    "Who argued that the army should guard the lighthouse?",
    "Which teacher said that the buses come too late in the morning?",
    "who told people to boil their water before drinking it?",
)


TOLD = {
    "works.txt": "The works of Vesk\n\n“The owners and chairman Holm both told me I was to be a breath of fresh air,” "
    "Bo Ladd said. Ladd runs the works.\n"
}


def test_whom_it_was_told_is_not_who_told_him(over: Over) -> None:
    pipeline = over(TOLD)
    for question in (
        "Who told Ladd that he was to be a breath of fresh air?",
        "Who told Bo Ladd to be a breath of fresh air?",
    ):
        answer = pipeline.ask(Turn(question))
        assert "Ladd" not in answer.opening
        assert not any(each.speaker == "Bo Ladd" for each in answer.citations)


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(("question", "speaker", "words"), SAID.values(), ids=SAID.keys())
def test_who_said_it_is_named_with_the_words(town: Pipeline, question: str, speaker: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert speaker in (answer.citations[0].speaker or "")
    assert words in answer.citations[0].text
    assert speaker in answer.opening


@pytest.mark.parametrize("question", NOT_SAID)
def test_what_nobody_said_is_not_answered(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found", answer.answer


def test_somebody_named_in_what_was_said_is_not_asked(town: Pipeline) -> None:
    answer = town.ask(Turn("Which sailor found that the fishermen said sorry to Mira Quill far too late?"))
    assert answer.status == "not_found", answer.answer
