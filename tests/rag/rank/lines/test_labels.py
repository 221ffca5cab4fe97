"""Answers in lines with a label, in the neighbouring sentence, and relations told from the other side."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "show.txt": "Lund dog show 2031: results\n\n12 May 2031\n\n"
    "Here are the winners from each group that meet on Tuesday:\n\n"
    "Hound Group: Bramble the Basset\n\nToy Group: Pip the Papillon\n\nHerding Group: Moss the Collie\n\n"
    "The show will be broadcast by Harbour Radio, and tickets for the last evening are sold out.\n",
    "prizes.txt": "Harbour Music Prizes 2031: the full list of winners\n\n14 May 2031\n\n"
    "New artist of the year\n\nWINNER: Ana Quill\n\nThe Tolls\n\n"
    "Artist of the year\n\nThe Dredgers\n\nWINNER: Osman Reed\n\nIda Pike\n\n"
    "Favorite ballad\n\nLow Water\n\nWINNER: “Grey Gulls”\n\nNine Bells\n",
    "places.txt": "Three villages by the sea, 15 May 2031\n\n"
    "Eskby\n\nPopulation: 4,021\n\nFounded: 1631\n\nEskby lies below the dam.\n\n"
    "Tornvik\n\nPopulation: 988\n\nFounded: 1702\n\nTornvik has a lighthouse.\n",
    "people.txt": "Candidates for the council, 16 May 2031\n\n"
    "Councillor Lena Holt, daughter of the former mayor Bran Holt, runs for the seat of the east.\n\n"
    "Doro Pike, son of the shipwright Edmund Pike, runs for the seat of the west.\n\n"
    "Harbour master Finn Odell was arrested in Lund. He was convicted of smuggling in 2029 and sentenced to six "
    "years in prison.\n",
}
ANSWERS = {
    "a winner by its group": ("Who was the Toy Group winner at the Lund dog show?", "Pip the Papillon"),
    "who won": ("Who won the Herding Group at the 2031 Lund dog show?", "Moss the Collie"),
    "not the new one": ("Who won artist of the year at the 2031 Harbour Music Prizes?", "Osman Reed"),
    "below a prize": ("Who won favorite ballad at the Harbour Music Prizes?", "Grey Gulls"),
    "a figure": ("What is the population of Tornvik?", "988"),
    "a year": ("When was Eskby founded?", "1631"),
    "whose": ("Whose daughter is Lena Holt?", "Bran Holt"),
    "a father": ("Who is the father of Doro Pike?", "Edmund Pike"),
    "a mother's side": ("Who is Lena Holt's father?", "Bran Holt"),
    "the sentence after": ("How long was Finn Odell sentenced to prison?", "six years"),
}
ABSENT = {
    "another group": "Who was the Terrier Group winner at the Lund dog show?",
    "another year": "Who won artist of the year at the 2019 Harbour Music Prizes?",
    "another place": "What is the population of Kestrel?",
}


@pytest.fixture(scope="module")
def pages(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(("question", "words"), ANSWERS.values(), ids=ANSWERS.keys())
def test_the_line_that_answers_is_shown_first(pages: Pipeline, question: str, words: str) -> None:
    answer = pages.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert any(words in each.text for each in answer.citations[:2]), answer.answer


@pytest.mark.parametrize("question", ABSENT.values(), ids=ABSENT.keys())
def test_another_line_of_the_list_does_not_answer(pages: Pipeline, question: str) -> None:
    assert pages.ask(Turn(question)).status == "not_found"
