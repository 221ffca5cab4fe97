"""The tables of a text: rows of cells below a row that names their columns, of CSV, Markdown and other documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from index.text.sentences import CELLS, Span
from index.text.stems import content_words

LONGEST = 300_000
"""Characters of a text in which tables are looked for."""
FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
_RULE = frozenset("|:-+= ")
_NUMBER = re.compile(
    r"[^\w\s-]{0,2}\s?(?P<sign>[-−]?)(?P<whole>\d{1,3}(?:[,  ]\d{3})+|\d+)(?P<rest>\.\d+)?\s?(?:%|[^\W\d]{1,4}\.?)?"
)
_SUMS = frozenset(
    {"total", "sum", "altogether", "all", "summe", "insgesamt", "razem", "итого", "всего", "average", "mean"}
)
"""First cells of a row that adds up the others."""


@dataclass(frozen=True)
class Row:
    """A row of a table: where its line stands, and its cells."""

    span: Span
    cells: tuple[str, ...]

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """Return the stems of each cell's words."""
        return tuple(frozenset(content_words(each)) for each in self.cells)


@dataclass(frozen=True)
class Table:
    """A table: the names of its columns, its rows without those that add up others, and the text before it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    before: str = ""

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """Return the stems of each column's name."""
        return tuple(frozenset(content_words(each)) for each in self.columns)

    def numbers(self, column: int) -> list[Fraction | None]:
        """Return the numbers of a column, None where a cell is none."""
        return [number_in(each.cells[column]) for each in self.rows]

    def is_numeric(self, column: int) -> bool:
        """Return whether all cells of a column are numbers, but for empty ones."""
        cells = [each.cells[column] for each in self.rows if each.cells[column].strip(" -–—")]
        return bool(cells) and all(number_in(each) is not None for each in cells)


def number_in(cell: str) -> Fraction | None:
    """Return the number that a cell is, with or without a unit: "41,200", "€ 12.50", "31 %"; else None."""
    match = _NUMBER.fullmatch(cell.strip(" *_"))
    if match is None:
        return None
    whole = re.sub(r"[,\s]", "", match["whole"])
    value = Fraction(f"{whole}{match['rest'] or ''}")
    return -value if match["sign"] else value


def tables_of(text: str) -> Iterator[Table]:
    """Yield the tables of a text in their order; the rows of some stand with an empty line between them."""
    rows: list[Span] = []
    for line in _lines(text[:LONGEST]):
        if rows and _goes_on(text, rows[-1], line):
            rows.append(line)
            continue
        yield from _of_rows(text, rows)
        rows = [line] if CELLS in text[slice(*line)] else []
    yield from _of_rows(text, rows)


def _of_rows(text: str, rows: Sequence[Span]) -> Iterator[Table]:
    table = _table(text, rows) if len(rows) > FEWEST_ROWS else None
    if table:
        yield table


def _goes_on(text: str, row: Span, line: Span) -> bool:
    """Return whether a line is the next row of a table: right below one, or over an empty line with as many cells."""
    words, before = text[slice(*line)], text[slice(*row)]
    if not (CELLS in words or _is_rule(text, line)):
        return False
    gap = text[row[1] : line[0]].count("\n")
    return gap <= 1 or (gap == APART and words.count(CELLS) == before.count(CELLS))


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines that have words."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip("\n\r"))
        start += len(line)


APART = 2
BEFORE = 300
"""So many characters before a table say what it is of."""


def _table(text: str, lines: Sequence[Span]) -> Table | None:
    """Return the table of lines with cells, None where their first does not name the columns of all."""
    read = [Row(each, _cells(text[slice(*each)])) for each in lines if not _is_rule(text, each)]
    head, rows = read[0], read[1:]
    named = len(head.cells) >= FEWEST_COLUMNS and all(head.cells) and not any(map(number_in, head.cells))
    rows = [each for each in rows if len(each.cells) == len(head.cells) and any(each.cells)]
    if not named or len(rows) < FEWEST_ROWS or len(rows) < len(read) - 2:
        return None
    rows = [each for each in rows if each.cells[0].strip(" *_:").lower() not in _SUMS]
    return Table(head.cells, tuple(rows), text[max(0, head.span[0] - BEFORE) : head.span[0]])


def _is_rule(text: str, line: Span) -> bool:
    """Return whether a line only draws the rule below the names of the columns."""
    words = text[slice(*line)].strip()
    return "-" in words and _RULE.issuperset(words)


def _cells(line: str) -> tuple[str, ...]:
    bare = line.strip()
    bare = bare[1:] if bare.startswith("|") else bare
    bare = bare[:-1] if bare.endswith("|") else bare
    return tuple(each.strip(" *_") for each in bare.split("|"))
