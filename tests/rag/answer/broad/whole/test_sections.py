"""The sections and lists of a text, and what a summary takes of them."""

from __future__ import annotations

import pytest

from rag.answer.broad.whole.sections import items, sections
from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound
from tests.rag.answer.broad.whole.conftest import LETTER, MINUTES, REVIEW


def test_sections_by_their_headings() -> None:
    assert [each.heading for each in sections(REVIEW)][-4:] == [
        "Summary of events",
        "Findings",
        "Cost",
        "Recommendations",
    ]
    assert [each.heading for each in sections(MINUTES)][1:] == ["Roof", "Tickets", "Winter play", "Next meeting"]


def test_a_text_ends_before_whoever_signs_it() -> None:
    assert "Signed" not in REVIEW[: sections(REVIEW)[-1].end]
    assert "Tove" not in LETTER[: sections(LETTER)[-1].end]


def test_items_without_their_marks() -> None:
    found = [REVIEW[start:end] for start, end in items(REVIEW, 0, len(REVIEW))]
    assert found[0] == "That no swim start later than one hour after slack water."
    assert len(found) == 3
    assert items("Nothing is listed here.", 0, 20) == []


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
