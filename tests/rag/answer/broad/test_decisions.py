"""Documents named by what they are, what was decided at a meeting, and events that several documents tell of."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound
from tests.rag.conftest import Over
from tests.rag.understand.documents.test_document_names import PAPERS

MORE = {
    "parish.txt": "Minutes of the Elm Parish Council\nMeeting of 9 February 2031, Village Hall, 7.30 p.m.\n"
    "Present: Greta Osei, Ivo Lindqvist\n\nThe frame on the playground failed the safety check in December.\n"
    "Mr Lindqvist wanted a wooden frame before Easter, which costs 18,000 crowns.\n"
    "Resolved: to buy the wooden frame for 18,000 crowns, by two votes to one.\nThe council meets again in May.\n",
    "lakes.txt": "Minutes of the Orlow Lakes Trust\nMeeting of 4 April 2031\n"
    "DRAFT - not yet approved by the trustees.\n\n"
    "Motion by Anso Pell, second Ivo Lindqvist, to close the slip. Roll call: Pell yes, Osei no. Carried 5-1.\n"
    "The treasurer read the accounts. There were no questions.\n"
    "It was moved that the boathouse be let to the scouts. Voted 2-4, Osei and Pell in favour.\n\n"
    "Voted 6-0 for the new jetty, to be built by June.\n",
    "flood-after.txt": "Marrowby counts the damage of the flood\n\n"
    "The flood in Marrowby has damaged 230 houses and the only supermarket of the town.\n"
    "The river Ash reached 5.12 metres on Friday, the highest mark since 1911.\n",
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS | MORE)


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        ("Summarise the interview with Tamsin Adair", "talk-with-adair.txt", "gas bill"),
        ("Summarise the parish council minutes", "parish.txt", "wooden frame"),
        ("Summarise the Corvane press release", "cells.md", "closes in May"),
        ("What is the article The war of the mills about?", "war.txt", "lower their prices"),
        ("What was decided at the parish council meeting?", "parish.txt", "Resolved: to buy"),
        ("What got decided at the parish council meeting?", "parish.txt", "Resolved: to buy"),
        ("Summarise the Corvane company's press release", "cells.md", "closes in May"),
        ("What did the harbour board decide?", "harbour.txt", "Decided: to offer"),
    ],
)
def test_a_document_is_named_by_what_it_is(papers: Pipeline, question: str, document: str, words: str) -> None:
    answer = papers.ask(Turn(question))
    assert {each.doc for each in answer.citations} == {document}, answer.answer
    assert words in " ".join(sound(papers, answer))


def test_how_a_vote_went_is_shown_with_what_was_voted_on(papers: Pipeline) -> None:
    answer = papers.ask(Turn("What was decided at the Orlow Lakes Trust meeting?"))
    assert [each.text for each in answer.citations] == [
        "Motion by Anso Pell, second Ivo Lindqvist, to close the slip. Roll call: Pell yes, Osei no. Carried 5-1.",
        "It was moved that the boathouse be let to the scouts. Voted 2-4, Osei and Pell in favour.",
        "Voted 6-0 for the new jetty, to be built by June.",
    ], answer.answer


@pytest.mark.parametrize("question", ["What is the press release about?", "Summarise the press release"])
def test_of_two_documents_both_are_named(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    assert answer.answer.startswith("It may be one of 2 documents: ")
    assert {each.doc for each in answer.citations} == {"cells.md", "bars.md"}
    assert "Olvera recalls its bars" in answer.answer
    assert "Corvane closes its plant" in answer.answer


def test_heads_of_a_document_are_no_main_points(papers: Pipeline) -> None:
    said = papers.ask(Turn("Summarise the parish council minutes"))
    assert not any(each.text.startswith(("Meeting of", "Present:", "Minutes")) for each in said.citations)


@pytest.mark.parametrize("question", ["Summarise the flood at Marrowby", "What happened at the flood in Marrowby?"])
def test_an_event_is_answered_from_the_documents_that_tell_of_it(papers: Pipeline, question: str) -> None:
    answer = papers.ask(Turn(question))
    assert "flood-after.txt" in {each.doc for each in answer.citations}
    assert any("230 houses" in each.text for each in answer.citations), answer.answer
    assert answer.kind == "overview"


def test_what_no_minutes_tell_is_asked_of_the_text(papers: Pipeline) -> None:
    assert papers.ask(Turn("What did the county decide?")).kind == "fact"
    assert papers.ask(Turn("What happened in Norrey?")).kind == "fact"


@pytest.mark.parametrize(
    ("question", "words"),
    [("Which documents mention the tram?", "tram"), ("Which documents mention ferries?", "ferry")],
)
def test_a_document_whose_name_has_the_word_mentions_it(over: Over, question: str, words: str) -> None:
    rows = "line,year,passengers\nHarbour,2031,812000\nHill,2031,790500\n"
    answer = over({f"{words}-passengers.csv": rows, "note.txt": "Note\n\nThe mill burns coal.\n"}).ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert {each.doc.split("#")[0] for each in answer.citations} == {f"{words}-passengers.csv"}
