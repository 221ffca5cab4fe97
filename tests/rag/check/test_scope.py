from __future__ import annotations

import pytest

from rag.check.cite import searched as described
from rag.records import Scope


def scope(documents: int, first: str | None = None, last: str | None = None, undated: int = 0) -> Scope:
    return Scope(documents=documents, statements=9, first=first, last=last, undated=undated)


DAY, BEFORE = "2025-09-11", "2025-09-01"


@pytest.mark.parametrize(
    ("searched", "expected"),
    [
        (scope(7, DAY, DAY), "7 documents of 11 September 2025"),
        (scope(1, DAY, DAY), "1 document of 11 September 2025"),
        (scope(7, DAY, DAY, undated=4), "7 documents, 3 of 11 September 2025 and 4 without a date"),
        (scope(7, BEFORE, DAY), "7 documents from 1 September 2025 to 11 September 2025"),
        (
            scope(7, BEFORE, DAY, undated=1),
            "7 documents, 6 from 1 September 2025 to 11 September 2025 and 1 without a date",
        ),
        (scope(7, undated=7), "7 documents without a date"),
        (scope(0), "0 documents"),
        (scope(2, "2025", DAY), "2 documents from 2025 to 11 September 2025"),
    ],
)
def test_one_day_is_only_named_for_all(searched: Scope, expected: str) -> None:
    assert described(searched) == expected


def test_how_many_have_no_day_is_in_the_scope() -> None:
    assert scope(7, undated=3).to_json()["undated"] == 3
