"""Articles that a record reprints."""

from __future__ import annotations

import pytest

from rag.answer.broad.whole.inset import inset_of
from rag.pipeline import Pipeline


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Lorn Courier article", True),
        ("The Lorn Courier op-ed", True),
        ("Vesk Gazette article", False),
        ("article", False),
    ],
)
def test_it_ends_where_the_record_goes_on(holdings: Pipeline, words: str, found: bool) -> None:
    document = holdings.document("record-2031-05-02.txt")
    inset = inset_of(document, words)
    assert (inset is not None) == found
    if inset:
        text = document.text[inset.start : inset.end]
        assert text.strip().startswith("Each of us")
        assert text.strip().endswith("had together.")
        assert inset.by == "TOVE MARSK, PAVEL ORLO and JON VALE"
