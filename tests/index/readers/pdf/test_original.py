"""A page is drawn as it is, and the boxes lie on the cited words: over columns, hyphens, page breaks, turned pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from random import Random
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from errors import DocumentError
from index.readers.pdf import original
from index.readers.pdf import page as pdf_page
from index.readers.pdf import pdf as reader
from settings import ROOT
from tests.index.readers.pdf.pdf_files import Words, filled, lines, pdf, width
from tests.index.readers.pdf.reading import LEFT, QUOTATION, RIGHT, by_rows, over_pages

SHARED = ROOT.parent / "shared" / "data" / "unga2024_multilang" / "pdf"
CITATIONS, RIGHT_ONES = 40, 39
ALIKE = 0.97
"""Letters of the boxes that are those of the words: PDFium tells some ligatures and raised letters twice."""

COLUMNS = pdf([by_rows(lines(60, 100, filled(LEFT, 200)), lines(320, 100, filled(RIGHT, 200)))])
HYPHENS = pdf(
    [lines(60, 100, ["The harbour master of Ostrava Bay said that the under-", "standing was clear to all."])]
)
BREAK = pdf(over_pages("Minutes of Eskmouth", "%d"))
TWICE = pdf([lines(60, 100, ["No ferry sails.", "Then it rained.", "No ferry sails."], leading=40)])


def found(content: bytes, words: str, nth: int = 0) -> list[reader.Place]:
    """Return the places of words of a PDF's text."""
    (parsed,) = reader.read(content)
    start = [each.start() for each in re.finditer(re.escape(words), parsed.text)][nth]
    opened = pdf_page.open_pdf(content)
    try:
        return original.places(opened, original.sought(parsed.text, parsed.pages, start, start + len(words)))
    finally:
        opened.close()


def test_words_in_a_second_column_are_boxed_there_alone() -> None:
    (place,) = found(COLUMNS, "He has written to the harbour board twice")
    assert all(box[0] >= 318 and box[2] <= 322 + 200 for box in place.boxes)
    assert len(place.boxes) == 2


def test_a_word_that_a_line_parts_has_two_boxes() -> None:
    (place,) = found(HYPHENS, "understanding")
    first, second = place.boxes
    begins = 60 + width("The harbour master of Ostrava Bay said that the ")
    assert first[0] == pytest.approx(begins, abs=1.5)
    assert second == pytest.approx((60, second[1], 60 + width("standing"), second[3]), abs=1.5)
    assert second[1] > first[1]


def test_words_over_a_page_break_are_boxed_on_both_pages_without_the_foot_between() -> None:
    first, second = found(BREAK, " ".join(QUOTATION))
    assert (first.page, second.page) == (1, 2)
    assert len(first.boxes) == len(second.boxes) == 1
    assert first.boxes[0][3] < 790
    assert second.boxes[0][1] > 60


@pytest.mark.parametrize(("nth", "base"), [(0, 100), (1, 180)])
def test_of_words_that_return_those_are_boxed_that_were_cited(nth: int, base: float) -> None:
    (place,) = found(TWICE, "No ferry sails.", nth)
    assert place.boxes[0][1] < base - 3 < place.boxes[0][3]


def test_words_that_are_not_there_have_no_box_and_the_page_is_shown() -> None:
    opened = pdf_page.open_pdf(BREAK)
    picture = original.picture(opened, None, original.Sought("Nobody said this to any of them.", 2, 2, 10), 300)
    assert (picture.page, picture.pages, picture.places) == (2, 3, ())
    with pytest.raises(DocumentError, match="no page 4"):
        original.picture(opened, 4, None, 300)


