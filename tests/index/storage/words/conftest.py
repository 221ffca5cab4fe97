"""What the tests of exact words share."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from benchmarks.servers import Servers
from index.storage.catalog import Catalog, open_catalog
from index.storage.words import places
from tests.conftest import embedded
from tests.index.storage.words.changes import change


@pytest.fixture(scope="module")
def catalogs(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Catalog]]:
    """Two catalogs that were changed alike for a while, with places in runs, fresh ones, and some that are dead."""
    folder = tmp_path_factory.mktemp("words")
    opened = [open_catalog(embedded(folder / "one")), open_catalog(servers.settings(folder / "other"))]
    draw = random.Random(5)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(places, "FRESH_PASSAGES", 40)
        patched.setattr(places, "BUCKETS", 5)
        for _ in range(60):
            change(opened, draw)
        yield opened
    for catalog in opened:
        catalog.close()
