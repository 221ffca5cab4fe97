"""Pages of a PDF whose lines are numbered at the margin: their rows without the numbers, and the paragraphs of them.

Such a page is one column of rows, set wide apart, so that neither the space between the rows nor the one behind a label
says where a paragraph or a column begins: labels and the ends of sentences do.
"""

from __future__ import annotations

from index.readers.line_numbers import goes_on, numbered_pages
from index.readers.pdf.lines import Line, line_of
from index.readers.pdf.paragraphs import Paragraph

Rows = list[list[Line]]


def without_line_numbers(pages: list[Rows]) -> tuple[list[Rows], set[int], int]:
    """Return the pages' rows without the numbers of lines, which pages had them, and how many they were."""
    texts = [_text(row) for rows in pages for row in rows]
    numbered = {at for found in numbered_pages(texts) for at in found}
    kept: list[Rows] = []
    with_numbers: set[int] = set()
    at = 0
    for page, rows in enumerate(pages):
        kept.append([])
        for row in rows:
            if at in numbered:
                with_numbers.add(page)
                row = _without_first(row)
            if row:
                kept[-1].append(row)
            at += 1
    return kept, with_numbers, len(numbered)


def paragraphs_of_rows(page: int, rows: Rows) -> list[Paragraph]:
    """Return the paragraphs of a numbered page's rows: a row goes on with the one above where its sentence does."""
    found: list[Paragraph] = []
    for row in rows:
        line = line_of([piece for each in row for piece in each.pieces])
        if found and goes_on(_indented(found[-1].lines[-1]), _indented(line)):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph(page, [line], left=line.left, width=line.right - line.left))
    return found


def _text(row: list[Line]) -> str:
    return " ".join(each.text for each in row)


def _without_first(row: list[Line]) -> list[Line]:
    """Return a row without its first piece, which is the number."""
    pieces = row[0].pieces[1:]
    return ([line_of(pieces)] if pieces else []) + row[1:]


def _indented(line: Line) -> str:
    """Return a line's words behind as many spaces as show where it begins."""
    return " " * round(2 * line.left / max(line.size, 1.0)) + line.text
