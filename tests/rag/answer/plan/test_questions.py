"""A question in a document is no answer to one, and its words can still be checked as a quotation."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over, marked

TEXTS = {
    "quiz.txt": "Which river flows through Vesk and freezes in January?\n\nWho built the Lantern Tower of Eskby?\n",
    "talk.txt": "Reporter: When will the ferry to Mardo sail again?\n\nOdran Tell: I cannot tell you that.\n",
    "head.txt": "Is the Quell dam safe after the flood?\n\nThe council met on Monday and heard the engineers.\n",
    "bold.md": '# The potter of Vesk\n\n**LR: You used to row. Why clay?**\n\n"Clay waits for me."\n\n'
    "**LR: And next? They say that you will open a second kiln in Eskby.**\n\n"
    '"Not by me. I will not open a second kiln."\n',
    "link.txt": "Storms closed the harbour.\n\nFerry late or cancelled?:What you need to know and "
    "what Vesk Lines owe people\n",
    "said.txt": "“Why should the fishermen pay the harbour tax?” Mira Quill said on Friday.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    "question",
    [
        "Which river flows through Vesk and freezes in January?",
        "Who built the Lantern Tower of Eskby?",
        "Who built the Lantern Tower?",
        "When will the ferry to Mardo sail again?",
        "Is the Quell dam safe after the flood?",
        "Is the Quell dam safe?",
    ],
)
def test_a_question_is_not_quoted_back(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert not any(each.text.rstrip('”" ').endswith("?") for each in answer.citations)


def test_a_link_to_another_article_is_no_answer(town: Pipeline) -> None:
    answer = town.ask(Turn("What do Vesk Lines owe people when a ferry is late or cancelled?"))
    assert not any("need to know" in each.text for each in answer.citations)


def test_what_an_interviewer_says_in_bold_is_no_answer(town: Pipeline) -> None:
    answer = town.ask(Turn("Will the potter open a second kiln in Eskby?"))
    assert "I will not open a second kiln" in answer.citations[0].text
    assert not any("They say that" in each for each in marked(answer))


@pytest.mark.parametrize(
    "words",
    [
        "Who built the Lantern Tower of Eskby?",
        "Is the Quell dam safe after the flood?",
        "When will the ferry to Mardo sail again?",
    ],
)
def test_a_question_can_be_checked_as_a_quotation(town: Pipeline, words: str) -> None:
    assert town.ask(Turn(f"Is the quotation “{words}” in the documents?")).verdict == "exact"


def test_a_speakers_own_question_is_a_statement(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Quill say about the harbour tax?"))
    assert "Why should the fishermen pay" in answer.answer
