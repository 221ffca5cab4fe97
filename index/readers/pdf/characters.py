"""A page's characters as PDFium has them -> pieces: few calls for each, as calls cost more than all else of a page.

The boxes of a page are taken in one sweep. A word in a plain row, as nearly all are, is one piece;
the others are looked at character by character.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.readers.pdf.view import Box, Page, Piece, View

GAP = 0.12
"""Parts words, as a share of the type size: .12 joins 84 of 440,000 words of 153 files that poppler has apart."""
_NARROW, _LETTERS_APART = 0.05, 0.025
"""On a page without blanks whose runs are longer than words, gaps so narrow part words, where letters have none."""
_LONGEST_RUNS, _NARROW_SHARE, _FEWEST_LETTERS = 14.0, (0.08, 0.35), 40
_SHADOW = 0.15
_FORMS = (*range(0xFB00, 0xFB07), *range(0xFB50, 0xFDD0), *range(0xFDF0, 0xFDFB), *range(0xFE70, 0xFEFD))
"""Ligatures, and the shapes that Arabic letters take in a word: drawn forms of letters, not other letters."""
_LIGATURES = {code: form for code in _FORMS if (form := unicodedata.normalize("NFKC", chr(code)).strip())}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF06E, 0xF076, 0xF0D8, 0xF0FC), "•")
# A soft hyphen in a PDF is drawn, so it is a hyphen; many programs name every hyphen so. PDFium names those at a line's
# end U+0002 or U+FFFE.
_AS_DRAWN = {0x02: "-", 0xFFFE: "-", 0xAD: "-", **_LIGATURES, **_BULLETS, 0x2010: "-", 0x2011: "-"}
_BLANKS = tuple({*range(33), 0xA0, 0x3000, 0xFEFF, 0x200B, *range(0x2000, 0x200B)} - {2})
_BACK = 0.35
_LEVEL = 0.06
_FIRST_BACKWARDS = 0x590
"""From Hebrew on a script may run from the right."""
_INVISIBLE_MODE = 3
_SIDES = 4


Numbers = NDArray[np.float64]
Sides = tuple[Numbers, Numbers, Numbers, Numbers]
"""Left, top, right and bottom of characters."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What the characters of one text object share."""

    upright: bool
    size: float
    hidden: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters of one piece, of which `first` and `last` are the numbers."""

    letters: Sequence[str]
    box: Box
    first: int
    last: int
    spaced: bool


class Run:
    """Collects a page's characters into pieces."""

    def __init__(self, handle: Any, view: View, page: Page) -> None:
        """Take PDFium's text page with its view, and the page that counts what is no text."""
        import pypdfium2.raw as raw

        self._raw: Any = raw
        self._handle = handle
        self._view = view
        self._page = page
        self._styles: dict[int, _Style] = {}

    def pieces(self) -> list[Piece]:
        """Return the pieces in the order in which the file draws them."""
        codes = self._codes()
        if not codes:
            return []
        parts = list(self._parts(codes))
        firsts = [part.first for part in parts]
        objects = _objects(self._handle, firsts)
        return [
            piece
            for part, shown, origin in zip(parts, objects, _origins(self._handle, firsts), strict=True)
            if (piece := self._piece(part, shown or 0, origin))
        ]

    def _parts(self, codes: list[int]) -> Iterator[_Part]:
        """Yield the parts between blanks; those that are no plain row as `_closely` parts them."""
        code_points = np.array(codes)
        blank = np.isin(code_points, _BLANKS)
        self._page.controls += int(np.count_nonzero(blank & (code_points < 32) & ~np.isin(code_points, (9, 10, 13))))
        sides = boxes(self._handle, self._view, 0, len(codes))
        plain, twice = _plain(code_points, blank, sides), _drawn_twice(code_points, blank, sides)
        drawn: set[int] = set()
        narrow = _narrow_gaps(blank, sides)
        edges = _runs(blank, narrow)
        spacers = np.concatenate(([0], np.cumsum(blank & ((code_points == 32) | (code_points >= 0xA0))))).tolist()
        uneven, doubled = (np.concatenate(([0], np.cumsum(each))).tolist() for each in (~plain, twice))
        places = list(zip(*(side.tolist() for side in sides), strict=True))
        letters = [_AS_DRAWN.get(code) or chr(code) for code in codes]
        before = 0
        for first, after in edges.tolist():
            spaced = spacers[first] > spacers[before] or bool(narrow[first])
            if uneven[after] == uneven[first + 1] and doubled[after] == doubled[first]:
                left, top, _, bottom = places[first]
                yield _Part(
                    letters=letters[first:after],
                    box=(left, top, places[after - 1][2], bottom),
                    first=first,
                    last=after - 1,
                    spaced=spaced,
                )
                before = after
                continue
            for part in _closely(codes, places, (first, after), drawn, spaced):
                yield part
                before = after

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

    def _piece(self, part: _Part, shown: int, origin: tuple[float, float]) -> Piece | None:
        """Return a part as a piece, None where it is turned."""
        # A character that PDFium made up belongs to no object.
        style = self._styles.get(shown) if shown else None
        if style is None:
            style = self._styles[shown] = self._asked(part.first)
        if not style.upright:
            self._page.unread["turned letter"] = self._page.unread.get("turned letter", 0) + len(part.letters)
            self._page.aside.append("".join(part.letters))
            return None
        text = "".join(part.letters)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        left, top, right, bottom = part.box
        base = self._view.baseline(*origin)
        size = style.size or bottom - top or 1.0
        result = Piece(
            text=text,
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            base=base,
            size=size,
            first=part.first,
            last=part.last,
        )
        result.spaced, result.hidden, result.bold = part.spaced, style.hidden, style.bold
        return result

    def _asked(self, index: int) -> _Style:
        shown = self._raw.FPDFText_GetTextObject(self._handle, index)
        raw, handle, matrix = self._raw, self._handle, self._raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
        return _Style(
            upright=not (matrix.a or matrix.b) or self._view.upright(matrix.a, matrix.b),
            size=abs(raw.FPDFText_GetFontSize(handle, index) * (matrix.c**2 + matrix.d**2) ** 0.5),
            hidden=bool(shown) and raw.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE_MODE,
            bold=raw.FPDFText_GetFontWeight(handle, index) >= 600,
        )


