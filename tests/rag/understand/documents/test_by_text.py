"""Documents found by words that their titles need not have."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.documents.by_text import texts_with
from tests.rag.conftest import Over

PAPERS = {
    "harbour_9.txt": "The wall of Vesk\n\nBy Tove Marsk\n\nThe masons of Vesk mend the wall for nine crowns a day.\n\n"
    + "The wall keeps the sea from the houses of Vesk, and nobody has asked the masons what they need for it.\n" * 3,
    "talk.txt": "The herring and we\n\nPalo Brandt, Vesk, 3 May 2031.\n\nLadies and gentlemen, the herring is gone.\n\n"
    "I thank Odran Tell, who counted the herring of Vesk for nine years and told us of it every spring.\n",
    "record.txt": "Record of the council of Lorn on the salt tax\n\nRUIZ: The salt tax is too high for the miners.\n\n"
    "QUILL: The salt tax pays for the school of Lorn and must stay as it is.\n",
}


@pytest.fixture(scope="module")
def papers(over: Over) -> Pipeline:
    return over(PAPERS)


@pytest.mark.parametrize(
    ("words", "kind", "document"),
    [
        ("Tove Marsk's wall", "piece", "harbour_9.txt"),
        ("Palo Brandt's herring", "speech", "talk.txt"),
        ("the council of Lorn's salt tax", "report", "record.txt"),
    ],
)
def test_by_head_and_text(papers: Pipeline, words: str, kind: str, document: str) -> None:
    assert [each.id for each in texts_with(words, kind, papers.store.catalog)] == [document]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Odran Tell's herring", "speech"),
        ("Mira Quill's wall", "piece"),
        ("boats", "piece"),
        ("", "piece"),
    ],
)
def test_none_where_none_surely_is(papers: Pipeline, words: str, kind: str) -> None:
    assert texts_with(words, kind, papers.store.catalog) == []
