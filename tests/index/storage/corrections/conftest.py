"""A store of the papers, in a folder or on servers."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.storage.store import Store
from index.sync import sync


@pytest.fixture
def store(store: Store, folder: Path) -> Store:
    sync([folder], store, 128)
    return store
