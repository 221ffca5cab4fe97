"""A PDF's page as pieces of text with their places, raised marks known; only this, `characters`, `extras` and
`original` call PDFium.

A piece is a run of characters drawn on one baseline in one size without a gap: a word, mostly.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from errors import DocumentError
from index.readers.pdf.characters import Run, boxes
from index.readers.pdf.view import Box, Page, Piece, View
from index.text.expressions import expression

_TURNS = 60
"""So many characters of a page, evenly drawn, tell which way its text runs."""
_PICTURE = 600.0
"""Square points of the least picture; rules, bullets and logos of social networks are smaller."""
_DEPTH = 2
"""Images are looked for in forms within forms, no further."""
_SMALLER = 0.88
_RAISED = 0.1
_LONGEST_MARK = 6
_CONTROL = expression(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
UNREADABLE_SHARE = 0.05
"""A page with more control characters is set in a font that does not say which letters it draws."""
_CLEAN = expression(r"[\W_]*(?P<word>[^\W_](?:['’.,:/&%-]?[^\W_])*|(?:https?:|www\.)\S+)[\W_]*\Z")
_ENOUGH = 300
CLEAN_SHARE = 0.25
"""Of 310 pages of 150 files the readable ones have .59 and more of it, the one in a nameless font none."""


def open_pdf(content: bytes) -> Any:
    """Return PDFium's document.

    Raises:
        DocumentError: it is encrypted or broken.
    """
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is encrypted; save it without a password." if locked else "is not a readable PDF; save it again."
        raise DocumentError(reason) from None


def page_of(pdf: Any, number: int) -> Any | None:
    """Return PDFium's page of a number that counts from 0, None where it cannot open it."""
    import pypdfium2

    try:
        return pdf[number]
    except pypdfium2.PdfiumError:
        return None


def read_page(page: Any, number: int) -> Page:
    """Return what PDFium's page of a number that counts from 0 holds; one that it cannot read is marked unreadable."""
    import pypdfium2

    try:
        text = page.get_textpage()
        view = read_view(page, text)
        width, height = view.size
        found = Page(number, width, height)
        found.pieces = Run(text.raw, view, found).pieces()
        found.pictures = _pictures(page, found)
    except pypdfium2.PdfiumError:
        return Page(number, unreadable=True, pictures=1)
    written = "".join(piece.text for piece in found.pieces)
    found.controls += len(_CONTROL.findall(written))
    if found.controls > UNREADABLE_SHARE * (len(written) + found.controls) or _gibberish(found.pieces):
        return Page(number, width=found.width, height=found.height, unreadable=True, pictures=1, aside=[written])
    for piece in found.pieces:
        piece.text = _CONTROL.sub("", piece.text)
    found.pieces = [piece for piece in found.pieces if piece.text]
    found.pieces = _visible_once(_within(found))
    _mark_raised(found.pieces)
    return found


def characters(pdf: Any, number: int, first: int, last: int) -> list[Box]:
    """Return the places of a page's characters from one number to another."""
    page = pdf[number]
    text = page.get_textpage()
    sides = boxes(text.raw, read_view(page, text), first, last + 1 - first)
    return list(zip(*(side.tolist() for side in sides), strict=True))


def view_of(page: Any) -> View:
    """Return a page's view as a viewer shows it."""
    left, bottom, right, top = page.get_cropbox()
    turns = page.get_rotation() // 90
    return View(
        left=min(left, right), bottom=min(bottom, top), right=max(left, right), top=max(bottom, top), turns=turns
    )


def read_view(page: Any, text: Any) -> View:
    """Return the page's view, turned once more where most of its text would stand on its side."""
    import pypdfium2.raw as raw

    shown = view_of(page)
    left, bottom, right, top, own = shown.left, shown.bottom, shown.right, shown.top, shown.turns
    count = raw.FPDFText_CountChars(text.raw)
    votes, matrix = [0, 0, 0, 0], raw.FS_MATRIX()
    views = [View(left=left, bottom=bottom, right=right, top=top, turns=turns) for turns in range(4)]
    for index in range(0, count, max(1, count // _TURNS)):
        if raw.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix)):
            for turns, view in enumerate(views):
                votes[turns] += view.upright(matrix.a, matrix.b)
    best = max(range(4), key=lambda turns: (votes[turns], turns == own))
    return views[best if votes[best] > 2 * votes[own] else own]


