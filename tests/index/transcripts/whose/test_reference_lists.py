from __future__ import annotations

import pytest

from index.transcripts.whose.reference_lists import list_at_end
from tests.index.analysed import document, turns_of

SOURCES = """The Vesk Gull - Ruiz: ‘No question’ the ferry stays

Harbour Institute - Two hundred ways to keep a ferry

The Vesk Gull - Flashback: what Ruiz said of the quay

Harbour Institute - Figures of the year

The Vesk Gull - Where Ruiz stands

Harbour Institute - Where Tell stands
"""
TEXT = "# What Ruiz thinks\n\nI have written of the ferry before, and I will again.\n\n{heading}\n\n{sources}"


@pytest.mark.parametrize(
    "heading",
    ["### References", "Sources:", "**Further reading**", "Bibliography", "### Important Links", "Related articles:"],
)
def test_who_published_something_in_a_list_of_sources_says_nothing(heading: str) -> None:
    assert turns_of(document(TEXT.format(heading=heading, sources=SOURCES))) == []


def test_a_transcript_behind_a_list_of_links_has_its_labels() -> None:
    talk = "\n\n".join(f"{name}: I think that the ferry stays here." for name in ("Ana Ruiz", "Jon Tell") * 3)
    found = turns_of(document(TEXT.format(heading="## Links", sources=f"{SOURCES}\n## Talk\n\n{talk}\n")))
    assert {speaker for speaker, _ in found} == {"Ana Ruiz", "Jon Tell"}


@pytest.mark.parametrize(
    ("behind", "begins"), [("", True), ("- One\n- Two\n", True), ("- One\n\n## More\n\nIt stays.\n", False)]
)
def test_a_list_that_ends_a_text(behind: str, begins: bool) -> None:
    text = f"The ferry stays.\n\n### Important Links\n\n{behind}"
    assert list_at_end(text) == (text.index("###") if begins else None)


def test_a_text_that_speaks_of_documents_has_no_list() -> None:
    assert list_at_end("The documents are here.\n\nDocuments\n\nThey stay.") is None
