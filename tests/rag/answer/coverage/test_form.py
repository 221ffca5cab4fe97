"""What do you have on …: how much there is, from when and by whom, and what is missing of it."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from tests.rag.answer.broad.conftest import sound
from tests.rag.conftest import Over

SAID = (
    ("a", "2031-03-02", "Odran Tell", "The ferry of Vesk will sail twice a day. Herring is the wealth of our coast."),
    ("b", "2031-05-09", "Mira Quill", "Nobody asked the fishermen of Vesk whether they want a second ferry."),
    ("c", "2032-01-20", "Odran Tell", "We sold the old ferry to the town of Eskby. It had sailed for forty years."),
)


@pytest.fixture(scope="module")
def talks(over: Over) -> Pipeline:
    records = [
        {"id": key, "title": f"Address by {who}", "date": day, "speaker": who, "text": text}
        for key, day, who, text in SAID
    ]
    return over({"talks.jsonl": "\n".join(map(json.dumps, records))})


def told(answer: Answer) -> str:
    return "".join(each.text for each in answer.segments)


@pytest.mark.parametrize(
    "question",
    [
        "What do you have on the ferry?",
        "what have you got about the ferry",
        "Is there anything about the ferry?",
        "do you have any documents on the ferry",
        "How much is there on the ferry?",
        "Was there something on the ferry?",
        "anything on the ferry",
    ],
)
def test_what_is_held_on_a_topic_is_counted(talks: Pipeline, question: str) -> None:
    answer = talks.ask(Turn(question))
    assert (answer.kind, answer.count) == ("catalog", 3)
    assert told(answer).startswith("3 sentences name the ferry, in 3 documents, from 2 March 2031 to 20 January 2032. ")
    assert "All are said by Odran Tell (2) and Mira Quill (1)." in told(answer)
    assert "The documents are of 3 months; 8 months between have none." in told(answer)
    assert sound(talks, answer)[0] == "We sold the old ferry to the town of Eskby."


def test_of_a_person_both_words_and_mentions_are_counted(talks: Pipeline) -> None:
    answer = talks.ask(Turn("What do you have on Mira Quill?"))
    assert told(answer).startswith("Mira Quill has 1 statement in 1 document, of 9 May 2031. It is this:")
    assert sound(talks, answer) == [SAID[1][3]]


def test_a_time_is_kept(talks: Pipeline) -> None:
    answer = talks.ask(Turn("What do you have on the ferry in 2031?"))
    assert answer.count == 2
    assert "None of these documents is of April 2031." in told(answer)


def test_what_is_named_nowhere_is_asked_in_other_words_or_refused(talks: Pipeline) -> None:
    answer = talks.ask(Turn("Is there anything about lighthouses?"))
    assert (answer.status, answer.kind) == ("not_found", "fact")
