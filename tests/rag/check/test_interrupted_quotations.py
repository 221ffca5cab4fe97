"""Quotations that their cue interrupts, and replies of a word, in the answers."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXT = (
    "The mill and the ferry\n10 April 2031\n\n"
    "“Paint,” Peter Dahl repeated, “is not sold here.”\n\n"
    "“The old mill,” Odo Quill told the Echo on Monday, “was never for sale in my time.”\n\n"
    "“Bread,” said Eva Dorn, “is what we bake, and we bake it for all.”\n\n"
    "“Yes,” said Ana Ruiz of the mill. “No,” Ana Ruiz said of the ferry.\n\n"
    "Jon Berg called the sale “a sin” on Monday.\n"
)


@pytest.fixture(scope="module")
def town(over_each_store: Over) -> Pipeline:
    return over_each_store({"mill.txt": TEXT})


@pytest.mark.parametrize(
    ("speaker", "words", "verdict"),
    [
        ("Peter Dahl", "Paint is not sold here", "exact"),
        ("Odo Quill", "The old mill was never for sale in my time", "exact"),
        ("Eva Dorn", "Bread is what we bake", "exact"),
        ("Peter Dahl", "Paint is sold here", "not_found"),
        ("Odo Quill", "The old mill was for sale in my time", "not_found"),
        ("Jon Berg", "Paint is not sold here", "other_speaker"),
    ],
)
def test_words_that_their_cue_parts_are_found(town: Pipeline, speaker: str, words: str, verdict: str) -> None:
    assert town.ask(Turn(f"Did {speaker} say “{words}”?")).verdict == verdict


def test_a_reply_of_a_word_is_no_answer(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Ana Ruiz say?"))
    assert [each.text for each in answer.citations if each.text.strip(",.") in ("Yes", "No")] == []


def test_a_few_words_are_shown_with_their_sentence(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Jon Berg say about the sale?"))
    assert [each.text for each in answer.citations] == ["Jon Berg called the sale “a sin” on Monday."]
