"""Pruning removes what is gone from where a run looked, and nothing that it could not see."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from errors import DocumentError
from index.storage.store import Store, open_store
from index.sync import sync
from index.upload_jobs import Intake
from tests.conftest import NewStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "sub" / "deeper").mkdir(parents=True)
    for name in ("one.txt", "sub/two.txt", "sub/deeper/three.txt"):
        (folder / name).write_text(f"Words of {name}.", encoding="utf-8")
    return folder


def ids(store: Store) -> list[str]:
    return [each.id for each in store.catalog.documents()]


def added(store: Store, files: dict[str, bytes]) -> None:
    intake = Intake(lambda: store, store.folder, 128)
    intake.add(files)
    intake._worker.submit(lambda: None).result()
    intake.close()


def test_a_folder_that_cannot_be_listed_keeps_its_documents(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync([folder], store, 128)
    real = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("/sub"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = sync([folder], store, 128, prune=True)
    assert (report.removed, [each["path"] for each in report.failed]) == (0, ["sub"])
    assert "Permission denied" in report.failed[0]["reason"]
    assert len(ids(store)) == 3


def test_a_folder_whose_path_grew_too_long_keeps_its_documents(store: Store, folder: Path) -> None:
    sync([folder], store, 128)
    (folder / "sub").rename(folder.parent / "kept")
    long = folder
    here = os.getcwd()
    os.chdir(folder)
    try:
        for _ in range(18):
            os.mkdir("d" * 250)
            os.chdir("d" * 250)
            long /= "d" * 250
    finally:
        os.chdir(here)
    report = sync([folder], store, 128, prune=True)
    # What is gone for certain is removed, and what could not be listed is named.
    assert report.removed == 2
    assert ["too long" in each["reason"] for each in report.failed] == [True]
    assert ids(store) == ["one.txt"]


def test_a_link_in_the_place_of_a_folder_keeps_its_documents(store: Store, folder: Path) -> None:
    sync([folder], store, 128)
    (folder / "sub").rename(folder.parent / "elsewhere")
    (folder / "sub").symlink_to(folder.parent / "elsewhere")
    report = sync([folder], store, 128, prune=True)
    assert (report.removed, [each["path"] for each in report.failed]) == (0, ["sub"])
    assert "is a link to a folder" in report.failed[0]["reason"]


def test_uploads_are_not_pruned_with_another_folder(store: Store, folder: Path) -> None:
    added(store, {"ferry.txt": b"The ferry sails."})
    assert sync([folder], store, 128, prune=True).removed == 0
    assert "uploads/ferry.txt" in ids(store)
    assert sync([store.folder / "added"], store, 128, prune=True).removed == 0
    assert len(ids(store)) == 4


def test_a_removed_document_of_an_upload_does_not_come_back(store: Store, folder: Path) -> None:
    intake = Intake(lambda: store, store.folder, 128)
    lines = b'{"id": "a", "text": "The ferry sails."}\n{"id": "b", "text": "The bridge closes."}\n'

    def done(_: object) -> None:
        intake._worker.submit(lambda: None).result()

    done(intake.add({"notes.jsonl": lines}))
    done(intake.remove(["uploads/notes.jsonl#a"]))
    done(intake.add({"other.txt": b"Another paper."}))
    assert ids(store) == ["uploads/notes.jsonl#b", "uploads/other.txt"]
    sync([folder], store, 128, prune=True)
    assert "uploads/notes.jsonl#a" not in ids(store)
    done(intake.add({"notes.jsonl": lines}))
    assert "uploads/notes.jsonl#a" in ids(store)
    intake.close()


def test_only_what_lies_under_the_given_paths_is_pruned(store: Store, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "four.txt").write_text("Words of four.", encoding="utf-8")
    sync([folder], store, 128)
    sync([other], store, 128)
    for path in (folder / "one.txt", folder / "sub" / "two.txt", other / "four.txt"):
        path.unlink()
    (other / "five.txt").write_text("Words of five.", encoding="utf-8")
    assert sync([folder / "sub"], store, 128, prune=True).removed == 1
    assert ids(store) == ["five.txt", "four.txt", "one.txt", "sub/deeper/three.txt"][1:]
    assert sync([other], store, 128, prune=True).removed == 1
    assert ids(store) == ["five.txt", "one.txt", "sub/deeper/three.txt"]


@pytest.mark.parametrize("away", ["empty", "missing"])
def test_a_disk_that_is_not_there_loses_nothing(store: Store, folder: Path, tmp_path: Path, away: str) -> None:
    sync([folder], store, 128)
    folder.rename(tmp_path / "unmounted")
    if away == "empty":
        folder.mkdir()
    with pytest.raises(DocumentError, match="There is no"):
        sync([folder], store, 128, prune=True)
    assert len(ids(store)) == 3


def test_one_of_two_folders_that_is_empty_loses_nothing_and_is_named(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "four.txt").write_text("Words of four.", encoding="utf-8")
    sync([folder, other], store, 128)
    folder.rename(tmp_path / "unmounted")
    folder.mkdir()
    report = sync([folder, other], store, 128, prune=True)
    assert (report.removed, len(ids(store))) == (0, 4)
    assert [each["path"] for each in report.failed] == [str(folder)]
    assert "nothing of it was removed" in report.failed[0]["reason"]


def test_the_folder_of_the_store_is_passed_over(new_store: NewStore, folder: Path) -> None:
    with open_store(new_store(folder / "data")) as store:
        added(store, {"ferry.txt": b"The ferry sails."})
        report = sync([folder], store, 128, prune=True)
        assert (report.removed, report.failed) == (0, [])
        assert ids(store) == ["one.txt", "sub/deeper/three.txt", "sub/two.txt", "uploads/ferry.txt"]
