"""Stopped in the middle of questions and started again: each is answered or told that it is not, none is lost."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from benchmarks.servers import free_port
from rag.serve.http.command import listening
from rag.serve.http.connections import let_nobody_in
from settings import Settings
from tests.conftest import GAZETTE, ROOT, embedded, indexed, written
from tests.rag.serve.http.conftest import environment

ASKED = {"question": "What did Odran Tell say about the harbour?"}
CLIENTS, STARTS = 4, 3
CUT = 0 if sys.platform == "linux" else 2
"""So many connections the system may have taken in the moment in which the service closes, for each stop."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = written(tmp_path_factory.mktemp("restart-texts"), GAZETTE)
    return indexed(folder, embedded(tmp_path_factory.mktemp("restart") / "store"))


@contextmanager
def started(store: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Give a service at a port as soon as it listens."""
    command = [sys.executable, "-m", "rag", "serve", "--port", str(port)]
    given = environment(store, questions_per_minute="0")
    with subprocess.Popen(command, env=given, stderr=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stderr is not None
        try:
            assert re.search(r"http://\S+:\d+", process.stderr.readline())
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be told to make no new connections")
@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_who_comes_when_it_stops_waits_and_who_had_come_is_heard(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with listening(host, 0) as place:
        before = socket.create_connection(place.getsockname()[:2], timeout=5)
        let_nobody_in(place)
        with socket.socket(family) as after:
            after.settimeout(0.3)
            with pytest.raises(TimeoutError):
                after.connect(place.getsockname()[:2])
        taken, _ = place.accept()
        with before, taken:
            before.sendall(b"heard")
            assert taken.recv(5) == b"heard"


def test_what_is_being_answered_when_it_is_stopped_is_finished(store: Settings) -> None:
    port = free_port()
    begun = threading.Barrier(CLIENTS + 1)

    def ask(_: int) -> tuple[int, str]:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as own:
            # Connected before it is stopped, so that the question is the service's to answer.
            own.get("/v1/health")
            begun.wait(60)
            response = own.post("/v1/ask", json={**ASKED, "stream": True})
            return response.status_code, response.text

    with started(store.store, port) as process, ThreadPoolExecutor(CLIENTS) as pool:
        asked = [pool.submit(ask, number) for number in range(CLIENTS)]
        begun.wait(60)
        time.sleep(0.15)
        process.send_signal(signal.SIGTERM)
        told = [each.result(60) for each in asked]
        assert process.wait(30) in (0, -signal.SIGTERM)
    assert {status for status, _ in told} == {200}
    assert all("event: answer\n" in text and "forty million" in text for _, text in told)


def test_no_question_is_lost_when_it_is_started_again(store: Settings) -> None:
    port, over = free_port(), threading.Event()
    answered, told, lost = [0] * CLIENTS, [0] * CLIENTS, list[str]()
    cut, stopped = list[str](), list[str]()

    def ask(number: int) -> None:
        while not over.is_set():
            try:
                # A connection for each question: certificates, of which there are none here, would be read for each.
                response = httpx.post(f"http://127.0.0.1:{port}/v1/ask", json=ASKED, timeout=60, verify=False)
            except httpx.ConnectError:
                # Nobody listens: the client knows that nothing was asked.
                told[number] += 1
                time.sleep(0.05)
                continue
            except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError) as error:
                # The system had taken the connection when the service stopped to listen, and nobody read it.
                cut.append(f"{error!r} at {time.monotonic():.2f}")
                continue
            if response.status_code == 200 and "forty million" in response.json()["answer"]:
                answered[number] += 1
            elif response.status_code != 503:
                lost.append(response.text)

    with ThreadPoolExecutor(CLIENTS) as pool:
        asking = [pool.submit(ask, number) for number in range(CLIENTS)]
        try:
            for _ in range(STARTS):
                before = list(answered)
                with started(store.store, port) as process:
                    deadline = time.monotonic() + 60
                    while min(a - b for a, b in zip(answered, before, strict=True)) < 2:
                        assert time.monotonic() < deadline, (answered, lost)
                        time.sleep(0.02)
                    process.send_signal(signal.SIGTERM)
                    stopped.append(f"told to stop at {time.monotonic():.2f}")
                    assert process.wait(30) in (0, -signal.SIGTERM)
                    stopped.append(f"stopped at {time.monotonic():.2f}: {process.stderr and process.stderr.read()}")
        finally:
            over.set()
        for each in asking:
            each.result(90)
    assert lost == [], stopped
    assert len(cut) <= CUT * STARTS, (cut, stopped)
    assert min(answered) >= 2 * STARTS
    assert sum(told) > 0
    assert os.listdir(store.store)
