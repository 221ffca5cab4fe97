"""A disk without room: nothing is lost, and what cannot be kept is said in a line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from errors import StoreError
from index.__main__ import main as index
from index.backup import backup
from index.storage import store as store_module
from index.storage.store import Store, open_store
from index.sync import sync
from index.upload_jobs import Intake
from rag.pipeline import open_pipeline
from rag.records import Turn
from rag.serve.owner import Current
from settings import Settings
from tests.conftest import ROOT, embedded, indexed
from tests.faults.machine import BERTH, HARBOUR, Disk, asked, content, error_line, papers, same
from ui import conversations
from ui.conversations import Conversation, Exchange, Shelf


def _rebuilt(store: Store, folder: Path) -> None:
    store.rebuild_vectors()
    store.catalog.writer.compact()


def _removed(store: Store, folder: Path) -> None:
    sync([folder], store, Settings().passage_tokens, prune=True)


WORK: dict[str, Callable[[Store, Path], object]] = {
    "index": lambda store, folder: sync([papers(folder, 7)], store, Settings().passage_tokens),
    "remove": _removed,
    "rebuild": _rebuilt,
    "import": lambda store, folder: backup.import_(folder.parent / "other.otr", store),
}


@pytest.mark.parametrize("leave", [0, 400_000])
@pytest.mark.parametrize("what", WORK)
def test_a_full_disk_loses_nothing(disk: Disk, tmp_path: Path, what: str, leave: int) -> None:
    folder = papers(tmp_path / "papers", 1)
    with open_store(embedded(tmp_path / "other")) as other:
        sync([papers(tmp_path / "others", 3, 30)], other, Settings().passage_tokens)
        backup.export(other.catalog, tmp_path / "other.otr")
    settings = indexed(folder, embedded(disk.folder / "store"))
    if what == "remove":
        (folder / "3.txt").unlink()
    current = Current(settings)
    before = same(current.pipeline().ask(Turn(BERTH)))
    store = current.pipeline().store
    disk.fill(leave)
    failed = ""
    try:
        WORK[what](store, folder)
    except StoreError as error:
        failed = str(error)
    assert not failed or ("is full" in failed and "free some" in failed and "\n" not in failed)
    assert failed or leave
    answer = same(current.pipeline().ask(Turn(BERTH)))
    assert answer.status == "answered"
    assert answer.citations == before.citations or what in ("index", "import")
    disk.empty()
    WORK[what](store, folder)
    stored = content(store)
    current.close()
    with open_store(embedded(tmp_path / "fresh")) as fresh:
        sync([folder], fresh, Settings().passage_tokens)
        if what == "import":
            backup.import_(tmp_path / "other.otr", fresh)
        else:
            fresh.catalog.writer.compact()
            with open_store(settings) as again:
                again.catalog.writer.compact()
                stored = content(again)
        assert content(fresh) == stored


def test_an_app_that_found_its_disk_full_opens_when_there_is_room(
    disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A store so small does without Chroma, whose lost folder it would not miss.
    monkeypatch.setattr(store_module, "EXACT", 0)
    settings = indexed(papers(tmp_path / "papers", 1), embedded(disk.folder / "store"))
    shutil.rmtree(settings.store / "chroma-1")
    disk.fill(8_192)
    for _ in range(2):
        with pytest.raises(StoreError, match="is full"):
            open_store(settings)
    disk.empty()
    with closing(open_pipeline(settings)) as pipeline:
        assert pipeline.ask(Turn(BERTH)).status == "answered"


def test_commands_on_a_full_disk_say_so_in_one_line(
    disk: Disk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, store = papers(tmp_path / "papers", 1), str(disk.folder / "store")
    disk.fill(0)
    assert index([str(folder), "--store", store]) == 1
    assert "is full" in error_line(capsys)
    disk.empty()
    assert index([str(folder), "--store", store]) == 0
    capsys.readouterr()
    disk.fill(4096)
    assert index(["--export", str(disk.folder / "all.otr"), "--store", store]) == 1
    assert not list(disk.folder.glob("all*"))
    papers(folder, 2)
    assert index([str(folder), "--store", store]) == 1
    for line in capsys.readouterr().err.splitlines():
        assert "full" in line or "No space left" in line
    disk.empty()
    assert index([str(folder), "--store", store]) == 0
    assert index(["--export", str(disk.folder / "all.otr"), "--store", store]) == 0


def test_an_upload_is_kept_whole_or_not_at_all(disk: Disk, tmp_path: Path) -> None:
    with open_store(embedded(tmp_path / "store")) as store:
        intake = Intake(lambda: store, disk.folder, Settings().passage_tokens)
        disk.fill(8192)
        with pytest.raises(StoreError, match=r"one\.txt cannot be saved .*No space left"):
            intake.add({"one.txt": b"The ferry sails.", "two.txt": b"The harbour is deep. " * 5_000})
        assert [each for each in (disk.folder / "added").rglob("*") if each.is_file()] == []
        disk.empty()
        intake.add({"one.txt": b"The ferry sails.", "two.txt": b"The harbour is deep. " * 5_000})
        intake.close()
        assert len(list((disk.folder / "added" / "uploads").iterdir())) == 2


def test_a_conversation_stays_as_it_was_kept(disk: Disk) -> None:
    shelf = Shelf(disk.folder, "a" * 32)
    conversation = Conversation(exchanges=[Exchange("Who counts the boats?")])
    shelf.save(conversation)
    conversations.keep_as_gold(disk.folder, conversation, 0, "The harbour master.")
    disk.fill(0)
    conversation.exchanges.append(Exchange("How many are there? " * 400))
    with pytest.raises(StoreError, match="could not be saved"):
        shelf.save(conversation)
    with pytest.raises(StoreError, match="could not be saved"):
        conversations.keep_as_gold(disk.folder, conversation, 1, "Nine. " * 1_000)
    (stored,) = shelf.listed()
    assert len(stored.exchanges) == 1
    disk.empty()
    shelf.save(conversation)
    conversations.keep_as_gold(disk.folder, conversation, 1, "")
    assert [len(each.exchanges) for each in shelf.listed()] == [2]
    assert len((disk.folder / conversations.GOLD).read_text(encoding="utf-8").splitlines()) == 2


def test_the_chat_answers_on_a_full_disk_and_says_what_it_cannot_keep(
    disk: Disk, gazette_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = indexed(gazette_folder, embedded(disk.folder / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(settings.store))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    disk.fill(0)
    asked(app, HARBOUR)
    assert "could not be saved" in app.warning[0].value
    assert any("forty million" in str(each.proto.body) for each in app.get("html"))
    disk.empty()
    assert not asked(app, "What did Mira Quill say?").warning
