"""Columns of many page sizes, with heads wider or narrower than a column, headings and figures within columns."""

from __future__ import annotations

import pytest

from index.readers.parsed import Parsed
from index.readers.pdf import pdf as reader
from tests.index.readers.pdf.pdf_files import HIGH, Words, filled, lines, pdf, width

A4, A5, LETTER, SMALL = (595, 842), (420, 595), (612, 792), (425, 482)
PLACES = ("Orsk", "Velm", "Tarn", "Isker", "Dolm", "Brask", "Umber", "Quell", "Sorn", "Lathe", "Mirk", "Pell")
SAID = ("the bridge", "the mill", "the old quay", "the school", "the ferry", "the water tower", "the lower road")


def story(seed: int, sentences: int) -> list[str]:
    """Return sentences of which no two are the same."""
    return [
        f"In {PLACES[(seed + 5 * number) % 12]} the council of {seed} and {number} asked that "
        f"{SAID[(seed + number) % 7]} be repaired before {2030 + number} at the cost of the county."
        for number in range(sentences)
    ]


def column(x: float, y: float, text: str, measure: float, size: float = 10.0) -> list[Words]:
    return lines(x, y, filled(text, measure, size), size, 1.2 * size)


def read(pages: list[list[Words]], size: tuple[int, int]) -> Parsed:
    wide, high = size
    (parsed,) = reader.read(pdf(pages, page=f"/CropBox [0 {HIGH - high} {wide} {HIGH}]"))
    return parsed


def page(
    size: tuple[int, int],
    columns: int,
    head: str,
    *,
    head_at: str = "left",
    head_gap: float = 20,
    heading: tuple[int, float] | None = None,
    figure: int | None = None,
    gutter: float = 17,
    text_size: float = 10.0,
    foot: str = "",
    sentences: int = 9,
) -> tuple[tuple[int, int], list[Words], list[str]]:
    """Return a page's size, its words and its paragraphs in reading order.

    `heading` is a column and the size of a heading at its top; `figure` is the column that has a figure there.
    """
    margin, top, head_size = 42.0, 54.0, 1.1 * text_size
    measure = (size[0] - 2 * margin - (columns - 1) * gutter) / columns
    middle = {
        "left": margin,
        "centre": (size[0] - width(head, head_size)) / 2,
        "right": size[0] - margin - width(head, head_size),
    }
    words, wanted = [Words(middle[head_at], top, head, head_size)], [head]
    for number in range(columns):
        x, y = margin + number * (measure + gutter), top + head_gap
        if number == figure:
            y += 120
        if heading and number == heading[0]:
            title = f"The valley of {PLACES[columns]} counts its roofs"
            placed = column(x, y + 6, title, measure, heading[1])
            words += placed
            wanted.append(title)
            y = placed[-1].y + 24
        text = " ".join(story(10 * columns + number, sentences))
        placed = column(x, y, text, measure, text_size)
        words += placed
        wanted.append(text)
        assert placed[-1].y < size[1] - 60, "the page is full"
    if foot:
        words.append(Words(margin, size[1] - 36, foot, 9))
    return size, words, wanted


WIDE = "THE OSTREL GAZETTE OF THE SEVEN VALLEYS"
SHORT = "OSTREL"
PAGES = {
    "small page, head wider than a column, heading": page(SMALL, 2, WIDE, heading=(0, 18), sentences=6),
    "A4, head wider than a column, heading": page(A4, 2, WIDE, heading=(0, 18)),
    "A4, head wider, close to the text": page(A4, 2, WIDE + " AND OF", head_gap=15),
    "A4, head narrower, heading at the right": page(A4, 2, SHORT, heading=(1, 16)),
    "A4, head in the middle": page(A4, 2, WIDE, head_at="centre", heading=(0, 18)),
    "A4, head at the right, close": page(A4, 2, WIDE + " AND OF", head_at="right", head_gap=16),
    "A5, two columns": page(A5, 2, SHORT + " GAZETTE, THE 14TH OF MARCH", heading=(0, 14), sentences=7, text_size=9),
    "A5, figure above the left column": page(A5, 2, WIDE, figure=0, sentences=6, text_size=9),
    "letter, three columns": page(LETTER, 3, WIDE, heading=(0, 18)),
    "letter, three columns, head over two": page(LETTER, 3, WIDE, heading=(1, 15), head_gap=18),
    "letter, three columns, figure in the middle": page(LETTER, 3, WIDE, figure=1, heading=(0, 14)),
    "letter, narrow gutter": page(LETTER, 2, WIDE, gutter=11, heading=(0, 18)),
    "A4, three columns, narrow gutter, head in the middle": page(A4, 3, WIDE, head_at="centre", gutter=12),
    "A4, figure above the right column": page(A4, 2, WIDE, figure=1, heading=(0, 20)),
}


