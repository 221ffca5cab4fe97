"""The curl examples of docs/service.md, each run against a real service."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from rag.serve.tokens import Tokens
from tests.conftest import ROOT, embedded, indexed
from tests.rag.serve.http.conftest import served

PAGE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")


def lines_of(kind: str) -> list[str]:
    blocks = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return [each for block in blocks for each in block.strip().splitlines()]


EXAMPLES, EDITS = lines_of("curl"), lines_of("curl-edit")


def test_there_are_examples_of_every_route_that_anybody_may_ask(service: str) -> None:
    paths = httpx.get(f"{service}/openapi.json").json()["paths"]
    shown = {path for path in paths if any(path.split("{")[0] in each for each in EXAMPLES)}
    assert paths.keys() - shown == {
        "/v1/models",
        "/v1/models/{model}",
        "/v1/corrections",
        "/v1/texts",
        "/v1/removals",
        "/v1/jobs",
        "/v1/jobs/{job}",
        "/v1/jobs/{job}/cancel",
        "/v1/jobs/{job}/resume",
    }


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service over the sample, which the page asks."""
    store = indexed(ROOT / "documents", embedded(tmp_path_factory.mktemp("sample") / "store")).store
    with served(store, questions_per_minute="0") as address:
        yield address


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(at) for at in range(len(EXAMPLES))])
def test_an_example_does_what_it_says(example: str, sample: str) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    command = example.replace("http://127.0.0.1:8502", sample)
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout
    assert not re.search("event: problem|about:blank", ended.stdout)
    # What a new user tries first must find something.
    empty = r'"(count|found|checked)": ?0\b|"(status|verdict)": ?"(not_found|error)"'
    assert "/v1/unread" in example or not re.search(empty, ended.stdout)
    if re.search("/v1/(ask|chat|responses|statements|timeline|drafts|quotations|documents/)", example):
        assert "Poles" in ended.stdout or "peace" in ended.stdout


def test_the_example_in_python_runs(sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code.replace("http://127.0.0.1:8502", sample), "docs/service.md", "exec"), names)
    names["client"].close()
    assert "Poles are smart people" in capsys.readouterr().out


def test_the_command_of_an_assistants_settings_starts_a_server() -> None:
    (given,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    command = json.loads(given)["mcpServers"]["on-the-record"]
    assert command["args"][:3] == ["-m", "rag", "mcp"]
    asked = [sys.executable, *command["args"][:3], "--help"]
    told = subprocess.run(asked, capture_output=True, text=True, cwd=ROOT, check=True, timeout=60).stdout
    assert command["args"][3] in told


def test_the_examples_that_change_documents_do_so_in_their_order(tmp_path: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    store = indexed(ROOT / "documents", embedded(tmp_path / "store")).store
    secret = Tokens(store).add("me", "edit")
    environment = {**os.environ, "TOKEN": secret}
    with served(store) as address:
        # As one text, as somebody pastes them.
        script = "\n".join(["set -e", *EDITS]).replace("http://127.0.0.1:8502", address)
        ended = subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, timeout=120, cwd=tmp_path, env=environment
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        headers = {"Authorization": f"Bearer {secret}"}
        deadline = time.monotonic() + 60
        jobs: list[dict[str, Any]] = [{"state": "waiting"}]
        while {each["state"] for each in jobs} != {"done"}:
            assert time.monotonic() < deadline, jobs
            jobs = httpx.get(f"{address}/v1/jobs", headers=headers).json()["jobs"]
            time.sleep(0.1)
        assert [each["not_read"] for each in jobs] == [0] * len(jobs)
        left = httpx.get(f"{address}/v1/documents", headers=headers).json()["documents"]
        assert [each["title"] for each in left if each["id"].startswith("uploads/")] == ["On the ferry"]
