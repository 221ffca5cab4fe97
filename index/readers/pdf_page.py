"""A PDF's page as pieces of text with their places: the only file, beside `pdf_extras`, that asks PDFium anything.

A piece is a run of characters drawn on one baseline in one size without a gap: a word, mostly. Places are points from
the top left corner of the page as a viewer shows it, turned pages included.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any

from errors import DocumentError

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

GAP = 0.12
"""Parts words, as a share of the type size: .12 joins 84 of 440,000 words of 153 files that poppler has apart."""
_TURNS = 60
"""So many characters of a page, evenly drawn, tell which way its text runs."""
_SHADOW = 0.15
_PICTURE = 600.0
"""Square points of the least picture; rules, bullets and logos of social networks are smaller."""
_SMALLER = 0.88
_RAISED = 0.1
_LONGEST_MARK = 6
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
UNREADABLE_SHARE = 0.05
"""A page with more control characters is set in a font that does not say which letters it draws."""
_FORMS = (*range(0xFB00, 0xFB07), *range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFDFB), *range(0xFE70, 0xFEFD))
"""Ligatures, and the shapes that Arabic letters take in a word: drawn forms of letters, not other letters."""
_CLEAN = re.compile(r"[\W_]*(?P<word>[^\W_](?:['’.,:/&%-]?[^\W_])*|(?:https?:|www\.)\S+)[\W_]*\Z")
_ENOUGH = 300
CLEAN_SHARE = 0.25
"""Of 310 pages of 150 files the readable ones have .59 and more of it, the one in a nameless font none."""
_LIGATURES = {code: form for code in _FORMS if (form := unicodedata.normalize("NFKC", chr(code)).strip())}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF06E, 0xF076, 0xF0D8, 0xF0FC), "•")
# A soft hyphen in a PDF is drawn, so it is a hyphen; many programs name every hyphen so. PDFium names those at a line's
# end U+0002 or U+FFFE.
_AS_DRAWN = {0x02: "-", 0xFFFE: "-", 0xAD: "-", **_LIGATURES, **_BULLETS, 0x2010: "-", 0x2011: "-"}
_INVISIBLE_MODE = 3


@dataclass(slots=True)
class Piece:
    """Characters drawn together; `first` and `last` are PDFium's numbers of them, `raised` says a note mark's place."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    first: int
    last: int
    spaced: bool = False
    raised: bool = False
    lowered: bool = False
    hidden: bool = False
    bold: bool = False


@dataclass
class Page:
    """What a page holds; `unread` counts what of it is no text to read."""

    number: int
    width: float = 0.0
    height: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    written: list[Piece] = field(default_factory=list)
    """What its form fields and free-text notes hold."""
    pictures: int = 0
    controls: int = 0
    """Characters that no font should draw."""
    unreadable: bool = False
    unread: dict[str, int] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)
    """The words that were left out, for those who count them."""


@dataclass(frozen=True)
class View:
    """How a page is turned and cut: PDF's coordinates -> those of this file."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height as shown."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a rectangle's place on the page."""
        if self.turns == 0:
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turns == 1:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turns == 2:
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return (self.top - top, self.right - right, self.top - bottom, self.right - left)

    def baseline(self, x: float, y: float) -> float:
        """Return how far below the top a point stands."""
        return (self.top - y, x - self.left, y - self.bottom, self.right - x)[self.turns]

    def upright(self, a: float, b: float) -> bool:
        """Return whether text that runs along the vector runs from left to right on the page."""
        along, across = ((a, b), (b, a), (-a, b), (-b, a))[self.turns]
        return along > 0 and abs(across) <= 0.1 * along


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
        reason = "is encrypted; save it without a password." if locked else "is no readable PDF; save it again."
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
        view = _view(page, text)
        made = Page(number, *view.size)
        made.pieces = _Run(text.raw, view, made).pieces()
        made.pictures = _pictures(page, made)
    except pypdfium2.PdfiumError:
        return Page(number, unreadable=True, pictures=1)
    written = "".join(piece.text for piece in made.pieces)
    made.controls += len(_CONTROL.findall(written))
    if made.controls > UNREADABLE_SHARE * (len(written) + made.controls) or _gibberish(made.pieces):
        return Page(number, *view.size, unreadable=True, pictures=1, aside=[written])
    for piece in made.pieces:
        piece.text = _CONTROL.sub("", piece.text)
    made.pieces = [piece for piece in made.pieces if piece.text]
    made.pieces = _visible_once(_within(made))
    _mark_raised(made.pieces)
    return made


def characters(pdf: Any, number: int, first: int, last: int) -> list[Box]:
    """Return the places of a page's characters from one number to another."""
    import pypdfium2.raw as raw

    page = pdf[number]
    text = page.get_textpage()
    view, found, box = _view(page, text), [], raw.FS_RECTF()
    for index in range(first, last + 1):
        raw.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box))
        found.append(view.box(box.left, box.bottom, box.right, box.top))
    return found


def view_of(page: Any) -> View:
    """Return a page's view as a viewer shows it."""
    left, bottom, right, top = page.get_cropbox()
    turns = page.get_rotation() // 90
    return View(min(left, right), min(bottom, top), max(left, right), max(bottom, top), turns)


def _view(page: Any, text: Any) -> View:
    """Return the page's view, turned once more where most of its text would stand on its side."""
    import pypdfium2.raw as raw

    shown = view_of(page)
    left, bottom, right, top, own = shown.left, shown.bottom, shown.right, shown.top, shown.turns
    count = raw.FPDFText_CountChars(text.raw)
    votes, matrix = [0, 0, 0, 0], raw.FS_MATRIX()
    views = [View(left, bottom, right, top, turns) for turns in range(4)]
    for index in range(0, count, max(1, count // _TURNS)):
        if raw.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix)):
            for turns, view in enumerate(views):
                votes[turns] += view.upright(matrix.a, matrix.b)
    best = max(range(4), key=lambda turns: (votes[turns], turns == own))
    return views[best if votes[best] > 2 * votes[own] else own]


