"""The order of a page: columns, tables, labels, paragraphs and lists."""

from __future__ import annotations

import pytest

from tests.index.readers.pdf.pdf_files import Words, filled, lines, width
from tests.index.readers.pdf.reading import LEFT, RIGHT, by_rows, paragraphs

COLUMNS = {
    "row by row, one grid": by_rows(lines(60, 100, filled(LEFT, 215)), lines(320, 100, filled(RIGHT, 215))),
    "row by row, grids apart": by_rows(lines(60, 100, filled(LEFT, 215)), lines(320, 105, filled(RIGHT, 215))),
    "one after the other": lines(60, 100, filled(LEFT, 215)) + lines(320, 100, filled(RIGHT, 215)),
    "right one drawn first": lines(320, 100, filled(RIGHT, 215)) + lines(60, 100, filled(LEFT, 215)),
    "a narrow gutter": by_rows(lines(60, 100, filled(LEFT, 226)), lines(298, 100, filled(RIGHT, 226))),
    "right one begins lower": by_rows(lines(60, 100, filled(LEFT, 215)), lines(320, 136, filled(RIGHT, 215))),
    "narrow columns": by_rows(lines(60, 100, filled(LEFT, 120)), lines(200, 100, filled(RIGHT, 120))),
}


@pytest.mark.parametrize("words", COLUMNS.values(), ids=COLUMNS)
def test_columns_are_read_one_after_the_other(words: list[Words]) -> None:
    assert paragraphs([words]) == [LEFT, RIGHT]


def test_three_columns_below_a_heading_and_above_a_line() -> None:
    third = "At the school of Vesk the children have drawn the boat with a red funnel, as it was when they sailed."
    page = by_rows(
        [Words(60, 70, "Harbour news of the week in three columns", 18, "F2")],
        lines(60, 100, filled(LEFT, 140)),
        lines(220, 100, filled(RIGHT, 140)),
        lines(380, 100, filled(third, 140)),
        [
            Words(
                60,
                400,
                "Printed in Vesk by the harbour board and sold at the pier, at the station and in the market hall.",
            )
        ],
    )
    found = paragraphs([page])
    assert found[1:4] == [LEFT, RIGHT, third]
    assert found[0].startswith("Harbour news")
    assert found[4].startswith("Printed in Vesk")


def test_a_heading_between_columns_keeps_what_is_above_it_first() -> None:
    page = by_rows(
        lines(60, 100, filled(LEFT, 215)),
        lines(320, 100, filled(RIGHT, 215)),
        [Words(60, 260, "The second part of the report, which is set over both of its columns", 14, "F2")],
        lines(60, 290, filled(RIGHT.upper(), 215)),
        lines(320, 290, filled(LEFT.upper(), 215)),
    )
    found = paragraphs([page])
    assert [each[:12] for each in found] == [
        LEFT[:12],
        RIGHT[:12],
        "The second p",
        RIGHT.upper()[:12],
        LEFT.upper()[:12],
    ]


TABLES = {
    "figures": (
        [["Year", "Boats", "Catch"], ["2029", "41", "1,200 t"], ["2030", "38", "980 t"], ["2031", "44", "1,310 t"]],
        ["2029 | 41 | 1,200 t", "2031 | 44 | 1,310 t"],
    ),
    "names and offices": (
        [["Name", "Office"], ["Ana Brell", "Minister"], ["Tom Harrow", "Speaker"], ["Odo Finch", "Clerk"]],
        ["Name | Office", "Tom Harrow | Speaker"],
    ),
    "four columns of words": (
        [["Town", "Pier", "Owner", "State"], ["Vesk", "North", "Board", "Open"], ["Arle", "South", "Guild", "Shut"]],
        ["Vesk | North | Board | Open", "Arle | South | Guild | Shut"],
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("by_column", [False, True], ids=["drawn by rows", "drawn by columns"])
def test_tables_are_read_row_by_row(rows: list[list[str]], wanted: list[str], by_column: bool) -> None:
    cells = [
        Words(60 + 110 * column, 100 + 14 * row, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    if by_column:
        cells.sort(key=lambda each: (each.x, each.y))
    found = paragraphs([cells])
    for each in wanted:
        assert each in found


def test_labels_in_a_column_of_their_own_stand_before_their_words() -> None:
    said = [("Mr Lask:", LEFT), ("Ms Quarn:", RIGHT), ("Mr Lask:", "Thank you. We shall meet again in June.")]
    page, y = [], 100.0
    for label, words in said:
        texts = filled(words, 380)
        page += [Words(60, y, label), *lines(150, y, texts)]
        y += 12 * len(texts) + 6
    assert paragraphs([page]) == [f"{label} {words}" for label, words in said]


def test_lines_are_joined_and_indents_part_paragraphs() -> None:
    first, second = filled(LEFT, 400), filled(RIGHT, 380)
    page = [*lines(60, 100, first), Words(78, 100 + 12 * len(first), second[0])]
    page += lines(60, 112 + 12 * len(first), second[1:])
    assert paragraphs([page]) == [LEFT, RIGHT]


def test_a_gap_parts_paragraphs() -> None:
    first = filled(LEFT, 400)
    page = lines(60, 100, first) + lines(60, 110 + 12 * len(first), filled(RIGHT, 400))
    assert paragraphs([page]) == [LEFT, RIGHT]


def test_lines_of_a_list_and_an_address_stay_lines() -> None:
    page = lines(60, 100, ["Harbour Board", "14 Pier Street", "Vesk", *filled(LEFT, 400)])
    assert paragraphs([page])[:3] == ["Harbour Board", "14 Pier Street", "Vesk"]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param([Words(60, 60, "THE HARBOUR BOARD", 14, spacing=4)], id="spaced by the operator"),
        pytest.param([Words(60, 60, "T H E   H A R B O U R   B O A R D", 14)], id="spaced by hand"),
    ],
)
def test_a_letter_spaced_heading(heading: list[Words]) -> None:
    assert paragraphs([heading + lines(60, 100, filled(LEFT, 400))])[0] == "THE HARBOUR BOARD"


def test_words_placed_without_spaces_between_them() -> None:
    words, x = [], 60.0
    for word in "The gates will be opened in May".split():
        words.append(Words(x, 100, word))
        x += width(word) + 2.5
    assert paragraphs([words]) == ["The gates will be opened in May"]
