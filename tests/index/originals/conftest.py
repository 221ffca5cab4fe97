"""A store over one PDF, and what finds its original."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.originals.original import Originals
from index.storage.store import Store, open_store
from index.sync import sync
from tests.conftest import embedded
from tests.index.originals.harbour import CONTENT, NAME


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / NAME).write_bytes(CONTENT)
    return tmp_path / "files"


@pytest.fixture
def store(folder: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(embedded(tmp_path / "store")) as opened:
        sync([folder], opened, 192)
        yield opened


@pytest.fixture
def originals() -> Originals:
    return Originals()
