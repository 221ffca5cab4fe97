"""Summaries of what somebody said on a topic: whole pieces of speech that are on it, not sentences cut out of them."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound
from tests.rag.conftest import Over

LORN = {
    "2031-05-01-lorn.txt": (
        "date 2031-05-01 The balloons of Lorn\n\n“You saw it. Balloons in the air. We did not send them. These "
        "balloons came from the sea. We caught all we could. Those balloons. Two got away. We told Kestria at once. In "
        "good time. The council of Lorn will pay for the broken roofs out of the harbour tax,” Odran Tellmar said.\n\n"
        "“The herring fleet stays in the harbour until the storm is over. Nobody sails. That is an order. The price of "
        "herring will rise by a crown, and the council will not change that,” he said.\n"
    ),
    "2031-06-11-lorn.txt": (
        "date 2031-06-11 Lorn again\n\n“The balloons were toys of a fair in Vesk, and the fair has paid for the "
        "roofs,” Odran Tellmar said.\n\n“I saw no balloons. None. The mayor dreams of them,” Mira Quillon said.\n"
    ),
}
CAUGHT = (
    "Balloons in the air. We did not send them. These balloons came from the sea. We caught all we could. Those "
    "balloons. Two got away. We told Kestria at once. In good time."
)
TOYS = "The balloons were toys of a fair in Vesk, and the fair has paid for the roofs,"


@pytest.fixture(scope="module")
def lorn(over: Over) -> Pipeline:
    return over(LORN)


@pytest.mark.parametrize(
    "question",
    [
        "Summarise what Tellmar said about the balloons.",
        "summarize what odran tellmar said about balloons",
        "Can you sum up what Tellmar said about the balloons?",
        "Give me a summary of what Tellmar said about the balloons",
        "summary of Tellmar's statements on the balloons",
        "please summarise Tellmar's remarks on the balloons",
        "Summarise what Mayor Tellmar says about the balloons",
        "Summarise in short what Tellmar said about the balloons",
        "Outline what Tellmar said about the balloons",
        "Recap what Tellmar said about the balloons",
        "brief me on what Tellmar said about the balloons",
        "an overview of what Tellmar said about the balloons",
    ],
)
def test_short_sentences_come_with_what_goes_on_from_them(lorn: Pipeline, question: str) -> None:
    texts = sound(lorn, lorn.ask(Turn(question)))
    assert texts == [CAUGHT, TOYS]


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            "Summarise what Tellmar said about herring.",
            [
                "The herring fleet stays in the harbour until the storm is over.",
                "The price of herring will rise by a crown, and the council will not change that,",
            ],
        ),
        ("Summarise what Quillon said about the balloons.", ["I saw no balloons. None. The mayor dreams of them,"]),
        (
            "Summarise what Tellmar said about the harbour tax.",
            ["The council of Lorn will pay for the broken roofs out of the harbour tax,"],
        ),
    ],
)
def test_what_is_far_from_the_topic_stays_out(lorn: Pipeline, question: str, texts: list[str]) -> None:
    assert sound(lorn, lorn.ask(Turn(question))) == texts


def test_all_sentences_that_are_shown_are_counted(lorn: Pipeline) -> None:
    answer = lorn.ask(Turn("Summarise what Tellmar said about the balloons."))
    assert answer.answer.startswith(
        "Odran Tellmar names the balloons in 4 sentences of 2 documents, from 1 May 2031 to 11 June 2031:"
    )
