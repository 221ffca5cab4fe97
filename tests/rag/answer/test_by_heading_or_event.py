"""Words are found by the heading over them, or by the event after which they were said."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "report.md": (
        "# Report of the hearing\n\n*Vesk, 9 June 2030.*\n\n## Opening words\n\n"
        "**Tomas Brandvik** said he was a baker and the son of a baker. He lives on Mill Street.\n\n"
        "## The ring road\n\n"
        "Harrower: yes. It takes the lorries away from the school.\n\n"
        'Brandvik: no. "Forty million for three bends, and the brook goes under."\n\n'
        "Tennick: not now. The county cannot borrow for it.\n\n"
        "## Closing words\n\n"
        'Harrower: "Build it and be done."\n'
        'Brandvik: "Look at the brook before you vote."\n'
        'Tennick: "Count the money twice."\n'
    ),
    "storm.txt": (
        "Storm tears roofs off Lund\n\n3 November 2030\n\nThe storm came at night. “It is more than I can take in, "
        "your own door lying in the sea,” Lund harbour master Josef Harrower wrote.\n\n"
        "The museum’s director, Ilse Quarry, said: “We lend boats to schools and will go on lending.”\n"
    ),
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Brandvik say about the ring road?", "Forty million"),
        ("What did the Lund harbour master write after the storm?", "more than I can take in"),
    ],
)
def test_words_by_heading_or_event(town: Pipeline, question: str, words: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered", answer.answer
    assert words in answer.citations[0].text


@pytest.mark.parametrize(
    "question",
    ["What did the Lund harbour master write after the election?", "What did Brandvik say about school meals?"],
)
def test_of_another_heading_or_event_nothing_is_shown(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found", answer.answer
