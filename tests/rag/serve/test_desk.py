"""One store, several processes: whoever comes first has it open, others ask; a service gives way to the chat."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from errors import QuestionError, StoppedError, StoreBusyError
from index.owner_rpc import owner_of
from index.storage import lock
from rag.__main__ import main
from rag.check import evidence_pack
from rag.records import Turn
from rag.serve.desk import Desk
from rag.serve.owner import Current, server, take_over
from settings import Settings
from tests.conftest import GAZETTE, ROOT, embedded, indexed, written
from tests.rag.serve.http.conftest import environment, served

ASKED = {"question": "What did Odran Tell say about the harbour?"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return indexed(written(tmp_path / "docs", GAZETTE), embedded(tmp_path / "store"))


def test_two_desks_share_a_store_whichever_came_first(settings: Settings) -> None:
    first, second = Desk(settings), Desk(settings)
    answers = [each.call("ask", dict(ASKED))["answer"] for each in (first, second, first)]
    assert len(set(answers)) == 1
    with pytest.raises(QuestionError):
        second.call("ask", {"question": ""})
    first.close()
    assert second.call("ask", dict(ASKED))["answer"] == answers[0]
    second.close()
    assert not lock.held(settings.store)


def test_a_service_gives_way_to_the_chat_and_asks_it(settings: Settings) -> None:
    desk = Desk(settings)
    before = desk.call("ask", dict(ASKED))["answer"]
    take_over(settings.store)
    chat = Current(settings)
    serving = server(chat.pipeline, settings)
    serving.start()
    shown: list[str] = []
    assert desk.call("stream", dict(ASKED), shown.append)["answer"] == before
    assert shown
    # A chat is not one to give way.
    take_over(settings.store)
    assert lock.held(settings.store)
    serving.stop()
    chat.close()
    desk._left_until = 0.0
    assert desk.call("ask", dict(ASKED))["answer"] == before
    desk.close()


def test_commands_ask_the_service_and_index_through_it(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.__main__ import main as index

    with served(settings.store) as address, httpx.Client(base_url=address, timeout=60) as client:
        assert main([ASKED["question"], "--store", str(settings.store)]) == 0
        assert "forty million" in capsys.readouterr().out
        written(tmp_path / "docs", {"ferry.txt": "“The ferry sails at nine,” said Captain Jora Wend on 5 May 2031.\n"})
        assert index([str(tmp_path / "docs"), "--store", str(settings.store)]) == 0
        answer = client.post("/v1/ask", json={"question": "What did Jora Wend say about the ferry?"}).json()
        assert "sails at nine" in answer["answer"]


def test_a_killed_owner_is_followed_by_the_service(settings: Settings) -> None:
    command = [sys.executable, "-m", "rag", "serve", "--port", "0"]
    owner = subprocess.Popen(command, env=environment(settings.store), stderr=subprocess.PIPE, cwd=ROOT, text=True)
    assert owner.stderr is not None
    owner.stderr.readline()
    try:
        assert owner_of(settings.store) is not None
        with served(settings.store) as address, httpx.Client(base_url=address, timeout=60) as client:
            before = client.post("/v1/ask", json=ASKED).json()["answer"]
            os.kill(owner.pid, signal.SIGKILL)
            owner.wait(10)
            assert client.post("/v1/ask", json=ASKED).json()["answer"] == before
    finally:
        owner.kill()
        owner.wait(10)
        owner.stderr.close()


def test_a_store_that_nobody_answers_for_is_waited_for_so_long(settings: Settings) -> None:
    holder = lock.StoreLock(settings.store)
    holder.acquire(1)
    with pytest.raises(StoreBusyError):
        Desk(settings, patience=0.3).call("ask", dict(ASKED))
    holder.release()


def test_the_chat_opens_a_store_that_a_service_had_first(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.session import _OpenStore

    monkeypatch.setenv("ON_THE_RECORD_STORE", str(settings.store))
    monkeypatch.setenv("ON_THE_RECORD_LOCK_SECONDS", "20")
    with served(settings.store) as address, httpx.Client(base_url=address, timeout=60) as client:
        before = client.post("/v1/ask", json=ASKED).json()["answer"]
        chat = _OpenStore()
        assert f"process {os.getpid()} " in lock.holder(settings.store)
        assert client.post("/v1/ask", json=ASKED).json()["answer"] == before
        assert chat.current().ask(Turn(ASKED["question"])).to_json()["answer"] == before
        chat.close()
        assert client.post("/v1/ask", json=ASKED).json()["answer"] == before


def test_a_job_of_the_service_goes_on_in_the_chat_that_took_its_store(settings: Settings, tmp_path: Path) -> None:
    folder = written(tmp_path / "many", {str(at): f"“Pier {at} is shut,” said Ana Tell." for at in range(200)})
    files = [[f"pier-{each.name}.txt", each.name] for each in sorted(folder.iterdir())]
    desk = Desk(settings)
    job = desk.call("add", {"folder": str(folder), "files": files, "same_name": "refuse"})["id"]
    take_over(settings.store)
    chat = Current(settings)
    serving = server(chat.pipeline, settings, intake=chat.intake)
    serving.start()
    assert desk.call("job", {"job": job})["state"] in ("cancelled", "done")
    desk.call("take_up", {"job": job})
    deadline = time.monotonic() + 120
    while (told := desk.call("job", {"job": job}))["state"] != "done" and time.monotonic() < deadline:
        assert told["state"] in ("waiting", "running"), told
        time.sleep(0.05)
    assert desk.call("documents", {"document": "uploads/pier*"})["count"] == 200
    serving.stop()
    chat.close()
    desk.close()


def test_what_takes_long_ends_at_its_next_step_when_the_desk_is_closed(settings: Settings) -> None:
    desk = Desk(settings)
    draft = {"text": "Odran Tell said: “The harbour cost forty million crowns and took six years.”\n\n" * 300}
    pack = {"pack": evidence_pack.packed([desk.call("ask", dict(ASKED))] * 5_000, settings)}
    for name, payload in (("draft", draft), ("verify", pack)):
        begun, shown = threading.Event(), list[str]()

        def show(message: str, begun: threading.Event = begun, shown: list[str] = shown) -> None:
            shown.append(message)
            begun.set()

        with ThreadPoolExecutor(1) as pool:
            work = pool.submit(desk.call, name, payload, show)
            assert begun.wait(60)
            before = time.monotonic()
            desk.close()
            assert time.monotonic() - before < 10
            with pytest.raises(StoppedError):
                work.result(10)
        assert len(shown) < 300
        with pytest.raises(StoppedError):
            desk.call("health", {})
        desk = Desk(settings)
