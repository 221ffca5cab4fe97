"""What is asked of a table, and the rows that answer -> the first line: the number or name, its column, its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from rag.answer.tables.changes import who_of
from rag.answer.tables.figures import amount, mean, number, ratio
from rag.answer.tables.kinds import Asked, Pair, What
from rag.answer.tables.table import Row, Table
from rag.phrasing import row as listed

Rows = Sequence[Row]


def line(asked: Asked, table: Table, rows: Rows) -> str:
    """Return the answer in the program's words, with the name of the column that it is read in."""
    return _LINES[asked.what](asked, table, rows)


def _column(table: Table, at: int) -> str:
    return f"“{table.columns[at]}”"


def _named(asked: Asked, row: Row) -> str:
    """Return by what a row is told: "butter, 2031-10"."""
    return ", ".join(each for at in asked.named if (each := row.cells[at]))


def _names(asked: Asked, rows: Rows) -> str:
    return listed([_named(asked, each) for each in rows])


def _count(rows: Rows) -> str:
    return f"{len(rows)} rows" if len(rows) > 1 else "1 row"


_PLACES = {2: "second ", 3: "third ", 4: "fourth ", 5: "fifth "}
_FEW = ("", "", "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten ")


def _order(asked: Asked, table: Table, rows: Rows) -> str:
    """Return the row at one end of an order, or the few; at a later place those before it stand with it."""
    rank = "highest" if asked.what == "most" else "lowest"
    column = asked.columns[0]
    of = f"{_column(table, column)} of {asked.among} rows"
    told = [f"{_named(asked, each)} ({each.cells[column]})" for each in rows]
    if asked.place > 1 and len(rows) == asked.place:
        *before, at = rows
        behind = listed(told[: len(before)])
        return f"{_named(asked, at)}, with {at.cells[column]}: the {_PLACES[asked.place]}{rank} {of}, behind {behind}"
    if asked.place > 1:
        return f"with equal ones among them, the {rank} {of} are in this order: {listed(told)}"
    if asked.few > 1:
        more = ", with one that is equal" if len(rows) == asked.few + 1 else ", with those that are equal"
        return f"{listed(told)}: the {_FEW[asked.few]}{rank} {of}{more if len(rows) > asked.few else ''}"
    return f"{_names(asked, rows)}, with {rows[0].cells[column]}: the {rank} {of}"


def _sum(asked: Asked, table: Table, rows: Rows) -> str:
    cells = [each.cells[at] for each in rows for at in asked.columns]
    total = amount(sum(map(number, cells), Fraction(0)), cells)
    return f"{total} in all, {_of_columns(asked, table)} added up: {' + '.join(cells)}"


def _mean(asked: Asked, table: Table, rows: Rows) -> str:
    cells = [each.cells[at] for each in rows for at in asked.columns]
    of = f" of {len(rows)} rows" if len(rows) > 1 else f" of {_named(asked, rows[0])}"
    return f"{mean(cells)} on average, {_of_columns(asked, table)}{of}: ({' + '.join(cells)}) / {len(cells)}"


def _of_columns(asked: Asked, table: Table) -> str:
    return listed([_column(table, at) for at in asked.columns])


def _rows(asked: Asked, table: Table, rows: Rows) -> str:
    """Return how many rows there are and what they are called, with the cells that are asked for in brackets."""
    columns = [at for at in asked.columns if at not in asked.named]
    if not columns:
        return f"{_count(rows)}: {_names(asked, rows)}"
    told = [f"{_named(asked, each)} ({', '.join(each.cells[at] or '–' for at in columns)})" for each in rows]
    return f"{_count(rows)}, with {listed([_column(table, at) for at in columns])} in brackets: {listed(told)}"


def _counted(asked: Asked, table: Table, rows: Rows) -> str:
    return f"{_count(rows)}: {_names(asked, rows)}"


def _cells(asked: Asked, table: Table, rows: Rows) -> str:
    """Return the cells of a row, each with its column; an empty one is told as such."""
    told = [f"{rows[0].cells[at] or 'nothing'} ({_column(table, at)})" for at in asked.columns]
    return f"{_named(asked, rows[0])}: {', '.join(told)}"


def _whole(asked: Asked, table: Table, rows: Rows) -> str:
    """Return a whole row, each cell with its column but for empty ones."""
    told = [f"{_column(table, at)} {rows[0].cells[at]}" for at in asked.columns if rows[0].cells[at]]
    return f"{_named(asked, rows[0])}: {', '.join(told)}"


