"""The original file is had while it is as it was indexed; its pages are drawn within bounds, and kept within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from errors import DocumentError
from index.read.originals import Originals
from index.read.sandbox import Isolated
from index.records import Document
from index.storage.store import Store, open_store
from index.storage.uploads import Upload, Uploads
from index.sync import sync
from tests.conftest import embedded
from tests.index.readers.pdf.pdf_files import Words, lines, pdf
from tests.index.readers.test_formats import pdf as scanned_and_text

NAME = "harbour.pdf"
WORDS = "The pier of Ostrava is safe."
CONTENT = pdf([[Words(60, 100, WORDS)], lines(60, 100, ["Nobody asked the fishermen."])])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / NAME).write_bytes(CONTENT)
    return tmp_path / "files"


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(embedded(tmp_path / "store")) as opened:
        sync([folder], opened, 192)
        yield opened


@pytest.fixture
def originals() -> Iterator[Originals]:
    made = Originals()
    yield made
    made.drawing.close()


def document(store: Store, name: str = NAME) -> Document:
    found = store.catalog.document(name)
    assert found is not None
    return found


def test_the_file_is_handed_out_as_it_was_indexed(store: Store, originals: Originals) -> None:
    original = originals.of(document(store), store.catalog, store.folder)
    assert (original.name, original.is_pdf, original.content()) == (NAME, True, CONTENT)


def test_what_changed_is_not_shown_for_the_original(store: Store, originals: Originals, folder: Path) -> None:
    original = originals.of(document(store), store.catalog, store.folder)
    (folder / NAME).write_bytes(CONTENT + b"\n")
    with pytest.raises(DocumentError, match="changed since it was indexed"):
        originals.of(document(store), store.catalog, store.folder)
    with pytest.raises(DocumentError, match="changed since it was indexed"):
        original.content()
    (folder / NAME).unlink()
    with pytest.raises(DocumentError, match="not where it was indexed from"):
        originals.of(document(store), store.catalog, store.folder)


def test_a_link_that_took_the_place_of_the_file_hands_out_nothing(
    store: Store, originals: Originals, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("A secret.")
    (folder / NAME).unlink()
    (folder / NAME).symlink_to(tmp_path / "secret")
    with pytest.raises(DocumentError):
        originals.of(document(store), store.catalog, store.folder)


def test_a_file_with_documents_that_were_removed_is_not_handed_out(
    store: Store, originals: Originals, folder: Path
) -> None:
    rows = '{"id": "a", "text": "The ferry sails."}\n{"id": "b", "text": "The ferry sinks."}\n'
    (folder / "rows.jsonl").write_text(rows)
    sync([folder], store, 192)
    assert originals.of(document(store, "rows.jsonl#a"), store.catalog, store.folder).content() == rows.encode()
    Uploads(store.folder).keep([Upload("x.txt", b"x", "x.txt")])
    Uploads(store.folder).remove(folder / "rows.jsonl", ["rows.jsonl#b"], whole=False)
    with pytest.raises(DocumentError, match="were removed"):
        originals.of(document(store, "rows.jsonl#a"), store.catalog, store.folder)


def test_a_file_that_was_read_in_part_is_an_original_too(store: Store, originals: Originals, folder: Path) -> None:
    content = scanned_and_text(["The ferry sails."])
    (folder / "mixed.zip").write_bytes(_zipped({"a.txt": b"The mill burns.", "b.pdf": b"%PDF-1.4 nothing"}))
    (folder / "whole.pdf").write_bytes(content)
    report = sync([folder], store, 192)
    assert [each["path"] for each in report.failed] == ["mixed.zip/b.pdf"]
    assert originals.of(document(store, "mixed.zip/a.txt"), store.catalog, store.folder).name == "mixed.zip"
    # It is tried again by the next run all the same.
    assert [each["path"] for each in sync([folder], store, 192).failed] == ["mixed.zip/b.pdf"]


def _zipped(files: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_pages_are_drawn_once_and_turned(store: Store, originals: Originals) -> None:
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    span = (0, len(WORDS))
    first = originals.picture(original, found, span, None, 300)
    assert (first.page, first.pages, first.width) == (1, 2, 300)
    assert [place.page for place in first.places] == [1]
    assert originals.picture(original, found, span, None, 300) is first
    second = originals.picture(original, found, span, 2, 300)
    assert (second.page, second.places) == (2, first.places)
    assert second.image != first.image


def test_what_is_kept_of_pictures_is_bounded(store: Store, originals: Originals) -> None:
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    one = originals.picture(original, found, (0, 0), 1, 300)
    originals.most_bytes = len(one.image) + 10
    originals.picture(original, found, (0, 0), 2, 300)
    assert sum(len(each.image) for each in originals._pictures.values()) <= originals.most_bytes
    assert originals.picture(original, found, (0, 0), 1, 300) is not one


def test_a_page_that_takes_too_long_is_left(store: Store) -> None:
    slow = Originals(drawing=Isolated(seconds=0.01))
    found = document(store)
    original = slow.of(found, store.catalog, store.folder)
    with pytest.raises(DocumentError, match="This PDF took longer than 0.01 seconds to draw"):
        slow.picture(original, found, (0, 0), 1, 300)
    slow.drawing.seconds = 60
    slow.drawing.warm()
    assert slow.picture(original, found, (0, 0), 1, 300).pages == 2
    slow.drawing.close()


def test_a_file_that_is_no_pdf_inside_costs_itself(store: Store, originals: Originals, folder: Path) -> None:
    found = document(store)
    original = originals.of(found, store.catalog, store.folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(DocumentError, match="cannot be drawn"):
        originals.picture(replace(original, path=folder / "broken.pdf"), found, (0, 0), 1, 300)
    assert originals.picture(original, found, (0, 0), 1, 300).pages == 2
