"""What is different where the store lies on servers: many processes, one writer at a time, a proxy before Chroma."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psycopg
import pytest

from benchmarks.servers import PASSWORD, Servers, environment
from benchmarks.speed.load import readers_ask
from benchmarks.speed.serving import served
from errors import OnTheRecordError, SettingError, StoreBusyError, StoreError
from index.storage.embeddings import question_vectors
from index.storage.store import open_store
from index.sync import sync
from rag.records import Turn
from rag.serve.owner import Current
from settings import Settings
from tests.conftest import ROOT, indexed

QUESTION = "What did Odran Tell say about the harbour?"


@pytest.fixture
def settings(servers: Servers, tmp_path: Path) -> Settings:
    return servers.settings(tmp_path / "store")


def command(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, **environment(settings)}
    return subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, env=variables, capture_output=True, text=True)


def test_the_commands_work_on_servers(settings: Settings, gazette_folder: Path, tmp_path: Path) -> None:
    ran = command(settings, "index", str(gazette_folder), "--json")
    assert json.loads(ran.stdout)["documents"]["added"] == 2, ran.stderr
    assert json.loads(command(settings, "index", "--stats", "--json").stdout)["documents"] == 2
    answer = json.loads(command(settings, "rag", QUESTION, "--json").stdout)
    assert answer["citations"][0]["text"].startswith("The harbour cost forty million crowns")
    ran = command(settings, "index", "--export", str(tmp_path / "gazette.otr"))
    assert (ran.returncode, ran.stderr) == (0, "") or "documents" in ran.stderr
    assert not (settings.store / "catalog.sqlite").exists()


def test_processes_see_each_others_documents(settings: Settings, gazette_folder: Path, tmp_path: Path) -> None:
    one, other = Current(settings), Current(settings)
    papers = tmp_path / "papers"
    shutil.copytree(gazette_folder, papers)
    sync([papers], one.pipeline().store, 128)
    assert other.pipeline().ask(Turn(QUESTION)).status == "answered"
    for each in papers.iterdir():
        each.unlink()
    (papers / "1.txt").write_text("Nothing was said.")
    sync([papers], other.pipeline().store, 128, prune=True)
    assert one.pipeline().ask(Turn(QUESTION)).status == "not_found"
    one.close()
    other.close()


def test_processes_see_each_others_corrections(settings: Settings, gazette_folder: Path) -> None:
    indexed(gazette_folder, settings)
    one, other = Current(settings), Current(settings)
    assert other.pipeline().ask(Turn(QUESTION)).status == "answered"
    ran = command(settings, "index", "--set", "2031-03-02-harbour.txt", "published=2031-03-09", "--json")
    assert json.loads(ran.stdout)["published"] == "2031-03-09", ran.stderr
    for each in (one, other):
        assert each.pipeline().ask(Turn(QUESTION)).citations[0].said_on == "2031-03-09"
    with one.pipeline().store.writing:
        ran = command(settings, "index", "--unset", "2031-03-02-harbour.txt", "published")
        assert (ran.returncode, "is being changed by" in ran.stderr) == (1, True)
    assert command(settings, "index", "--unset", "2031-03-02-harbour.txt", "published").returncode == 0
    assert other.pipeline().ask(Turn(QUESTION)).citations[0].said_on == "2031-03-02"
    one.close()
    other.close()


def test_two_apps_answer_over_the_same_servers(settings: Settings, gazette_folder: Path, tmp_path: Path) -> None:
    indexed(gazette_folder, settings)
    variables = environment(settings)
    with (
        served(tmp_path / "one", tmp_path / "one.log", variables) as one,
        served(tmp_path / "other", tmp_path / "other.log", variables) as other,
    ):
        for app in (one, other):
            seen = asyncio.run(readers_ask(app, [QUESTION], readers=2, asked=4))
            assert (seen["questions"], seen["errors"]) == (4, 0)


def test_one_process_writes_at_a_time_and_is_named(settings: Settings, gazette_folder: Path) -> None:
    with open_store(settings) as one, open_store(settings) as other:
        with one.writing, pytest.raises(StoreBusyError, match=f"being changed by On the Record, process {os.getpid()}"):
            sync([gazette_folder], other, 128)
        assert sync([gazette_folder], other, 128).added == 2


def test_who_lost_his_turn_writes_nothing(settings: Settings, servers: Servers, gazette_folder: Path) -> None:
    with open_store(settings) as one, open_store(settings) as other:
        one.writing.__enter__()
        with psycopg.connect(servers.address(), autocommit=True) as admin:
            # What a restart of the server does to the lock of who was writing.
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
            )
        assert sync([gazette_folder], other, 128).added == 2
        with pytest.raises(StoreBusyError, match="began to change"):
            one.catalog.writer.remove(["2031-03-02-harbour.txt"])
        one.writing.__exit__(None, None, None)
        assert len(one.catalog.documents()) == 2


def test_a_reader_follows_to_the_new_set_of_vectors(settings: Settings, gazette_folder: Path) -> None:
    indexed(gazette_folder, settings)
    with open_store(settings) as one, open_store(settings) as other:
        vector = question_vectors(other.embeddings, "the harbour").vector
        found = other.search(vector, 3)
        with one.writing:
            one.rebuild_vectors()
        with other.catalog.reading():
            assert other.search(vector, 3) == found
        assert other.vectors.number == one.vectors.number == 2


def test_a_catalog_on_a_server_needs_vectors_on_one(settings: Settings) -> None:
    with pytest.raises(SettingError, match="without ON_THE_RECORD_CHROMA_URL"):
        open_store(replace(settings, chroma_url=""))


def test_vectors_on_a_server_go_with_a_catalog_in_a_folder(settings: Settings, gazette_folder: Path) -> None:
    alone = indexed(gazette_folder, replace(settings, catalog_url=""))
    with pytest.raises(StoreBusyError), open_store(alone), open_store(alone):
        pass


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"catalog_url": "mysql://localhost/x"}, "not the address of PostgreSQL"),
        ({"catalog_url": f"postgresql://postgres:{PASSWORD}0@127.0.0.1:{{port}}/x"}, "rejects this user"),
        ({"catalog_url": "postgresql://postgres@127.0.0.1:1/x"}, "does not answer"),
        ({"chroma_url": "localhost:8000"}, "not the address of a server"),
        ({"chroma_url": "http://127.0.0.1:1"}, "does not answer"),
        ({"chroma_headers": "no colon"}, "CHROMA_HEADERS cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_set_wrong_is_named(
    settings: Settings, servers: Servers, changed: dict[str, str], message: str
) -> None:
    given = {name: value.replace("{port}", str(servers.postgres_port)) for name, value in changed.items()}
    with pytest.raises(OnTheRecordError, match=message) as raised:
        open_store(replace(settings, **given))  # type: ignore[arg-type]
    assert PASSWORD not in str(raised.value)


@contextmanager
def door(port: int, name: str, value: str) -> Iterator[int]:
    """Serve a proxy before a server that lets through only who sends a header; yield its port."""

    class Request(BaseHTTPRequestHandler):
        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get(name) != value:
                self.send_error(403)
                return
            inner = HTTPConnection("127.0.0.1", port)
            inner.request(self.command, self.path, body, {"Content-Type": "application/json"})
            reply = inner.getresponse()
            content = reply.read()
            inner.close()
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.headers.get("Content-Type", "application/json"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None: ...

    for method in ("GET", "POST", "PUT", "DELETE"):
        setattr(Request, f"do_{method}", Request.pass_on)
    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Request)
    thread = threading.Thread(target=proxy.serve_forever, daemon=True)
    thread.start()
    yield proxy.server_address[1]
    proxy.shutdown()
    proxy.server_close()


def test_headers_open_a_proxy_before_chroma(settings: Settings, servers: Servers, gazette_folder: Path) -> None:
    with door(servers.chroma_port, "X-Door", "open sesame") as port:
        behind = replace(settings, chroma_url=f"http://127.0.0.1:{port}")
        with pytest.raises(StoreError, match=r"refused \(HTTP 403\)"):
            open_store(behind)
        let_in = replace(behind, chroma_headers="X-Door: open sesame")
        indexed(gazette_folder, let_in)
        with open_store(let_in) as store:
            assert store.vector_count() == len(store.catalog.vector_ids())
