"""Days, ranges of days and names as people read them."""

from __future__ import annotations

import pytest

from rag.phrasing import lowered, possessive, raised, readable_period, together


@pytest.mark.parametrize(
    ("since", "until", "read"),
    [
        ("2025-04-01", "2025-04-30", "April 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-02-01", "2024-02-28", "1 February 2024 to 28 February 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2024-01-01", "2025-12-31", "1 January 2024 to 31 December 2025"),
        ("2025-09-11", "2025-09-11", "11 September 2025"),
        ("2025-05-01", None, "since 1 May 2025"),
        (None, "2025-05-01", "until 1 May 2025"),
        (None, None, "any day"),
    ],
)
def test_a_range_of_days(since: str | None, until: str | None, read: str) -> None:
    assert readable_period(since, until) == read


def test_an_owner() -> None:
    assert [possessive("Quill"), possessive("Holdens")] == ["Quill's", "Holdens'"]


def test_the_beginning_of_a_sentence() -> None:
    assert (raised("the ferry of Vesk"), lowered("The ferry of Vesk")) == ("The ferry of Vesk", "the ferry of Vesk")


def test_notices_that_there_are() -> None:
    assert together("One.", None, "", "Two.") == "One. Two."
    assert together(None, "") is None
