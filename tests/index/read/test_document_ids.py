"""No two files share an id in silence, and a file keeps the one that it has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.storage.store import Store, open_store
from index.sync import sync
from index.upload_jobs import Intake
from settings import Settings


def paper(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def texts(store: Store) -> dict[str, str]:
    found = (store.catalog.document(each.id) for each in store.catalog.documents())
    return {each.id: each.text for each in found if each}


def test_the_same_name_in_two_folders_is_two_documents(store: Store, tmp_path: Path) -> None:
    paper(tmp_path / "p" / "notes.txt", "Of p.")
    paper(tmp_path / "q" / "notes.txt", "Of q.")
    sync([tmp_path / "p"], store, 128)
    report = sync([tmp_path / "q"], store, 128)
    assert (report.added, report.changed) == (1, 0)
    expected = {"notes.txt": "Of p.", "q/notes.txt": "Of q."}
    assert texts(store) == expected
    for roots in ([tmp_path / "q"], [tmp_path / "p"], [tmp_path / "q", tmp_path / "p"]):
        assert sync(roots, store, 128, prune=True).unchanged == len(roots)
        assert texts(store) == expected
    # The id stays when the other file is gone.
    (tmp_path / "p" / "notes.txt").unlink()
    sync([tmp_path / "q"], store, 128, prune=True)
    assert "q/notes.txt" in texts(store)


@pytest.mark.parametrize("name", ["notes.txt", "sub/notes.md", "c.jsonl"])
def test_the_same_name_in_two_folders_of_one_run_is_two_documents(store: Store, tmp_path: Path, name: str) -> None:
    for folder in ("p", "q", "r/q"):
        text = f"Of {folder}."
        paper(tmp_path / folder / name, text if name[-1] != "l" else f'{{"id": "1", "text": "{text}"}}')
    report = sync([tmp_path / each for each in ("p", "q", "r/q")], store, 128)
    assert (report.added, report.failed) == (3, [])
    assert [each.partition("#")[0] for each in texts(store)] == sorted([name, f"q/{name}", f"r/q/{name}"])


def test_a_user_s_own_uploads_folder_and_an_upload_stay_apart(store: Store, tmp_path: Path) -> None:
    own = paper(tmp_path / "papers" / "uploads" / "Tell.txt", "The user's own.")
    sync([tmp_path / "papers"], store, 128)
    intake = Intake(lambda: store, store.folder, 128)
    intake.add({"Tell.txt": b"The upload."})
    intake._worker.submit(lambda: None).result()
    expected = {"added/uploads/Tell.txt": "The upload.", "uploads/Tell.txt": "The user's own."}
    assert texts(store) == expected
    intake.remove(["uploads/Tell.txt"])
    intake._worker.submit(lambda: None).result()
    assert own.read_text() == "The user's own."
    assert (store.folder / "added" / "uploads" / "Tell.txt").is_file()
    intake.remove(["added/uploads/Tell.txt"])
    intake._worker.submit(lambda: None).result()
    assert list((store.folder / "added" / "uploads").iterdir()) == []
    assert own.is_file()
    intake.close()


def test_a_moved_folder_keeps_its_ids(store: Store, tmp_path: Path) -> None:
    paper(tmp_path / "p" / "notes.txt", "Of p.")
    paper(tmp_path / "p" / "more.txt", "More.")
    sync([tmp_path / "p"], store, 128)
    (tmp_path / "p").rename(tmp_path / "moved")
    paper(tmp_path / "moved" / "more.txt", "More and more.")
    report = sync([tmp_path / "moved"], store, 128)
    assert (report.added, report.changed, report.unchanged) == (0, 1, 1)
    (tmp_path / "moved" / "notes.txt").unlink()
    assert sync([tmp_path / "moved"], store, 128, prune=True).removed == 1


def test_a_copy_of_a_folder_is_the_same_documents_until_one_changes(store: Store, tmp_path: Path) -> None:
    paper(tmp_path / "p" / "notes.txt", "Of p.")
    shutil.copytree(tmp_path / "p", tmp_path / "copy")
    sync([tmp_path / "p"], store, 128)
    assert sync([tmp_path / "copy"], store, 128).unchanged == 1
    assert sync([tmp_path / "p", tmp_path / "copy"], store, 128, prune=True).unchanged == 1
    paper(tmp_path / "copy" / "notes.txt", "Of the copy.")
    sync([tmp_path / "copy"], store, 128)
    assert texts(store) == {"copy/notes.txt": "Of the copy.", "notes.txt": "Of p."}


def test_one_file_is_one_document_through_whichever_folder_it_is_named(store: Store, tmp_path: Path) -> None:
    paper(tmp_path / "p" / "sub" / "notes.txt", "Of p.")
    sync([tmp_path / "p"], store, 128)
    sync([tmp_path / "p" / "sub"], store, 128)
    sync([tmp_path / "p" / "sub" / "notes.txt"], store, 128)
    assert list(texts(store)) == ["sub/notes.txt"]


def test_a_record_with_the_name_of_another_file_is_named(store: Store, tmp_path: Path) -> None:
    paper(tmp_path / "p" / "c.jsonl#1.txt", "The file.")
    paper(tmp_path / "q" / "c.jsonl", '{"id": "1.txt", "text": "The record."}\n{"id": "2", "text": "Another."}')
    sync([tmp_path / "p"], store, 128)
    report = sync([tmp_path / "q"], store, 128)
    assert texts(store) == {"c.jsonl#1.txt": "The file.", "c.jsonl#2": "Another."}
    assert [each["path"] for each in report.failed] == ["c.jsonl#1.txt"]
    assert "has the same id as a document of c.jsonl#1.txt" in report.failed[0]["reason"]


def test_a_moved_store_still_owns_its_uploads(settings: Settings, tmp_path: Path) -> None:
    if not settings.one_owner:
        pytest.skip("a store on servers is not moved with its folder")
    with open_store(settings) as store:
        intake = Intake(lambda: store, store.folder, 128)
        intake.add({"ferry.txt": b"The ferry sails."})
        intake._worker.submit(lambda: None).result()
        intake.close()
    settings.store.rename(tmp_path / "moved")
    with open_store(Settings(store=tmp_path / "moved")) as store:
        intake = Intake(lambda: store, store.folder, 128)
        intake.remove(["uploads/ferry.txt"])
        intake._worker.submit(lambda: None).result()
        intake.close()
        assert list((store.folder / "added" / "uploads").iterdir()) == []
