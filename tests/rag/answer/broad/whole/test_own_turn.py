"""What somebody said at one go in a longer record."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound


@pytest.mark.parametrize(
    "question",
    ["What were the main points of Ona Marsk's testimony on tide power?", "Summarise Ona Marsk's opening statement"],
)
def test_its_counted_points(holdings: Pipeline, question: str) -> None:
    answer = holdings.ask(Turn(question))
    said = sound(holdings, answer)
    assert "Ona Marsk speaks at length in “Hearing of the committee on tides" in answer.answer.split("\n")[0]
    for words in ("fixed price", "the grid", "fishermen must be heard", "school for tide engineers"):
        assert any(words in each for each in said)
    assert not any("praise wheels" in each or "[0" in each or "Thank you" in each for each in said)
