"""What a command printed as JSON."""

from __future__ import annotations

import json

import pytest


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    value: dict[str, object] = json.loads(capsys.readouterr().out)
    return value
