"""Who may do what where sign-in is on: readers ask, editors change; an address that nobody verified is a reader's."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.storage.store import open_store
from index.upload_jobs import Intake
from settings import Settings
from tests.ui.conftest import library_script
from ui import access, adding, gate
from ui.pages import library

EDITOR = "ana@vesk.example"


@pytest.fixture
def store(store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ON_THE_RECORD_EDITORS", EDITOR)
    return store


def signed_in(monkeypatch: pytest.MonkeyPatch, **fields: Any) -> None:
    monkeypatch.setattr(st, "user", {"is_logged_in": True, **fields})


@pytest.mark.parametrize(
    ("user", "may"),
    [
        ({"email": EDITOR, "email_verified": True}, True),
        ({"email": "Ana@Vesk.example"}, True),
        ({"email": EDITOR, "email_verified": False}, False),
        ({"email": EDITOR, "email_verified": "false"}, False),
        ({"email": EDITOR, "email_verified": None}, False),
        ({"email": EDITOR, "email_verified": True, "is_logged_in": False}, False),
        ({"email": "ben@vesk.example", "email_verified": True}, False),
        ({"email_verified": True}, False),
        ({"email": f"{EDITOR},"}, False),
    ],
    ids=[
        "verified",
        "not told",
        "not verified",
        "in words",
        "empty",
        "signed out",
        "a reader",
        "no address",
        "a comma",
    ],
)
def test_only_a_verified_address_of_the_list_may_edit(
    store: Path, monkeypatch: pytest.MonkeyPatch, user: dict[str, Any], may: bool
) -> None:
    signed_in(monkeypatch, **user)
    assert access.may_edit() is may


def evaluation_script() -> None:
    from ui.pages import evaluate

    evaluate.page()


def drawn(app: AppTest) -> str:
    return "\n".join(str(each.proto) for each in app.main)


@pytest.mark.parametrize("email", [EDITOR, "ben@vesk.example"])
def test_a_job_is_its_editors(store: Path, monkeypatch: pytest.MonkeyPatch, email: str, tmp_path: Path) -> None:
    """A reader sees that documents are added, neither which nor a way to stop it."""
    signed_in(monkeypatch, email=email)
    go_on = threading.Event()
    monkeypatch.setattr(Intake, "_index", lambda self, number, *files: (go_on.wait(60) and "done", ()))
    AppTest.from_function(library_script, default_timeout=60).run()
    from ui import session

    session.intake().add({"sealed-indictment.txt": b"The case is sealed."})
    try:
        app = AppTest.from_function(library_script, default_timeout=60).run()
        assert not app.exception
        texts = "\n".join(str(each.proto.body) for each in app.get("html"))
        assert ("sealed-indictment" in texts) is (email == EDITOR)
        assert ("Cancel" in [each.label for each in app.button]) is (email == EDITOR)
        assert email == EDITOR or "Documents are being added" in texts
    finally:
        go_on.set()


def test_what_was_drawn_before_the_right_went_does_nothing(
    store: Path, monkeypatch: pytest.MonkeyPatch, gazette_folder: Path, tmp_path: Path
) -> None:
    signed_in(monkeypatch, email="ben@vesk.example")
    settings = Settings(store=tmp_path / "other")
    with open_store(settings) as opened:
        intake = Intake(lambda: opened, settings.store, settings.passage_tokens)
        library._remove(intake, "2031-03-02-harbour.txt")
        adding.if_editor(intake.cancel, 1)
        assert (intake.jobs(), intake._cancelled) == ([], set())
        intake.close()


@pytest.mark.parametrize("email", [EDITOR, "ben@vesk.example"])
def test_only_editors_start_an_evaluation(store: Path, monkeypatch: pytest.MonkeyPatch, email: str) -> None:
    signed_in(monkeypatch, email=email)
    app = AppTest.from_function(evaluation_script, default_timeout=60).run()
    assert not app.exception
    assert ("Run" in [each.label for each in app.button]) is (email == EDITOR)


PUT = "/_stcore/upload_file/SESSION/file"


def answered(path: str, headers: dict[str, str], waiting: int = 0) -> tuple[int, int]:
    """Return the status that a request of an upload gets, and how often its body was asked for."""
    passed = gate.Gate(_took, gate.names(""))
    statuses: list[int] = []
    asked = 0

    async def receive() -> dict[str, Any]:
        nonlocal asked
        asked += 1
        return {"type": "http.request", "body": b"x", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        statuses.extend([message["status"]] if "status" in message else [])

    sent = [(name.encode(), value.encode()) for name, value in {"host": "localhost:8501", **headers}.items()]
    passed._coming = waiting
    asyncio.run(passed({"type": "http", "method": "PUT", "path": path, "headers": sent}, receive, send))
    assert passed._coming == waiting
    return statuses[0], asked


async def _took(scope: Any, receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "http.response.start", "status": 204, "headers": []})


@pytest.fixture
def uploader() -> Iterator[str]:
    gate.UPLOADERS.admit("SESSION")
    yield "SESSION"
    gate.UPLOADERS.withdraw("SESSION")


def test_an_editors_upload_is_let_through(uploader: str) -> None:
    assert answered(PUT, {"content-length": "1000"}) == (204, 1)


@pytest.mark.parametrize(
    ("headers", "waiting", "status"),
    [
        ({}, 0, 411),
        ({"content-length": "x"}, 0, 411),
        ({"content-length": "-5"}, 0, 411),
        ({"transfer-encoding": "chunked"}, 0, 411),
        ({"content-length": "1000"}, gate.MOST_BYTES_WAITING, 503),
        ({"content-length": "999999999999"}, 0, 413),
    ],
    ids=["no length", "no number", "less than nothing", "in pieces", "too much waits", "too large"],
)
def test_an_upload_without_bounds_is_refused_unread(
    uploader: str, headers: dict[str, str], waiting: int, status: int
) -> None:
    assert answered(PUT, headers, waiting) == (status, 0)


@pytest.mark.parametrize("path", [PUT, f"/base{PUT}", "/_stcore/upload_file/", "/_stcore/upload_file/other/x"])
def test_whoever_may_not_edit_uploads_nothing(path: str) -> None:
    assert answered(path, {"content-length": "10"}) == (403, 0)


def test_of_very_many_sessions_the_latest_may_upload(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MOST_UPLOADERS", 3)
    uploaders = gate.Uploaders()
    for each in "abcda":
        uploaders.admit(each)
    assert [uploaders.may(each) for each in "abcd"] == [True, False, True, True]
    uploaders.withdraw("a")
    assert not uploaders.may("a")
