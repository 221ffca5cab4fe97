"""`python -m rag serve` and `token`: what they need, what they say, and that asking does not pay for them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from rag.__main__ import main
from rag.serve import commands
from rag.serve.http.page import page
from rag.serve.tokens import Tokens
from settings import Settings
from tests.conftest import ROOT, embedded
from tests.rag.serve.http.conftest import environment, served


def test_docs_load_nothing_from_elsewhere(client: httpx.Client) -> None:
    shown = client.get("/docs")
    assert shown.status_code == 200
    assert "POST /v1/ask" in shown.text
    assert re.findall(r"(?:https?:)?//[\w.]", shown.text) == []
    assert not re.search(r"<(?:script|link|img|iframe)|@import|url\(", shown.text)
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    described = client.get("/openapi.json").json()
    assert page(described) == shown.text
    assert "AnswerObject" in described["components"]["schemas"]


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", str(tmp_path / "typo")]) == 1
    assert "contains no document yet" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()


def test_a_store_that_has_a_token_may_be_empty(tmp_path: Path) -> None:
    store = embedded(tmp_path / "store").store
    right = {"Authorization": f"Bearer {Tokens(store).add('me', 'edit')}"}
    with served(store) as address, httpx.Client(base_url=address, headers=right, timeout=60) as opened:
        assert opened.get("/v1/documents").json()["count"] == 0
        empty = opened.post("/v1/ask", json={"question": "What did Odran Tell say?"})
        assert empty.status_code == 409
        assert str(store) not in empty.text
        added = opened.post("/v1/texts", json={"title": "Quay", "text": "“The quay is closed,” said Odran Tell."})
        deadline = time.monotonic() + 120
        while opened.get(added.headers["location"]).json()["state"] != "done" and time.monotonic() < deadline:
            time.sleep(0.05)
        asked = opened.post("/v1/ask", json={"question": "What did Odran Tell say about the quay?"})
        assert "The quay is closed" in asked.json()["answer"]


def test_words_of_a_question_are_no_command() -> None:
    assert commands.named(["serve"])
    assert commands.named(["serve", "--port", "0"])
    assert not commands.named(["serve soup"])
    assert not commands.named(["token", "gestures by the mayor"])
    assert not commands.named([])


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["token", "--store", "my store", "add", "ana"], "python -m rag token add ana --store 'my store'"),
        (["--store=x", "token", "list"], "python -m rag token list --store=x"),
        (["--store", "x", "serve", "--port", "0"], "python -m rag serve --port 0 --store x"),
    ],
)
def test_the_right_order_of_words_is_told(given: list[str], meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    assert capsys.readouterr().err.strip().endswith(meant)
    assert commands.in_order(["--store", "x", "token gestures"]) is None
    assert commands.in_order(["token", "--store"]) is None


def test_tokens_are_made_listed_and_revoked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", str(tmp_path)]
    assert main(["token", "add", "ana", "--edit", *store]) == 0
    secret = capsys.readouterr().out.strip()
    assert main(["token", "list", *store]) == 0
    listed = capsys.readouterr().out
    assert "ana  edit" in listed
    assert secret not in listed
    assert main(["token", "add", "ana", *store]) == 1
    assert main(["token", "revoke", "ana", *store]) == 0
    assert main(["token", "revoke", "ana", *store]) == 1
    assert main(["token", "add", "../x", *store]) == 1


def test_the_first_token_is_made_and_told_once(service_store: Settings, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(service_store.store, store)
    command = [sys.executable, "-m", "rag", "serve", "--host", "0.0.0.0", "--port", "0", "--first-token", "first"]
    told: list[str] = []
    for _ in range(2):
        with subprocess.Popen(command, env=environment(store), stderr=subprocess.PIPE, cwd=ROOT, text=True) as process:
            assert process.stderr is not None
            port = re.search(r":(\d+)/", process.stderr.readline())
            assert port
            if not told:
                told += re.findall(r"otr_\S+", process.stderr.readline())
            address = f"http://127.0.0.1:{port[1]}"
            assert httpx.get(f"{address}/v1/documents", timeout=30).status_code == 401
            right = {"Authorization": f"Bearer {told[0]}"}
            assert httpx.get(f"{address}/v1/documents", headers=right, timeout=30).status_code == 200
            process.terminate()
            assert process.wait(30) in (0, -15)
            assert "otr_" not in process.stderr.read()
    assert told[0] not in (store / "tokens.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["serve"], ["mcp", "--http"]])
def test_without_a_token_it_says_how_one_is_made(command: list[str], service_store: Settings, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(service_store.store, store)
    whole = [sys.executable, "-m", "rag", *command, "--host", "0.0.0.0", "--port", "0"]
    with subprocess.Popen(whole, env=environment(store), stderr=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stderr is not None
        lines = [process.stderr.readline() for _ in range(2)]
        process.terminate()
    assert f"make a token with: python -m rag token add NAME --store {store}" in lines[1]


def test_a_port_in_use_is_said(service: str, service_store: object, capsys: pytest.CaptureFixture[str]) -> None:
    port = service.rpartition(":")[2]
    store = str(getattr(service_store, "store", ""))
    assert main(["serve", "--port", port, "--store", store]) == 1
    assert "cannot be listened on" in capsys.readouterr().err


def test_asking_loads_nothing_of_the_service() -> None:
    """Asking a question starts as fast as without a service: what it needs is imported by its commands alone."""
    script = (
        "import sys, rag.__main__, rag.pipeline, index.owner_rpc\n"
        "print([each for each in ('fastapi', 'uvicorn', 'mcp', 'starlette', 'rag.serve.http') if each in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
