from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from errors import DocumentError, SettingError
from index.events import Log, open_log
from index.run_report import Progress
from index.storage.store import open_store
from index.sync import sync
from settings import Settings

FERRY = "The ferry of Vesk sails at noon."


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_who_listens_hears_of_events() -> None:
    log = Log()
    log.emit("start")
    assert not log.is_heard
    heard: list[Any] = []
    log.listen(heard.append)
    log.emit("index", added=2)
    assert log.is_heard
    (one,) = heard
    assert one["event"] == "index"
    assert one["added"] == 2
    assert one["time"].endswith("+00:00")


def test_a_file_that_was_moved_away_is_created_again(tmp_path: Path) -> None:
    log = open_log(str(tmp_path / "log.jsonl"))
    log.emit("start")
    (tmp_path / "log.jsonl").rename(tmp_path / "log.1.jsonl")
    log.emit("stop")
    assert [each["event"] for each in lines(tmp_path / "log.1.jsonl") + lines(tmp_path / "log.jsonl")] == [
        "start",
        "stop",
    ]


def test_a_dash_is_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    open_log("-").emit("start")
    output = capsys.readouterr()
    assert json.loads(output.err)["event"] == "start"
    assert not output.out


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="name another file"):
        open_log(str(tmp_path / "nowhere" / "log.jsonl"))


def test_a_disk_that_is_gone_costs_a_line_only(tmp_path: Path) -> None:
    folder = tmp_path / "mounted"
    folder.mkdir()
    log = open_log(str(folder / "log.jsonl"))
    (folder / "log.jsonl").unlink()
    folder.rmdir()
    log.emit("start")


def test_an_index_run_is_counted_and_names_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "Quillpapers"
    folder.mkdir()
    (folder / "ferrynotes.txt").write_text(FERRY, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"no pdf")
    settings = Settings(store=tmp_path / "store", log=str(tmp_path / "log.jsonl"))
    with open_store(settings) as store:
        sync([folder], store, settings.passage_tokens)
    start, run, stop = lines(tmp_path / "log.jsonl")
    assert (start["event"], start["documents"], stop["event"]) == ("start", 0, "stop")
    assert (run["event"], run["added"], run["failed"], run["passages"]) == ("index", 1, 1, 1)
    assert run["error"] is None
    assert run["seconds"] > 0
    text = (tmp_path / "log.jsonl").read_text(encoding="utf-8")
    for each in ("Quillpapers", "ferrynotes", "scan", "ferry", "Vesk", str(tmp_path)):
        assert each not in text


def test_an_index_run_that_stops_is_logged_with_the_kind_of_its_error(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    settings = Settings(store=tmp_path / "store", log=str(tmp_path / "log.jsonl"))

    def stop(where: Progress) -> None:
        raise DocumentError("Vesk is nobody's business")

    with open_store(settings) as store, pytest.raises(DocumentError):
        sync([tmp_path / "ferry.txt"], store, settings.passage_tokens, progress=stop)
    run = lines(tmp_path / "log.jsonl")[1]
    assert (run["event"], run["error"]) == ("index", "DocumentError")
    assert "Vesk" not in (tmp_path / "log.jsonl").read_text(encoding="utf-8")
