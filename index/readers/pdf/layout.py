"""A page's lines -> blocks in reading order: columns one after the other, tables row by row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.readers.pdf.lines import Line, lines_of, rows_of
from index.readers.pdf.view import Piece
from index.text.expressions import expression

LEADING = 1.75
"""Baselines of one block lie no further apart, in type sizes; a speech set at 3.3 becomes blocks of one line."""
_MOST_ORDERED = 400
"""A page of more blocks is a drawing or a map; its blocks are read from the top."""
_COLUMN = 60
"""So many rows of a column are looked at for another one beside it."""
_MARKER = expression(r"(?:[•‣▪◦●○■□–—*·-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?)\Z")
_NUMBER = expression(r"[\d.,:%()$€£+\-–—/ ]+\Z")


@dataclass(slots=True)
class Block:
    """Lines read one after the other; a table's have cells."""

    lines: list[Line]
    left: float
    top: float
    right: float
    bottom: float
    width: float = 0.0
    """How wide the lines of its column are."""
    cells: list[list[list[Line]]] | None = None


def page_rows(pieces: list[Piece]) -> list[list[Line]]:
    """Return a page's lines by the baselines that they stand on, from the top."""
    return [_markers_joined(row) for row in lines_of(rows_of(pieces))]


def blocks_of(rows: list[list[Line]]) -> list[Block]:
    """Return the blocks of a page's lines in the order in which they are read."""
    tables, rest = _tables(rows)
    blocks = _ordered(tables + _stacked(rest))
    for block in blocks:
        block.width = _column_width(block, blocks)
    return blocks


def _column_width(block: Block, blocks: list[Block]) -> float:
    """Return how wide the lines of a block may get, by those of its column."""
    near = 1.5 * block.lines[0].size
    middle = (block.left + block.right) / 2
    room = min((each.left for each in blocks if _beside(block, each)), default=1e9) - block.left
    width = block.right - block.left
    for each in blocks:
        if each.cells is None and each.right - each.left > width:
            same = abs(each.left - block.left) < near or abs((each.left + each.right) / 2 - middle) < 2 * near
            if same and each.right - each.left < room:
                width = each.right - each.left
    return width


def _beside(block: Block, other: Block) -> bool:
    """Return whether another block stands to the right of one, at its height or just above or below it."""
    near = 4 * block.lines[0].size
    return other.left > block.right and other.top < block.bottom + near and other.bottom > block.top - near


def _markers_joined(row: list[Line]) -> list[Line]:
    """Return the row's lines with a list's numbers and bullets before the words that they stand for."""
    kept: list[Line] = []
    for line in row:
        marker = kept and (_MARKER.match(kept[-1].text) or all(piece.raised for piece in kept[-1].pieces))
        if marker and line.left - kept[-1].right < 6 * line.size:
            before = kept.pop()
            line = Line(
                pieces=before.pieces + line.pieces,
                left=before.left,
                top=min(before.top, line.top),
                right=line.right,
                bottom=max(before.bottom, line.bottom),
                base=line.base,
                size=line.size,
                spaces=[*before.spaces, True, *line.spaces[1:]],
            )
        kept.append(line)
    return kept


def _block(lines: list[Line], cells: list[list[list[Line]]] | None = None) -> Block:
    return Block(
        lines=lines,
        left=min(line.left for line in lines),
        top=min(line.top for line in lines),
        right=max(line.right for line in lines),
        bottom=max(line.bottom for line in lines),
        cells=cells,
    )


def _tables(rows: list[list[Line]]) -> tuple[list[Block], list[list[Line]]]:
    """Return the tables among the rows, and the rows that are in none."""
    tables: list[Block] = []
    rest: list[list[Line]] = []
    at = 0
    while at < len(rows):
        end = _run_end(rows, at)
        cells = _cells(rows[at:end]) if end > at and not _within_text(rows, at, end) else None
        if cells:
            tables.append(_block([line for row in rows[at:end] for line in row], cells))
            at = end
        else:
            rest += rows[at : max(end, at + 1)]
            at = max(end, at + 1)
    return tables, rest


def _within_text(rows: list[list[Line]], at: int, end: int) -> bool:
    """Return whether rows that chance to stand on one baseline are lines of columns that go on above or below."""
    parted = [row for row in rows[at:end] if len(row) > 1]
    if len(parted) > 3 or any(row[0].text.endswith(":") for row in parted):
        return False
    near = [line for row in rows[max(0, at - 9) : at] + rows[end : end + 9] for line in row]
    return any(any(_goes_on_beside(line, other) for other in near) for line in parted[0])


def _goes_on_beside(line: Line, other: Line) -> bool:
    close = abs(other.base - line.base) < LEADING * line.size and abs(other.left - line.left) < 2 * line.size
    return close and _alike(other, line) and other.text.count(" ") > 2


