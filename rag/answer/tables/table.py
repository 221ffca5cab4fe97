"""The tables of a text: rows of cells below a row that names their columns, of CSV, Markdown and other documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from index.text.expressions import expression
from index.text.sentences import CELLS, Span
from index.text.stems import content_words, stem
from rag.answer.tables.periods import Period, period_in

LONGEST = 300_000
"""Characters of a text in which tables are looked for."""
FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
_RULE = frozenset("|:-+= ")
_NUMBER = expression(
    r"[^\w\s-]{0,2}\s?(?P<sign>[-−]?)(?P<whole>\d{1,3}(?:[,  ]\d{3})+|\d+)(?P<rest>\.\d+)?\s?(?:%|[^\W\d]{1,4}\.?)?"
)
_YEAR = expression(r"(?:1[5-9]|20)\d\d")
_TIMES = frozenset(
    stem(each)
    for each in """year date day month week season period time term since from until when founded opened built born
    published released launched started ended elected begun signed""".split()
)
"""What a column of years is called."""
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
    head: Span
    """Where the row stands that names the columns."""
    before: str = ""

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """Return the stems of each column's name."""
        return tuple(frozenset(content_words(each)) for each in self.columns)

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """Return of each column whether all its cells are numbers, but for empty ones."""
        return tuple(all(map(_has_number, cells)) and any(map(_is_told, cells)) for cells in self.by_column)

    @cached_property
    def by_column(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells of each column."""
        return tuple(tuple(each.cells[at] for each in self.rows) for at in range(len(self.columns)))

    @cached_property
    def times(self) -> int | None:
        """Return the column that tells of when each row is, None where none does or several do."""
        found = [at for at, cells in enumerate(self.by_column) if self._tells_times(at, cells)]
        return found[0] if len(found) == 1 or (found and found[0] == 0) else None

    def _tells_times(self, at: int, cells: tuple[str, ...]) -> bool:
        """Return whether a column's cells are times; of numbers that may be years its name has to say so."""
        if not all(map(period_in, cells)):
            return False
        return at == 0 or bool(self.stems[at] & _TIMES) or not all(map(_YEAR.fullmatch, cells))

    @cached_property
    def column_times(self) -> tuple[Period | None, ...]:
        """Return of each column the time that its name tells: "staff_2031", "May 2031"."""
        return tuple(map(_time_of, self.columns))

    def base(self, at: int) -> frozenset[str]:
        """Return the stems of a column's name without its time: what the columns of several times have in common."""
        return frozenset(each for each in self.stems[at] if not _YEAR.fullmatch(each) and not period_in(each))

    @cached_property
    def named_by(self) -> tuple[int, ...]:
        """Return the columns by which a row is told: the first, with the next one of words where that is a time."""
        words = [at for at in range(len(self.columns)) if not self.numeric[at] and at != self.times]
        if (self.times == 0 or self.numeric[0]) and words:
            return (0, words[0]) if self.times == 0 else (words[0],)
        return (0,)


def _time_of(name: str) -> Period | None:
    years = [each for each in content_words(name) if _YEAR.fullmatch(each)]
    return period_in(name) or (Period(int(years[0])) if len(years) == 1 else None)


def _is_told(cell: str) -> bool:
    """Return whether a cell tells anything: "–" and "n/a" do not."""
    return bool(cell.strip(" -–—")) and cell.lower() not in ("n/a", "na", "?")


def _has_number(cell: str) -> bool:
    return not _is_told(cell) or number_in(cell) is not None


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
    lines = [each for each in lines if not _is_rule(text, each)]
    head = Row(lines[0], _cells(text[slice(*lines[0])]))
    read = [head, *(Row(each, _cells(text[slice(*each)], len(head.cells))) for each in lines[1:])]
    rows = read[1:]
    named = len(head.cells) >= FEWEST_COLUMNS and all(head.cells) and not any(map(_is_figure, head.cells))
    rows = [each for each in rows if len(each.cells) == len(head.cells) and any(each.cells)]
    if not named or len(rows) < FEWEST_ROWS or len(rows) < len(read) - 2:
        return None
    rows = [each for each in rows if each.cells[0].strip(" *_:").lower() not in _SUMS]
    return Table(head.cells, tuple(rows), head.span, text[max(0, head.span[0] - BEFORE) : head.span[0]])


def _is_rule(text: str, line: Span) -> bool:
    """Return whether a line only draws the rule below the names of the columns."""
    words = text[slice(*line)].strip()
    return "-" in words and _RULE.issuperset(words)


def _is_figure(name: str) -> bool:
    """Return whether what heads a column is a number; a year names one."""
    return bool(number_in(name)) and not _YEAR.fullmatch(name)


def _cells(line: str, several: int = 0) -> tuple[str, ...]:
    """Return the cells of a row; where it has so many with those at its ends that are empty, with these."""
    parts = line.split("|")
    if len(parts) != several:
        bare = line.strip()
        bare = bare[1:] if bare.startswith("|") else bare
        bare = bare[:-1] if bare.endswith("|") else bare
        parts = bare.split("|")
    return tuple(each.strip(" *_") for each in parts)
