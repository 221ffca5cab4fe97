"""PDF: what a reader of its pages reads, in order, so that a citation can name its page and the place on it.

Columns one after the other, tables row by row, paragraphs whole over lines and pages; running heads and feet, page
numbers and turned text left out and named; notes apart from the sentences that they hang on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from errors import DocumentError
from index.readers.parsed import Parsed
from index.readers.pdf import extras as pdf_extras
from index.readers.pdf import line_numbers as pdf_line_numbers
from index.readers.pdf import page as pdf_page
from index.readers.pdf import running_heads as pdf_running
from index.readers.pdf import text as pdf_text
from index.readers.pdf import title as pdf_title
from index.readers.pdf.hyphens import Words
from index.readers.pdf.layout import blocks_of, page_rows
from index.readers.pdf.lines import Line, line_of
from index.readers.pdf.paragraphs import Paragraph, body_size, paragraphs_of
from index.readers.pdf.view import Box, Page, Piece

_SCANNED = "it is probably scanned or in an unreadable font: make its text searchable (OCR) and index it again."


@dataclass(frozen=True)
class Place:
    """Where words stand on a page of so many points: boxes (left, top, right, bottom), from the top left corner."""

    page: int
    width: float
    height: float
    boxes: tuple[Box, ...]


@dataclass
class PagesRead:
    """What pages of a PDF hold, which count from 0 here: their text in order."""

    first: int
    """The number of the first of them in the file."""
    text: pdf_text.Text
    pages: list[Page]
    unread: Counter[str]
    about: dict[str, tuple[str, str]]
    aside: list[str]
    """The words that were left out, for those who count them."""


def read(content: bytes) -> list[Parsed]:
    """Return the one document of the file.

    Raises:
        DocumentError: it is encrypted, broken, or none of its pages holds text.
    """
    pdf = pdf_page.open_pdf(content)
    try:
        found = read_pages(pdf, 0, len(pdf))
    finally:
        pdf.close()
    text, pages = "".join(found.text.parts).rstrip(), found.pages
    if not text.strip():
        raise DocumentError(f"has no text on its {len(pages)} pages; {_SCANNED}")
    empty = [page.number + 1 for page in pages if page.unreadable or (page.pictures and not page.pieces)]
    problems = (f"no readable text on {_named(empty)}; {_SCANNED}",) if empty else ()
    omitted = tuple(sorted((what, count) for what, count in found.unread.items() if count))
    starts = tuple(min(start, len(text)) for start in found.text.starts)
    return [Parsed(text + "\n", found.about, pages=starts, problems=problems, omitted=omitted)]


def left_out(content: bytes) -> list[str]:
    """Return the words of a PDF that `read` leaves out on purpose: running heads and feet, turned text, and the like.

    Raises:
        DocumentError: the file is encrypted or broken.
    """
    pdf = pdf_page.open_pdf(content)
    try:
        return read_pages(pdf, 0, len(pdf)).aside
    finally:
        pdf.close()


def places(content: bytes, start: int, end: int) -> list[Place]:
    """Return where a span of a PDF's text, as `read` gives it, stands: for each page the boxes of its lines.

    Raises:
        DocumentError: the file is encrypted or broken.
    """
    pdf = pdf_page.open_pdf(content)
    try:
        return places_in(pdf, read_pages(pdf, 0, len(pdf)), [(start, end)])
    finally:
        pdf.close()


def places_in(pdf: Any, found: PagesRead, spans: Sequence[tuple[int, int]]) -> list[Place]:
    """Return where spans of the text of pages that were read stand, as `places` does."""
    boxes: dict[int, list[Box]] = {}
    for placed in found.text.spans:
        for start, end in spans:
            if placed.end > start and placed.start < end:
                boxes.setdefault(placed.page, []).append(_box(pdf, found.first + placed.page, placed, start, end))
    return [
        Place(
            page=found.first + page + 1,
            width=found.pages[page].width,
            height=found.pages[page].height,
            boxes=tuple(_joined(each)),
        )
        for page, each in sorted(boxes.items())
    ]


def read_pages(pdf: Any, first: int, count: int) -> PagesRead:
    """Return what so many pages hold, from a number on that counts from 0."""
    pdf_extras.prepare(pdf)
    pages = [_page(pdf, first, number) for number in range(count)]
    rows, numbered, numbers = pdf_line_numbers.without_line_numbers([page_rows(page.pieces) for page in pages])
    heads = [line for page in rows for row in page for line in row]
    body = body_size(heads)
    words = Words(line.text for line in heads)
    kept, running = pdf_running.without_running(rows, [page.height for page in pages])
    unread: Counter[str] = Counter({"running head or foot": len(running), "line number": numbers})
    paragraphs: list[list[Paragraph]] = []
    for page, each in zip(pages, kept, strict=True):
        unread.update(page.unread)
        unread["picture"] += page.pictures
        if page.number in numbered:
            found = pdf_line_numbers.paragraphs_of_rows(page.number, each)
        else:
            found = paragraphs_of(page.number, blocks_of(each), body)
        paragraphs.append(found + _fields(page))
    about = pdf_title.about(pdf.get_metadata_dict(), paragraphs, body)
    aside = [*running, *(words for page in pages for words in page.aside)]
    text = pdf_text.text_of(paragraphs, words)
    return PagesRead(first=first, text=text, pages=pages, unread=unread, about=about, aside=aside)


def _fields(page: Page) -> list[Paragraph]:
    """Return what a page's fields hold, less what is drawn on it as well."""
    drawn = " ".join(piece.text for piece in page.pieces) if page.written else ""
    return [_written(page.number, piece) for piece in page.written if piece.text not in drawn]


def _page(pdf: Any, first: int, number: int) -> Page:
    page = pdf_page.page_of(pdf, first + number)
    if page is None:
        return Page(number, unreadable=True)
    result = pdf_page.read_page(page, number)
    result.written, remarks = pdf_extras.extras(pdf, page)
    result.unread |= remarks
    page.close()
    return result


def _written(page: int, piece: Piece) -> Paragraph:
    line: Line = line_of([piece])
    return Paragraph(page, [line], note="")


def _box(pdf: Any, page: int, span: pdf_text.PlacedSpan, start: int, end: int) -> Box:
    """Return the box of the part of a piece that lies between two offsets."""
    before, after = max(0, start - span.start), max(0, span.end - end)
    count = span.end - span.start
    if span.first < 0 or not (before or after) or span.last - span.first + 1 != count:
        return span.box
    each = pdf_page.characters(pdf, page, span.first + before, span.last - after)
    return (each[0][0], each[0][1], each[-1][2], each[0][3]) if each[0][0] <= each[-1][0] else span.box


def _joined(boxes: list[Box]) -> list[Box]:
    """Return the boxes with those of one line that follow each other made one."""
    found: list[Box] = []
    for box in boxes:
        high = box[3] - box[1]
        if found and abs(found[-1][3] - box[3]) < 0.4 * high and 0 <= box[0] - found[-1][2] + high < 3 * high:
            last = found.pop()
            box = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        found.append(box)
    return found


def _named(numbers: list[int]) -> str:
    return ("page " if len(numbers) == 1 else "pages ") + ", ".join(map(str, numbers))
