"""A store of the papers, in a folder or on servers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.storage.store import Store, open_store
from index.sync import sync
from settings import Settings
from tests.conftest import GAZETTE, NewStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in GAZETTE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def settings(new_store: NewStore, tmp_path: Path) -> Settings:
    return new_store(tmp_path / "store")


@pytest.fixture
def store(settings: Settings, folder: Path) -> Iterator[Store]:
    with open_store(settings) as opened:
        sync([folder], opened, 128)
        yield opened
