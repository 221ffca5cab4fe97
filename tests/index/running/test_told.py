"""What an index run says at its end: counts, what failed, and what of the documents was not read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.running import told
from settings import Settings


def report(*failed: str) -> dict[str, Any]:
    return {
        "documents": {
            "added": 1200,
            "changed": 1,
            "removed": 0,
            "unchanged": 3,
            "failed": [{"path": each, "reason": "is empty"} for each in failed],
        },
        "passages": 1,
        "statements": 4321,
        "seconds": 2.04,
    }


def test_the_summary_counts_files_and_not_their_errors() -> None:
    said = told.summary(report("ferry.pdf", "ferry.pdf", "quay.eml"), Settings(store=Path("store")))
    assert said == (
        "1,200 added, 1 changed, 0 removed, 3 unchanged, 2 failed; 1 passage and 4,321 statements in store after 2.0 s."
    )


@pytest.mark.parametrize(
    ("failed", "expected"),
    [(["ferry.pdf", "ferry.pdf"], "The file could not be indexed"), (["a.pdf", "b.pdf"], "None of the 2 files could")],
)
def test_a_run_that_took_in_nothing_says_so(failed: list[str], expected: str) -> None:
    assert told.none_indexed(report(*failed)).startswith(expected)


def test_what_was_not_read_is_named_for_few_documents_and_counted_for_many() -> None:
    def omitted(documents: int) -> list[dict[str, Any]]:
        return [{"path": f"paper-{number}.pdf", "what": "picture", "count": 2} for number in range(documents)]

    few = told.left_out(omitted(told.MOST_LEFT_OUT)).splitlines()
    assert len(few) == told.MOST_LEFT_OUT
    assert few[0] == "Not read in paper-0.pdf: 2 pictures"
    many = told.left_out(omitted(told.MOST_LEFT_OUT + 1))
    assert many.endswith("; --show DOCUMENT lists it for each.")
    assert many.startswith("Not read in 21 documents: 42 pictures")
