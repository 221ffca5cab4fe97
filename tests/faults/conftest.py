"""A small disk, and a store on servers that may be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st

from benchmarks.servers import Servers
from settings import Settings
from tests.conftest import indexed
from tests.faults.machine import Disk, mounted


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with mounted("-t", "tmpfs", "-o", "size=24m", "tmpfs", at=tmp_path / "disk") as folder:
        yield Disk(folder)
        st.cache_resource.clear()


@pytest.fixture
def served(servers: Servers, gazette_folder: Path, tmp_path: Path) -> Iterator[Settings]:
    yield indexed(gazette_folder, replace(servers.settings(tmp_path / "served"), lock_seconds=20.0))
    servers.start_postgres()
    if servers._chroma is None:
        servers.start_chroma()
