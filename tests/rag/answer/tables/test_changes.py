"""What changed in a table: from column to column, from row to row, and two changes beside each other."""

from __future__ import annotations

import pytest

from rag.answer.tables.asked import asked_of
from rag.answer.tables.table import tables_of

STAFF = next(tables_of("office | staff_2031 | staff_2032 | change\nLorn | 4 | 9 | 5\nEsk | 7 | 6 | -1\n"))
OIL = next(
    tables_of(
        "year | fuel | litres | price\n2030 | oil | 12 | 1.10\n2030 | wood | 40 | 0.30\n2031 | oil | 15 | 1.30\n"
        "2031 | wood | 38 | 0.35\n2032 | oil | 11 | 1.20\n2032 | wood | 44 | 0.30\n"
    )
)


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("How did the staff of the Lorn office change between 2031 and 2032?", [("4", "9")]),
        ("How much did staff at Esk fall from 2031 to 2032?", [("7", "6")]),
        ("Compare the change in staff at Lorn and Esk between 2031 and 2032", [("4", "9"), ("7", "6")]),
    ],
)
def test_from_column_to_column(question: str, cells: list[tuple[str, str]]) -> None:
    (asked,) = asked_of(question, STAFF, frozenset())
    assert [each.cells for each in asked.pairs] == cells


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("How has the price of oil changed since 2031?", [("1.30", "1.20")]),
        ("How has the price of oil changed?", [("1.10", "1.20")]),
        (
            "Compare the change in the price of oil and wood between 2030 and 2031.",
            [("1.10", "1.30"), ("0.30", "0.35")],
        ),
    ],
)
def test_from_row_to_row(question: str, cells: list[tuple[str, str]]) -> None:
    (asked,) = asked_of(question, OIL, frozenset())
    assert [each.cells for each in asked.pairs] == cells


@pytest.mark.parametrize(
    "question",
    [
        "How did the price of oil change between 2019 and 2031?",
        "How did the price of gas change between 2030 and 2031?",
        "How many prices rose between 2030 and 2031?",
    ],
)
def test_no_change_of_what_is_not_there(question: str) -> None:
    assert not any(each.pairs for each in asked_of(question, OIL, frozenset()))
