"""What each document on a subject says, in the order of days."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound


@pytest.mark.parametrize(
    "question",
    [
        "Give me a short summary of what happened with the library roof in Eskby, from all my papers",
        "Which of my documents deal with the library roof in Eskby and what does each one say, briefly?",
        "which documents mention the library roof, and what do they say about it?",
    ],
)
def test_a_sentence_of_each_in_the_order_of_days(shelf: Pipeline, question: str) -> None:
    answer = shelf.ask(Turn(question))
    sound(shelf, answer)
    documents = [each.doc for each in answer.citations]
    assert documents == [
        "2034-02-11-roof.txt",
        "2034-02-20-roof.txt",
        "2034-04-03-roof.txt",
        "founders_day_2034-06-01.txt",
    ]
    assert answer.answer.startswith("4 documents, from 11 February 2034 to 1 June 2034, tell of ")


def test_a_subject_of_no_document_is_none(shelf: Pipeline) -> None:
    answer = shelf.ask(Turn("Give me a summary of what happened with the airport of Kallin, from all my papers"))
    assert answer.status == "not_found"
