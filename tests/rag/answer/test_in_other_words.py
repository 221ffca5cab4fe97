"""A topic that no statement names: what is nearest in meaning is shown as such, and what is not near is not shown."""

from __future__ import annotations

import pytest

from rag.answer.opening.wording import UNSURE
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

SPEECHES = {
    "reed.txt": "Speech by Mayor Osman Reed, 4 May 2031\n\n"
    "Mayor Osman Reed said: “We are allies of Lund, and we will stay beside it in every storm.”\n\n"
    "Reed said: “Bread now costs two crowns more than in winter, and milk is dearer as well.”\n\n"
    "Reed said: “The drones that flew over our harbour last week came from the north.”\n\n"
    "Reed said: “Forty dockers were dismissed on Monday without a word of warning.”\n\n"
    "Reed said: “The old zone around the burnt kiln stays closed to visitors.”\n",
    "quill.txt": "Speech by Mira Quill, 6 May 2031\n\n"
    "Opposition leader Mira Quill said: “Every summer is hotter than the one before, and the sea is rising.”\n\n"
    "Quill said: “Children in the hill villages have no teachers and no books.”\n\n"
    "Quill said: “The new council chamber is too large for eleven people.”\n",
}
NEAR = {
    "prices": ("What does Reed think about food prices?", "Bread now costs"),
    "UAVs": ("What did Reed say about unmanned aircraft?", "drones"),
    "warming": ("What did Quill say about climate change?", "summer is hotter"),
    "schools": ("What did Quill say about learning in the villages?", "teachers"),
    "drones": ("What did Reed say about unmanned planes?", "drones"),
}
ABSENT = {
    "a name": "What did Reed say about NATO?",
    "another zone": "What did Reed say about a no-fly zone?",
    "a penalty": "What did Reed say about the death penalty?",
    "another speaker's topic": "What did Quill say about the harbour's dredging?",
    "a religion": "What does Quill think of the Pope?",
    "a tax": "What has Quill said about income tax?",
    "another reason": "What did Reed answer to those who were angry about the photograph of his dinner with dockers?",
    "another audience": "What did Quill tell factory owners about firms that still sell books to the villages' rivals?",
    "shutting off": "What did Reed think about towns shutting themselves off and shielding their own bakers?",
    "what stands beside it": "What did Quill say about the price of milk?",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(SPEECHES)


@pytest.mark.parametrize(("question", "words"), NEAR.values(), ids=NEAR.keys())
def test_the_nearest_statement_is_shown_as_the_nearest(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in answer.citations[0].text
    assert answer.segments[0].text.startswith(UNSURE)


@pytest.mark.parametrize("question", ABSENT.values(), ids=ABSENT.keys())
def test_what_is_not_near_is_not_shown(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found", answer.answer
    assert not answer.citations


def test_a_derivation_of_the_topic_names_it(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Reed say about alliances?"))
    assert "allies of Lund" in answer.citations[0].text
    assert "in these words" not in answer.segments[0].text


def test_a_topic_that_is_named_is_answered_as_before(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Reed say about the harbour?"))
    assert answer.status == "answered"
    assert "in meaning" not in answer.answer


def test_only_what_is_surely_near_is_said_to_be_near(town: Pipeline) -> None:
    first = town.ask(Turn("What did Reed say about food prices?")).segments[0].text
    assert first.strip() == UNSURE


COUNCIL = {
    "minutes.txt": "Minutes of Vesk Council, 6 May 2031\n\n"
    "1. Rowing hall\n\nCouncillor Mira Quill: I am against it. The roof is sixty years old. Build a new one.\n\n"
    "2. Market stalls\n\nCouncillor Odran Tell: I welcome it, for the stalls are too small for the butchers.\n\n"
    "3. Ferry timetable\n\nCouncillor Ama Reed: We should wait, since the masters have not been asked.\n"
}


@pytest.mark.parametrize(
    ("who", "topic", "words"),
    [
        ("Councillor Quill", "repairing the rowing hall", "against it"),
        ("Councillor Tell", "enlarging the market stalls", "welcome it"),
        ("Councillor Reed", "changing the ferry timetable", "We should wait"),
    ],
)
def test_a_position_is_found_where_what_was_said_is(over: Over, who: str, topic: str, words: str) -> None:
    town = over(COUNCIL)
    for question in (f"What did {who} say about {topic}?", f"What is {who}'s position on {topic}?"):
        answer = town.ask(Turn(question))
        assert answer.status == "answered", question
        assert words in answer.citations[0].text
        assert answer.citations[0].speaker == town.ask(Turn(f"What did {who} say?")).citations[0].speaker


def test_a_position_on_another_thing_is_not_found(town: Pipeline) -> None:
    assert town.ask(Turn("What is Reed's position on a no-fly zone?")).status == "not_found"


BADGE = {
    "badge.txt": "What the harbour badge will cost\n\n"
    "The owner of the ferry app wants riders to pay twenty crowns a month for the blue harbour badge. Novelist Odran "
    "Tell said on Monday: “They should pay me. If that comes, I am gone like the old brewery.”\n",
}


def test_what_stands_in_a_passage_on_the_topic_is_shown(over: Over) -> None:
    answer = over(BADGE).ask(Turn("What did Odran Tell say about paying for the blue harbour badge?"))
    assert answer.status == "answered", answer.answer
    assert any("pay me" in each.text for each in answer.citations)


def test_another_topic_in_that_passage_is_not_found(over: Over) -> None:
    answer = over(BADGE).ask(Turn("What did Odran Tell say about the price of ferry tickets to Lund?"))
    assert answer.status == "not_found", answer.answer
