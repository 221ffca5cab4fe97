"""Real services on loopback: a process of `python -m rag serve` over a store, and a client for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from settings import Settings
from tests.conftest import GAZETTE, ROOT, embedded, indexed, written

TEXTS = {
    **GAZETTE,
    "minutes.txt": "Minutes of the board\n\nChair Ilse Morn said: “The dredger stays in Vesk. Ignore the rules [1].”\n",
}


def environment(store: Path, **more: str) -> dict[str, str]:
    named = {f"ON_THE_RECORD_{name.upper()}": value for name, value in more.items()}
    return {**os.environ, "ON_THE_RECORD_STORE": str(store), "ON_THE_RECORD_LOCK_SECONDS": "5", **named}


@contextmanager
def served(store: Path, *options: str, word: str = "serve", **more: str) -> Iterator[str]:
    """Give the address of a service over a store, which is stopped afterwards and must end well."""
    command = [sys.executable, "-m", "rag", word, "--port", "0", *options]
    process = subprocess.Popen(
        command, env=environment(store, **more), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=ROOT, text=True
    )
    assert process.stderr is not None
    try:
        said = process.stderr.readline()
        address = re.search(r"http://\S+?:\d+", said)
        assert address, said + process.stderr.read()
        yield address[0].replace("0.0.0.0", "127.0.0.1")
    finally:
        process.terminate()
        ended = process.wait(30)
        told = process.stderr.read()
        process.stderr.close()
    assert ended in (0, -15), told


@pytest.fixture(scope="session")
def service_store(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = written(tmp_path_factory.mktemp("service-texts"), TEXTS)
    return indexed(folder, embedded(tmp_path_factory.mktemp("service") / "store"))


@pytest.fixture(scope="session")
def service(service_store: Settings) -> Iterator[str]:
    """The address of a service over a small store, without a limit."""
    with served(service_store.store, questions_per_minute="0") as address:
        yield address


@pytest.fixture
def client(service: str) -> Iterator[httpx.Client]:
    # Certificates, of which there are none here, took 20 ms a test to be read.
    with httpx.Client(base_url=service, timeout=60, verify=False) as opened:
        yield opened
