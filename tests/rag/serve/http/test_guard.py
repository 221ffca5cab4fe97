"""What every request passes: addresses, lengths, tokens, limits; and that errors are problem details."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import httpx
import pytest

from rag.__main__ import main
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


def test_idle_connections_hold_up_nobody(service: str, client: httpx.Client) -> None:
    host, port = service.removeprefix("http://").split(":")
    idle = [socket.create_connection((host, int(port)), 10) for _ in range(400)]
    try:
        for each in idle[:100]:
            each.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{")
        started = time.monotonic()
        assert client.post("/v1/ask", json=ASKED).status_code == 200
        assert time.monotonic() - started < 20
    finally:
        for each in idle:
            each.close()


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
