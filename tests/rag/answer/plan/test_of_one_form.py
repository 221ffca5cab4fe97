"""Two people who were asked the same in texts of their own are compared by what each answers to the question on it."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from tests.rag.conftest import Over

_ASKED = (
    "1. Would you support a quarterly report card for the harbour?\n\n{}\n\n"
    "2. What would you do about the ferry fares?\n\n{}\n"
)
TEXTS = {
    "ruiz.txt": "Candidate: Ana Ruiz\n\n" + _ASKED.format("Without question, yes.", "I would freeze them for a year."),
    "falk.txt": "Candidate: Bo Falk\n\n"
    + _ASKED.format("No. It is paper for the drawer.", "Let the council set them."),
    "mill.md": "# Election: the mill\n\n### Pia Stern\n\nHow much risk is there that the mill will overflow?\n\n"
    "> The risk is high, and it grows.\n>\n> The sluice is old.\n\nWhat will you do for the weir?\n\n> Mend it.\n\n"
    "### Nils Aber\n\nDo you fear that the mill will overflow?\n\n> Hardly any.\n\n"
    "And what is your plan for the weir?\n\n> Nothing.\n",
    "news.txt": "Lund news of Oda Wirth\n\nOda Wirth opened the bridge. Who would not cheer?\n\nThe bridge is long.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


def _words(answer: Answer) -> list[str]:
    return [each.text for each in answer.citations]


@pytest.mark.parametrize(
    "question",
    [
        "Compare Ana Ruiz and Bo Falk on a quarterly report card for the harbour",
        "How do Ruiz and Falk differ on the quarterly report card?",
    ],
)
def test_each_reply_to_the_question_is_shown_under_its_name(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    assert "answer to a question on" in answer.opening
    first, second = _words(answer)
    assert "Without question, yes" in first
    assert "paper for the drawer" in second
    assert "fares" not in first + second


def test_parts_of_one_document_under_names_are_compared(town: Pipeline) -> None:
    first, second = _words(town.ask(Turn("How do Pia Stern and Nils Aber differ on whether the mill will overflow?")))
    assert "The sluice is old" in first
    assert "Hardly any" in second
    assert "Mend it" not in first


@pytest.mark.parametrize(
    "question",
    ["Compare Ana Ruiz and Bo Falk on the lighthouse", "Compare Ana Ruiz and Oda Wirth on the bridge"],
)
def test_what_both_were_not_asked_is_not_compared_so(town: Pipeline, question: str) -> None:
    assert "answer to a question on" not in town.ask(Turn(question)).answer


def test_the_subject_of_a_whole_interview_tells_no_question(over: Over) -> None:
    talk = "# {}\n\n" + "\n\n".join(
        f"### {asked} open source?\n\nI like open source {at} times."
        for at, asked in enumerate(("Why did you begin", "Who helps you with", "Where do you see", "What is good in"))
    )
    pipeline = over({"tell.md": talk.format("Odran Tell"), "quill.md": talk.format("Mira Quill")})
    answer = pipeline.ask(Turn("Compare what Odran Tell and Mira Quill say about money for open source."))
    assert "answer to a question on" not in answer.answer
