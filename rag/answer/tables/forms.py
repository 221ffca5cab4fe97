"""A question that was read against a table -> what of its rows is asked: the most, how many, a cell, a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from index.text.expressions import expression
from index.text.stems import stem
from rag.answer.tables import wording
from rag.answer.tables.changes import of_changes
from rag.answer.tables.figures import is_share, number, places_of
from rag.answer.tables.kinds import Asked, What, made
from rag.answer.tables.periods import period_in
from rag.answer.tables.read import Read
from rag.answer.tables.table import FEWEST_ROWS, Row, Table, number_in

_NO_SUM = frozenset(stem(each) for each in "price cost rate share percent percentage average mean median age".split())
"""What a column is called whose numbers make no sum."""
_RANK = frozenset(stem(each) for each in "place rank ranking position pos".split())
_NO_MEAN = _RANK | frozenset(stem(each) for each in "rate share percent percentage median year".split())
"""What a column is called whose numbers have no mean that means anything by itself."""
_UNIT = expression(r"[\d.,\s]+")
FEWEST_OF_GROUP = 3


def form_of(read: Read) -> Asked | None:
    """Return what a question asks that was read against a table, None where it asks nothing that is known."""
    if read.signs.compared or read.signs.within:
        return _of_comparison(read)
    if read.averages:
        return _of_mean(read)
    return next((found for each in _FORMS if (found := each(read))), None)


def _of_comparison(read: Read) -> Asked | None:
    """Return the rows with more or fewer than so many that are asked for, or how many they are."""
    signs = read.signs
    if not (signs.compared or signs.within) or len(read.numeric) != 1:
        return None
    rows = tuple(each for each in read.rows if _holds(each.cells[read.numeric[0]], signs))
    counts = wording.HOW_MANY.search(read.question) is not None
    if not rows or not (read.texts if counts else wording.WHICH.match(read.question)):
        return None
    return made(read, "count" if counts else "rows", read.numeric, read.told_by, rows)


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
        return replace(made(read, "end", (one, other), read.table.named_by, rows), agrees=which == "first")
    return replace(made(read, "versus", (one, other), read.table.named_by, rows), agrees=over)


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
    return replace(made(read, "group", (value, group), read.named, (row, *others)), agrees=agrees)


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
    return made(read, "cell", ranks, names[:1], rows) if len(rows) == 1 and names else None


def _of_difference(read: Read) -> Asked | None:
    """Return two cells that are compared: of two rows, or of two columns of a row."""
    rows = _ends_of(read)
    if not wording.MORE.search(read.question) or len(rows) * len(read.numeric) != 2:
        return None
    if not _are_numbers([each.cells[at] for each in rows for at in read.numeric]):
        return None
    if len(rows) == 1 and not _are_alike(read, rows[0]):
        return None
    # "How many more" of two rows that are told alike tells nothing of which has more.
    return made(read, "difference", read.numeric, read.named, rows)


def _ends_of(read: Read) -> tuple[Row, ...]:
    """Return the rows that are named; of "the difference between 2028 and 2031" the two at its ends."""
    if not read.span or read.table.times is None or not wording.DIFFERENCE.search(read.question):
        return read.rows
    ordered = _by_time(read.rows, read.table)
    return tuple(dict.fromkeys((ordered[0], ordered[-1])))


def _are_alike(read: Read, row: Row) -> bool:
    """Return whether two columns count the same: where neither is said to be more, they are written alike."""
    if wording.IS_MORE.search(read.question):
        return True
    one, other = read.numeric
    shared = read.table.stems[one] & read.table.stems[other]
    cells = [row.cells[one], row.cells[other]]
    units = {(_UNIT.sub("", each), places_of([each])) for each in cells}
    return bool(shared) or read.table.base(one) == read.table.base(other) or len(units) == 1


def _are_numbers(cells: Sequence[str]) -> bool:
    return all(number_in(each) is not None for each in cells)


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
    return made(read, "cell" if wanted else "row", wanted or _all(read, named), named, rows)


def _end(read: Read) -> str | None:
    """Return whether the first or the last is asked for, None for neither or both."""
    first, last = wording.FIRST.search(read.question), wording.LAST.search(read.question)
    return None if bool(first) == bool(last) else "first" if first else "last"


def _of_order(read: Read) -> Asked | None:
    """Return the row with the most or the least of a column, the one at a later place, or the first few."""
    most, least = wording.MOST.search(read.question), wording.LEAST.search(read.question)
    if not (most or least) or len(read.numeric) != 1 or len(read.rows) < FEWEST_ROWS or (most and least):
        return None
    cells = [each.cells[read.numeric[0]] for each in read.rows]
    signs = read.signs
    if not _are_numbers(cells) or max(signs.place, signs.few) >= len(cells) or _are_groups(read):
        return None
    order = sorted(read.rows, key=lambda each: number(each.cells[read.numeric[0]]), reverse=bool(most))
    asked = made(
        read, "most" if most else "least", read.numeric, read.told_by, _at_place(order, read.numeric[0], signs)
    )
    return replace(asked, place=signs.place, few=signs.few)


def _are_groups(read: Read) -> bool:
    """Return whether what is asked for has several rows that would have to be added up: the club with the most wins."""
    names = [tuple(each.cells[at] for at in read.told_by) for each in read.rows]
    return len(set(names)) < len(names) and wording.COUNTED.search(read.question) is not None


def _at_place(order: Sequence[Row], column: int, signs: wording.Signs) -> tuple[Row, ...]:
    """Return the rows at the asked places of an order, with all before them where it is a later one.

    Where rows are equal before a place, it may be counted by rows or by numbers: the rows of both are returned.
    """
    values = [number(each.cells[column]) for each in order]
    last = values[signs.few - 1] if signs.few > 1 else values[0]
    if signs.place > 1:
        different = list(dict.fromkeys(values))
        last = different[min(signs.place, len(different)) - 1]
    return tuple(order[: len(values) - values[::-1].index(last)])


def _of_number(read: Read) -> Asked | None:
    """Return the number of one row, the sum of several, or how many rows there are."""
    sums = wording.SUM.search(read.question) is not None
    if not (wording.HOW_MANY.search(read.question) or sums):
        return None
    if sums and (added := _along(read, "sum")):
        return added
    if not read.numeric:
        return _of_count(read)
    if len(read.rows) == 1 or len(read.numeric) != 1 or not (sums or (read.by and _adds_up(read))):
        return _of_cells(read)
    cells = [each.cells[read.numeric[0]] for each in read.rows]
    return made(read, "sum", read.numeric, (0,)) if _are_numbers(cells) else None


def _of_count(read: Read) -> Asked | None:
    """Return how many rows are named."""
    counts = read.by and (len(read.texts) == 1 or wording.TIMES.search(read.question))
    return made(read, "count", (read.told_by[0],), read.told_by) if counts else None


def _of_mean(read: Read) -> Asked | None:
    """Return the mean of a column over the rows that are named, or of a row over the times that are its columns."""
    if along := _along(read, "mean"):
        return along
    if len(read.numeric) != 1 or len(read.rows) < FEWEST_ROWS or not _may_be_meant(read):
        return None
    return made(read, "mean", read.numeric, read.named)


def _may_be_meant(read: Read) -> bool:
    """Return whether the mean of the named cells means something: that of shares and places does not."""
    cells = [each.cells[at] for each in read.rows for at in read.numeric]
    shares = is_share(cells) or any(read.table.stems[at] & _NO_MEAN for at in read.numeric)
    return not shares and _are_numbers(cells)


def _along(read: Read, what: What) -> Asked | None:
    """Return a row of which the columns of several times are added up, None where it is not one of such columns."""
    timed = all(read.table.column_times[at] for at in read.numeric)
    bases = {read.table.base(at) for at in read.numeric}
    if len(read.rows) != 1 or len(read.numeric) < FEWEST_ROWS or not timed or len(bases) != 1:
        return None
    return made(read, what, read.numeric, read.named) if _may_be_meant(read) else None


def _adds_up(read: Read) -> bool:
    """Return whether the numbers of rows that are asked for make a sum: people do, prices and shares do not."""
    column = read.numeric[0]
    numbers = [number_in(each.cells[column]) for each in read.rows]
    whole = all(each is not None and each.denominator == 1 for each in numbers)
    much = "much" in read.question.lower()
    return whole and not (much or read.table.stems[column] & _NO_SUM or _are_namesakes(read))


def _are_namesakes(read: Read) -> bool:
    """Return whether rows are several that bear one name, where most have one of their own: two towns called Esk."""
    if read.by != read.table.named_by[:1]:
        return False
    names = Counter(read.table.by_column[read.by[0]])
    return 2 * sum(times == 1 for times in names.values()) > len(names)


def _of_cells(read: Read) -> Asked | None:
    """Return the cells of the one row that is named, or the rows that are."""
    asks = wording.WHICH.match(read.question) or wording.HOW_MANY.search(read.question)
    asks = asks or wording.COMPARE.match(read.question)
    if wording.MOST.search(read.question) or wording.LEAST.search(read.question):
        return None
    if not read.by or not read.wanted or not (asks or wording.WHETHER.match(read.question)):
        return None
    if len(read.rows) == 1:
        return made(read, "cell", read.wanted, read.named)
    if not asks or (len(read.wanted) > 1 and not read.numeric):
        return None
    named = read.texts[:1] if read.texts else _telling(read)
    return made(read, "rows", read.numeric or read.texts[:1], named)


def _telling(read: Read) -> tuple[int, ...]:
    """Return the columns by which rows are told, with those whose named cells are not the same in all of them."""
    several = [at for at in read.by if len({each.cells[at] for each in read.rows}) > 1]
    named = tuple(dict.fromkeys([*several, *read.table.named_by])) if several else read.table.named_by
    if len({tuple(each.cells[at] for at in named) for each in read.rows}) == len(read.rows):
        return named
    words = (at for at in range(len(read.table.columns)) if not read.table.numeric[at] and at not in named)
    return (*named, *islice((at for at in words if len({each.cells[at] for each in read.rows}) > 1), 1))


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
    _of_versus,
    _of_group,
    _of_rank,
    of_changes,
    _of_difference,
    _of_end,
    _of_order,
    _of_number,
    _of_cells,
)


def _holds(cell: str, signs: wording.Signs) -> bool:
    """Return whether a cell's number is as many as is asked for."""
    value = number_in(cell)
    if value is None:
        return False
    if signs.within:
        low, high = map(number_in, signs.within)
        return low is not None and high is not None and low <= value <= high
    return signs.compared is not None and _is_on_side(value, signs.compared)


def _is_on_side(value: Fraction, compared: re.Match[str]) -> bool:
    """Return whether a number is more or less than the one that is asked for."""
    bound = _bound(compared["number"])
    if bound is None:
        return False
    if compared["more"]:
        return value > bound
    if compared["least"]:
        return value >= bound
    return value < bound if compared["less"] else value <= bound


def _bound(number: str) -> Fraction | None:
    return number_in(number.rstrip(".,"))
