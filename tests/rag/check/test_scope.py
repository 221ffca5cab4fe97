from __future__ import annotations

import pytest

from rag.check.cite import held
from rag.records import Scope


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(7, 9, "2025-09-11", "2025-09-11"), "7 documents of 11 September 2025"),
        (Scope(1, 9, "2025-09-11", "2025-09-11"), "1 document of 11 September 2025"),
        (Scope(7, 9, "2025-09-11", "2025-09-11", undated=4),
         "7 documents, 3 of 11 September 2025 and 4 without a day"),
        (Scope(7, 9, "2025-09-01", "2025-09-11"), "7 documents from 1 September 2025 to 11 September 2025"),
        (Scope(7, 9, "2025-09-01", "2025-09-11", undated=1),
         "7 documents, 6 from 1 September 2025 to 11 September 2025 and 1 without a day"),
        (Scope(7, 9, None, None, undated=7), "7 documents without a day"),
        (Scope(0, 0, None, None), "0 documents"),
        (Scope(2, 9, "2025", "2025-09-11"), "2 documents from 2025 to 11 September 2025"),
    ],
)  # fmt: skip
def test_one_day_is_only_told_of_all(scope: Scope, expected: str) -> None:
    assert held(scope) == expected


def test_how_many_have_no_day_is_in_the_scope() -> None:
    assert Scope(7, 9, None, None, undated=3).to_json()["undated"] == 3
