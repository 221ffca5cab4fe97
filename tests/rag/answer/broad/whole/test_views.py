"""What different people say of a subject."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound


@pytest.mark.parametrize(
    "question",
    [
        "From all my papers: what were the causes of the fall of the library roof in Eskby, as different people see "
        "it?",
        "why did the library roof in Eskby fall in, according to different people",
    ],
)
def test_each_with_the_cause_that_he_gives(shelf: Pipeline, question: str) -> None:
    answer = shelf.ask(Turn(question))
    said = " ".join(sound(shelf, answer))
    assert {"Nils Orde", "Runa Falk"} <= {each.speaker for each in answer.citations}
    assert "nobody painted them" in said
    assert "snow that the town did not clear" in said
    assert "Nils Orde" in answer.answer.split("\n")[0]
