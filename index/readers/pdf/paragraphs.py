"""Blocks of a page -> paragraphs, with its notes apart from its body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from index.readers.pdf.layout import Block
from index.readers.pdf.lines import Line
from index.text.expressions import expression

_SMALL = 0.93
_NOTE = expression(r"[\[(]?(?P<mark>\d{1,3}|[*†‡§¶]{1,3}|[a-z]|[⁰¹²³⁴-⁹]+)[\])]?[.:]?(?:\s|\Z)")
_RAISED_NOTE = expression(r"[\d*†‡§¶a-z]{1,4}\Z")
_ITEM = expression(
    r"(?:[•‣▪◦●○■□·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s|\d{1,3}\.\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|[a-zA-Z]\.\s\S)"
)
_ENDS = expression(r"[.!?:;…。؟][\"'”’»)\]\d⁰¹²³⁴-⁹]*\Z")
_LABEL = expression(r"[^\W\d_][^:]{0,60}:(?:\s|\Z)")
OPEN_WORDS = frozenset(
    "the a an of and or in on at to for by with from de la le les du des par el los del por der die das und von et y"
    " i w z".split()
)
"""Words that no heading and no sentence ends with."""


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, or a table's row with its cells."""

    page: int
    lines: list[Line]
    cells: list[list[Line]] | None = None
    note: str | None = None
    """The mark of the note that it is; an empty one goes on from the page before."""
    left: float = 0.0
    width: float = 0.0

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
        small = median(line.size for line in block.lines) <= _SMALL * body
        if small and not block.cells and _is_note(block, blocks, found):
            found.add(id(block))
    # Above the first mark of a page, what has no mark of its own is a caption or a table's source, unless it touches.
    return found


def _is_note(block: Block, blocks: list[Block], notes: set[int]) -> bool:
    """Return whether a small block is a note, where those below it are known to be notes or not."""
    under = [each for each in blocks if each is not block and each.top > block.top and _over(each, block)]
    if any(id(each) not in notes for each in under):
        return False
    has_mark = bool(under) or _mark(block.lines[0]) is not None
    return has_mark and any(each.bottom <= block.top + block.lines[0].size and _over(each, block) for each in blocks)


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
            found.append(Paragraph(page, [line], note=mark, left=block.left, width=block.width))
        elif found:
            found[-1].lines.append(line)
        else:
            found.append(Paragraph(page, [line], note="", left=block.left, width=block.width))
    return found


def _paragraphs(page: int, block: Block) -> list[Paragraph]:
    """Return a block's paragraphs, parted where the space, the indent, the type or a short last line says so."""
    found = [Paragraph(page, [block.lines[0]], left=block.left, width=block.width)]
    steps = [after.base - before.base for before, after in zip(block.lines, block.lines[1:], strict=False)]
    usual = median(steps) if steps else 0.0
    for before, line, step in zip(block.lines, block.lines[1:], steps, strict=False):
        if _parts(block, before, line) or step > 1.28 * min(usual, 1.45 * line.size):
            found.append(Paragraph(page, [line], left=block.left, width=block.width))
        else:
            found[-1].lines.append(line)
    return found


def _parts(block: Block, before: Line, line: Line) -> bool:
    """Return whether a paragraph ends between two lines of a block.

    A line ends before its time where the next word had room on it.
    """
    ended, early = bool(_ENDS.search(before.text)), _early(before, line, block.width)
    if _ITEM.match(line.text) and (ended or early or _ITEM.match(before.text)):
        return True
    if before.bold != line.bold and early:
        return True
    indent = 0.8 * line.size
    indented = line.left - block.left > indent and before.left - block.left < 0.5 * indent
    if indented and (ended or early) and len(block.lines) > 2:
        return True
    return early and (ended or _begins(before, line))


def _early(before: Line, line: Line, width: float) -> bool:
    first = line.pieces[0].right - line.pieces[0].left
    return before.right - before.left + first + 1.2 * line.size < width


def _begins(before: Line, line: Line) -> bool:
    """Return whether a line that follows an early end begins something of its own."""
    word = before.text.rsplit(" ", 1)[-1]
    return not line.text[0].islower() and word[-1] not in "-–—" and word.lower() not in OPEN_WORDS


def _continued(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with those joined that a column or a wide line space parted."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and goes_on(found[-1], paragraph):
            found[-1].lines += paragraph.lines
            found[-1].left, found[-1].width = paragraph.left, paragraph.width
        else:
            found.append(paragraph)
    return found


def goes_on(one: Paragraph, other: Paragraph) -> bool:
    """Return whether a paragraph goes on in the next: the sentence does, or the quotation.

    A paragraph that begins with a capital goes on only a full line without an end, since a name may begin a line.
    """
    last, first = one.lines[-1], other.lines[0]
    if not _can_join(one, other) or _ITEM.match(first.text):
        return False
    early = _early(last, first, one.width)
    quoted = first.text[0] not in '“„«‘"' and _open(one.text)
    if _ENDS.search(last.text):
        return quoted and not early
    if first.text[0].islower() or last.text[-1] == "-":
        return True
    return quoted or (not early and len(one.lines) > 1 and not _LABEL.match(first.text))


def _can_join(one: Paragraph, other: Paragraph) -> bool:
    """Return whether both are running text of one type."""
    if one.cells or other.cells or one.note is not None or other.note is not None:
        return False
    return 0.93 < one.size / other.size < 1.07 and one.lines[-1].bold == other.lines[0].bold


def _open(text: str) -> bool:
    """Return whether a quotation is open at a text's end."""
    pairs = (("“", "”"), ("«", "»"))
    if text.count('"') % 2:
        return True
    return any(
        text.count(start) > text.count(end) and text.rfind(start) > text.rfind(end)
        for start, end in pairs[:1] + pairs[2:]
    )