def _run_end(rows: list[list[Line]], at: int) -> int:
    """Return where rows end that may be one table's: parted ones, and between them a cell's further lines."""
    if len(rows[at]) < 2:
        return at
    end = last = at
    while end < len(rows):
        row = rows[end]
        if end > at and row[0].base - rows[end - 1][0].base > 3.2 * max(line.size for line in row):
            break
        if len(row) > 1:
            last = end
        elif end - last > 4 or not _within_column(rows[last], row[0]):
            break
        end += 1
    while end > last + 1 and not _continues(rows[end - 1]):
        end -= 1
    return end


def _continues(row: list[Line]) -> bool:
    return len(row) == 1


def _within_column(parted: list[Line], line: Line) -> bool:
    """Return whether a line stands wholly below one of a row's parts, and not below the first."""
    return sum(
        each.left - line.size <= line.right and line.left <= each.right + line.size for each in parted
    ) == 1 and (line.left > parted[0].right)


def _cells(rows: list[list[Line]]) -> list[list[list[Line]]] | None:
    """Return the rows' cells where the rows are a table's, None where they are columns of running text."""
    parted = [row for row in rows if len(row) > 1]
    if _columns_of_text(parted):
        return None
    left = median(row[0].left for row in parted)
    out: list[list[list[Line]]] = []
    for row in rows:
        hangs = out and len(row) < len(out[-1]) and row[0].left > left + 2 * row[0].size
        if hangs and _tight(out[-1], row):
            for line in row:
                nearest = min(out[-1], key=lambda cell: abs(cell[0].left - line.left))
                nearest.append(line)
        else:
            out.append([[line] for line in row])
    return out


def _tight(cells: list[list[Line]], row: list[Line]) -> bool:
    return row[0].base - max(cell[-1].base for cell in cells) < LEADING * row[0].size


def _columns_of_text(rows: list[list[Line]]) -> bool:
    """Return whether parted rows are running text in columns: lines that go on in the line below.

    Scripts and headings without small letters do not show that; there, long lines that fill their column do.
    """
    lines = [line for row in rows for line in row]
    texts = [line.text for line in lines]
    if len(rows) < 2 or _has_figures(texts):
        return False
    words, letters = _words_a_line(texts), "".join(texts)
    pairs, caseless = _lines_below(rows), _caseless(letters)
    if not pairs or len(letters) < 8 * len(texts) or (words < 2.2 and not caseless):
        return False
    if caseless:
        return _fill_column(lines) and (words >= 3 or letters > "\u2e80")
    flows = sum(_flows(line.text, under.text) for line, under in pairs) / len(pairs)
    return flows >= (0.12 if words >= 5 else 0.25)


def _words_a_line(texts: list[str]) -> float:
    return sum(text.count(" ") + 1 for text in texts) / len(texts)


def _has_figures(texts: list[str]) -> bool:
    return sum(bool(_NUMBER.match(text)) for text in texts) > 0.3 * len(texts)


def _lines_below(rows: list[list[Line]]) -> list[tuple[Line, Line]]:
    """Return each line of rows with the one that stands closely below it in its column."""
    pairs: list[tuple[Line, Line]] = []
    for row, below in pairwise(rows):
        if below[0].base - row[0].base < 2.5 * row[0].size and not row[0].text.endswith(":"):
            for line in row:
                under = next((each for each in below if each.left < line.right and each.right > line.left), None)
                pairs += [(line, under)] if under else []
    return pairs


def _fill_column(lines: list[Line]) -> bool:
    """Return whether most lines are nearly as wide as the usual one."""
    width = median(line.right - line.left for line in lines)
    filling = sum(line.right - line.left > 0.8 * width for line in lines)
    return filling >= 0.7 * len(lines)


def _caseless(letters: str) -> bool:
    return sum(map(str.islower, letters)) < 0.2 * sum(map(str.isalpha, letters))


def _flows(text: str, below: str) -> bool:
    return text[-1] not in ".:;!?|" and (below[0].islower() or text[-1] in ",-" or text.rsplit(" ", 1)[-1].islower())


def _stacked(rows: list[list[Line]]) -> list[Block]:
    """Return lines that stand closely below each other, alone in their column, as blocks."""
    open_blocks: list[list[Line]] = []
    closed: list[list[Line]] = []
    for number, row in enumerate(rows):
        still = [each for each in open_blocks if _is_near(each[-1], row[0])]
        closed += _without(open_blocks, still)
        pairs = [(block, line) for block in still for line in row if _below(block[-1], line)]
        across = [line for block, line in pairs if _of_columns(block[-1], line, rows, number)]
        open_blocks = still
        for line in row:
            mine = [block for block, each in pairs if each is line]
            if line not in across and _goes_on_alone(mine, line, pairs):
                mine[0].append(line)
            else:
                closed += _taken(mine, open_blocks)
                open_blocks.append([line])
    return [_block(lines) for lines in closed + open_blocks]