@pytest.mark.parametrize(("size", "words", "wanted"), PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("by_rows", [False, True], ids=["drawn by columns", "drawn by rows"])
def test_columns_below_a_head(size: tuple[int, int], words: list[Words], wanted: list[str], by_rows: bool) -> None:
    drawn = sorted(words, key=lambda each: (each.y, each.x)) if by_rows else words
    found = read([drawn], size).text.strip().split("\n\n")
    assert found == wanted


def over_two(size: tuple[int, int], columns: int, head: str) -> tuple[tuple[int, int], list[list[Words]], str]:
    """Return two pages, a quotation torn by the page's end, and a foot with a number that changes."""
    quoted = (
        "“A valley that sells its slate by the ton sells its memory by the ton,” said Ilmari Roost, the guild's head."
    )
    start, end = quoted[:41], quoted[42:]
    _, first, _ = page(size, columns, head, heading=(0, 16), sentences=5)
    _, second, _ = page(size, columns, head, sentences=5)
    margin, measure = 42.0, (size[0] - 84 - 17 * (columns - 1)) / columns
    x = margin + (columns - 1) * (measure + 17)
    last = max(each.y for each in first if each.x == x)
    first += column(x, last + 12, start, measure)
    second = [each for each in second if each.y < 60 or each.x != margin]
    second += column(margin, 76, f"{end} {' '.join(story(77, 4))}", measure)
    for number, each in enumerate((first, second), start=1):
        each.append(Words(margin, size[1] - 36, f"Page {number} — Printed by Holm and Sons", 9))
    return size, [first, second], quoted


TORN = {
    "A4, two columns": over_two(A4, 2, WIDE),
    "A4, two columns, short head": over_two(A4, 2, SHORT),
    "A4, three columns": over_two(A4, 3, WIDE),
    "letter, two columns": over_two(LETTER, 2, WIDE),
    "letter, three columns": over_two(LETTER, 3, SHORT + " GAZETTE"),
}


@pytest.mark.parametrize(("size", "pages", "quoted"), TORN.values(), ids=TORN)
def test_a_quotation_over_the_pages_of_columns(size: tuple[int, int], pages: list[list[Words]], quoted: str) -> None:
    parsed = read(pages, size)
    assert quoted in parsed.text
    assert "Printed by" not in parsed.text


FEET = {
    "number and printer": ("Page 1 — Printed by Holm and Sons", True),
    "paper and number": ("The Eskmouth Gazette | Page 1", True),
    "in German": ("Seite 1 · Amtsblatt von Eskmouth", True),
    "in Polish": ("Gazeta Eskmouth – strona 1", True),
    "number alone with its word": ("Page 1", True),
    "another page": ("Page 7 — Printed by Holm and Sons", False),
    "a sentence": ("Page 1 of the report was read aloud by the clerk.", False),
}


@pytest.mark.parametrize(("foot", "left_out"), FEET.values(), ids=FEET)
def test_the_foot_of_a_page_alone(foot: str, left_out: bool) -> None:
    size, words, _ = page(A4, 2, WIDE, foot=foot)
    assert (foot not in read([words], size).text) is left_out