def _change(asked: Asked, table: Table, rows: Rows) -> str:
    """Return by how much something changed and from what to what; two changes are set beside each other."""
    if len(asked.pairs) > 1:
        return _changes(asked, table)
    pair = asked.pairs[0]
    who, since, until = who_of(pair, asked, table)
    first, last = pair.cells
    when = [f" ({each})" if each else "" for each in (since, until)]
    return f"{_moved(pair)}: {who} from {first}{when[0]} to {last}{when[1]}"


def _changes(asked: Asked, table: Table) -> str:
    """Return what two things changed by, and which of them by more where both went one way."""
    told = []
    for pair in asked.pairs:
        who, since, until = who_of(pair, asked, table)
        first, last = pair.cells
        named = since.startswith("“")
        ends = f"{since} {first} to {until} {last}" if named else f"{first} in {since} to {last} in {until}"
        told.append((abs(_by(pair)), who, f"{who} {_moved(pair)} ({ends})"))
    (less, _, _), (more, who, _) = sorted(told, key=lambda each: each[0])
    both = ", ".join(each for _, _, each in told)
    if _by(asked.pairs[0]) * _by(asked.pairs[1]) <= 0:
        return both
    cells = [cell for each in asked.pairs for cell in each.cells]
    return (
        f"{both}: the change of {who} is {amount(more - less, cells)} greater" if more > less else f"{both}: the same"
    )


def _by(pair: Pair) -> Fraction:
    first, last = map(number, pair.cells)
    return last - first


def _moved(pair: Pair) -> str:
    change = _by(pair)
    return f"{amount(abs(change), pair.cells)} {'more' if change > 0 else 'less'}" if change else "the same"


def _difference(asked: Asked, table: Table, rows: Rows) -> str:
    """Return by how much one of two cells is more than the other, and how many times that is."""
    one_row = len(rows) == 1
    told = [
        (number(row.cells[at]), _column(table, at) if one_row else _named(asked, row), row.cells[at])
        for row in rows
        for at in asked.columns
    ]
    (more, who, cell), (less, other, lower) = sorted(told, key=lambda each: -each[0])
    what = _named(asked, rows[0]) if one_row else _column(table, asked.columns[0])
    if more == less:
        return f"The same in both, {cell} ({what}): {who} and {other}"
    times = ratio(cell, lower, frozenset().union(*(table.stems[at] for at in asked.columns)))
    return f"{who} has {amount(more - less, [cell, lower])} more than {other}: {cell} and {lower} ({what}){times}"


def _versus(asked: Asked, table: Table, rows: Rows) -> str:
    """Return in how many rows one column is above or below another, with both numbers of each."""
    one, other = asked.columns
    told = [f"{_named(asked, each)} ({each.cells[one]} to {each.cells[other]})" for each in rows]
    how = "above" if asked.agrees else "below"
    between = f"{_column(table, one)} {how} {_column(table, other)}"
    return f"{len(rows)} of {asked.among} rows have {between}: {listed(told)}"


def _end(asked: Asked, table: Table, rows: Rows) -> str:
    """Return the first or the last row in which one column is above or below another."""
    one, other = asked.columns
    told = [f"{_named(asked, each)} ({each.cells[one]} to {each.cells[other]})" for each in rows]
    return f"the {'first' if asked.agrees else 'last'} of them: {listed(told)}"


def _group(asked: Asked, table: Table, rows: Rows) -> str:
    """Return whether a row has what most of its group have, and what these have."""
    value, group = asked.columns
    row, *others = sorted(rows, key=lambda each: each is not asked.rows[0])
    have = [f"{times} {cell}" for cell, times in Counter(each.cells[value] for each in others).most_common()]
    of = f"of the {len(others)} others of {row.cells[group]} ({_column(table, group)}): {', '.join(have)}"
    own = f"{_named(asked, row)} has {row.cells[value]} ({_column(table, value)})"
    return f"{'Yes' if asked.agrees else 'No'}: {own}; {of}"


_LINES: Mapping[What, Callable[[Asked, Table, Rows], str]] = {
    "most": _order,
    "least": _order,
    "count": _counted,
    "sum": _sum,
    "mean": _mean,
    "cell": _cells,
    "rows": _rows,
    "change": _change,
    "difference": _difference,
    "versus": _versus,
    "end": _end,
    "group": _group,
    "row": _whole,
}