def _gibberish(pieces: list[Piece]) -> bool:
    """Return whether a page's pieces are mostly neither words nor numbers: codes of a font without names of letters."""
    clean = total = 0
    for piece in pieces:
        count = sum(map(str.isalnum, piece.text))
        total += count
        if (count > 1 or piece.text >= "\u2e80") and _CLEAN.match(piece.text):
            clean += count
    return total > _ENOUGH and clean < CLEAN_SHARE * total


def _pictures(page: Any, found: Page) -> int:
    """Return how many pictures a page shows; the scan that a page's own text lies on is not one."""
    count = 0
    for left, bottom, right, top in _images(page):
        area = (right - left) * (top - bottom)
        count += area >= _PICTURE and not (found.pieces and area > 0.7 * found.width * found.height)
    return count


def _images(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the bounds of a page's images, those within its forms included; drawings have many thousands of parts."""
    import pypdfium2.raw as raw

    sides = [ctypes.c_float() for _ in range(4)]
    parts = [(0, page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)]
    while parts:
        depth, holder, number_of, object_of = parts.pop()
        for number in range(number_of(holder)):
            shown = object_of(holder, number)
            kind = raw.FPDFPageObj_GetType(shown)
            if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(shown, *map(ctypes.byref, sides)):
                yield sides[0].value, sides[1].value, sides[2].value, sides[3].value
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                parts.append((depth + 1, shown, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject))


def _within(page: Page) -> list[Piece]:
    kept = []
    for piece in page.pieces:
        middle = (piece.left + piece.right) / 2
        if -1 <= middle <= page.width + 1 and -1 <= piece.base <= page.height + 2:
            kept.append(piece)
        else:
            page.aside.append(piece.text)
    if len(kept) < len(page.pieces):
        page.unread["word outside the page"] = len(page.pieces) - len(kept)
    return kept


def _visible_once(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without invisible ones beneath visible ones; a scan has invisible ones alone."""
    visible = [piece for piece in pieces if not piece.hidden]
    if not visible or len(visible) == len(pieces):
        return pieces
    drawn = _Grid(visible)
    return [piece for piece in pieces if not piece.hidden or not drawn.covers(piece)]


class _Grid:
    """Answers whether a place is drawn on already."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._rows: dict[int, list[Piece]] = {}
        for piece in pieces:
            for row in range(int(piece.top // 10), int(piece.bottom // 10) + 1):
                self._rows.setdefault(row, []).append(piece)

    def covers(self, piece: Piece) -> bool:
        x, y = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
        return any(
            each.left <= x <= each.right and each.top <= y <= each.bottom for each in self._rows.get(int(y // 10), ())
        )


def _mark_raised(pieces: list[Piece]) -> None:
    """Set smaller characters that are drawn above or below a word's baseline on that baseline, and say so."""
    small = [piece for piece in pieces if len(piece.text) <= _LONGEST_MARK]
    if not small:
        return
    words = sorted((piece for piece in pieces if len(piece.text) > 1), key=lambda each: each.base)
    bases = [word.base for word in words]
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if len(piece.text) > _LONGEST_MARK:
            continue
        # Most marks are drawn right after their word; a note's own mark may be drawn far from it.
        if before is not None and _hangs(piece, before):
            word: Piece | None = before
        else:
            near = words[bisect_left(bases, piece.base - 8) : bisect_right(bases, piece.base + 8)]
            word = next((each for each in near if _hangs(piece, each)), None)
        if word is not None:
            piece.raised, piece.lowered = word.base > piece.base, word.base < piece.base
            piece.base = word.base


def _hangs(piece: Piece, word: Piece) -> bool:
    """Return whether a small piece is set right after a larger word, or a little before it, off its baseline."""
    smaller = piece.size <= _SMALLER * word.size or piece.bottom - piece.top <= _SMALLER * (word.bottom - word.top)
    if not smaller or not _RAISED * word.size < abs(word.base - piece.base) < 0.8 * word.size:
        return False
    behind, ahead = piece.left - word.right, word.left - piece.right
    return -0.3 * word.size < behind < 0.7 * word.size or -0.3 * word.size < ahead < 2.0 * word.size
