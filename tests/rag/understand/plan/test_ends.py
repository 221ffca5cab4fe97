"""Questions for the first or last words in a document: whose, where, and whether a question is asked for."""

from __future__ import annotations

import pytest

from rag.understand.plan.ends import end_of_document


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What was the last thing Bruno Falk said in the podcast?", ("last", "Bruno Falk", "in the podcast", False)),
        ("What were Tell's closing words at the hearing?", ("last", "Tell", "at the hearing", False)),
        ("What did the Herald man ask first?", ("first", "the Herald man", "", True)),
        ("Who had the last word at the hearing, and what was it?", ("last", "who", "at the hearing", False)),
        ("Which councillor spoke first in the debate?", ("first", "which councillor", "in the debate", False)),
    ],
)
def test_whose_end_is_asked_for(question: str, asked: tuple[str, str, str, bool]) -> None:
    found = end_of_document(question)
    assert found is not None
    assert (found.end, found.who.lower(), found.where, found.is_question) == (asked[0], asked[1].lower(), *asked[2:])


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "At the Vesk press conference, what was the first thing Tell said about the ferry?",
            ("first", "Tell", "the Vesk press conference", "the ferry"),
        ),
        (
            "What was the last thing Ona Quill said on the weir in the Vesk debate?",
            ("last", "Ona Quill", "the Vesk debate", "the weir"),
        ),
        (
            "In the hearing of June, what were the closing words Tell said about Ida Vessel leaving?",
            ("last", "Tell", "the hearing of June", "Ida Vessel leaving"),
        ),
    ],
)
def test_whose_end_on_a_topic_is_asked_for(question: str, asked: tuple[str, str, str, str]) -> None:
    found = end_of_document(question)
    assert found is not None
    assert (found.end, found.who, found.where, found.topic) == asked


@pytest.mark.parametrize(
    "question",
    [
        "At the harbour, what was the first thing Tell said about the ferry?",
        "What was the last thing Tell said about the ferry?",
        "When did Tell last speak of the ferry?",
        "What was the first ship in the harbour?",
    ],
)
def test_of_a_topic_or_a_thing_no_end_is_asked_for(question: str) -> None:
    assert end_of_document(question) is None
