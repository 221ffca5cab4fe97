"""Model files are run only when they are the published ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from errors import OnTheRecordError
from index.weights import onnx_models

CONTENT = b"weights"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def test_the_published_file_is_returned(tmp_path: Path) -> None:
    file = tmp_path / "weights.onnx"
    file.write_bytes(CONTENT)
    assert onnx_models.checked(file, DIGEST) == CONTENT


@pytest.mark.parametrize(
    "content", [CONTENT[:-1], b"WEIGHTS", b"", CONTENT + b"\n"], ids=["cut", "other", "empty", "longer"]
)
def test_another_file_is_refused_by_name(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "weights.onnx"
    file.write_bytes(content)
    with pytest.raises(OnTheRecordError, match=r"weights\.onnx is not the published one"):
        onnx_models.checked(file, DIGEST)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OnTheRecordError, match=r"weights\.onnx is missing"):
        onnx_models.checked(tmp_path / "weights.onnx", DIGEST)
