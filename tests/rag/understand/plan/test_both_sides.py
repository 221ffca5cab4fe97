"""A comparison with a clause for each side is asked as the two questions that it joins."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.plan.compared import both_sides
from tests.rag.conftest import Over

TALKS = {
    "2031-05-01-talks.txt": (
        "Talks on the ferry\n\n“The ferry stays open,” Mayor Odran Tellmar told Mira Quillon on Thursday. "
        "“The bridge costs too much.”\n\n“That ferry is a wreck,” Quillon replied. “I told Tellmar: ‘Sell it.’”\n\n"
        "“Both of them forget the lighthouse,” said Ilse Brandt, the harbour master.\n"
    )
}


@pytest.fixture(scope="module")
def talks(over: Over) -> Pipeline:
    return over(TALKS)


TOLD, REPLIED = "What did Tellmar tell Quillon?", "What did Quillon tell Tellmar?"


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Compare what Tellmar told Quillon with what Quillon answered", TOLD, REPLIED),
        ("compare what Tellmar told Quillon and what Quillon replied", TOLD, REPLIED),
        ("Contrast what Tellmar told Quillon with what Quillon told Tellmar.", TOLD, REPLIED),
        ("What is the difference between what Tellmar told Quillon and what Quillon told Tellmar?", TOLD, REPLIED),
        ("what's the difference between what Tellmar told Quillon and what Quillon replied?", TOLD, REPLIED),
        (
            "How does what Tellmar said about the ferry compare with what Quillon said?",
            "What did Tellmar say about the ferry?",
            "What did Quillon say about the ferry?",
        ),
        (
            "how does what tellmar said about the ferry differ from what quillon thinks?",
            "What did tellmar say about the ferry?",
            "What did quillon think about the ferry?",
        ),
        (
            "Compare what Tellmar said about the ferry with what he said about the bridge",
            "What did Tellmar say about the ferry?",
            "What did Tellmar say about the bridge?",
        ),
        (
            "Compare what Ilse Brandt said about the lighthouse to what Mira Quillon said about the ferry",
            "What did Ilse Brandt say about the lighthouse?",
            "What did Mira Quillon say about the ferry?",
        ),
        (
            "compare what brandt says about the lighthouse versus what tellmar says",
            "What did brandt say about the lighthouse?",
            "What did tellmar say about the lighthouse?",
        ),
        ("Compare what Brandt wants with what Tellmar wants", "What did Brandt want?", "What did Tellmar want?"),
        (
            "Please compare what Tellmar promised with what he said about the bridge",
            "What did Tellmar promise?",
            "What did Tellmar say about the bridge?",
        ),
        ("Compare what Tellmar and Quillon said about the ferry", "", ""),
        ("Compare what Nobodie said with what Someoneelse said", "", ""),
        ("What did Tellmar tell Quillon and what did Quillon answer?", "", ""),
    ],
)
def test_the_two_questions(talks: Pipeline, question: str, first: str, second: str) -> None:
    assert both_sides(question, talks.store.catalog) == [each for each in (first, second) if each]


def test_each_side_has_its_words(talks: Pipeline) -> None:
    answer = talks.ask(Turn("Compare what Tellmar said about the ferry with what Quillon answered."))
    assert [each.heading for each in answer.parts] == ["Tellmar on the ferry", "Quillon on Tellmar"]
    assert {each.speaker for each in answer.citations} == {"Odran Tellmar", "Mira Quillon"}