@dataclass(slots=True)
class _Gathered:
    """The characters of the part that is open, with its sides, and where the last character stands."""

    letters: list[str]
    begin: int
    left: float = 0.0
    """Where the last character begins; `start` is where the part does."""
    start: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def goes_on(self, code: int, place: Box) -> bool:
        """Return whether a character stands right behind the last one, level with the part and as high."""
        x, y, end, low = place
        high = low - y
        backwards = 0x590 <= code <= 0x8FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC
        gap = max(self.left - end, x - self.right) if backwards else x - self.right
        return (
            -_BACK * high < gap < GAP * high
            and abs(low - self.bottom) < _LEVEL * high
            and abs(high - (self.bottom - self.top)) < _LEVEL * high
        )

    def take(self, index: int, code: int, place: Box) -> None:
        """Add a character, the first of a part where none is open."""
        x, y, end, low = place
        if not self.letters:
            self.begin, self.start = index, x
            self.top, self.bottom = y, low
        self.right = max(end, self.right) if self.letters else end
        self.start, self.left = min(self.start, x), x
        self.letters.append(_AS_DRAWN.get(code) or chr(code))

    def ended(self, last: int, spaced: bool) -> _Part:
        """Return the part that ends with the character of a number, and open none."""
        letters, self.letters = self.letters, []
        return _Part(
            letters=letters,
            box=(self.start, self.top, self.right, self.bottom),
            first=self.begin,
            last=last,
            spaced=spaced,
        )


def _closely(
    codes: list[int], places: list[Box], row: tuple[int, int], drawn: set[int], spaced: bool
) -> Iterator[_Part]:
    """Yield the parts of a row of characters: apart where a gap is or the line changes, without what is drawn twice."""
    gathered = _Gathered([], row[0])
    for index in range(*row):
        code, place = codes[index], places[index]
        # A ligature is two characters of one place.
        ligature = place[0] == gathered.left and place[2] == gathered.right
        if not ligature and _is_drawn_again(code, place, drawn):
            continue
        if gathered.letters and not gathered.goes_on(code, place):
            yield gathered.ended(index - 1, spaced)
            spaced = False
        gathered.take(index, code, place)
    if gathered.letters:
        yield gathered.ended(row[1] - 1, spaced)


def _is_drawn_again(code: int, place: Box, drawn: set[int]) -> bool:
    """Return whether a letter was drawn a little away before, to look bold or to cast a shadow; remember it if not."""
    x, y, end, low = place
    grid = _grid(low - y)
    if not grid or end - x <= 1.1 * grid:
        return False
    across, down = x / grid, low / grid
    one = (code << 1) + (int(across) << 22) + (int(down) << 60)
    other = 1 + (code << 1) + (int(across + 0.5) << 22) + (int(down + 0.5) << 60)
    if one in drawn or other in drawn:
        return True
    drawn.update((one, other))
    return False


@lru_cache(maxsize=64)
def _grid(high: float) -> float:
    """Return how wide the meshes are in which a letter of a height and its shadow lie together, 0 for a flat one."""
    return 2.0 ** math.floor(math.log2(_SHADOW * high)) if high > 0.1 else 0.0


def _plain(codes: NDArray[np.int_], blank: NDArray[np.bool_], sides: Sides) -> NDArray[np.bool_]:
    """Return which characters stand right behind the one before and further on, level with their word's first one."""
    x, y, end, low = sides
    plain = np.ones(len(codes), dtype=bool)
    begins = ~blank
    begins[1:] &= blank[:-1]
    first = np.maximum.accumulate(np.where(begins, np.arange(len(codes)), 0))
    high, gap = low - y, x[1:] - end[:-1]
    plain[1:] = (np.diff(x) >= 0) & (np.diff(end) >= 0) & (codes[1:] < _FIRST_BACKWARDS)
    plain[1:] &= (-_BACK * high[1:] < gap) & (gap < GAP * high[1:])
    return plain & (np.abs(low - low[first]) < _LEVEL * high) & (np.abs(high - high[first]) < _LEVEL * high)


