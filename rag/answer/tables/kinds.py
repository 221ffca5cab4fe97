"""What is asked of a table's rows: the kinds of it, and the cells that a change goes from and to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rag.answer.tables.read import Read
from rag.answer.tables.table import Row

What = Literal[
    "most", "least", "count", "sum", "mean", "cell", "rows", "change", "difference", "versus", "end", "group", "row"
]


@dataclass(frozen=True)
class Pair:
    """A cell and the one that it became: of one row in two columns, or of one column in two rows."""

    rows: tuple[Row, Row]
    columns: tuple[int, int]

    @property
    def cells(self) -> tuple[str, str]:
        """Return the two cells, the earlier first."""
        first, last = (row.cells[at] for row, at in zip(self.rows, self.columns, strict=True))
        return first, last


@dataclass(frozen=True)
class Asked:
    """What a question asks of a table: the rows that it names, and what of them."""

    what: What
    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    """The columns whose cells are asked for; the first is compared or added up."""
    named: tuple[int, ...]
    """The columns by which rows are told."""
    known: int
    """How many of the question's words are the table's own."""
    among: int = 0
    """Of how many rows those of a comparison are."""
    agrees: bool = True
    """Whether a row has what most of its group have, a column is above the other, or the first row is meant."""
    pairs: tuple[Pair, ...] = ()
    """What changed from what."""
    place: int = 1
    """Of an order, which place is asked for: the second most."""
    few: int = 1
    """Of an order, how many places are asked for from its end on: the three most."""


def made(
    read: Read, what: What, columns: Sequence[int], named: Sequence[int], rows: tuple[Row, ...] | None = None
) -> Asked:
    """Return what is asked of columns, of rows that are told by others."""
    chosen = read.rows if rows is None else rows
    return Asked(what, chosen, tuple(columns), tuple(named), read.known, among=len(read.rows))
