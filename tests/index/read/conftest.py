"""A process that reads and analyses files apart from the tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.read.sandbox import Isolated


@pytest.fixture
def isolated() -> Iterator[Isolated]:
    opened = Isolated()
    yield opened
    opened.close()
