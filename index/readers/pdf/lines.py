"""Pieces of a page -> lines: runs of words that are read without a break, split where a column begins."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from index.readers.pdf.characters import GAP
from index.readers.pdf.view import Piece

SURE_GAP = 2.5
"""So many type sizes between two words of a row are no space between words."""
_ROW = 0.25
_ALLEYS = ((1.2, 2), (0.8, 3), (0.45, 6))
"""An empty strip between words parts columns where it is so wide, in type sizes, over so many rows."""
_NEAR_ROWS = 2.6
_ACCENTS = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c"}


@dataclass(slots=True)
class Line:
    """Pieces in the order in which they are read, `spaces[n]` says whether one stands before the piece n."""

    pieces: list[Piece]
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    spaces: list[bool] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the line's words."""
        return "".join(" " * space + piece.text for space, piece in zip(self.spaces, self.pieces, strict=True))

    @property
    def bold(self) -> bool:
        """Return whether all of it is in bold type."""
        return all(piece.bold for piece in self.pieces)


def line_of(pieces: list[Piece]) -> Line:
    """Return pieces of one row as a line, in reading order."""
    if _rightmost_first(pieces):
        pieces = _from_the_right(pieces)
    pieces = _letters_joined(_accented(pieces))
    sizes = sorted((piece.size, len(piece.text)) for piece in pieces)
    middle, seen = sum(length for _, length in sizes) / 2, 0
    size = sizes[-1][0]
    for each, length in sizes:
        seen += length
        if seen >= middle:
            size = each
            break
    plain = [piece for piece in pieces if not piece.raised and not piece.lowered] or pieces
    return Line(
        pieces=pieces,
        left=min(piece.left for piece in pieces),
        top=min(piece.top for piece in plain),
        right=max(piece.right for piece in pieces),
        bottom=max(piece.bottom for piece in plain),
        base=plain[0].base,
        size=size,
        spaces=_spaces(pieces),
    )


def _spaces(pieces: list[Piece]) -> list[bool]:
    found = [False]
    for before, piece in zip(pieces, pieces[1:], strict=False):
        size = max(before.size, piece.size)
        gap = max(piece.left - before.right, before.left - piece.right)
        small = piece.raised or piece.lowered or before.raised or before.lowered
        found.append((piece.spaced and gap > -0.5 * size) or gap > (0.25 if small else GAP) * size)
    return found


def _rightmost_first(pieces: list[Piece]) -> bool:
    right = left = 0
    for piece in pieces:
        for letter in piece.text:
            if letter >= "\u0590":
                way = unicodedata.bidirectional(letter)
                right += way in ("R", "AL")
                left += way == "L"
            else:
                left += letter.isalpha()
    return right > left


