# ruff: noqa: E501  The documents are read more easily a paragraph a line.
"""A question about one person is not answered by what is told of another as "he" or "she"."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over, marked

TEXTS = {
    "inquest.txt": "The inquest on the Skelby dam, 11 February 2031\n\n"
    "Viktor Mase, the engineer, was heard first. The reports on the dam were read out. The plan of the valley was shown. He had no idea that the dam was unsound. He had not been aware that the men no longer walked the dam.\n\n"
    "Henry Brand was the inspector and kept the book of rules. The rules had been changed in May on the advice of the office in Lund. A copy of them was read to the jury by the clerk. He considered it possible that the flood could have been averted if the men had walked the dam, but it was not a certainty.\n",
    "board.txt": "The hospital board, 21 November 2031\n\n"
    "Dr Ashe spoke of saving lives. Mr Winnow replied that the ward had no staff for infants. He then said that the nurses were not getting their lectures.\n\n"
    "Mr Hawke was not at the sitting, for he had left the board in January.\n",
    "debt.txt": "The town's debt, 5 May 2031\n\n"
    "Comptroller Sten Malm said that the town could save much. “It is late,” Malm said. Governor Odran Pell said that he would raise the tax. “It is early,” Pell said.\n\n"
    "The harbour was full. The shops were shut. In August he begged the rich to return to the town and save it.\n",
    "school.txt": "The school meeting, 3 March 2031\n\n"
    "Ms Petra Lunn told the parents about the roof. The builders had looked at it in June and again in July. They had found no leaks. She said that the hall would be shut until May because the beams were rotten.\n\n"
    "Mrs Ada Corr brought cake. She thanked the cooks.\n",
}


@pytest.fixture(scope="module")
def inquest(over_each_store: Over) -> Pipeline:
    return over_each_store(TEXTS)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Did Henry Brand admit that the flood could have been averted if the dam had been walked?", "no idea"),
        ("did brand admit the flood would not have happened if the men had walked the dam?", "not been aware"),
        ("Why did Mr Hawke vote against the nurses when he sat on the hospital board?", "lectures"),
        ("Did Mr Hawke say that the nurses were not getting their lectures?", "lectures"),
        ("Why did Ada Corr say that the hall would be shut?", "beams"),
        ("Did Mrs Corr tell the parents that the hall would be shut until May?", "beams"),
    ],
)
def test_what_is_told_of_another_answers_nothing(inquest: Pipeline, question: str, never: str) -> None:
    answer = inquest.ask(Turn(question))
    assert all(never not in each for each in marked(answer)) or answer.unsure


@pytest.mark.parametrize(
    ("question", "whose", "words"),
    [
        ("did brand admit the flood could have been averted if the men had walked the dam?", "Henry Brand", "averted"),
        ("Was it possible that the flood could have been averted?", "Henry Brand", "averted"),
        ("Why was the hall shut until May?", "Lunn", "rotten"),
    ],
)
def test_whom_he_or_she_means_is_said(inquest: Pipeline, question: str, whose: str, words: str) -> None:
    answer = inquest.ask(Turn(question))
    assert answer.status == "answered"
    assert whose in answer.answer
    assert words in answer.answer


def test_of_two_who_may_be_meant_nobody_is_named(inquest: Pipeline) -> None:
    answer = inquest.ask(Turn("Why did the rich have to return to the town?"))
    assert "Of Sten Malm" not in answer.answer
