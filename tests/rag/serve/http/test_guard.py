"""What every request passes: addresses, lengths, tokens, limits; and that errors are problem details."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import pytest

from rag.__main__ import main
from rag.serve.http.connections import allow_many
from rag.serve.http.guard import Access, Guard
from rag.serve.tokens import Tokens
from settings import Settings
from tests.conftest import GAZETTE, embedded, indexed, written
from tests.rag.serve.http.conftest import served

ASKED = {"question": "What did Odran Tell say about the harbour?"}


def is_problem(response: httpx.Response, status: int) -> bool:
    told = response.json()
    return (
        response.status_code == status == told["status"]
        and response.headers["content-type"] == "application/problem+json"
        and {"type", "title", "detail"} <= told.keys()
    )


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost:1"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Authorization": "Bearer whatever-a-client-sends"}, 200),
    ],
)
def test_pages_of_other_sites_reach_nothing(headers: dict[str, str], status: int, client: httpx.Client) -> None:
    response = client.get("/v1/coverage", headers=headers)
    assert response.status_code == status
    assert "access-control-allow-origin" not in response.headers
    assert response.headers["x-content-type-options"] == "nosniff"
    preflight = client.options("/v1/ask", headers={**headers, "Access-Control-Request-Method": "POST"})
    assert preflight.status_code in (403, 405)


def test_long_bodies_are_refused_unread(client: httpx.Client) -> None:
    assert is_problem(client.post("/v1/ask", content=b"x" * 1_000_001), 413)
    assert is_problem(client.post("/v1/ask", content=iter([b"x" * 600_000] * 2)), 413)
    assert client.post("/v1/ask", json=ASKED).status_code == 200


def test_fifty_megabytes_cost_nobody_anything(service: str) -> None:
    host, port = service.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 10) as connection:
        connection.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n")
        assert b" 413 " in connection.recv(4096)


def test_a_thousand_idle_connections_hold_up_nobody(service: str, client: httpx.Client) -> None:
    host, port = service.removeprefix("http://").split(":")
    allow_many()
    idle = [socket.create_connection((host, int(port)), 10) for _ in range(1_000)]
    try:
        for each in idle[:100]:
            each.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{")
        for each in idle[100:200]:
            each.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: local")
        started = time.monotonic()
        assert client.post("/v1/ask", json=ASKED).status_code == 200
        assert time.monotonic() - started < 20
        # Neither one on which nothing is asked nor one on which a request does not go on stays open.
        for each in (idle[100], idle[999]):
            each.settimeout(60)
            assert each.recv(100) == b""
    finally:
        for each in idle:
            each.close()


def test_a_slow_reader_holds_up_nobody(service: str, client: httpx.Client) -> None:
    host, port = service.removeprefix("http://").split(":")
    body = b'{"question": "What did Odran Tell say about the harbour?", "stream": true}'
    head = f"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    slow = []
    try:
        for _ in range(20):
            each = socket.socket()
            each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            each.connect((host, int(port)))
            each.sendall(head.encode() + b"\r\n\r\n" + body)
            slow.append(each)
        assert client.post("/v1/ask", json=ASKED).status_code == 200
    finally:
        for each in slow:
            each.close()


def test_so_many_requests_are_open_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.serve.http.guard.REQUESTS", 1)
    held = asyncio.Event()

    async def app(scope: object, receive: object, send: Callable[[object], Awaitable[None]]) -> None:
        await held.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def asked() -> list[int]:
        transport = httpx.ASGITransport(Guard(app, Access(Tokens(Path("none")))))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as opened:
            first = asyncio.create_task(opened.get("/v1/coverage"))
            await asyncio.sleep(0.05)
            second = await opened.get("/v1/coverage")
            assert is_problem(second, 503)
            assert second.headers["retry-after"] == "5"
            held.set()
            return [(await first).status_code, (await opened.get("/v1/coverage")).status_code]

    assert asyncio.run(asked()) == [200, 200]


def test_beyond_this_machine_only_with_a_token(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = indexed(written(tmp_path / "docs", GAZETTE), embedded(tmp_path / "store")).store
    other = tmp_path / "other"
    main(["token", "add", "ana", "--store", str(store)])
    ours = capsys.readouterr().out.strip()
    main(["token", "add", "ana", "--store", str(other)])
    others = capsys.readouterr().out.strip()
    with served(store, "--host", "0.0.0.0") as address, httpx.Client(base_url=address, timeout=60) as opened:
        assert opened.get("/v1/health").json()["status"] == "ok"
        assert is_problem(opened.post("/v1/ask", json=ASKED), 401)
        for wrong in (f"Bearer {others}", f"Basic {ours}", "Bearer", f"Bearer {ours}x"):
            refused = opened.post("/v1/ask", json=ASKED, headers={"Authorization": wrong})
            assert is_problem(refused, 401)
            assert refused.headers["www-authenticate"] == "Bearer"
        right = {"Authorization": f"Bearer {ours}"}
        assert opened.post("/v1/ask", json=ASKED, headers=right).status_code == 200
        main(["token", "revoke", "ana", "--store", str(store)])
        assert is_problem(opened.post("/v1/ask", json=ASKED, headers=right), 401)


def test_a_client_asks_so_often_in_a_minute(service_store: Settings, tmp_path: Path) -> None:
    store = indexed(written(tmp_path / "docs", GAZETTE), embedded(tmp_path / "store")).store
    with served(store, questions_per_minute="3") as address, httpx.Client(base_url=address, timeout=60) as opened:
        statuses = [opened.post("/v1/ask", json=ASKED).status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]
        refused = opened.post("/v1/ask", json=ASKED)
        assert is_problem(refused, 429)
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert opened.get("/v1/coverage").status_code == 200


def test_what_is_not_there_is_a_problem(client: httpx.Client) -> None:
    assert is_problem(client.get("/v1/nothing"), 404)
    assert is_problem(client.post("/v1/ask/", json=ASKED), 404)
    assert is_problem(client.get("/v1/jobs//"), 404)
    assert is_problem(client.get("/v1/ask"), 405)
