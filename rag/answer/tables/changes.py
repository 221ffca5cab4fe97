"""What changed between two times in a table: a row from column to column, a column from row to row, or two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answer.tables.kinds import Asked, Pair, made
from rag.answer.tables.periods import period_in
from rag.answer.tables.read import Read
from rag.answer.tables.table import Row, Table, number_in
from rag.answer.tables.wording import MOVED

MOST = 2
"""So many changes are set beside each other."""


def of_changes(read: Read) -> Asked | None:
    """Return what changed from the first of the named times to the last, of one thing or of two that are compared."""
    if not read.signs.moves:
        return None
    pairs = _between_columns(read) or _between_rows(read)
    cells = [cell for each in pairs for cell in each.cells]
    if not pairs or len(pairs) > MOST or any(number_in(each) is None for each in cells):
        return None
    rows = tuple(dict.fromkeys(row for each in pairs for row in each.rows))
    columns = tuple(dict.fromkeys(at for each in pairs for at in each.columns))
    return replace(made(read, "change", columns, read.named, rows), pairs=pairs)


def _between_columns(read: Read) -> tuple[Pair, ...]:
    """Return each row's cells in the first and the last of the columns that are named by times."""
    table = read.table
    timed = {at: time for at in read.numeric if (time := table.column_times[at])}
    if table.times is not None or len(timed) < MOST or len({table.base(at) for at in timed}) > 1:
        return ()
    if any(not table.stems[at] <= MOVED for at in read.numeric if at not in timed) or not read.by:
        return ()
    first, last = (pick(timed, key=lambda at: timed[at].order) for pick in (min, max))
    return tuple(Pair((each, each), (first, last)) for each in read.rows)


def _between_rows(read: Read) -> tuple[Pair, ...]:
    """Return each named column's cells in the first and the last row of a time, of each group of rows that is named."""
    times = read.table.times
    # "The rise in 2031" of a column that is the rise itself is a cell of it, no change of it.
    if times is None or not read.numeric or any(read.table.stems[at] & MOVED for at in read.numeric):
        return ()
    groups = _groups(read, times)
    if groups is None or min(len(groups), len(read.numeric)) > 1:
        return ()
    ends = [_ends(group, times) for group in groups]
    return tuple(Pair(each, (at, at)) for each in ends if each for at in read.numeric) if all(ends) else ()


def _groups(read: Read, times: int) -> list[list[Row]] | None:
    """Return the named rows by the cells that they are told apart by: one group where none is named."""
    several = [at for at in read.by if at != times and len({each.cells[at] for each in read.rows}) > 1]
    if len(several) > 1:
        return None
    found: dict[str, list[Row]] = {}
    for each in read.rows:
        found.setdefault(each.cells[several[0]] if several else "", []).append(each)
    return list(found.values())


def _ends(rows: Sequence[Row], times: int) -> tuple[Row, Row] | None:
    """Return the first and the last of rows in time, None where two are of one time."""
    told = [(time.order, each) for each in rows if (time := period_in(each.cells[times]))]
    if len(told) < MOST or len({order for order, _ in told}) != len(told):
        return None
    ordered = [each for _, each in sorted(told, key=lambda each: each[0])]
    return ordered[0], ordered[-1]


def who_of(pair: Pair, asked: Asked, table: Table) -> tuple[str, str, str]:
    """Return what changed, and by what its two cells are told: "Esk Head", "“2030”" and "“2032”"."""
    first, last = pair.rows
    at, other = pair.columns
    if at != other:
        row = ", ".join(first.cells[each] for each in asked.named if first.cells[each])
        return row, f"“{table.columns[at]}”", f"“{table.columns[other]}”"
    same = [first.cells[each] for each in asked.named if each != table.times and first.cells[each] == last.cells[each]]
    since, until = ("" if table.times is None else each.cells[table.times] for each in (first, last))
    return ", ".join([*same, f"“{table.columns[at]}”"]), since, until
