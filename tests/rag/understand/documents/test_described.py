"""Documents described in other words than their titles."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.documents.described import description
from rag.understand.documents.document_names import named_documents
from tests.rag.answer.broad.whole.conftest import shelf as shelf
from tests.rag.conftest import Over


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


INTRODUCED = (
    "Speech of Gard Holm on the tide of Vesk, 28 October 2031\n\n"
    "In the years before this speech the council of Vesk, under the mayor Harro Millan, had asked the bay towns again "
    "and again to pay for the tide house, and each had found a reason not to pay for it, until Gard Holm rose and said"
    "\n\n"
    "The tide house is ours, and we shall pay for the tide house together.\n"
)
SIGNED = (
    "An open letter on the lamps of the quay\n\nWe ask that the lamps of the quay burn all night.\n\n" * 12
    + "".join(f"Ana Ruiz {at}, baker, Union of Leedon, friend of Mayor Tell\n\n" for at in range(500))
)


@pytest.fixture(scope="module")
def signed(over: Over) -> Pipeline:
    return over({"speech_31.txt": INTRODUCED, "lamps_letter.txt": SIGNED})


@pytest.mark.parametrize(
    ("words", "kind", "documents"),
    [
        ("Gard Holm's tide", "speech", ["speech_31.txt"]),
        ("Harro Millan's tide", "speech", []),
        ("Union of bakers' Mayor of Leedon", "letter", []),
    ],
)
def test_not_by_whom_an_introduction_or_a_list_of_names_only_has(
    signed: Pipeline, words: str, kind: str, documents: list[str]
) -> None:
    catalog = signed.store.catalog
    assert [each.id for each in named_documents(words, kind, catalog.documents(), catalog)] == documents


LETTERS = {
    "one.md": "# Letter to the Prime Minister of Orr\n\nBo Lind was held in Vesk, the president of Kestria said.\n",
    "two.md": "# Letter to the President of Kestria\n\nI have lived here for years, and I ask why I am held.\n",
}


@pytest.mark.parametrize(
    ("phrase", "document"),
    [
        ("Bo Lind's letter to the president of Kestria", "two.md"),
        ("the letter to the prime minister of Orr", "one.md"),
        ("Bo Lind's letter to the prime minister of Orr", "one.md"),
    ],
)
def test_a_letter_is_known_by_whom_it_is_to(over: Over, phrase: str, document: str) -> None:
    asked = description(phrase)
    assert asked is not None
    catalog = over(LETTERS).store.catalog
    assert [each.id for each in named_documents(*asked, catalog.documents(), catalog)] == [document]
