"""Documents that are found by what they are on."""

from __future__ import annotations

import pytest

from rag.answer.broad.whole.located import located
from rag.pipeline import Pipeline
from rag.records import Query


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("the Lorn clean air plan", "lorn-air.txt"),
        ("the Board of Mill Safety after the fire at Wira", "2031-03-09-mill.txt"),
        ("in Eskby the cable car", "2031-04-12-cable.txt"),
        ("Ulmenau", None),
    ],
)
def test_the_one_with_most_of_the_words_and_all_names(holdings: Pipeline, words: str, document: str | None) -> None:
    found = located(words, Query(words, "fact", words, None), holdings.store.catalog)
    assert (found[0].document.id if found else None) == document
