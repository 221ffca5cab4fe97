"""A page's characters as PDFium has them -> pieces: few calls for each, as calls cost more than all else of a page.

One call for each character (its box), in one sweep; what a text object's characters share is asked once for each.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

from index.readers.pdf_view import Box, Page, Piece, View

GAP = 0.12
"""Parts words, as a share of the type size: .12 joins 84 of 440,000 words of 153 files that poppler has apart."""
_SHADOW = 0.15
_FORMS = (*range(0xFB00, 0xFB07), *range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFDFB), *range(0xFE70, 0xFEFD))
"""Ligatures, and the shapes that Arabic letters take in a word: drawn forms of letters, not other letters."""
_LIGATURES = {code: form for code in _FORMS if (form := unicodedata.normalize("NFKC", chr(code)).strip())}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF06E, 0xF076, 0xF0D8, 0xF0FC), "•")
# A soft hyphen in a PDF is drawn, so it is a hyphen; many programs name every hyphen so. PDFium names those at a line's
# end U+0002 or U+FFFE.
_AS_DRAWN = {0x02: "-", 0xFFFE: "-", 0xAD: "-", **_LIGATURES, **_BULLETS, 0x2010: "-", 0x2011: "-"}
_BLANK = frozenset({*range(33), 0xA0, 0x3000, 0xFEFF, 0x200B, *range(0x2000, 0x200B)} - {2})
_INVISIBLE_MODE = 3
_SIDES = 4


@dataclass(frozen=True, slots=True)
class _Style:
    """What the characters of one text object share."""

    upright: bool
    size: float
    hidden: bool
    bold: bool


class Run:
    """Collects a page's characters into pieces."""

    def __init__(self, handle: Any, view: View, page: Page) -> None:
        """Take PDFium's text page with its view, and the page that counts what is no text."""
        import pypdfium2.raw as raw

        self._raw: Any = raw
        self._handle = handle
        self._view = view
        self._page = page
        self._found: list[Piece] = []
        self._styles: dict[int, _Style] = {}

    def pieces(self) -> list[Piece]:
        """Return the pieces in the order in which the file draws them."""
        letters: list[str] = []
        first, spaced = 0, False
        drawn: set[int] = set()
        tall = grid = 0.0
        left = top = right = bottom = start = 0.0
        codes = self._codes()
        for index, (code, (x, y, end, low)) in enumerate(zip(codes, self._boxes(len(codes)), strict=True)):
            if code in _BLANK:
                if letters:
                    self._keep(letters, (start, top, right, bottom), first, index - 1, spaced)
                    letters, spaced = [], False
                if code in (32, 0xA0) or code > 0xA0:
                    spaced = True
                elif code not in (9, 10, 13):
                    self._page.controls += 1
                continue
            high = low - y
            # Drawn twice, to look bold or to cast a shadow: the same letter a little away.
            if high != tall:
                tall, grid = high, 2.0 ** math.floor(math.log2(_SHADOW * high)) if high > 0.1 else 0.0
            # A ligature is two characters of one place.
            if grid and end - x > 1.1 * grid and (x != left or end != right):
                across, down = x / grid, low / grid
                one = (code << 1) + (int(across) << 22) + (int(down) << 60)
                other = 1 + (code << 1) + (int(across + 0.5) << 22) + (int(down + 0.5) << 60)
                if one in drawn or other in drawn:
                    continue
                drawn.add(one)
                drawn.add(other)
            if code >= 0x590 and (code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC):
                gap = max(left - end, x - right)
            else:
                gap = x - right
            if letters and not (
                -0.35 * high < gap < GAP * high
                and -0.06 * high < low - bottom < 0.06 * high
                and abs(high - (bottom - top)) < 0.06 * high
            ):
                self._keep(letters, (start, top, right, bottom), first, index - 1, spaced)
                letters, spaced = [], False
            if not letters:
                first, start = index, x
                top, bottom, right = y, low, end
            elif end > right:
                right = end
            if x < start:
                start = x
            left = x
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

    def _boxes(self, count: int) -> list[Box]:
        return boxes(self._handle, self._view, 0, count)

    def _keep(self, letters: list[str], box: Box, first: int, last: int, spaced: bool) -> None:
        style = self._style(first)
        if not style.upright:
            self._page.unread["turned letter"] = self._page.unread.get("turned letter", 0) + len(letters)
            self._page.aside.append("".join(letters))
            return
        x, y = ctypes.c_double(), ctypes.c_double()
        self._raw.FPDFText_GetCharOrigin(self._handle, first, ctypes.byref(x), ctypes.byref(y))
        text = "".join(letters)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        left, top, right, bottom = box
        base = self._view.baseline(x.value, y.value)
        size = style.size or bottom - top or 1.0
        self._found.append(
            Piece(
                text,
                left,
                top,
                right,
                bottom,
                base,
                size,
                first,
                last,
                spaced=spaced,
                hidden=style.hidden,
                bold=style.bold,
            )
        )

    def _style(self, index: int) -> _Style:
        shown = self._raw.FPDFText_GetTextObject(self._handle, index)
        # A character that PDFium made up belongs to no object.
        if not shown:
            return self._asked(index, shown)
        address = ctypes.cast(shown, ctypes.c_void_p).value or 0
        if (found := self._styles.get(address)) is None:
            found = self._styles[address] = self._asked(index, shown)
        return found

    def _asked(self, index: int, shown: Any) -> _Style:
        raw, handle, matrix = self._raw, self._handle, self._raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
        return _Style(
            upright=not (matrix.a or matrix.b) or self._view.upright(matrix.a, matrix.b),
            size=abs(raw.FPDFText_GetFontSize(handle, index) * (matrix.c**2 + matrix.d**2) ** 0.5),
            hidden=bool(shown) and raw.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE_MODE,
            bold=raw.FPDFText_GetFontWeight(handle, index) >= 600,
        )


@cache
def _box_of() -> Callable[[int, int, int], int]:
    """Return PDFium's function for a character's box, that takes addresses as numbers.

    Checked pointers cost as much as the call, and so does letting go of the interpreter for some 30 ns of work.
    """
    import pypdfium2.raw as raw

    kind = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return kind(ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)


def boxes(handle: Any, view: View, first: int, count: int) -> list[Box]:
    """Return the places of so many of a text page's characters, from one number on."""
    held = (ctypes.c_float * (_SIDES * count))()
    base, wide = ctypes.addressof(held), _SIDES * ctypes.sizeof(ctypes.c_float)
    page = ctypes.cast(handle, ctypes.c_void_p).value or 0
    places = range(base, base + wide * count, wide)
    found = list(map(_box_of(), repeat(page), range(first, first + count), places))
    sides = held[:]
    if not all(found):
        _fill(sides, found)
    # PDFium's order is left, top, right, bottom.
    return view.boxes(sides[0::4], sides[3::4], sides[2::4], sides[1::4])


def _fill(sides: list[float], found: list[int]) -> None:
    """Give characters without a place that of the one before."""
    for number, has_place in enumerate(found):
        if number and not has_place:
            sides[_SIDES * number : _SIDES * (number + 1)] = sides[_SIDES * (number - 1) : _SIDES * number]
