"""A post with what it is of leads to the one person whom a text names beside it, and another body's to nobody."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

TEXTS = {
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
    ("phrase", "found"),
    [
        ("the director of the museum", ["Ilse Quarry"]),
        ("the museum's director", ["Ilse Quarry"]),
        ("the museums head", ["Ilse Quarry"]),
        ("the director of the brewery", []),
        ("the museum's deputy director", []),
        ("the editor of the museum", []),
    ],
)
def test_a_post_leads_to_whom_a_text_names_beside_it(town: Pipeline, phrase: str, found: list[str]) -> None:
    assert find_speakers(phrase, town.store.catalog) == found


@pytest.mark.parametrize(
    "question",
    [
        "What did the director of the museum say about lending boats?",
        "what did the museums head say about lending boats",
    ],
)
def test_the_words_of_a_post_are_shown(town: Pipeline, question: str) -> None:
    assert "We lend boats" in town.ask(Turn(question)).citations[0].text


def test_another_bodys_post_has_no_words(town: Pipeline) -> None:
    answer = town.ask(Turn("What did the director of the brewery say about lending boats?"))
    assert answer.status == "not_found", answer.answer
