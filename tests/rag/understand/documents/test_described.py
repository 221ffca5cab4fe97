"""Documents described in other words than their titles."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.documents.described import description
from rag.understand.documents.document_names import named_documents
from tests.rag.answer.broad.whole.conftest import shelf as shelf


@pytest.mark.parametrize(
    ("phrase", "document"),
    [
        ("the Fjordglass results call", "fjordglass_2034-07-19.txt"),
        ("the podcast with mira quill about tide mills", "pod_slack_water_4.txt"),
        ("the beekeepers' open letter on the seed coating", "letter_grainfield_2034-03-02.txt"),
        ("the October debate in the council of Varra", "record_2034-10-14.txt"),
        ("the theatre's board meeting", "theatre 2034-05-12.txt"),
        ("the mayors speech on founders day", "founders_day_2034-06-01.txt"),
        ("halla brenns review of the swim", "review_swim.txt"),
    ],
)
def test_one_document_is_described(shelf: Pipeline, phrase: str, document: str) -> None:
    asked = description(phrase)
    assert asked is not None
    catalog = shelf.store.catalog
    assert [each.id for each in named_documents(*asked, catalog.documents(), catalog)] == [document]


@pytest.mark.parametrize(
    "phrase",
    ["the report deadline", "the harbour of Vesk", "the call", "the debate", "climate change and the minister"],
)
def test_what_describes_no_document(phrase: str) -> None:
    assert description(phrase) is None


@pytest.mark.parametrize(
    "phrase",
    ["the podcast with Odran Vale about bees", "the Kallin results call", "the debate on the airport of Kallin"],
)
def test_a_document_that_is_not_there(shelf: Pipeline, phrase: str) -> None:
    asked = description(phrase)
    assert asked is not None
    catalog = shelf.store.catalog
    assert named_documents(*asked, catalog.documents(), catalog) == []
