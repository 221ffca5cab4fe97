"""A question that was read against a table -> what of its rows is asked: the most of them, how many, a cell, a change.

Which rows and columns a question names, and that it names nothing else, is told by `rag/answer/tables/read.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from index.text.expressions import expression
from index.text.stems import stem
from rag.answer.tables import wording
from rag.answer.tables.periods import period_in
from rag.answer.tables.read import Read, read_of
from rag.answer.tables.table import FEWEST_ROWS, Row, Table, number_in

What = Literal["most", "least", "count", "sum", "cell", "rows", "change", "difference", "versus", "end", "group", "row"]
_NO_SUM = frozenset(stem(each) for each in "price cost rate share percent percentage average mean median age".split())
"""What a column is called whose numbers make no sum."""
_RANK = frozenset(stem(each) for each in "place rank ranking position pos".split())
FEWEST_OF_GROUP = 3
_SECOND = expression(r",? and (?=(?:in |on |at |for |by )?(?:what|which|how|when|who|where)\b)", re.I)


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


def asked_of(question: str, table: Table, document_words: frozenset[str]) -> tuple[Asked, ...]:
    """Return what a question asks of a table, two things of two questions in one; nothing where it asks for others."""
    if wording.WHY.search(question):
        return ()
    if (cut := _SECOND.search(question)) and (both := _asked_twice(question, cut, table, document_words)):
        return both
    whole = _asked_once(question, table, document_words)
    return (whole[1],) if whole else ()


def asks_twice(question: str) -> bool:
    """Return whether a question is two, of which the second may go on with the first: "…, and which was the first?"."""
    return _SECOND.search(question) is not None


def _asked_twice(question: str, cut: re.Match[str], table: Table, document_words: frozenset[str]) -> tuple[Asked, ...]:
    """Return what two questions in one ask of a table, nothing where it does not tell both."""
    first = _asked_once(question[: cut.start()], table, document_words)
    second = _asked_once(question[cut.end() :], table, document_words, first[0]) if first else None
    return (first[1], replace(second[1], known=first[1].known)) if first and second else ()


def _asked_once(
    question: str, table: Table, document_words: frozenset[str], before: Read | None = None
) -> tuple[Read, Asked] | None:
    read = read_of(question, table, document_words, before)
    if read is None or not read.rows:
        return None
    asked = next((found for each in _FORMS if (found := each(read))), None)
    return (read, asked) if asked else None


def _made(
    read: Read, what: What, columns: Sequence[int], named: Sequence[int], rows: tuple[Row, ...] | None = None
) -> Asked:
    """Return what is asked of columns, of rows that are told by others."""
    chosen = read.rows if rows is None else rows
    return Asked(what, chosen, tuple(columns), tuple(named), read.known, among=len(read.rows))


def _of_comparison(read: Read) -> Asked | None:
    """Return the rows with more or fewer than so many that are asked for, or how many they are."""
    compared = read.signs.compared
    if compared is None or len(read.numeric) != 1:
        return None
    rows = tuple(each for each in read.rows if _holds(each.cells[read.numeric[0]], compared))
    counts = wording.HOW_MANY.search(read.question) is not None
    if not rows or not (read.texts if counts else wording.WHICH.match(read.question)):
        return None
    return _made(read, "count" if counts else "rows", read.numeric, read.told_by, rows)


def _of_versus(read: Read) -> Asked | None:
    """Return the rows in which one named column is above or below another; of them the first or last, if asked."""
    if read.signs.versus is None or len(read.numeric) != 2:
        return None
    one, other = read.numeric
    over = read.signs.versus == "over"
    pairs = [(each, number_in(each.cells[one]), number_in(each.cells[other])) for each in read.rows]
    rows = tuple(each for each, a, b in pairs if a is not None and b is not None and (a > b if over else a < b))
    asks = wording.WHICH.match(read.question) or wording.HOW_MANY.search(read.question)
    if which := _end(read):
        rows = _at_end(rows, read.table, which)
    if not rows or not asks:
        return None
    if which:
        return replace(_made(read, "end", (one, other), read.table.named_by, rows), agrees=which == "first")
    return replace(_made(read, "versus", (one, other), read.table.named_by, rows), agrees=over)


def _of_group(read: Read) -> Asked | None:
    """Return the row of one of a group with the rows of the others, and whether it has what most of them have."""
    if read.signs.followed is None or len(read.rows) != 1 or not wording.WHETHER.match(read.question):
        return None
    row = read.rows[0]
    found = _grouped(read, row)
    if found is None:
        return None
    value, group = found
    others = [each for each in read.table.rows if each is not row and each.cells[group] == row.cells[group]]
    usual, times = Counter(each.cells[value] for each in others).most_common(1)[0]
    if 2 * times <= len(others):
        return None
    agrees = (row.cells[value] == usual) == (read.signs.followed == "with")
    return replace(_made(read, "group", (value, group), read.named, (row, *others)), agrees=agrees)


def _grouped(read: Read, row: Row) -> tuple[int, int] | None:
    """Return the column of votes and that of the groups of whoever voted, of which a row has one of several."""
    values = [at for at in range(len(read.table.columns)) if stem("vote") in read.table.stems[at]]
    named = [at for at in read.texts if at not in values]
    groups = [at for at in named if read.table.by_column[at].count(row.cells[at]) >= FEWEST_OF_GROUP]
    return (values[0], groups[0]) if len(values) == len(groups) == 1 and values[0] not in read.by else None


def _of_rank(read: Read) -> Asked | None:
    """Return the row at a place of a ranking: the winner, the second."""
    ranks = [at for at, stems in enumerate(read.table.stems) if stems and stems <= _RANK and read.table.numeric[at]]
    if read.signs.rank is None or len(ranks) != 1:
        return None
    rows = tuple(each for each in read.rows if number_in(each.cells[ranks[0]]) == read.signs.rank)
    names = [at for at in range(len(read.table.columns)) if not read.table.numeric[at]]
    return _made(read, "cell", ranks, names[:1], rows) if len(rows) == 1 and names else None


def _of_change(read: Read) -> Asked | None:
    """Return the first and the last row of a time, and the column that changed from one to the other."""
    if not read.signs.moves or len(read.numeric) != 1 or read.table.times is None:
        return None
    rows = _by_time(read.rows, read.table)
    when = [each.cells[read.table.times] for each in rows]
    if len(rows) < 2 or len(set(when)) != len(when):
        return None
    return _made(read, "change", read.numeric, read.named, (rows[0], rows[-1]))


def _of_difference(read: Read) -> Asked | None:
    """Return two cells that are compared: of two rows, or of two columns of a row."""
    if not wording.MORE.search(read.question) or len(read.rows) * len(read.numeric) != 2:
        return None
    # "How many more" of two rows that are told alike tells nothing of which has more.
    return _made(read, "difference", read.numeric, read.named)


def _of_end(read: Read) -> Asked | None:
    """Return the first or last row in time."""
    which = _end(read)
    if which is None or len(read.rows) < 2:
        return None
    rows = _at_end(read.rows, read.table, which)
    if len(rows) != 1 or not (wording.WHICH.match(read.question) or read.wanted):
        return None
    wanted = [at for at in read.wanted if at != read.table.times]
    named = tuple(dict.fromkeys([*read.by, *([read.table.times] if read.table.times is not None else [])]))
    return _made(read, "cell" if wanted else "row", wanted or _all(read, named), named, rows)


def _end(read: Read) -> str | None:
    """Return whether the first or the last is asked for, None for neither or both."""
    first, last = wording.FIRST.search(read.question), wording.LAST.search(read.question)
    return None if bool(first) == bool(last) else "first" if first else "last"


def _of_order(read: Read) -> Asked | None:
    """Return the row with the most or the least of a column."""
    most, least = wording.MOST.search(read.question), wording.LEAST.search(read.question)
    if not (most or least) or len(read.numeric) != 1 or len(read.rows) < FEWEST_ROWS or (most and least):
        return None
    return _made(read, "most" if most else "least", read.numeric, read.told_by)


def _of_number(read: Read) -> Asked | None:
    """Return the number of one row, the sum of several, or how many rows there are."""
    sums = wording.SUM.search(read.question) is not None
    if not (wording.HOW_MANY.search(read.question) or sums):
        return None
    if not read.numeric:
        counts = read.by and (len(read.texts) == 1 or wording.TIMES.search(read.question))
        return _made(read, "count", (read.told_by[0],), read.told_by) if counts else None
    if len(read.rows) == 1 or len(read.numeric) != 1:
        return _of_cells(read)
    named = sums or (bool(read.by) and _adds_up(read))
    return _made(read, "sum", read.numeric, (0,)) if named else _of_cells(read)


def _adds_up(read: Read) -> bool:
    """Return whether the numbers of rows that are asked for make a sum: people do, prices and shares do not."""
    column = read.numeric[0]
    numbers = [number_in(each.cells[column]) for each in read.rows]
    whole = all(each is not None and each.denominator == 1 for each in numbers)
    return whole and not read.table.stems[column] & _NO_SUM and "much" not in read.question.lower()


def _of_cells(read: Read) -> Asked | None:
    """Return the cells of the one row that is named, or the rows that are."""
    asks = wording.WHICH.match(read.question) or wording.HOW_MANY.search(read.question)
    if not read.by or not read.wanted or not (asks or wording.WHETHER.match(read.question)):
        return None
    if len(read.rows) == 1:
        return _made(read, "cell", read.wanted, read.named)
    if not asks or (len(read.wanted) > 1 and not read.numeric):
        return None
    named = read.texts[:1] if read.texts else _telling(read)
    return _made(read, "rows", read.numeric or read.texts[:1], named)


def _telling(read: Read) -> tuple[int, ...]:
    """Return the columns by which rows are told, with those whose named cells are not the same in all of them."""
    several = [at for at in read.by if len({each.cells[at] for each in read.rows}) > 1]
    return tuple(dict.fromkeys([*several, *read.table.named_by])) if several else read.table.named_by


def _all(read: Read, named: Sequence[int]) -> list[int]:
    return [at for at in range(len(read.table.columns)) if at not in named]


def _by_time(rows: Sequence[Row], table: Table) -> tuple[Row, ...]:
    """Return rows in the order of their time, as they stand where no column tells it."""
    at = table.times
    if at is None:
        return tuple(rows)
    times = {id(each): period_in(each.cells[at]) for each in rows}
    return tuple(sorted(rows, key=lambda each: found.order if (found := times[id(each)]) else (0, 0, 0)))


def _at_end(rows: Sequence[Row], table: Table, which: str) -> tuple[Row, ...]:
    """Return the first or last row in time with those of the same time; none where no column tells of time."""
    if table.times is None:
        return ()
    ordered = _by_time(rows, table)
    end = ordered[0] if which == "first" else ordered[-1]
    return tuple(each for each in ordered if each.cells[table.times] == end.cells[table.times])


_FORMS: tuple[Callable[[Read], Asked | None], ...] = (
    _of_comparison,
    _of_versus,
    _of_group,
    _of_rank,
    _of_change,
    _of_difference,
    _of_end,
    _of_order,
    _of_number,
    _of_cells,
)


def _holds(cell: str, compared: re.Match[str]) -> bool:
    """Return whether a cell's number is as many as is asked for."""
    value, bound = number_in(cell), _bound(compared["number"])
    if value is None or bound is None:
        return False
    if compared["more"]:
        return value > bound
    if compared["least"]:
        return value >= bound
    return value < bound if compared["less"] else value <= bound


def _bound(number: str) -> Fraction | None:
    return number_in(number.rstrip(".,"))


def words_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words, those of its names of files apart: "ferry_report-2031"."""
    return frozenset(stem(each) for each in re.split(r"[\W_]+", text) if each)
