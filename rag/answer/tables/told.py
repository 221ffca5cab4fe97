"""What is asked of a table, and the rows that answer -> the first line: the number or name, its column, its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from rag.answer.tables.asked import Asked, What
from rag.answer.tables.table import Row, Table, number_in
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


def _order(asked: Asked, table: Table, rows: Rows) -> str:
    rank = "highest" if asked.what == "most" else "lowest"
    column = asked.columns[0]
    of = f"the {rank} {_column(table, column)} of {len(asked.rows)} rows"
    return f"{_names(asked, rows)}, with {rows[0].cells[column]}: {of}"


def _sum(asked: Asked, table: Table, rows: Rows) -> str:
    column = asked.columns[0]
    total = sum((_number(each, column) for each in rows), Fraction(0))
    added = " + ".join(each.cells[column] for each in rows)
    return f"{_written(total)} in all, {_column(table, column)} added up: {added}"


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
    column, first, last = asked.columns[0], rows[0], rows[-1]
    change = _number(last, column) - _number(first, column)
    how = f"{_written(abs(change))} {'more' if change > 0 else 'less'}" if change else "the same"
    same = [first.cells[at] for at in asked.named if at != table.times and first.cells[at] == last.cells[at]]
    when = ["" if table.times is None else f" ({each.cells[table.times]})" for each in (first, last)]
    what = ", ".join([*same, _column(table, column)])
    return f"{how}: {what} from {first.cells[column]}{when[0]} to {last.cells[column]}{when[1]}"


def _difference(asked: Asked, table: Table, rows: Rows) -> str:
    """Return by how much one of two cells is more than the other, and both."""
    one_row = len(rows) == 1
    told = [
        (_number(row, at), _column(table, at) if one_row else _named(asked, row), row.cells[at])
        for row in rows
        for at in asked.columns
    ]
    (more, who, cell), (less, other, lower) = sorted(told, key=lambda each: -each[0])
    what = _named(asked, rows[0]) if one_row else _column(table, asked.columns[0])
    if more == less:
        return f"The same in both, {cell} ({what}): {who} and {other}"
    return f"{who} has {_written(more - less)} more than {other}: {cell} and {lower} ({what})"


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


def _number(row: Row, column: int) -> Fraction:
    return number_in(row.cells[column]) or Fraction(0)


def _written(value: Fraction) -> str:
    """Return a number as it is read; one with a fraction has two digits behind the point, or as many as it needs."""
    if value.denominator == 1:
        return f"{int(value):,}"
    short = f"{float(value):,.2f}"
    return short if Fraction(short.replace(",", "")) == value else f"{float(value):,.10g}"


_LINES: Mapping[What, Callable[[Asked, Table, Rows], str]] = {
    "most": _order,
    "least": _order,
    "count": _counted,
    "sum": _sum,
    "cell": _cells,
    "rows": _rows,
    "change": _change,
    "difference": _difference,
    "versus": _versus,
    "end": _end,
    "group": _group,
    "row": _whole,
}
