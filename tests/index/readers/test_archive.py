"""An archive of many large members is read up to a total, and what comes after is named."""

from __future__ import annotations

import io
import zipfile

import pytest

from errors import DocumentError
from index.readers import archive


def test_what_comes_after_the_total_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 100)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(4):
            bomb.writestr(f"{number}.txt", "w" * 60)
    found = dict(archive.members(packed.getvalue(), frozenset({".txt"})))
    assert [isinstance(each, bytes) for each in found.values()] == [True, True, False, False]
    assert "split it" in str(found["3.txt"])
    assert isinstance(found["3.txt"], DocumentError)
