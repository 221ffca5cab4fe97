"""An invented PDF of two pages, and its document in a store."""

from __future__ import annotations

from index.records import Document
from index.storage.store import Store
from tests.index.readers.pdf.pdf_files import Words, lines, pdf

NAME = "harbour.pdf"
WORDS = "The pier of Ostrava is safe."
CONTENT = pdf([[Words(60, 100, WORDS)], lines(60, 100, ["Nobody asked the fishermen."])])


def document(store: Store, name: str = NAME) -> Document:
    found = store.catalog.document(name)
    assert found is not None
    return found
