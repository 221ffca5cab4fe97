"""The log and the port of metrics while pages are drawn, over a real store."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.store import open_store
from rag import pipeline as stages
from settings import Settings
from tests.conftest import ROOT, embedded, indexed

HARBOUR = "What did Odran Tell say about the harbour?"


@pytest.fixture
def watched(gazette_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of an app that writes a log; the app is not drawn yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    indexed(gazette_folder, embedded(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("ON_THE_RECORD_LOG", str(tmp_path / "log.jsonl"))
    monkeypatch.setenv("ON_THE_RECORD_METRICS_PORT", str(port))
    yield port
    st.cache_resource.clear()


def asked(question: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    return app.chat_input[0].set_value(question).run()


def lines(tmp_path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def health(port: int) -> tuple[int, dict[str, Any]]:
    try:
        with urlopen(f"http://127.0.0.1:{port}/health", timeout=20) as answer:
            return answer.status, json.loads(answer.read())
    except HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def test_a_question_in_the_chat_is_logged_and_counted(watched: int, tmp_path: Path) -> None:
    app = asked(HARBOUR)
    assert not app.exception
    status, told = health(watched)
    assert (status, told["status"], told["documents"]) == (200, "ok", 2)
    with urlopen(f"http://127.0.0.1:{watched}/metrics", timeout=20) as answer:
        assert 'on_the_record_questions_total{kind="statements",status="answered"} 1.0' in answer.read().decode()
    st.cache_resource.clear()
    assert [each["event"] for each in lines(tmp_path)] == ["start", "question", "stop"]
    with pytest.raises(OSError, match="refused"):
        health(watched)


def test_a_store_that_another_process_holds_is_told_by_health(watched: int, tmp_path: Path) -> None:
    with open_store(Settings(store=tmp_path / "store")):
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        assert app.error
        assert health(watched) == (503, {"status": "failing", "reason": "StoreBusyError"})
    assert health(watched)[0] == 200


def test_a_defect_tells_the_reader_where_it_stands_in_the_log(
    watched: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compose(*_: Any) -> Any:
        raise ZeroDivisionError("nobody asked the fishermen")

    monkeypatch.setattr(stages.compose, "cite", compose)
    monkeypatch.setattr(stages.statements, "form", compose)
    app = asked(HARBOUR)
    assert not app.exception
    (question,) = [each for each in lines(tmp_path) if each["event"] == "question"]
    assert question["error"] == "ZeroDivisionError"
    assert f"request {question['request']}" in app.warning[0].value
    assert "fishermen" not in app.warning[0].value
    assert any(each.startswith("rag/pipeline.py:") for each in question["frames"])


def test_a_port_that_is_taken_is_told_on_the_page(watched: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", watched))
        taken.listen()
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert "METRICS" in app.error[0].value
