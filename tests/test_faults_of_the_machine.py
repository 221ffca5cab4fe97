"""What a machine does to a store: full and read-only disks, folders that go, servers that restart, damage, clocks."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import psycopg
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.endure import written
from benchmarks.servers import PASSWORD, Servers, free_port
from errors import OnTheRecordError, StoreBusyError, StoreError, StoreUnreachableError
from index.__main__ import main as index
from index.backup import backup
from index.storage.catalog import held_catalog, open_catalog
from index.storage.catalog_tables import SCHEMA_VERSION
from index.storage.chroma import place_of
from index.storage.store import Store, open_store
from index.sync import sync
from index.upload_jobs import Intake
from rag.__main__ import main as rag
from rag.pipeline import Pipeline, open_pipeline, over
from rag.records import Answer, Turn
from rag.serve.owner import Current
from settings import Settings, from_environment
from tests.conftest import ROOT, NewStore, embedded, indexed
from ui import conversations
from ui.conversations import Conversation, Exchange, Shelf

HARBOUR = "What did Odran Tell say about the harbour?"
BRIDGE = "Why can the bridge not be repaired under traffic?"
BERTH = "What did Odran Tell say about berth 4?"


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a command said to its user: one line that is no traceback."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    return lines[0]


def papers(folder: Path, version: int, count: int = 12) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(written(number, version), encoding="utf-8")
    return folder


def content(store: Store) -> dict[str, Any]:
    """Return what a store holds, but for what the runs that filled it leave behind."""
    assert store.in_line()
    assert store.vectors.passages.ids() == store.catalog.vector_ids()
    kept = sorted(store.catalog.kept(), key=lambda each: each.document.id)
    return {"kept": kept, "files": store.catalog.files(), "vectors": dict(store.catalog.all_vectors())}


def same(answer: Answer) -> Answer:
    return replace(answer, elapsed_ms=0.0)


@contextmanager
def mounted(*arguments: str, at: Path) -> Iterator[Path]:
    """Mount something on a folder until the block ends; skip the test where that is not allowed."""
    at.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *arguments, str(at)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"mounting is not allowed here ({done.stderr.strip()})")
    try:
        yield at
    finally:
        # On a busy machine a thread of the app may hold a file a moment longer.
        deadline = time.monotonic() + 10
        while subprocess.run(["umount", str(at)], capture_output=True).returncode:
            assert time.monotonic() < deadline, f"{at} is still held"
            time.sleep(0.5)


# A full disk


class Disk:
    """A small disk of its own, which can be filled up to some bytes and emptied again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, leave: int) -> None:
        free = os.statvfs(self.folder)
        with self._filler.open("wb", buffering=0) as out, suppress(OSError):
            for _ in range((free.f_bavail * free.f_frsize - leave) // 4096):
                out.write(bytes(4096))

    def empty(self) -> None:
        self._filler.unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with mounted("-t", "tmpfs", "-o", "size=24m", "tmpfs", at=tmp_path / "disk") as folder:
        yield Disk(folder)
        st.cache_resource.clear()


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
    assert not failed or ("is full" in failed and "make room" in failed and "\n" not in failed)
    assert failed or leave
    answer = same(current.pipeline().ask(Turn(BERTH)))
    assert answer.status == "answered"
    assert answer.citations == before.citations or what in ("index", "import")
    disk.empty()
    WORK[what](store, folder)
    held = content(store)
    current.close()
    with open_store(embedded(tmp_path / "fresh")) as fresh:
        sync([folder], fresh, Settings().passage_tokens)
        if what == "import":
            backup.import_(tmp_path / "other.otr", fresh)
        else:
            fresh.catalog.writer.compact()
            with open_store(settings) as again:
                again.catalog.writer.compact()
                held = content(again)
        assert content(fresh) == held


def test_an_app_that_found_its_disk_full_opens_when_there_is_room(disk: Disk, tmp_path: Path) -> None:
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
    assert "is full" in told(capsys)
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
        with pytest.raises(StoreError, match=r"one\.txt cannot be kept .*No space left"):
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
    with pytest.raises(StoreError, match="could not be kept"):
        shelf.save(conversation)
    with pytest.raises(StoreError, match="could not be kept"):
        conversations.keep_as_gold(disk.folder, conversation, 1, "Nine. " * 1_000)
    (held,) = shelf.listed()
    assert len(held.exchanges) == 1
    disk.empty()
    shelf.save(conversation)
    conversations.keep_as_gold(disk.folder, conversation, 1, "")
    assert [len(each.exchanges) for each in shelf.listed()] == [2]
    assert len((disk.folder / conversations.GOLD).read_text(encoding="utf-8").splitlines()) == 2


def asked(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def test_the_chat_answers_on_a_full_disk_and_says_what_it_cannot_keep(
    disk: Disk, gazette_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = indexed(gazette_folder, embedded(disk.folder / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(settings.store))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    disk.fill(0)
    asked(app, HARBOUR)
    assert "could not be kept" in app.warning[0].value
    assert any("forty million" in str(each.proto.body) for each in app.get("html"))
    disk.empty()
    assert not asked(app, "What did Mira Quill say?").warning


# A folder that cannot be written


@contextmanager
def read_only(folder: Path, at: Path) -> Iterator[Path]:
    with mounted("--bind", str(folder), at=at) as seen:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(seen)], check=True)
        yield seen


def test_a_read_only_store_is_read_and_never_written(
    gazette_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    with read_only(settings.store, tmp_path / "seen") as seen:
        for look in (["--list"], ["--stats"], ["--text", "2031-03-02-harbour.txt"], ["--statements", "*"]):
            assert index([*look, "--store", str(seen)]) == 0
        assert index(["--export", str(tmp_path / "all.otr"), "--store", str(seen)]) == 0
        assert "forty million" in capsys.readouterr().out
        for command, arguments in (
            (index, [str(gazette_folder)]),
            (index, ["--rebuild-vectors"]),
            (index, ["--import", str(tmp_path / "all.otr")]),
            (rag, [HARBOUR]),
        ):
            assert command([*arguments, "--store", str(seen)]) == 1
            assert "cannot be written (Read-only file system)" in (line := told(capsys))
            assert str(seen) in line
    with open_store(embedded(tmp_path / "copy")) as copy:
        assert backup.import_(tmp_path / "all.otr", copy)["documents"] == 2


def test_a_read_only_store_that_was_not_closed_is_not_read_in_part(
    gazette_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    copied = tmp_path / "copied"
    with closing(open_catalog(settings)) as catalog:
        catalog.writer.take_turn("somebody")
        shutil.copytree(settings.store, copied)
    with read_only(copied, tmp_path / "seen") as seen:
        assert index(["--list", "--store", str(seen)]) == 1
        assert "copy its folder" in told(capsys)
    assert index(["--list", "--store", str(copied)]) == 0


# A folder that goes


@pytest.mark.parametrize("replaced", [False, True], ids=["removed", "replaced"])
def test_a_run_over_a_store_that_went_does_not_end_as_if_done(
    gazette_folder: Path, tmp_path: Path, replaced: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = embedded(tmp_path / "store")
    with open_store(settings) as store:

        def gone() -> None:
            shutil.rmtree(settings.store)
            if replaced:
                indexed(gazette_folder, settings)

        settle = store.settle
        monkeypatch.setattr(store, "settle", lambda: (gone(), settle()))
        with pytest.raises(StoreError):
            sync([gazette_folder], store, Settings().passage_tokens)
        with pytest.raises(StoreError, match="was removed or replaced while it was open"):
            store.catalog.writer.remove(["2031-03-02-harbour.txt"])
    assert settings.store.exists() == replaced
    with open_store(settings) as store:
        sync([gazette_folder], store, Settings().passage_tokens)
        assert len(content(store)["kept"]) == 2


def test_the_app_lets_go_of_a_store_that_went_and_opens_the_new_one(
    gazette_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(settings.store))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    try:
        asked(app, HARBOUR)
        shutil.rmtree(settings.store)
        asked(app, HARBOUR)
        assert "holds no document yet" in app.warning[0].value
        # The command hands its work to the app, which holds the new store.
        assert index([str(gazette_folder), "--store", str(settings.store)]) == 0
        asked(app, HARBOUR)
        assert len(app.warning) == 1
        other = indexed(papers(tmp_path / "papers", 1), embedded(tmp_path / "other"))
        settings.store.rename(tmp_path / "away")
        other.store.rename(settings.store)
        asked(app, BERTH)
        assert any("At berth 4 there are" in str(each.proto.body) for each in app.get("html"))
    finally:
        st.cache_resource.clear()


# Servers that restart


@pytest.fixture
def served(servers: Servers, gazette_folder: Path, tmp_path: Path) -> Iterator[Settings]:
    yield indexed(gazette_folder, replace(servers.settings(tmp_path / "served"), lock_seconds=20.0))
    servers.start_postgres()
    if servers._chroma is None:
        servers.start_chroma()


def restart(servers: Servers, kill: bool) -> None:
    servers.stop_postgres(kill)
    servers.stop_chroma(kill)
    servers.start()


@pytest.mark.parametrize("kill", [False, True], ids=["stopped", "killed"])
def test_servers_that_restart_in_a_question_cost_a_wait(servers: Servers, served: Settings, kill: bool) -> None:
    with closing(open_pipeline(served)) as pipeline:
        before = same(pipeline.ask(Turn(HARBOUR)))
        restarts = [lambda: restart(servers, kill)]

        def retrieve(*given: Any) -> Any:
            if restarts:
                restarts.pop()()
            return pipeline.retrieve(*given)

        assert same(replace(pipeline, retrieve=retrieve).ask(Turn(HARBOUR))) == before
        # Between two questions the connections that are kept die without being noticed.
        restart(servers, kill)
        assert same(pipeline.ask(Turn(HARBOUR))) == before


def test_what_is_away_is_named(servers: Servers, served: Settings) -> None:
    with closing(Current(replace(served, lock_seconds=0.3))) as current:
        servers.stop_chroma()
        with pytest.raises(StoreUnreachableError, match="The Chroma server 127.0.0.1 does not answer"):
            current.pipeline().ask(Turn(BRIDGE))
        with pytest.raises(StoreUnreachableError, match="The Chroma server 127.0.0.1 does not answer"):
            open_store(replace(served, chroma_database="default_database"))
        servers.stop_postgres()
        with pytest.raises(StoreUnreachableError, match="The catalog 127.0.0.1/postgres does not answer"):
            current.pipeline()
        servers.start()
        assert current.pipeline().ask(Turn(HARBOUR)).status == "answered"


@pytest.mark.parametrize("away", ["stop_postgres", "stop_chroma", "stop"])
def test_a_run_whose_servers_went_goes_on(servers: Servers, served: Settings, tmp_path: Path, away: str) -> None:
    folder = papers(tmp_path / "papers", 1, 5)
    with open_store(replace(served, lock_seconds=0.3)) as store:
        with pytest.raises(StoreUnreachableError, match="does not answer"):
            sync([folder], store, Settings().passage_tokens, progress=lambda where: getattr(servers, away)())
        servers.start_postgres()
        if away != "stop_postgres":
            servers.start_chroma()
        assert sync([folder], store, Settings().passage_tokens).failed == []
        held = {each.document.id for each in content(store)["kept"]}
        assert held >= {f"{number}.txt" for number in range(5)}
        assert len(held) == 7


def test_an_export_whose_server_went_leaves_no_half(servers: Servers, served: Settings, tmp_path: Path) -> None:
    with closing(open_catalog(served)) as catalog:
        with pytest.raises(StoreUnreachableError):
            backup.export(catalog, tmp_path / "all.otr", lambda message: servers.stop_postgres())
        assert not list(tmp_path.glob("all*"))
        servers.start_postgres()
        assert backup.export(catalog, tmp_path / "all.otr")["documents"] == 2


# A clock that is set back


def test_the_order_of_conversations_does_not_follow_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        at = datetime(2031, 3, 2, tzinfo=UTC)

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            cls.at -= timedelta(days=1)
            return cls.at

    monkeypatch.setattr(conversations, "datetime", Clock)
    shelf = Shelf(tmp_path, "a" * 32)
    for number in range(3):
        shelf.save(Conversation(exchanges=[Exchange(f"Question {number}?")]))
    assert [each.title for each in shelf.listed()] == ["Question 2?", "Question 1?", "Question 0?"]
    shelf.save(shelf.listed()[-1])
    assert shelf.listed()[0].title == "Question 0?"


def test_a_file_is_known_by_its_words_and_not_by_its_time(tmp_path: Path) -> None:
    (folder := tmp_path / "papers").mkdir()
    file = folder / "berths.txt"
    file.write_text("At berth 4 there are 13 boats.", encoding="utf-8")
    with open_store(embedded(tmp_path / "store")) as store:
        sync([folder], store, Settings().passage_tokens)
        file.write_text("At berth 4 there are 14 boats.", encoding="utf-8")
        os.utime(file, (1, 1))
        assert sync([folder], store, Settings().passage_tokens).changed == 1
        document = store.catalog.document("berths.txt")
        assert document
        assert "14 boats" in document.text
        # The day of a document is what it says of itself, and of neither the file's time nor the clock's.
        assert document.published is None
        assert [each.said_on for each in store.catalog.statements("berths.txt")] == []


def test_waiting_for_a_lock_does_not_follow_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = embedded(tmp_path / "store")
    with open_store(settings):
        times = iter(range(2_000_000_000, 0, -86_400))
        monkeypatch.setattr(time, "time", lambda: next(times))
        started = time.monotonic()
        with pytest.raises(StoreBusyError):
            open_store(settings)
        assert time.monotonic() - started < 10


# Two versions


def set_fact(settings: Settings, name: str, value: str) -> None:
    with closing(open_catalog(settings)) as catalog:
        catalog.facts.set(name, value)


@pytest.mark.parametrize(
    ("version", "step"),
    [("4", "run: python -m index --rebuild, which keeps all of it"), ("99", "use that version"), ("x", "use that")],
    ids=["earlier", "later", "unknown"],
)
def test_a_store_of_another_version_is_left_as_it_is(
    new_store: NewStore, gazette_folder: Path, tmp_path: Path, version: str, step: str
) -> None:
    settings = indexed(gazette_folder, new_store(tmp_path / "store"))
    with open_store(settings) as store:
        set_fact(settings, "schema", version)
        # This process is the older one that is still open.
        with pytest.raises(
            StoreError, match=rf"made by another version \({version}, this one reads {SCHEMA_VERSION}\)"
        ):
            sync([papers(tmp_path / "papers", 1, 2)], store, Settings().passage_tokens)
        assert store.catalog.counts()["documents"] == 2
    with pytest.raises(StoreError, match=step):
        open_store(settings)
    with pytest.raises(StoreError, match="made by another version"):
        held_catalog(settings)


def test_vectors_under_the_ids_of_before_are_brought_in_line(
    new_store: NewStore, gazette_folder: Path, tmp_path: Path
) -> None:
    settings = indexed(gazette_folder, new_store(tmp_path / "store"))
    with open_store(settings) as store:
        before = content(store)
        part = store.vectors.passages
        ids = sorted(part.ids())
        held = part._collection.get(ids=ids, include=["embeddings"])
        part._collection.delete(ids=ids)
        part._collection.upsert(ids=[f"old-{number}" for number in range(len(ids))], embeddings=held["embeddings"])
        set_fact(settings, "vectors", "in line")
    with open_store(settings) as store:
        assert content(store) == before
        assert over(store, settings).ask(Turn(HARBOUR)).status == "answered"


# A damaged store


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _flipped(file: Path) -> None:
    draw, held = random.Random(4), bytearray(file.read_bytes())
    for _ in range(200):
        held[draw.randrange(len(held) // 3, len(held))] ^= draw.randrange(1, 256)
    file.write_bytes(held)


def _gone(file: Path) -> None:
    file.unlink()


def _one_letter(file: Path) -> None:
    """Change a letter of a document's text alone, which the database takes for as good as the other one."""
    with closing(sqlite3.connect(file)) as catalog, catalog:
        catalog.execute("UPDATE documents SET text = replace(text, 'forty million', 'fifty million')")


@pytest.mark.parametrize("damage", [_cut, _flipped, _one_letter])
def test_a_damaged_catalog_is_told_and_an_export_recovers_it(
    gazette_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None]
) -> None:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    store, export = str(settings.store), str(tmp_path / "all.otr")
    assert index(["--export", export, "--store", store]) == 0
    capsys.readouterr()
    damage(settings.store / "catalog.sqlite")
    assert rag([HARBOUR, "--store", store]) == 1
    assert "is damaged" in (line := told(capsys))
    assert "move it away, then run: python -m index --import EXPORT, or index the documents again" in line
    assert index(["--export", str(tmp_path / "damaged.otr"), "--store", store]) == 1
    settings.store.rename(tmp_path / "away")
    assert index(["--import", export, "--store", store]) == 0
    assert rag([HARBOUR, "--store", store]) == 0
    assert "forty million" in capsys.readouterr().out


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize(
    ("name", "damage"),
    [("chroma.sqlite3", _cut), ("chroma.sqlite3", _flipped), ("chroma.sqlite3", _gone), ("header.bin", _gone)],
)
def test_damaged_vectors_are_made_anew_from_the_catalog(
    many: Path, tmp_path: Path, name: str, damage: Callable[[Path], None], opened: bool
) -> None:
    settings = embedded(tmp_path / "store")
    shutil.copytree(many, settings.store)
    with closing(open_pipeline(settings)) as pipeline:
        before = same(pipeline.ask(Turn(BERTH)))
        if opened:
            _damage(settings.store, name, damage)
            assert same(pipeline.ask(Turn(BERTH))) == before
    if not opened:
        _damage(settings.store, name, damage)
    with closing(open_pipeline(settings)) as pipeline:
        assert same(pipeline.ask(Turn(BERTH))) == before
        content(pipeline.store)


def test_vectors_that_end_the_process_do_so_once(many: Path, tmp_path: Path) -> None:
    shutil.copytree(many, tmp_path / "store")
    _damage(tmp_path / "store", "header.bin", _flipped)
    command = [sys.executable, "-m", "rag", BERTH, "--store", str(tmp_path / "store")]
    first, second = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True) for _ in range(2))
    assert first.returncode in (0, -signal.SIGSEGV)
    assert second.returncode == 0
    assert "At berth 4 there are" in second.stdout
    with open_store(embedded(tmp_path / "store")) as store:
        content(store)


def _damage(store: Path, name: str, damage: Callable[[Path], None]) -> None:
    for file in list(store.glob(f"chroma-*/**/{name}")):
        damage(file)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of so many passages that Chroma wrote its index for them to disk."""
    folder = papers(tmp_path_factory.mktemp("many") / "papers", 1, 20)
    lines = "\n\n".join(f"The crane of berth {number} lifts {number} crates a day." for number in range(1_100))
    (folder / "cranes.txt").write_text(lines, encoding="utf-8")
    settings = embedded(folder.parent / "store")
    with open_store(settings) as store:
        sync([folder], store, 12)
    assert list(settings.store.rglob("header.bin"))
    return settings.store


def test_a_table_that_was_dropped_is_told(servers: Servers, gazette_folder: Path, tmp_path: Path) -> None:
    settings = indexed(gazette_folder, servers.settings(tmp_path / "store"))
    with open_store(settings) as store, psycopg.connect(settings.catalog_url, autocommit=True) as connection:
        connection.execute("DROP TABLE statements")
        with pytest.raises(StoreError, match=r"is damaged \(a table is missing\)"):
            store.catalog.counts()
        with pytest.raises(StoreError, match=r"is damaged \(the table statements is missing\)"):
            open_store(settings)


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
def test_a_collection_that_was_dropped_is_made_anew(servers: Servers, served: Settings, opened: bool) -> None:
    pipeline: Pipeline = open_pipeline(served)
    before = same(pipeline.ask(Turn(BRIDGE)))
    if not opened:
        pipeline.close()
    place_of(served).remove(1)
    if not opened:
        pipeline = open_pipeline(served)
    with closing(pipeline):
        assert same(pipeline.ask(Turn(BRIDGE))) == before
        content(pipeline.store)


# Passwords and keys

HUSH = "hush-hush"


def _environment(monkeypatch: pytest.MonkeyPatch, settings: Settings, **changed: str) -> None:
    held = {name: getattr(settings, name) for name in ("catalog_url", "chroma_url", "chroma_database")}
    for name, value in {**held, "store": str(settings.store), **changed}.items():
        monkeypatch.setenv(f"ON_THE_RECORD_{name.upper()}", value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"catalog_url": f"postgresql://postgres:{HUSH}@127.0.0.1:PORT/postgres"},
        {"catalog_url": f"postgresql://postgres:{HUSH}@127.0.0.1:1/postgres"},
        {"catalog_url": f"postgresql://postgres:{HUSH}@127.0.0.1:PORT/postgres?nonsense={HUSH}"},
        {"catalog_url": f"postgresql://postgres:crowns@127.0.0.1:{HUSH}/postgres"},
        {"catalog_url": f"mysql://postgres:{HUSH}@127.0.0.1/postgres"},
        {"chroma_url": f"http://harbour:{HUSH}@127.0.0.1:1"},
        {"chroma_url": f"http://127.0.0.1:1/?key={HUSH}", "chroma_database": "default_database"},
        {"chroma_url": f"https://{HUSH}@127.0.0.1:PORT"},
        {"chroma_url": f"http://127.0.0.1:{HUSH}"},
        {"chroma_url": f"http://[{HUSH}"},
        {"chroma_headers": HUSH},
        {"chroma_headers": f"Authorization: Bearer {HUSH}é"},
        {"chroma_headers": f"Two words: {HUSH}"},
        {"chroma_api_key": f"{HUSH}\nmore"},
    ],
)
def test_no_error_tells_a_password(
    servers: Servers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wrong: dict[str, str],
) -> None:
    settings = servers.settings(tmp_path / "store")
    given = {name: value.replace("PORT", str(servers.postgres_port)) for name, value in wrong.items()}
    _environment(monkeypatch, settings, **given, log=str(tmp_path / "log.jsonl"))
    for command, arguments in ((rag, [HARBOUR]), (index, ["--stats"] if "catalog_url" in wrong else [str(ROOT)])):
        assert command(arguments) == 1
        line = told(capsys)
        assert HUSH not in line
        assert f"ON_THE_RECORD_{next(iter(wrong)).upper()}" in line
    with pytest.raises(OnTheRecordError) as raised:
        open_store(from_environment())
    assert HUSH not in "".join(traceback.format_exception(raised.value))
    assert HUSH not in (tmp_path / "log.jsonl").read_text(encoding="utf-8")
    assert HUSH not in repr(from_environment())


def settings_script() -> None:
    from ui.pages import settings_page

    settings_page.page()


def test_nothing_that_is_kept_or_shown_holds_a_password(
    servers: Servers,
    gazette_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = servers.settings(tmp_path / "store")
    port = free_port()
    _environment(
        monkeypatch,
        settings,
        chroma_headers=f"X-Harbour: {HUSH}",
        log=str(tmp_path / "log.jsonl"),
        metrics_port=str(port),
    )
    assert index([str(gazette_folder)]) == 0
    assert index(["--export", str(tmp_path / "all.otr")]) == 0
    assert rag([HARBOUR, "--pack", str(tmp_path / "pack.json")]) == 0
    with open_store(settings) as store, pytest.raises(StoreError, match="refused a query") as raised:
        store.catalog.database.run("INSERT INTO files (id, digest) VALUES (:id, NULL)", id="berths")
    # Where a page leads to is known to the whole app only.
    monkeypatch.setattr("ui.navigation.link", lambda *_: None)
    try:
        page = AppTest.from_function(settings_script, default_timeout=60).run()
        assert not page.exception
        shown = "\n".join(str(each.proto) for each in page.main)
        with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as answer:
            shown += answer.read().decode()
    finally:
        st.cache_resource.clear()
    printed = capsys.readouterr()
    told_ = [shown, printed.out, printed.err, "".join(traceback.format_exception(raised.value))]
    with zipfile.ZipFile(tmp_path / "all.otr") as export:
        told_ += [export.read(name).decode(errors="replace") for name in export.namelist()]
    told_ += [file.read_text(errors="replace") for file in tmp_path.rglob("*") if file.is_file()]
    for each in told_:
        assert HUSH not in each
        assert PASSWORD not in each