def _from_the_right(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a line of Arabic or Hebrew; words of other scripts in it still run from the left."""
    ordered: list[Piece] = []
    run: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: -each.right):
        if any(unicodedata.bidirectional(letter) in ("L", "EN") for letter in piece.text):
            run.insert(0, piece)
            continue
        ordered += [*run, piece]
        run = []
    return ordered + run


def _accented(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with accents that were drawn by themselves set on the letters that they are drawn on."""
    if not any(piece.text[0] in _ACCENTS or piece.text[-1] in _ACCENTS for piece in pieces):
        return pieces
    kept: list[Piece] = []
    for piece in pieces:
        if kept and len(piece.text) == 1 and piece.text in _ACCENTS and piece.left < kept[-1].right - 0.1 * piece.size:
            kept[-1].text = unicodedata.normalize("NFC", kept[-1].text + _ACCENTS[piece.text])
            continue
        last = kept[-1].text[-1] if kept else ""
        if last in _ACCENTS and piece.left < kept[-1].right and piece.text[0].isalpha():
            accent = _ACCENTS[last]
            kept[-1].text = kept[-1].text[:-1]
            piece.text = unicodedata.normalize("NFC", piece.text[0] + accent + piece.text[1:])
            if not kept[-1].text:
                piece.spaced = kept.pop().spaced
        kept.append(piece)
    return kept


def _letters_joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces, runs of letters that were set apart ("M I N U T E S") as closer word spaces show."""
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and len(pieces[end].text) == 1 and pieces[end].text.isalpha():
            end += 1
        if end - start >= 4:
            _close(pieces[start:end])
        start = max(end, start + 1)
    return pieces


def _close(letters: list[Piece]) -> None:
    """Move letters of a spaced word together, so that only the wider gaps part words."""
    gaps = [after.left - before.right for before, after in zip(letters, letters[1:], strict=False)]
    usual = sorted(gaps)[len(gaps) // 2]
    for before, after, gap in zip(letters, letters[1:], gaps, strict=False):
        if gap <= 1.5 * usual + 0.05 * before.size:
            after.spaced = False
            before.right = after.left
        else:
            after.spaced = True


@dataclass(slots=True)
class Row:
    """All pieces on one baseline, from the left."""

    base: float
    size: float
    pieces: list[Piece]

    def gap_in(self, left: float, right: float) -> tuple[float, float] | None:
        """Return the widest part of a strip that no piece of the row stands in."""
        lefts = [piece.left for piece in self.pieces]
        at = max(0, bisect_left(lefts, left) - 1)
        best, free = (0.0, 0.0), left
        for piece in self.pieces[at:]:
            if piece.left >= right:
                break
            if piece.left - free > best[1] - best[0]:
                best = (free, piece.left)
            free = max(free, piece.right)
        if right - free > best[1] - best[0]:
            best = (free, right)
        return best if best[1] > best[0] else None

    def stands_on_both_sides(self, left: float, right: float) -> bool:
        """Return whether a strip has words of the row on its two sides."""
        return self.pieces[0].right <= left + 0.5 and self.pieces[-1].left >= right - 0.5


def rows_of(pieces: list[Piece]) -> list[Row]:
    """Return the pieces by their baselines, from the top."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda each: each.base):
        last = rows[-1] if rows else None
        size = 10 * piece.size if piece.raised or piece.lowered else piece.size
        if last and piece.base - last.base <= _ROW * min(size, last.size):
            last.pieces.append(piece)
            last.size = max(last.size, piece.size)
        else:
            rows.append(Row(piece.base, piece.size, [piece]))
    for row in rows:
        row.pieces.sort(key=lambda each: each.left)
    return rows


def lines_of(rows: list[Row]) -> list[list[Line]]:
    """Return each row's lines: one where it runs over the page, several where columns or cells part it."""
    return [_parted(rows, number) for number in range(len(rows))]


def _parted(rows: list[Row], number: int) -> list[Line]:
    row = rows[number]
    parts, end = [[row.pieces[0]]], row.pieces[0].right
    for piece in row.pieces[1:]:
        size = min(max(piece.size, parts[-1][-1].size), 1.5 * row.size)
        gap = piece.left - end
        if gap > 0.45 * size and (gap > SURE_GAP * size or _alley(rows, number, (end, piece.left), size)):
            parts.append([])
        parts[-1].append(piece)
        end = max(end, piece.right)
    return [line_of(part) for part in parts]


def _alley(rows: list[Row], number: int, gap: tuple[float, float], size: float) -> bool:
    """Return whether a gap in a row goes on above and below as an empty strip that parts two columns."""
    strip, beside = gap, 1
    if strip[1] - strip[0] >= _ALLEYS[0][0] * size:
        least = _ALLEYS[0][0]
    elif strip[1] - strip[0] >= _ALLEYS[1][0] * size:
        least = _ALLEYS[1][0]
    else:
        least = _ALLEYS[2][0]
    needed = dict(_ALLEYS)[least]
    for step in (-1, 1):
        at, base = number + step, rows[number].base
        while 0 <= at < len(rows) and abs(rows[at].base - base) <= _NEAR_ROWS * size:
            cut = rows[at].gap_in(*strip)
            if cut is None or cut[1] - cut[0] < least * size:
                break
            if rows[at].stands_on_both_sides(*cut):
                beside += 1
                strip = cut
                if beside >= needed:
                    return True
            base = rows[at].base
            at += step
    return False
