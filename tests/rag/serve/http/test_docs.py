"""The curl examples of docs/service.md, each run against a real service."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")
EXAMPLES = [line for block in re.findall(r"```curl\n(.*?)```", PAGE, re.DOTALL) for line in block.strip().splitlines()]


def test_there_are_examples_of_every_route_that_anybody_may_ask(service: str) -> None:
    import httpx

    paths = httpx.get(f"{service}/openapi.json").json()["paths"]
    shown = {path for path in paths if any(path.split("{")[0] in each for each in EXAMPLES)}
    assert paths.keys() - shown == {"/v1/models", "/v1/models/{model}", "/v1/corrections"}


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(at) for at in range(len(EXAMPLES))])
def test_an_example_does_what_it_says(example: str, service: str) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    command = example.replace("http://127.0.0.1:8502", service)
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout
    assert "problem" not in ended.stdout
