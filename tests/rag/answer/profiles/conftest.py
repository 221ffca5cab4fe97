"""A library about an invented harbour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.pipeline import Pipeline
from tests.conftest import pipeline_over

TEXTS = {
    "2031-03-02-harbour.txt": (
        "date 2031-03-02\n\nOdran Tell, the mayor of Vesk, opened the new harbour on Sunday.\n\n"
        "“The harbour cost forty million crowns and took six years,” Tell said.\n\n"
        "“If the ferry pays, we shall build a second harbour,” Tell said.\n"
    ),
    "2031-06-11-council.txt": (
        "date 2031-06-11\n\nMINUTES OF THE COUNCIL OF VESK\n\n"
        "ODRAN TELL: The harbour has brought three hundred jobs to Vesk.\n\n"
        "MIRA QUILL: Who will pay for the harbour berths of the fishermen?\n\n"
        "ODRAN TELL: The harbour pays for its berths from the fees.\n\n"
        "MIRA QUILL: I do not believe the harbour office.\n"
    ),
    "2031-07-01-harbour.txt": (
        "date 2031-07-01\n\n“The harbour of Vesk is full of ships and the fishermen have no berths,” Mira Quill said.\n"
    ),
    "2031-08-01-cakes[1].txt": "date 2031-08-01\n\nBaker Palo Brandt sells plum cakes in the old market hall.\n",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Pipeline]:
    with pipeline_over(TEXTS, tmp_path) as pipeline:
        yield pipeline
