"""The day of an article is no day of saying where its text places the saying elsewhere."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "name.txt": "date 2023-02-15 A name\n\nIn 2015, Ana Welch told the Post: “Nobody liked my name.”\n",
    "boat.txt": "date 2023-03-01 A boat\n\n“The boat was never mine,” Odo Quill told the Post last summer.\n",
    "book.txt": "date 2023-03-05 A book\n\nIn a 2011 interview, Mira Tarn said: “Books outlive their walls.”\n",
    "mill.txt": "date 2023-03-07 A mill\n\nSpeaking in May 2014, Palo Brandt said: “The mill is sound.”\n",
    "pier.txt": "date 2023-03-09 A pier\n\n“The pier is open,” Nora Pell said on Thursday.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("speaker", "lead", "day"),
    [
        ("Ana Welch", "Ana Welch told the Post (2015):", "2015"),
        ("Odo Quill", "Odo Quill told the Post (in a document of 1 March 2023):", None),
        ("Mira Tarn", "Mira Tarn said (2011):", "2011"),
        ("Palo Brandt", "Palo Brandt said (May 2014):", "2014-05"),
        ("Nora Pell", "Nora Pell said (9 March 2023):", "2023-03-09"),
    ],
)
@pytest.mark.parametrize("form", ["What did {} say?", "List all statements by {}"])
def test_the_day_shown(town: Pipeline, speaker: str, lead: str, day: str | None, form: str) -> None:
    answer = town.ask(Turn(form.format(speaker)))
    expected = lead.replace(" told the Post", " said") if form.startswith("List") else lead
    assert expected in answer.answer
    assert {(each.said_on, each.check) for each in answer.citations} == {(day, "verified")}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What did Ana Welch say in 2015?", True),
        ("What did Ana Welch say in 2023?", False),
        ("What did Mira Tarn say in 2011?", True),
        ("What did Palo Brandt say in May 2014?", True),
        ("What did Odo Quill say in March 2023?", True),
        ("What did Nora Pell say in March 2023?", True),
    ],
)
def test_a_day_asked_for_is_that_of_saying(town: Pipeline, question: str, found: bool) -> None:
    assert (town.ask(Turn(question)).status == "answered") is found


def test_a_quotation_check_tells_no_day_that_is_not_known(town: Pipeline) -> None:
    answer = town.ask(Turn("Did Odo Quill say “The boat was never mine”?")).answer
    assert "Odo Quill said (in a document of 1 March 2023): “The boat was never mine,” [1]" in answer
