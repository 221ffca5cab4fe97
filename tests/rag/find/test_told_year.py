"""A year in a question is when something was said, else what it was about; never when other things were."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TALKS = (
    (
        "a",
        "2032-01-20",
        "Perrin Salter",
        "The flood of 2031 closed the mines of Lorn for weeks. Salt is dear now.",
    ),
    (
        "b",
        "2033-05-02",
        "Perrin Salter",
        "Last year the ferry of Vesk carried many cars. We want a new pier.",
    ),
    (
        "c",
        "2033-06-11",
        "Perrin Salter",
        "The ferry of Vesk needs an engine. Nobody has paid for the mines.",
    ),
    ("d", "2034-03-02", "Mira Quill", "The ferry of Vesk was sold in 2031. Herring is scarce off Vesk."),
)


@pytest.fixture(scope="module")
def talks(over: Over) -> Pipeline:
    records = [
        {"id": key, "title": f"Address by {who}", "date": day, "speaker": who, "text": text}
        for key, day, who, text in TALKS
    ]
    return over({"talks.jsonl": "\n".join(map(json.dumps, records))})


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What did Salter say about the mines in 2031?", "The flood of 2031"),
        ("What did Salter say about the ferry in 2032?", "Last year the ferry"),
        ("What did Mira Quill say about the ferry in 2031?", "The ferry of Vesk was sold in 2031."),
    ],
)
def test_words_of_another_year_tell_of_the_one_that_is_asked(talks: Pipeline, question: str, begins: str) -> None:
    answer = talks.ask(Turn(question))
    assert [each.text[: len(begins)] for each in answer.citations] == [begins]
    assert answer.notice
    assert "were found; these tell of it." in answer.notice


@pytest.mark.parametrize(
    "question",
    [
        "What did Salter say about the mines in 2030?",
        "What did Quill say about the ferry in 2033?",
        "What did Salter say about the pier in 2031?",
    ],
)
def test_words_on_other_years_are_not_given_for_it(talks: Pipeline, question: str) -> None:
    assert talks.ask(Turn(question)).status == "not_found"


def test_days_that_the_user_set_are_kept(talks: Pipeline) -> None:
    turn = Turn("What did Salter say about the mines?", since="2031-01-01", until="2031-12-31")
    assert talks.ask(turn).status == "not_found"


def test_words_of_the_year_itself_go_first(talks: Pipeline) -> None:
    answer = talks.ask(Turn("What did Salter say about the ferry in 2033?"))
    assert {each.said_on for each in answer.citations} == {"2033-05-02", "2033-06-11"}
    assert not answer.notice


@pytest.fixture(scope="module")
def addresses(over: Over) -> Pipeline:
    """Return a pipeline over an address of no day, which has its year in its title, and a letter of that year."""
    return over(
        {
            "guild-address-2031.txt": "Guild address 2031\n\nThe guild of Lorn needs a school. Rowers and "
            "riveters must learn to read.\n\nThe school will cost a thousand crowns. Every member pays his part.\n",
            "letter.txt": "Letter to the Vesk Gazette\n\n6 October 2031\n\nHerring is scarce off Vesk.\n",
        }
    )


def test_a_year_that_names_a_document_is_no_filter(addresses: Pipeline) -> None:
    answer = addresses.ask(Turn("What are the main points of the guild's 2031 address?"))
    assert answer.status == "answered"
    assert {each.doc for each in answer.citations} == {"guild-address-2031.txt"}