def test_words_with_something_else_between_are_boxed_in_parts() -> None:
    text = "thecouncilofeskmouthmetontuesday" + "page7" + "andspokeaboutthewaterforlong"
    words = "thecouncilofeskmouthmetontuesdayandspokeaboutthewaterforlong"
    assert original._spans(text, words, 0) == [(0, 32), (37, 65)]
    assert original._spans("quite another text of many letters", words, 0) == []


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_box_lies_on_the_ink_of_the_picture_whichever_way_the_page_is_turned(turned: int) -> None:
    content = pdf([[Words(60, 120, "Wharfage is due", 24)]], page=f"/Rotate {turned}")
    opened = pdf_page.open_pdf(content)
    picture = original.picture(opened, None, original.Sought("Wharfage is due", 1, 1, 0), 600)
    (box,) = picture.places[0].boxes
    image = Image.open(io.BytesIO(picture.image)).convert("L")
    assert image.size == (picture.width, picture.height)
    ink = image.point(lambda each: 255 if each < 128 else 0).getbbox()
    scale = picture.width / picture.places[0].width
    assert ink is not None
    left, top, right, bottom = (each * scale for each in box)
    assert max(left - ink[0], top - ink[1], ink[2] - right, ink[3] - bottom) <= 2
    assert ink[2] - ink[0] > 0.9 * (right - left)


def test_a_huge_page_is_drawn_smaller() -> None:
    opened = pdf_page.open_pdf(pdf([[Words(60, 120, "Long")]], page="/MediaBox [0 0 200 14000]"))
    picture = original.picture(opened, 1, None, 2000)
    assert picture.width * picture.height <= original.MOST_PIXELS * 1.02


def cited(content: bytes, draw: Random, count: int) -> Iterator[tuple[list[reader.Place], str]]:
    """Yield places of sentences of a PDF with their words, first of those that run over a page's end."""
    (parsed,) = reader.read(content)
    text = parsed.text
    spans = [each.span() for each in re.finditer(r"[^\s.!?][^.!?]{40,300}[.!?]", text)]
    draw.shuffle(spans)
    spans.sort(key=lambda span: not any(span[0] < page < span[1] for page in parsed.pages))
    opened = pdf_page.open_pdf(content)
    for start, end in [*spans[: count // 2], *spans[::-1][: count - count // 2]]:
        yield original.places(opened, original.sought(text, parsed.pages, start, end)), text[start:end]


def letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def inside(pdf: Any, places: list[reader.Place]) -> str:
    """Return the text that PDFium finds in the boxes: not by the numbers of characters that made them."""
    parts = []
    for place in places:
        page = pdf[place.page - 1]
        text = page.get_textpage()
        view = pdf_page.read_view(page, text)
        for left, top, right, bottom in place.boxes:
            parts.append(
                text.get_text_bounded(
                    left=view.left + left - 0.5,
                    right=view.left + right + 0.5,
                    top=view.top - top - 1,
                    bottom=view.top - bottom + 1,
                )
            )
    return "".join(parts)


SCANNED = {"cn_en.pdf", "lv_en.pdf", "ru_ru.pdf", "sk_en.pdf", "us_en.pdf"}
"""These have pictures of text alone, of which nothing is cited."""
OWN = {"columns": COLUMNS, "hyphens": HYPHENS, "a page break": BREAK}


def test_of_40_citations_in_10_pdfs_39_are_boxed_on_their_words() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"the speeches are not there: {SHARED}")
    readable = [path for path in sorted(SHARED.glob("*.pdf")) if path.name not in SCANNED]
    contents = [*OWN.values(), *(path.read_bytes() for path in readable[:7])]
    assert len(contents) == 10
    draw = Random(25)
    right, seen, wrong = 0, 0, []
    for content in contents:
        opened = pypdfium2.PdfDocument(content)
        own = content in OWN.values()
        for places, words in cited(content, draw, 2 if own else 5):
            if seen == CITATIONS:
                break
            seen += 1
            alike = SequenceMatcher(None, letters(inside(opened, places)), letters(words), autojunk=False).ratio()
            right += alike >= ALIKE
            wrong += [] if alike >= ALIKE else [words]
    assert seen == CITATIONS
    assert right >= RIGHT_ONES, wrong
