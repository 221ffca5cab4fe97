"""Posts without a name lead to the one person whom a document calls so; what may be another's leads to nobody."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

NEWS = {
    "parade.txt": "date 2031-05-01 Eskby City plans a boat parade for Sunday.\n\n"
    "“Bring a life vest to the parade,” EC Fire Chief Odran Tell said on Thursday. “Come early,” Tell said.\n\n"
    "Yarrow Fire Chief Mira Quillon said: “We send four boats.” “They are new,” Quillon said.\n",
    "rowing.txt": "date 2031-05-02 Lowell Rowing Club won at Eskby City.\n\n"
    "“We trained in the rain,” said Ana Ruiz, the rowing coach. “The boat is heavy,” Ruiz said.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(NEWS)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the eskby city fire chief", ["Odran Tell"]),
        ("the yarrow fire chief", ["Mira Quillon"]),
        ("the rowing coach", ["Ana Ruiz"]),
        ("the lowell rowing coach", ["Ana Ruiz"]),
        # Two are fire chiefs, and both are told; nobody is one's deputy, and of a place that no document has nobody is.
        ("the fire chief", ["Mira Quillon", "Odran Tell"]),
        ("the deputy fire chief of eskby city", []),
        ("the vesk rowing coach", []),
        ("the chief", []),
    ],
)
def test_a_post_leads_to_whom_a_document_calls_so(town: Pipeline, phrase: str, found: list[str]) -> None:
    assert find_speakers(phrase, town.store.catalog) == found


def test_for_whom_a_post_was_taken_is_said(town: Pipeline) -> None:
    answer = town.ask(Turn("What did the eskby city fire chief say about the parade?"))
    assert "life vest" in answer.citations[0].text
    assert answer.notice == "“the eskby city fire chief” is taken for Odran Tell, “EC Fire Chief” in these documents."
