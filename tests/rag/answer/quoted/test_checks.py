# ruff: noqa: E501  The cases are read more easily a line each.
"""Checks of quotations: whose, when, about what, in clauses, without marks; and quotations that nobody said."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.quoted.test_heads import INTERVIEW, WORKERS
from tests.rag.conftest import Over

SPEECH = (
    "title: Stella Marrow Lorn, 10 November 2032\n\n"
    "The sea is older than our laws. Whatever people may tell him, the tide will always come back, and it is well that "
    "children know it.\n\nWe built the wall too low, and we built it twice.\n"
)
CABLE = (
    "We have read your message with care. After all that was promised, the closing of the ferry would be regarded here "
    "as an inexcusable neglect. None of us, truly, are here asking for the old rate or the double rate.\n"
)
DEAL = (
    "date 2032-11-03 Esk.\n\n“It is not a triumph. It is a year, and forty wages,” said Gerda Moll. “I shall vote for it "
    "and I shall not sing.”\n\nThe director, Odo Fenn, came late. “I should have come in May,” he said.\n"
)
REPORT = (
    "date 2032-05-04 Lorn.\n\nAt the end of her visit Inspector Katja Orm said that she had found no trace of fraud.\n"
)
HEARING = (
    "date 2032-05-03\n\nTHE CHAIR: Thank you for coming to the hall of Lorn. What did you find?\n\n"
    "KATJA ORM: I found no trace of planned fraud. I did find four forged bills.\n\n"
    "THE CHAIR: And in the office at Esk?\n\nKATJA ORM: There the books were in order.\n"
)
TEXTS = {
    "speech.txt": SPEECH,
    "cable.md": f"---\ntitle: Mr Ivo Quill, Minister of Ports, to Mr Odran Tell, Prime Minister\n---\n\n{CABLE}",
    "deal.txt": DEAL,
    "report.txt": REPORT,
    "hearing.txt": HEARING,
    "interview.md": INTERVIEW,
    "yard.md": WORKERS,
    "press.txt": "date 2032-05-05 Lorn.\n\n“The dredger was not here, sadly, or we would be richer,” Harbour Master Runa Beck said.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Who said “I would rather be tired than alone” and about what?", "Nora Vasel said these words"),
        ("Did Ivo Quill call it “an unpardonable neglect”?", "Not in these words. Changed: the question has “unpardonable”"),
        ("Can I print that Quill called the closing “an inexcusable neglect”?", "Yes, word for word."),
        ("Did Odran Tell say “an inexcusable neglect”?", "Not by Odran Tell: by the head of the text these are words of"),
        ("did quill really say “we are all asking for the old rate”", "Altered in sense: "),
        ("Is this right: Gerda Moll, “It is a great triumph and I shall sing”?", "Altered in sense: the question leaves"),
        ("Did Katja Orm say “no trace of fraud”?", "Not in these words."),
        ("Who said “I should have come in May”?", "Odo Fenn said these words"),
        ("did Anna Korb say “They sell us like scrap”", "Not by Anna Korb: by the head of the text these are words of Paul"),
    ],
)  # fmt: skip
def test_the_first_line(town: Pipeline, question: str, opening: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.answer.startswith(opening), answer.answer
    assert all(each.check == "verified" for each in answer.citations)


def test_the_day_is_told_where_it_is_asked_for(town: Pipeline) -> None:
    asked = town.ask(Turn("Did Gerda Moll say “It is not a triumph”, and when?"))
    assert asked.answer.startswith("Yes, word for word, on 3 November 2032.")
    assert town.ask(Turn("Did Gerda Moll say “It is not a triumph”?")).answer.startswith("Yes, word for word.")


def test_what_the_words_are_about_stands_around_them(town: Pipeline) -> None:
    answer = town.ask(Turn("Who said “I would rather be tired than alone” and about what?"))
    assert "What stands around them: " in answer.answer
    assert "And the apprentices?" in answer.citations[-1].text


def test_both_clauses_are_shown(town: Pipeline) -> None:
    answer = town.ask(Turn("Is this right: Gerda Moll, “It is a great triumph and I shall sing”?"))
    assert [each.text for each in answer.citations][:2] == [
        "It is not a triumph.",
        "I shall vote for it and I shall not sing.",
    ]
    assert answer.verdict == "altered"


def test_own_words_go_before_a_report_of_them(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Katja Orm say “no trace of fraud”?"))
    assert "planned fraud" in answer.citations[0].text


def test_words_without_marks_are_checked(town: Pipeline) -> None:
    question = "I want to print that Runa Beck said a dredger was in the harbour. Is that quotation correct?"
    answer = town.ask(Turn(question))
    assert answer.kind == "quote_check"
    assert not answer.answer.startswith("Yes")
    assert answer.verdict != "exact"


@pytest.mark.parametrize(
    "question",
    [
        "Did Gerda Moll say “the factory belongs to the river and its people”?",
        "Who said “we shall dance on the roof until winter comes”?",
        "Is this right: Odo Fenn, “It is a great triumph and I shall sing”?",
        "Did Nora Vasel say “clay is a liar and so am I”?",
    ],
)
def test_what_nobody_said_is_not_found(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert (answer.status, answer.verdict) == ("not_found", "not_found"), answer.answer


def test_a_question_of_an_interview_is_not_the_answers(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Nora Vasel say “is the pottery to close”?"))
    assert not answer.answer.startswith("Yes")
