"""Pages of an original are drawn within bounds of time, and kept within bounds of memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from errors import DocumentError
from index.originals.original import Originals
from index.originals.pictures import Pictures
from index.read.sandbox import Isolated
from index.storage.store import Store
from tests.index.originals.harbour import WORDS, document


@pytest.fixture
def pictures() -> Iterator[Pictures]:
    made = Pictures()
    yield made
    made.drawing.close()


def test_pages_are_drawn_once_and_turned(store: Store, originals: Originals, pictures: Pictures) -> None:
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    span = (0, len(WORDS))
    first = pictures.picture(original, found, span, None, 300)
    assert (first.page, first.pages, first.width) == (1, 2, 300)
    assert [place.page for place in first.places] == [1]
    assert pictures.picture(original, found, span, None, 300) is first
    second = pictures.picture(original, found, span, 2, 300)
    assert (second.page, second.places) == (2, first.places)
    assert second.image != first.image


def test_what_is_kept_of_pictures_is_bounded(store: Store, originals: Originals, pictures: Pictures) -> None:
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    one = pictures.picture(original, found, (0, 0), 1, 300)
    pictures.most_bytes = len(one.image) + 10
    pictures.picture(original, found, (0, 0), 2, 300)
    assert sum(len(each.image) for each in pictures._pictures.values()) <= pictures.most_bytes
    assert pictures.picture(original, found, (0, 0), 1, 300) is not one


def test_a_page_that_takes_too_long_is_left(store: Store, originals: Originals) -> None:
    slow = Pictures(drawing=Isolated(seconds=0.01))
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    with pytest.raises(DocumentError, match="This PDF took longer than 0.01 seconds to draw"):
        slow.picture(original, found, (0, 0), 1, 300)
    slow.drawing.seconds = 60
    slow.drawing.warm()
    assert slow.picture(original, found, (0, 0), 1, 300).pages == 2
    slow.drawing.close()


def test_a_file_that_is_no_pdf_inside_costs_itself(
    store: Store, originals: Originals, pictures: Pictures, folder: Path
) -> None:
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(DocumentError, match="cannot be drawn"):
        pictures.picture(replace(original, path=folder / "broken.pdf"), found, (0, 0), 1, 300)
    assert pictures.picture(original, found, (0, 0), 1, 300).pages == 2
