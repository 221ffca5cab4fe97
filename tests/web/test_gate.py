"""What the served app lets in: requests meant for it, and nothing that makes it reach out of the machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from benchmarks.speed.serving import Served, served
from tests.conftest import SAMPLE, embedded, indexed
from tests.web.conftest import left_the_machine

HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Protocol": "streamlit",
}


def status(address: str, path: str, *headers: tuple[str, str], method: str = "GET") -> int:
    """Return the status of the answer to a request of our own making."""
    port = int(urlsplit(address).port or 0)
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall("\r\n".join(lines).encode("latin-1"))
        return int(connection.makefile("rb").readline().split()[1])


def handshake(address: str, host: str, origin: str | None) -> int:
    origins = [("Origin", origin)] if origin is not None else []
    return status(address, "/_stcore/stream", ("Host", host), *HANDSHAKE.items(), *origins)


@pytest.fixture(scope="module")
def behind_a_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("proxied")
    with served(folder / "store", folder / "log", {"ON_THE_RECORD_HOSTS": "record.example, Notes.example"}) as running:
        yield running


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "LOCALHOST", "localhost."])
def test_the_names_of_this_machine_are_let_in(address: str, name: str) -> None:
    host = f"{name}:{urlsplit(address).port}"
    assert status(address, "/_stcore/health", ("Host", host)) == 200
    assert handshake(address, host, f"http://{host}") == 101
    assert handshake(address, host, None) == 101


HOSTS = {
    "another site's name": "evil.example:8711",
    "it without a port": "evil.example",
    "an address of a network": "192.0.2.7:8501",
    "a name that begins alike": "localhost.evil.example",
    "a name that ends alike": "evil-localhost",
    "with a user": "localhost@evil.example",
    "with a path": "localhost/evil.example",
    "no name": "",
    "any address": "0.0.0.0:8501",
    "no port": "localhost:x",
}


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/media/x", "/library"])
def test_another_name_is_refused_before_anything_is_served(address: str, host: str, path: str) -> None:
    assert status(address, path, ("Host", host)) in (400, 403)


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_another_name_opens_no_session(address: str, host: str) -> None:
    assert handshake(address, host, f"http://{host}") in (400, 403)
    assert handshake(address, host, None) in (400, 403)


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://localhost:3000",
        "http://127.0.0.1",
        "null",
        "",
        "file://",
        "http://localhost@evil.example",
        "http://localhost.evil.example:8501",
        "http://0.0.0.0:8501",
    ],
)
def test_a_page_of_another_origin_opens_no_session(address: str, origin: str) -> None:
    host = f"localhost:{urlsplit(address).port}"
    assert handshake(address, host, origin) == 403
    assert status(address, "/_stcore/host-config", ("Host", host), ("Origin", origin)) == 403


def test_two_hosts_are_none(address: str) -> None:
    host = f"localhost:{urlsplit(address).port}"
    assert status(address, "/_stcore/health", ("Host", host), ("Host", "evil.example")) in (400, 403)


@pytest.mark.parametrize("name", ["record.example", "notes.example", "RECORD.example:443"])
def test_a_name_of_the_setting_is_let_in(behind_a_proxy: Served, name: str) -> None:
    assert status(behind_a_proxy.address, "/_stcore/health", ("Host", name)) == 200
    assert handshake(behind_a_proxy.address, name, f"https://{name}") == 101


def test_other_names_stay_out_behind_a_proxy(behind_a_proxy: Served) -> None:
    assert handshake(behind_a_proxy.address, "evil.example", "https://evil.example") == 403
    assert handshake(behind_a_proxy.address, "record.example", "http://localhost:3000") == 403


def test_an_upload_is_refused_before_its_body(address: str) -> None:
    """Nobody was shown where to upload under this session: the answer comes though the body never does."""
    host = f"localhost:{urlsplit(address).port}"
    headers = ("Host", host), ("Content-Length", "90000000"), ("Content-Type", "multipart/form-data; boundary=x")
    assert status(address, "/_stcore/upload_file/made-up/x", *headers, method="PUT") == 403


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_nothing_leaves_the_machine_seen_from_the_kernel(tmp_path: Path) -> None:
    """The process and its children, from its start over foreign origins and hosts, connect to this machine alone."""
    settings = indexed(SAMPLE, embedded(tmp_path / "store"))
    with served(settings.store, tmp_path / "log") as running:
        seen = tmp_path / "seen"
        command = ["strace", "-f", "-e", "trace=connect,sendto,sendmsg", "-o", str(seen), "-p", str(running.process)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            attached = "attached" in tracer.stderr.readline()
            port = urlsplit(running.address).port
            for origin in ("http://evil.example", "http://localhost:3000", f"http://127.0.0.1:{port}", None):
                handshake(running.address, f"127.0.0.1:{port}", origin)
            status(running.address, "/_stcore/health", ("Host", "evil.example"))
            tracer.terminate()
    if not attached:
        pytest.skip("strace may not look at other processes here")
    lines = [line for line in seen.read_text(errors="replace").splitlines() if "AF_INET" in line]
    assert [line for line in lines if "127.0.0.1" not in line and '"::1"' not in line] == []


def test_what_is_watched_would_be_seen(tmp_path: Path) -> None:
    """The watch itself works: an address elsewhere is written down, one of this machine is not counted."""
    heard = tmp_path / "heard"
    code = "import socket; s = socket.socket(type=socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))"
    environment = {**os.environ, "ON_THE_RECORD_TEST_WATCH": str(heard)}
    subprocess.run([shutil.which("python3") or "python3", "-c", code], env=environment, check=False)
    watched = heard.read_text()
    assert left_the_machine(watched) == [line for line in watched.splitlines() if "192.0.2.1" in line] != []


def test_no_other_page_shows_it_in_a_frame(address: str) -> None:
    port = int(urlsplit(address).port or 0)
    for path in ("/", "/_stcore/health", "/library"):
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as reply:
            assert reply.headers["X-Frame-Options"] == "SAMEORIGIN"
            assert reply.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
