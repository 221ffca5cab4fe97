"""The curl examples of docs/service.md, each run against a real service."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rag.serve.tokens import Tokens
from tests.conftest import GAZETTE, ROOT, embedded, indexed, written
from tests.rag.serve.http.conftest import served

PAGE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")


def lines_of(kind: str) -> list[str]:
    blocks = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return [each for block in blocks for each in block.strip().splitlines()]


EXAMPLES, EDITS = lines_of("curl"), lines_of("curl-edit")


def test_there_are_examples_of_every_route_that_anybody_may_ask(service: str) -> None:
    import httpx

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


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(at) for at in range(len(EXAMPLES))])
def test_an_example_does_what_it_says(example: str, service: str) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    command = example.replace("http://127.0.0.1:8502", service)
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout
    assert "problem" not in ended.stdout


def test_the_example_in_python_runs(service: str, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code.replace("http://127.0.0.1:8502", service), "docs/service.md", "exec"), names)
    names["client"].close()
    assert "forty million" in capsys.readouterr().out


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
    store = indexed(written(tmp_path / "docs", GAZETTE), embedded(tmp_path / "store")).store
    (tmp_path / "minutes.txt").write_text("Chair Ilse Morn said: “The dredger stays in Vesk.”\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "papers.zip", "w") as packed:
        packed.writestr("note.txt", "“The quay is closed,” said Odran Tell on 3 March 2031.")
    environment = {**os.environ, "TOKEN": Tokens(store).add("me", "edit")}
    with served(store) as address:
        for example in EDITS:
            command = example.replace("http://127.0.0.1:8502", address)
            ended = subprocess.run(
                ["bash", "-c", command], capture_output=True, text=True, timeout=60, cwd=tmp_path, env=environment
            )
            assert ended.returncode == 0, ended.stdout + ended.stderr
            assert '"state"' in ended.stdout