class _Run:
    """Collects a page's characters into pieces."""

    def __init__(self, handle: Any, view: View, page: Page) -> None:
        import pypdfium2.raw as raw

        self._raw: Any = raw
        self._handle = handle
        self._view = view
        self._page = page
        self._found: list[Piece] = []

    def pieces(self) -> list[Piece]:
        """Return the pieces in the order in which the file draws them."""
        raw, handle, place = self._raw, self._handle, self._view.box
        box = raw.FS_RECTF()
        pointer = ctypes.byref(box)
        letters: list[str] = []
        first, spaced = 0, False
        drawn: set[tuple[int, ...]] = set()
        tall = grid = 0.0
        left = top = right = bottom = start = 0.0
        for index, code in enumerate(self._codes()):
            if code <= 32 and code != 2 or code in (0xA0, 0x3000, 0xFEFF, 0x200B) or 0x2000 <= code <= 0x200A:
                if letters:
                    self._keep(letters, (start, top, right, bottom), first, index - 1, spaced)
                    letters, spaced = [], False
                if code in (32, 0xA0) or code > 0xA0:
                    spaced = True
                elif code not in (9, 10, 13):
                    self._page.controls += 1
                continue
            raw.FPDFText_GetLooseCharBox(handle, index, pointer)
            x, y, end, low = place(box.left, box.bottom, box.right, box.top)
            high = low - y
            # Drawn twice, to look bold or to cast a shadow: the same letter a little away.
            if high != tall:
                tall, grid = high, 2.0 ** math.floor(math.log2(_SHADOW * high)) if high > 0.1 else 0.0
            # A ligature is two characters of one place.
            if grid and end - x > 1.1 * grid and (x != left or end != right):
                across, down = x / grid, low / grid
                one, other = (code, int(across), int(down)), (code, int(across + 0.5), int(down + 0.5), 0)
                if one in drawn or other in drawn:
                    continue
                drawn.add(one)
                drawn.add(other)
            backwards = 0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC
            gap = max(left - end, x - right) if backwards else x - right
            if letters and not (
                -0.35 * high < gap < GAP * high
                and abs(low - bottom) < 0.06 * high
                and abs(high - (bottom - top)) < 0.06 * high
            ):
                self._keep(letters, (start, top, right, bottom), first, index - 1, spaced)
                letters, spaced = [], False
            if not letters:
                first, start = index, x
                top, bottom = y, low
            right = max(end, right) if letters else end
            start, left = min(start, x), x
            letters.append(_AS_DRAWN.get(code) or chr(code))
        if letters:
            self._keep(letters, (start, top, right, bottom), first, index, spaced)
        return self._found

    def _codes(self) -> list[int]:
        """Return what each character is: in one call where PDFium's text has one unit for each, else one by one."""
        raw, handle = self._raw, self._handle
        count = raw.FPDFText_CountChars(handle)
        units = (ctypes.c_ushort * (count + 1))()
        if count and raw.FPDFText_GetText(handle, 0, count, units) == count + 1:
            ends = (0, count // 2, count - 1)
            if all(units[index] == raw.FPDFText_GetUnicode(handle, index) for index in ends):
                return list(units[:count])
        return [raw.FPDFText_GetUnicode(handle, index) for index in range(count)]

    def _keep(self, letters: list[str], box: Box, first: int, last: int, spaced: bool) -> None:
        raw, handle = self._raw, self._handle
        matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetMatrix(handle, first, ctypes.byref(matrix))
        if (matrix.a or matrix.b) and not self._view.upright(matrix.a, matrix.b):
            self._page.unread["turned letter"] = self._page.unread.get("turned letter", 0) + len(letters)
            self._page.aside.append("".join(letters))
            return
        raw.FPDFText_GetCharOrigin(handle, first, ctypes.byref(x), ctypes.byref(y))
        size = raw.FPDFText_GetFontSize(handle, first) * (matrix.c**2 + matrix.d**2) ** 0.5
        shown = raw.FPDFText_GetTextObject(handle, first)
        hidden = bool(shown) and raw.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE_MODE
        text = "".join(letters)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        left, top, right, bottom = box
        base = self._view.baseline(x.value, y.value)
        size = abs(size) or bottom - top or 1.0
        bold = raw.FPDFText_GetFontWeight(handle, first) >= 600
        self._found.append(
            Piece(text, left, top, right, bottom, base, size, first, last, spaced=spaced, hidden=hidden, bold=bold)
        )


def _gibberish(pieces: list[Piece]) -> bool:
    """Return whether a page's pieces are mostly neither words nor numbers: codes of a font without names of letters."""
    clean = total = 0
    for piece in pieces:
        count = sum(map(str.isalnum, piece.text))
        total += count
        if (count > 1 or piece.text >= "\u2e80") and _CLEAN.match(piece.text):
            clean += count
    return total > _ENOUGH and clean < CLEAN_SHARE * total


def _pictures(page: Any, made: Page) -> int:
    """Return how many pictures a page shows; the scan that a page's own text lies on is not one."""
    import pypdfium2.raw as raw

    count = 0
    for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = shown.get_bounds()
        area = (right - left) * (top - bottom)
        count += area >= _PICTURE and not (made.pieces and area > 0.7 * made.width * made.height)
    return count


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
