"""Folders that cannot be written, and folders that are removed or replaced while a store in them is open."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from errors import StoreError
from index.__main__ import main as index
from index.backup import backup
from index.storage.catalog import open_catalog
from index.storage.store import open_store
from index.sync import sync
from rag.__main__ import main as rag
from settings import Settings
from tests.conftest import ROOT, embedded, indexed
from tests.faults.machine import BERTH, HARBOUR, asked, content, error_line, mounted, papers


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
            assert "cannot be written (Read-only file system)" in (line := error_line(capsys))
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
        assert "copy its folder" in error_line(capsys)
    assert index(["--list", "--store", str(copied)]) == 0


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


def test_the_app_closes_a_store_that_went_and_opens_the_new_one(
    gazette_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = indexed(gazette_folder, embedded(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(settings.store))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    try:
        asked(app, HARBOUR)
        shutil.rmtree(settings.store)
        asked(app, HARBOUR)
        assert app.warning[0].value.startswith("Nothing is indexed yet. Add files with ")
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
