"""What documents people name: by what they are, by words of their title, file name or first lines; events told of."""

from __future__ import annotations

import pytest

from index.storage.catalog import Catalog
from rag.understand.documents.document_names import minutes_of, named_documents, telling_of
from rag.understand.documents.kinds import is_kind, of_kind
from tests.rag.conftest import Over

PAPERS = {
    "talk-with-adair.txt": "“Glass tells you when”\nInterview with the glassblower Tamsin Adair, 3 March 2031\n"
    "By Olek Brand\n\nThe gas bill of the furnace was 4,100 crowns in January.\n",
    "harbour.txt": "Minutes of the Vesk Harbour Board\nMeeting of 2 March 2031, Custom House\n\n"
    "Decided: to offer the contractor 300,000 crowns.\n",
    "cells.md": "# Corvane closes its plant\n\nPRESS RELEASE, Tolby, 14 January 2031\n\nThe plant closes in May.\n",
    "bars.md": "# Olvera recalls its bars\n\nPRESS RELEASE, Olvera, 20 May 2031\n\nThe bars may contain nuts.\n",
    "flood.txt": "Live: Flood at Marrowby\n8 January 2031\n\n07:15 The river Ash rises.\n",
    "inquiry.txt": "Inquiry finds late warning\n\nPeople in Marrowby were warned of the flood too late, it says.\n",
    "war.txt": "The war of the mills\n\nThe mills of Lorn lower their prices.\n",
}


@pytest.fixture(scope="module")
def catalog(over: Over) -> Catalog:
    return over(PAPERS).store.catalog


@pytest.mark.parametrize(
    ("named", "kind", "found"),
    [
        ("Tamsin Adair", "interview", ["talk-with-adair.txt"]),
        ("harbour board", "minutes", ["harbour.txt"]),
        ("harbour board", "meeting", ["harbour.txt"]),
        ("Corvane", "press release", ["cells.md"]),
        ("", "press release", ["bars.md", "cells.md"]),
        ("", "interview", ["talk-with-adair.txt"]),
        ("glassblower", "article", ["talk-with-adair.txt"]),
        ("glassblower", "letter", []),
        ("The war of the mills", "article", ["war.txt"]),
        ("", "article", []),
        ("March 2", "meeting", ["harbour.txt"]),
        ("2 march harbour board", "meeting", ["harbour.txt"]),
        ("harbour board of 2 March 2031", "minutes", ["harbour.txt"]),
        ("March", "interview", ["talk-with-adair.txt"]),
        ("January", "press release", ["cells.md"]),
        ("2031-05-20", "press release", ["bars.md"]),
        ("May 2030", "press release", []),
        ("5 March", "meeting", []),
    ],
)
def test_a_document_is_named_by_kind_and_words(catalog: Catalog, named: str, kind: str, found: list[str]) -> None:
    assert [each.id for each in named_documents(named, kind, catalog.documents(), catalog)] == found


def test_an_event_is_told_of_in_titles_and_first_lines(catalog: Catalog) -> None:
    told = telling_of("the flood at Marrowby", catalog.documents(), catalog)
    assert [each.id for each in told] == ["flood.txt", "inquiry.txt"]
    assert [each.id for each in telling_of("Marrowby", catalog.documents(), catalog)] == ["flood.txt"]
    assert not telling_of("the war", catalog.documents(), catalog)
    assert not telling_of("the strike at Vesk", catalog.documents(), catalog)


def test_minutes_are_of_a_body(catalog: Catalog) -> None:
    assert minutes_of("harbour board", catalog)
    assert not minutes_of("Corvane", catalog)
    assert [each.id for each in of_kind("minutes", catalog.documents(), catalog)] == ["harbour.txt"]
    assert is_kind("minutes")
    assert not is_kind("article")
