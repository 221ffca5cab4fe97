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
