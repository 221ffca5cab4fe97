"""What a table of a text is: its columns, its rows without sums, its numbers; and what looks like one and is none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rag.answer.tables.table import number_in, tables_of

CSV = "station | sightings\nLorn Point | 412\nEsk Head | 388\n"
MARKDOWN = (
    "# Lines\n\n| Line | Passengers |\n|---|---:|\n| Esk | 41,200 |\n| Lorn | 9,310 |\n| Total | 50,510 |\n\nEnd.\n"
)


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        (CSV, ("station", "sightings"), ["Lorn Point", "Esk Head"]),
        (MARKDOWN, ("Line", "Passengers"), ["Esk", "Lorn"]),
        (f"{MARKDOWN}\n{CSV}", ("Line", "Passengers"), ["Esk", "Lorn"]),
    ],
)
def test_columns_and_rows(text: str, columns: tuple[str, ...], rows: list[str]) -> None:
    table = next(tables_of(text))
    assert table.columns == columns
    assert [each.cells[0] for each in table.rows] == rows
    assert [text[slice(*each.span)].strip("| ").split(" | ")[0] for each in table.rows] == rows
    assert table.numeric[1]
    assert not table.numeric[0]


@pytest.mark.parametrize(
    "text",
    [
        "He was here | there. We went.",
        "Home | News | Sport\n\nThe ferry sank.\n",
        "1 | 2 | 3\n4 | 5 | 6\n7 | 8 | 9\n",
        "Home | News | Sport\nContact us today | Imprint\nAbout | Jobs | Press | Shop\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert list(tables_of(text)) == []


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("41,200", Fraction(41_200)),
        ("€ 12.50", Fraction(25, 2)),
        ("31 %", Fraction(31)),
        ("-4", Fraction(-4)),
        ("12 km", Fraction(12)),
        ("3,5", None),
        ("Lorn 4", None),
        ("2030-05-01", None),
        ("", None),
    ],
)
def test_the_number_of_a_cell(cell: str, value: Fraction | None) -> None:
    assert number_in(cell) == value
