"""What a model writes is asked of one kind of store: it is given the same evidence by both."""

from __future__ import annotations

import pytest

from tests.conftest import NewStore, embedded


@pytest.fixture(scope="session")
def new_store() -> NewStore:
    """What makes stores: of one kind, as what is tested here lies above them and tests/rag/answer asks both kinds."""
    return embedded
