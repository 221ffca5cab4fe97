"""The original file is had while it is as it was indexed, and not once documents of it were removed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from errors import DocumentError
from index.originals.original import Originals
from index.storage.store import Store
from index.storage.uploads import Upload, Uploads
from index.sync import sync
from tests.index.originals.harbour import CONTENT, NAME, document
from tests.index.readers.test_formats import pdf as scanned_and_text


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

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