def _without(blocks: list[list[Line]], others: list[list[Line]]) -> list[list[Line]]:
    return [each for each in blocks if each not in others]


def _goes_on_alone(above: list[list[Line]], line: Line, pairs: list[tuple[list[Line], Line]]) -> bool:
    """Return whether a line stands below one block, which no other line stands below, in its type."""
    if len(above) != 1 or sum(block is above[0] for block, _ in pairs) != 1:
        return False
    return _alike(above[0][-1], line)


def _is_near(above: Line, line: Line) -> bool:
    return line.base - above.base <= LEADING * max(above.size, line.size) + 2


def _taken(blocks: list[list[Line]], open_blocks: list[list[Line]]) -> list[list[Line]]:
    """Take blocks out of those that are open, and return those that were."""
    taken: list[list[Line]] = []
    for block in blocks:
        if block in open_blocks:
            open_blocks.remove(block)
            taken.append(block)
    return taken


def _below(above: Line, line: Line) -> bool:
    return min(above.right, line.right) - max(above.left, line.left) > 0 and line.base > above.base


def _of_columns(above: Line, line: Line, rows: list[list[Line]], number: int) -> bool:
    """Return whether one of two lines stands over columns, as a page's head does, and the other in one of them."""
    slack = 2 * min(above.size, line.size)
    left, right = line.left - above.left, line.right - above.right
    if (left > slack and right > slack) or (left < -slack and right < -slack):
        return True
    if right < -slack or left > slack:
        return _in_column(line, above, rows, number, 1)
    return (right > slack or left < -slack) and _in_column(above, line, rows, number - 1, -1)


def _in_column(line: Line, wide: Line, rows: list[list[Line]], number: int, step: int) -> bool:
    """Return whether a line is of a column beside which, under or over a wide line, another column stands."""
    last = line
    for at in range(number, min(len(rows), number + _COLUMN) if step > 0 else max(-1, number - _COLUMN), step):
        following = next((each for each in rows[at] if abs(each.left - line.left) < line.size), None)
        if abs(rows[at][0].base - last.base) > LEADING * last.size + 2:
            return False
        if any(_beside_under(each, last, wide) for each in rows[at]):
            return True
        if following is not None:
            if not _alike(last, following):
                return False
            if following.right > wide.right - following.size and following.left < wide.left + following.size:
                return False
            last = following
    return False


def _beside_under(other: Line, line: Line, wide: Line) -> bool:
    """Return whether a line, and no figure of a table, stands beside another at its height, both by a wide one."""
    apart = other.left > line.right + other.size or other.right < line.left - other.size
    level = abs(other.base - line.base) < max(other.size, line.size)
    return (
        apart
        and level
        and other.right - other.left > 5 * other.size
        and min(other.right, wide.right) - max(other.left, wide.left) > 2 * other.size
    )


def _alike(above: Line, line: Line) -> bool:
    return 0.87 < line.size / above.size < 1.15


def _ordered(blocks: list[Block]) -> list[Block]:
    """Return the blocks in reading order (Breuel 2003): what stands above comes first, then what stands to the left.

    A block to the left comes first only where no block that spans both lies between them.
    """
    blocks = sorted(blocks, key=lambda each: (each.top, each.left))
    if len(blocks) > _MOST_ORDERED:
        return blocks
    before: list[list[int]] = [[] for _ in blocks]
    for one, first in enumerate(blocks):
        for two, second in enumerate(blocks):
            if one != two and (_above(first, second) or _left_of(first, second, blocks)):
                before[two].append(one)
    done: list[int] = []
    seen: set[int] = set()
    for number in range(len(blocks)):
        _visit(number, before, seen, done)
    return [blocks[number] for number in done]


def _visit(number: int, before: list[list[int]], seen: set[int], done: list[int]) -> None:
    """Add a block after those that come before it; a circle among them is cut where it was entered."""
    stack = [(number, iter(before[number]))]
    if number in seen:
        return
    seen.add(number)
    while stack:
        at, rest = stack[-1]
        following = next((each for each in rest if each not in seen), None)
        if following is None:
            done.append(at)
            stack.pop()
        else:
            seen.add(following)
            stack.append((following, iter(before[following])))


def _across(one: Block, other: Block) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 1


def _above(one: Block, other: Block) -> bool:
    return _across(one, other) and one.top < other.top and one.bottom < other.bottom


def _left_of(one: Block, other: Block, blocks: list[Block]) -> bool:
    if one.right > other.left + 1:
        return False
    top, bottom = min(one.top, other.top), max(one.bottom, other.bottom)
    low, high = max(one.top, other.top), min(one.bottom, other.bottom)
    if low < high:
        return True
    upper, lower = (one, other) if one.top < other.top else (other, one)
    return not any(
        each.top >= upper.top and each.bottom <= lower.bottom and _across(each, one) and _across(each, other)
        for each in blocks
        if each is not one and each is not other and each.top < bottom and each.bottom > top
    )
