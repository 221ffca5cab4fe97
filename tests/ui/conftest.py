"""What the tests of this folder share."""

from __future__ import annotations

import pytest

from tests.conftest import NewStore, embedded


@pytest.fixture(scope="session")
def new_store() -> NewStore:
    """What makes stores: of one kind, as what is tested here lies above them and tests/rag asks both kinds."""
    return embedded
