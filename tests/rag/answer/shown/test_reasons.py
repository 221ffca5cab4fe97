"""Why: an answer is shown to its reason, which may stand in the next sentence or before, and never to another one."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "turbines.txt": (
        "2031-03-02 Harbour news\n\n“The Vesk yard burns its own timber. Why does it do this? So that the price of "
        "boards stays high,” Mayor Odran Tell said.\n"
    ),
    "swans.txt": (
        "2031-03-05 Harbour news\n\n“The wardens closed the swan lake on Monday. Because the ice is too thin to "
        "carry a child,” Mira Quill said.\n\n“The mills pour dye into the Orl. That leads to sickness among the "
        "otters of the river,” Ilse Brandt said.\n"
    ),
    "lamps.txt": (
        "2031-03-09 Harbour news\n\n“We will not buy new street lamps this year. The choir thanked us because the hall "
        "was warm,” Jonas Farr said.\n"
    ),
}


@pytest.fixture(scope="module")
def news(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Why does the Vesk yard burn its timber, according to Tell?", "So that the price of boards stays high"),
        ("Why did the wardens close the swan lake?", "Because the ice is too thin to carry a child"),
        ("Why are the otters of the river sick, according to Brandt?", "The mills pour dye into the Orl."),
    ],
)
def test_an_answer_holds_its_reason(news: Pipeline, question: str, reason: str) -> None:
    answer = news.ask(Turn(question))
    assert reason in answer.citations[0].text, answer.answer


def test_a_reason_of_something_else_is_not_named(news: Pipeline) -> None:
    answer = news.ask(Turn("Why will Farr not buy new street lamps?"))
    assert "because the hall was warm”" not in (answer.opening or "")
    assert "gives a reason" not in (answer.opening or "")


def test_the_first_line_names_a_marked_reason(news: Pipeline) -> None:
    line = news.ask(Turn("Why did the wardens close the swan lake?")).opening
    assert line.startswith("“"), line
    assert "the ice is too thin to carry a child”" in line
