"""A document with headings is summed up by its sections."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound


@pytest.mark.parametrize(
    "question",
    [
        "Summarise the May board meeting at the Lantern Theatre for me",
        "give me the main points of the theatre board's meeting of 12 May 2034",
    ],
)
def test_each_section_has_its_main_sentence(shelf: Pipeline, question: str) -> None:
    said = sound(shelf, shelf.ask(Turn(question)))
    for words in ("ordered for July", "limited to fifty", "The Salt Road"):
        assert any(words in each for each in said)
    assert not any("Present:" in each or each.startswith("Thursday") for each in said)
    assert len(said) <= 8


@pytest.mark.parametrize(
    ("question", "day", "words"),
    [
        ("What is the gist of the letter to Fjordglass shareholders on 2031?", "14 March 2032", "eleven per cent"),
        ("Sum up the letter to shareholders on 2021", "14 March 2022", "four per cent"),
    ],
)
def test_a_letter_that_is_called_by_its_year(holdings: Pipeline, question: str, day: str, words: str) -> None:
    answer = holdings.ask(Turn(question))
    said = " ".join(sound(holdings, answer))
    assert day in answer.answer.split("\n")[0]
    assert words in said
    assert "weaker year" in said


def test_no_letter_of_another_year(holdings: Pipeline) -> None:
    assert holdings.ask(Turn("What is the gist of the letter to shareholders on 1999?")).status == "not_found"