def _narrow_gaps(blank: NDArray[np.bool_], sides: Sides) -> NDArray[np.bool_]:
    """Return the characters that begin a word behind a gap narrower than most, on a page whose words have no blanks."""
    x, y, end, low = sides
    found = np.zeros(len(blank), dtype=bool)
    high = np.maximum(low - y, 0.1)[1:]
    gap = (x[1:] - end[:-1]) / high
    beside = ~blank[1:] & ~blank[:-1] & (np.abs(np.diff(low)) < _LEVEL * high)
    pairs, near = int(beside.sum()), beside & (np.abs(gap) < GAP)
    if pairs < _FEWEST_LETTERS or pairs < _LONGEST_RUNS * (len(blank) - int(near.sum())):
        return found
    narrow = near & (gap >= _NARROW)
    share = int(narrow.sum()) / pairs
    between = int((near & (gap >= _LETTERS_APART) & (gap < _NARROW)).sum())
    if _NARROW_SHARE[0] <= share <= _NARROW_SHARE[1] and between * 4 <= int(narrow.sum()):
        found[1:] = narrow
    return found


def _runs(blank: NDArray[np.bool_], narrow: NDArray[np.bool_]) -> NDArray[np.int_]:
    """Return where each run of characters without a blank or a narrow gap begins and ends."""
    before, behind = np.concatenate(([True], blank[:-1])), np.concatenate((blank[1:], [True]))
    begins = ~blank & (before | narrow)
    ends = ~blank & (behind | np.concatenate((narrow[1:], [False])))
    return np.stack((np.flatnonzero(begins), np.flatnonzero(ends) + 1), axis=1)


def _drawn_twice(codes: NDArray[np.int_], blank: NDArray[np.bool_], sides: Sides) -> NDArray[np.bool_]:
    """Return which characters of a page may stand there twice at one place, by the grids of `_closely`."""
    x, y, end, low = sides
    high = low - y
    grid = np.exp2(np.floor(np.log2(_SHADOW * np.maximum(high, 0.1))))
    wide = np.flatnonzero((high > 0.1) & (end - x > 1.1 * grid) & ~blank)
    found = np.zeros(len(codes), dtype=bool)
    for shift in (0.0, 0.5):
        across, down = (np.trunc(side[wide] / grid[wide] + shift).astype(np.int64) for side in (x, low))
        _, which, counts = np.unique(
            codes[wide] + (across << 21) + (down << 42), return_inverse=True, return_counts=True
        )
        found[wide] |= counts[which] > 1
    return found


@cache
def _fast(name: str, kind: Any, *more: Any) -> Callable[..., Any]:
    """Return a function of PDFium of a text page and a character's number, that takes addresses as numbers.

    Checked pointers cost as much as the call, and so does letting go of the interpreter for some 30 ns of work.
    """
    import pypdfium2.raw as raw

    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(kind, ctypes.c_void_p, ctypes.c_int, *more)(address)


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _objects(handle: Any, indices: list[int]) -> list[int | None]:
    """Return the addresses of the text objects that characters are of."""
    return list(map(_fast("FPDFText_GetTextObject", ctypes.c_void_p), repeat(_address(handle)), indices))


def _origins(handle: Any, indices: list[int]) -> list[tuple[float, float]]:
    """Return where characters stand on their baselines, as PDF counts."""
    buffer = (ctypes.c_double * (2 * len(indices)))()
    base, wide = ctypes.addressof(buffer), ctypes.sizeof(ctypes.c_double)
    origin_of = _fast("FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    across = range(base, base + 2 * wide * len(indices), 2 * wide)
    down = range(base + wide, base + wide + 2 * wide * len(indices), 2 * wide)
    deque(map(origin_of, repeat(_address(handle)), indices, across, down), maxlen=0)
    sides = buffer[:]
    return list(zip(sides[0::2], sides[1::2], strict=True))


def boxes(handle: Any, view: View, first: int, count: int) -> Sides:
    """Return left, top, right and bottom of so many of a text page's characters, from one number on."""
    buffer = np.zeros((count, _SIDES), dtype=np.float32)
    base, wide = buffer.ctypes.data, _SIDES * buffer.itemsize
    places = range(base, base + wide * count, wide)
    box_of = _fast("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p)
    found = list(map(box_of, repeat(_address(handle)), range(first, first + count), places))
    if not all(found):
        _fill(buffer, found)
    left, top, right, bottom = buffer.astype(np.float64).T  # PDFium's order.
    return view.box(left, bottom, right, top)


def _fill(sides: NDArray[np.float32], found: list[int]) -> None:
    """Give characters without a place that of the one before."""
    for number, has_place in enumerate(found):
        if number and not has_place:
            sides[number] = sides[number - 1]
