"""An empty store, a folder of papers for it, and what takes files in beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.storage.store import Store, open_store
from index.upload_jobs import Intake
from settings import Settings
from tests.conftest import GAZETTE, NewStore, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "papers", GAZETTE)


@pytest.fixture
def settings(new_store: NewStore, tmp_path: Path) -> Settings:
    return new_store(tmp_path / "store")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An empty store, in a folder or on servers."""
    with open_store(settings) as opened:
        yield opened


@pytest.fixture
def intake(store: Store) -> Iterator[Intake]:
    opened = Intake(lambda: store, store.folder, 128)
    yield opened
    opened.close()
