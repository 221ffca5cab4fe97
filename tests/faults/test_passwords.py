"""Passwords and keys of servers: in no error, log, page, pack or export."""

from __future__ import annotations

import traceback
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.servers import PASSWORD, Servers, free_port
from errors import OnTheRecordError, StoreError
from index.__main__ import main as index
from index.storage.store import open_store
from rag.__main__ import main as rag
from settings import Settings, from_environment
from tests.conftest import ROOT
from tests.faults.machine import HARBOUR, error_line

HUSH = "hush-hush"


def _environment(monkeypatch: pytest.MonkeyPatch, settings: Settings, **changed: str) -> None:
    places = {name: getattr(settings, name) for name in ("catalog_url", "chroma_url", "chroma_database")}
    for name, value in {**places, "store": str(settings.store), **changed}.items():
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
def test_no_error_shows_a_password(
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
        line = error_line(capsys)
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


def test_nothing_that_is_kept_or_shown_has_a_password(
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
    texts = [shown, printed.out, printed.err, "".join(traceback.format_exception(raised.value))]
    with zipfile.ZipFile(tmp_path / "all.otr") as export:
        texts += [export.read(name).decode(errors="replace") for name in export.namelist()]
    texts += [file.read_text(errors="replace") for file in tmp_path.rglob("*") if file.is_file()]
    for each in texts:
        assert HUSH not in each
        assert PASSWORD not in each
