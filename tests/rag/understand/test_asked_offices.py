# ruff: noqa: E501  The documents are read more easily so.
"""Speakers of transcripts asked for by their offices, by their case, and without the letters of questions and answers."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

DOCUMENTS = {
    "debate.txt": (
        "HOUSE OF PELL\nDebates, 5 June 2031\n\nMadam Deputy Speaker (Dr Rhoda Quick): Order. The bank comes first.\n\n"
        "The Parliamentary Under-Secretary of State for Rivers (Hugh Amble): I will spend forty crowns on the bank.\n\n"
        "The Minister for Water (Mrs. Harriet Dole): I will spend nothing on the bank.\n\n"
        "The Minister of State, Department for Business and Trade (Sir Omar Wick): I will spend half on the bank.\n"
    ),
    "court.txt": (
        "STATE\n     v.\nMERRICK ROOK, Defendant.\n\nBEFORE THE HONORABLE MIRIAM STODE, JUDGE\n\nAPPEARANCES: For the State: "
        "JOAN ARDEN\n\nTHE COURT: Call your witness.\n\nMS. ARDEN: The State calls Ann Peake.\n\n(ANN PEAKE, having been duly "
        "sworn, testified:)\n\nDIRECT EXAMINATION\n\nBY MS. ARDEN:\n\nQ.   Did you see Mr. Rook?\n\nA.   I saw a man in a "
        "yellow coat.\n\nQ.   Was it Mr. Rook's brother?\n\nA.   I never met any brother.\n"
    ),
    "planning.txt": (
        "Planning hearing\n5 May 2031\n\nCHAIR ORDE: The next speaker, please.\n\nRENATA VOLK: I lost two kilns. I ask for "
        "workshops on the ground floor.\n\nCHAIR ORDE: Thank you.\n\nRENATA VOLK: If it is all flats, we have lost the mill.\n"
    ),
    "tram.txt": (
        "Orlow Transport Committee\nMinutes of the meeting of 6 May 2031\n\nThe driver Petra Sand said that she leaves home "
        "at five. “We are eleven drivers short,” Petra Sand said.\n\nThe chair thanked her.\n"
    ),
    "other.txt": (
        "STATE\n     v.\nADA FELL, Defendant.\n\nBEFORE THE HONORABLE TOM HALE, JUDGE\n\nTHE COURT: The jury may leave.\n\n"
        "MR. ORR: Thank you.\n\nTHE COURT: We adjourn.\n\nMR. ORR: Until when?\n"
    ),
}


@pytest.fixture(scope="module")
def sitting(over_each_store: Over) -> Pipeline:
    return over_each_store(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did the Under-Secretary say about the bank?", "Hugh Amble"),
        ("What did the Parliamentary Under-Secretary of State for Rivers say?", "Hugh Amble"),
        ("What did Madam Deputy Speaker say?", "Rhoda Quick"),
        ("What did the Deputy Speaker say about the bank?", "Rhoda Quick"),
        ("What did the Minister for Water say about the bank?", "Harriet Dole"),
        ("What did the Minister of State say about the bank?", "Omar Wick"),
        ("What did the Minister of State for Business say?", "Omar Wick"),
        ("What did Judge Stode say?", "Miriam Stode"),
        ("What did the judge say in State v. Rook?", "Miriam Stode"),
        ("What did the judge say in State v. Fell?", "Tom Hale"),
        ("What did the court say in the case State v. Fell?", "Tom Hale"),
    ],
)
def test_an_office_is_asked_for(sitting: Pipeline, question: str, speaker: str) -> None:
    answer = sitting.ask(Turn(question))
    assert answer.status == "answered"
    assert {each.speaker for each in answer.citations} == {speaker}


@pytest.mark.parametrize(
    "question",
    ["What did the judge say in State v. Gale?", "What did the Minister for Fish say?", "What did Judge Quill say?"],
)
def test_an_office_that_nobody_holds_is_not_found(sitting: Pipeline, question: str) -> None:
    assert sitting.ask(Turn(question)).status == "not_found"


def test_a_case_is_the_scope(sitting: Pipeline) -> None:
    assert sitting.ask(Turn("What did the judge say in State v. Rook?")).scope.filters["document"] == "court.txt"
    without = sitting.ask(Turn("What did the judge say in State v. Rook?", without=("document",)))
    assert "document" not in without.scope.filters


def test_the_letter_of_an_answer_is_no_word(sitting: Pipeline) -> None:
    for question in (
        "Who wore a yellow coat?",
        "What colour was the coat of the man?",
        "What is the name of Rook's brother?",
    ):
        answer = sitting.ask(Turn(question))
        shown = [*answer.citations, *answer.nearest]
        assert not [each.text for each in shown if each.text.startswith(("A.", "Q."))]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Renata Volk tell the planning board?", "I lost two kilns."),
        ("What did Renata Volk tell the board?", "I lost two kilns."),
        ("What did Petra Sand tell the transport committee?", "We are eleven drivers short,"),
        ("What did Petra Sand tell the committee?", "We are eleven drivers short,"),
        ("What did Petra Sand tell the mayor?", None),
        ("What did Petra Sand tell the harbour board?", None),
    ],
)
def test_what_somebody_told_a_body_is_what_is_said_at_its_meeting(
    sitting: Pipeline, question: str, words: str | None
) -> None:
    answer = sitting.ask(Turn(question))
    assert (answer.status == "answered") is (words is not None), answer.answer
    if words:
        assert any(words in each.text for each in answer.citations)
        assert all(each.speaker in ("Renata Volk", "Petra Sand") for each in answer.citations)
