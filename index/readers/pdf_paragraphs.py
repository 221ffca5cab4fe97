"""Blocks of a page -> paragraphs, with its notes apart from its body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from index.readers.pdf_layout import Block
from index.readers.pdf_lines import Line

_SMALL = 0.93
_NOTE = re.compile(r"[\[(]?(?P<mark>\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[⁰¹²³⁴-⁹]+)[\])]?[.:]?(?:\s|\Z)")
_RAISED_NOTE = re.compile(r"[\d*†‡§¶a-z]{1,4}\Z")
_ITEM = re.compile(
    r"(?:[•‣▪◦●○■□·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s|\d{1,3}\.\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|[a-zA-Z]\.\s\S)"
)
_ENDS = re.compile(r"[.!?:;…。؟][\"'”’»)\]\d⁰¹²³⁴-⁹]*\Z")
_LABEL = re.compile(r"[^\W\d_][^:]{0,60}:(?:\s|\Z)")
SHORT = 0.8
"""A line that fills less of its block ends a paragraph if it ends a sentence."""


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, or a table's row with its cells."""

    page: int
    lines: list[Line]
    cells: list[list[Line]] | None = None
    note: str | None = None
    """The mark of the note that it is; an empty one goes on from the page before."""
    left: float = 0.0
    right: float = 0.0

    @property
    def size(self) -> float:
        """Return the size of its type."""
        return median(line.size for line in self.lines)

    @property
    def text(self) -> str:
        """Return its words, as drawn."""
        return " ".join(line.text for line in self.lines)


def body_size(lines: Iterable[Line]) -> float:
    """Return the size that most letters are set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for piece in line.pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def paragraphs_of(page: int, blocks: list[Block], body: float) -> list[Paragraph]:
    """Return a page's paragraphs in reading order, notes last."""
    notes = _note_blocks(blocks, body)
    text: list[Paragraph] = []
    below: list[Paragraph] = []
    for block in blocks:
        if block.cells:
            text += [
                Paragraph(page, [line for cell in row for line in cell], row if len(row) > 1 else None)
                for row in block.cells
            ]
        elif id(block) in notes:
            below += _notes(page, block)
        else:
            text += _paragraphs(page, block)
    return _continued(text) + below


def _note_blocks(blocks: list[Block], body: float) -> set[int]:
    """Return which blocks are notes: smaller than the body, begun by a mark, with no body below them."""
    found: set[int] = set()
    for block in sorted(blocks, key=lambda each: -each.top):
        size = median(line.size for line in block.lines)
        if block.cells or size > _SMALL * body:
            continue
        under = [each for each in blocks if each is not block and each.top > block.top and _over(each, block)]
        if any(id(each) not in found for each in under):
            continue
        above = [each for each in blocks if each.bottom <= block.top + block.lines[0].size and _over(each, block)]
        marked = _mark(block.lines[0]) is not None or any(id(each) in found for each in under)
        if above and marked:
            found.add(id(block))
    # Above the first mark of a page, what has no mark of its own is a caption or a table's source, unless it touches.
    return found


def _over(one: Block, other: Block) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 1


def _mark(line: Line) -> str | None:
    if line.pieces[0].raised and _RAISED_NOTE.match(line.pieces[0].text):
        return line.pieces[0].text
    match = _NOTE.match(line.text)
    return match["mark"] if match and len(line.pieces) > 1 else None


def _notes(page: int, block: Block) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in block.lines:
        mark = _mark(line)
        if mark is not None and (not found or line.left <= block.left + 2.5 * line.size):
            found.append(Paragraph(page, [line], note=mark, left=block.left, right=block.right))
        elif found:
            found[-1].lines.append(line)
        else:
            found.append(Paragraph(page, [line], note="", left=block.left, right=block.right))
    return found


def _paragraphs(page: int, block: Block) -> list[Paragraph]:
    """Return a block's paragraphs, parted where the space, the indent, the type or a short last line says so."""
    found = [Paragraph(page, [block.lines[0]], left=block.left, right=block.right)]
    steps = [after.base - before.base for before, after in zip(block.lines, block.lines[1:], strict=False)]
    usual = median(steps) if steps else 0.0
    for before, line, step in zip(block.lines, block.lines[1:], steps, strict=False):
        if _parts(block, before, line) or step > 1.28 * min(usual, 1.45 * line.size):
            found.append(Paragraph(page, [line], left=block.left, right=block.right))
        else:
            found[-1].lines.append(line)
    return found


def _parts(block: Block, before: Line, line: Line) -> bool:
    """Return whether a paragraph ends between two lines of a block."""
    size, width = line.size, block.right - block.left
    ended = bool(_ENDS.search(before.text))
    if _ITEM.match(line.text) and (ended or before.right < block.right - 2 * size or _ITEM.match(before.text)):
        return True
    if before.bold != line.bold and (before.bold or ended) and before.right < block.right - 2 * size:
        return True
    indented = line.left - block.left > 0.8 * size and before.left - block.left < 0.5 * size
    if indented and (ended or before.right < block.right - 2 * size) and len(block.lines) > 2:
        return True
    short = before.right - block.left < SHORT * width
    return short and (ended or (line.text[0].isupper() and before.right < block.right - 6 * size)) and not _centred(block, before)


def _centred(block: Block, line: Line) -> bool:
    return abs((line.left - block.left) - (block.right - line.right)) < line.size and line.left - block.left > line.size


def _continued(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with those joined that a column or a wide line space parted."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and goes_on(found[-1], paragraph):
            found[-1].lines += paragraph.lines
            found[-1].left, found[-1].right = paragraph.left, paragraph.right
        else:
            found.append(paragraph)
    return found


def goes_on(one: Paragraph, other: Paragraph) -> bool:
    """Return whether a paragraph goes on in the next: the sentence does, or the quotation.

    A paragraph that begins with a capital goes on only a full line without an end, since a name may begin a line.
    """
    if one.cells or other.cells or one.note is not None or other.note is not None:
        return False
    if not 0.93 < one.size / other.size < 1.07:
        return False
    text, following = one.text, other.text
    if _ITEM.match(following):
        return False
    quoted = _open(text) and following[0] not in "“„«‘\""
    if _ENDS.search(text):
        return quoted and _full(one)
    if following[0].islower() or text[-1] in "-\u00ad":
        return True
    return (_full(one) and len(one.lines) > 1 and not _LABEL.match(following) and not other.lines[0].bold) or quoted


def _full(paragraph: Paragraph) -> bool:
    last = paragraph.lines[-1]
    return last.right - paragraph.left >= 0.85 * (paragraph.right - paragraph.left)


def _open(text: str) -> bool:
    """Return whether a quotation is open at a text's end."""
    pairs = (("“", "”"), ("„", "“"), ("«", "»"))
    if text.count('"') % 2:
        return True
    return any(text.count(start) > text.count(end) and text.rfind(start) > text.rfind(end) for start, end in pairs[:1] + pairs[2:])
