"""A question and a table -> which rows, columns and times of the table the question names.

Every word of the question with a meaning must be the table's, its document's or one of asking: else something is asked
that the table does not tell, and nothing is read in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.text.expressions import expression
from index.text.stems import content_words, stem
from rag.answer.tables.periods import Period, Span, Times, period_in, times_in
from rag.answer.tables.table import Row, Table
from rag.answer.tables.wording import ASKING, AVERAGE, MEANS, MOVED, RHYTHMS, Signs, alike

NAME_WORDS = 4
"""A cell of no more words may be named by some of them: "cheddar" for "mature cheddar"."""
Values = dict[int, set[str]]
_ENDS = expression(r"\b(?:since|till|through)\b", re.I)
_OF_IT = expression(r"\b(?:its|his|her|their|it|he|she|they)\b", re.I)
_NAME = expression(r"(?<=[\w,] )(?!I\b)[A-Z][\w'’-]*")
_INSTEAD = expression(r", (?P<other>[^,?]{2,40})\?$")


@dataclass(frozen=True)
class Read:
    """A question that was read against a table: its rows, and the columns of numbers and of words that it names."""

    question: str
    table: Table
    signs: Signs
    rows: tuple[Row, ...]
    numeric: tuple[int, ...]
    texts: tuple[int, ...]
    by: tuple[int, ...]
    """The columns by whose cells rows are named, if any are."""
    known: int
    span: Span | None = None
    """The time between two others that the question names, in the rows or in the columns."""
    found: tuple[Row, ...] = ()
    """The row that answers it, which a second question may be of."""

    @property
    def averages(self) -> bool:
        """Return whether a mean is asked for that no column of the table is."""
        return AVERAGE.search(self.question) is not None and not any(each & MEANS for each in self.table.stems)

    @property
    def told_by(self) -> tuple[int, ...]:
        """Return the columns by which rows are told: the one that is asked for by its name, else as the table's are."""
        return self.texts[:1] or self.table.named_by

    @property
    def named(self) -> tuple[int, ...]:
        """Return the columns by whose cells rows are named, else those by which the table's rows are told."""
        return tuple(sorted(self.by)) or self.table.named_by

    @property
    def wanted(self) -> tuple[int, ...]:
        """Return the columns that are asked for by their names."""
        return (*self.texts, *self.numeric)


def read_of(question: str, table: Table, document_words: frozenset[str], before: Read | None = None) -> Read | None:
    """Return a question as it is read against a table, None where it names anything else than the table has.

    What a second question leaves out is taken from the one before it: "…, and what is the latest price there?"
    """
    signs = Signs.of(question)
    named = _named(signs, table, document_words, question)
    if named is None or not (named.known or before or signs.is_of_whole(question)):
        return None
    return _read(question, table, signs, named, before)


def _read(question: str, table: Table, signs: Signs, named: _Named, before: Read | None) -> Read | None:
    """Return the rows and columns that a question names, None where it is unclear which columns these are."""
    by = named.by(table)
    others = [at for at in named.columns if at not in by]
    numbers = [at for at in others if table.numeric[at] and at != table.times]
    texts = tuple(at for at in others if at not in numbers)
    counted = _counted(numbers, signs, table, named.span)
    if counted is None:
        return None
    rows = tuple(each for each in table.rows if _is_named(each, named, table))
    read = Read(question, table, signs, rows, tuple(counted), texts, by, named.known, named.span)
    return _carried_on(read, before) if before else read


def _counted(numbers: list[int], signs: Signs, table: Table, span: Span | None) -> list[int] | None:
    """Return the columns of numbers that are asked for, with those between two times; None where these are unclear."""
    if table.times is not None:
        return numbers
    return _within(numbers, signs, table, span) or None if span else numbers or _timed(signs, table)


def _timed(signs: Signs, table: Table) -> list[int]:
    """Return the columns that are times, where a change is asked for: "How has it changed at Esk Head?"."""
    timed = [at for at, time in enumerate(table.column_times) if time and not table.base(at)]
    return [at for at in timed if signs.moves and table.numeric[at]]


def _within(numbers: list[int], signs: Signs, table: Table, span: Span) -> list[int]:
    """Return the columns of the times from one to another that a question names; none where it names others too."""
    timed = set(filter(table.column_times.__getitem__, numbers))
    bases = set(map(table.base, timed))
    others = [at for at in set(numbers) - timed if not (signs.moves and table.stems[at] <= MOVED)]
    if len(bases) != 1 or others:
        return []
    alike = [at for at in range(len(table.columns)) if table.numeric[at] and table.base(at) in bases]
    return [at for at in alike if (time := table.column_times[at]) and span.holds(time)]


@dataclass(frozen=True)
class _Named:
    """What a question names of a table: columns, cells by their columns, times, and by how many words."""

    columns: list[int]
    values: Values
    periods: tuple[Period, ...]
    known: int
    span: Span | None = None

    def by(self, table: Table) -> tuple[int, ...]:
        """Return the columns by which rows are named; a time that they are of is not asked for: "in May"."""
        return (*self.values, *([table.times] if self.periods and table.times is not None else []))


def _named(signs: Signs, table: Table, document_words: frozenset[str], question: str) -> _Named | None:
    """Return what a question names of a table, None where a word of it names nothing there."""
    times = _times(signs.rest, table, document_words)
    span = _whole_span(times, table)
    if (times.span and not span) or not _has(table, times):
        return None
    words = content_words(times.rest)
    families = {each: alike(each) for each in words}
    columns = _columns(table, words, families)
    values = _values(table, frozenset(words), columns)
    own = _own(table, words, families, columns, values)
    asking = (signs.asking | _of_rhythm(table) | (MEANS if AVERAGE.search(question) else set())) - _names(times.rest)
    unknown = {each for each in words if each not in own | asking and not families[each] & document_words}
    called = _called(table, unknown)
    if unknown and not called:
        return None
    known = len(own | unknown) + len(times.periods)
    return _Named(columns, _of_last(question, _with(values, called)), times.periods, known, span)


def _names(question: str) -> frozenset[str]:
    """Return the stems of words with a capital that do not begin a question: "Bill Price" asks for no price."""
    return frozenset(stem(each[0]) for each in _NAME.finditer(question))


def _of_rhythm(table: Table) -> frozenset[str]:
    """Return the words that tell of each row that it is of a year, a month or a day, where the rows are."""
    cells = table.by_column[table.times] if table.times is not None else ()
    times = [each for each in map(period_in, cells) if each]
    parts = {3 if each.day else 2 if each.month else 1 for each in times}
    return RHYTHMS[next(iter(parts))] if len(parts) == 1 else frozenset()


def _has(table: Table, times: Times) -> bool:
    """Return whether each time that a question names is that of a row, but for one after or before which they are."""
    if table.times is None or (times.span and not times.span.with_ends):
        return True
    cells = [each for each in map(period_in, table.by_column[table.times]) if each]
    return all(any(map(each.holds, cells)) for each in times.periods)


def _whole_span(times: Times, table: Table) -> Span | None:
    """Return the time that is named by its ends, None where the table does not hold them."""
    if times.span is None:
        return None
    named = table.by_column[table.times] if table.times is not None else ()
    cells = [*map(period_in, named)] if named else list(table.column_times)
    return times.span.among([each for each in cells if each])


def _with(values: Values, called: Values) -> Values:
    """Return the cells that are named with those that are called by a part of them."""
    return {at: values.get(at, set()) | called.get(at, set()) for at in dict.fromkeys([*values, *called])}


def _of_last(question: str, values: Values) -> Values:
    """Return the cells that a question names; of a column only those that it asks for instead of others at its end.

    "How much has butter gone up at Tell's, cheddar?" is what a question and "What about cheddar?" are together.
    """
    last = _INSTEAD.search(question)
    words = set(content_words(last["other"])) if last else set()
    instead = {
        at: {cell for cell in cells if words and words <= set(content_words(cell))} for at, cells in values.items()
    }
    return {at: instead[at] or cells for at, cells in values.items()}


def _carried_on(read: Read, before: Read) -> Read:
    """Return a second question with the rows and the columns of the first where it names none."""
    rows = read.rows if read.by else before.rows
    if before.found and not read.by and _OF_IT.search(read.question):
        rows = before.found
    numeric = read.numeric or before.numeric
    signs = replace(read.signs, versus=read.signs.versus or before.signs.versus)
    return replace(read, rows=rows, numeric=numeric, by=read.by or before.by, signs=signs)


def _times(question: str, table: Table, document_words: frozenset[str]) -> Times:
    """Return the times that a question names where a column tells of times, and the rest of the question.

    A year of the document's own that no row has tells of which document is meant: "the 2031 regatta". Where columns are
    named by times, these stay in the rest as the columns' names.
    """
    if table.times is None:
        found = times_in(question, [each for each in table.column_times if each])
        return replace(found, periods=(), rest=_ENDS.sub(" ", question) if found.span else question)
    cells = [each for cell in table.by_column[table.times] if (each := period_in(cell))]
    found = times_in(question, cells)
    meant = [each for each in found.periods if any(map(each.holds, cells)) or not each.is_year_of(document_words)]
    return replace(found, periods=tuple(meant), span=found.span if len(meant) == len(found.periods) else None)


def _is_named(row: Row, named: _Named, table: Table) -> bool:
    """Return whether a row has a named cell in each of the columns of which cells are named, and a named time."""
    if not all(row.cells[at] in found for at, found in named.values.items()):
        return False
    when = period_in(row.cells[table.times]) if named.periods and table.times is not None else None
    if named.span and named.periods:
        return when is not None and named.span.holds(when)
    return not named.periods or (when is not None and any(each.holds(when) for each in named.periods))


def _columns(table: Table, words: list[str], families: dict[str, frozenset[str]]) -> list[int]:
    """Return the columns that a question names, in its order: by all words of a name, else by half where none is."""
    asked = frozenset().union(*families.values()) if families else frozenset()
    whole = [at for at, stems in enumerate(table.stems) if stems and stems <= asked]
    half = [at for at, stems in enumerate(table.stems) if stems and 2 * len(stems & asked) >= len(stems)]
    found = whole or half
    place = {at: min(words.index(each) for each in words if families[each] & table.stems[at]) for at in found}
    return sorted(found, key=place.__getitem__)


def _values(table: Table, words: frozenset[str], columns: list[int]) -> Values:
    """Return the cells that a question names, by their columns; of cells that hold others only the longer ones.

    A number is a cell of a column that the question names: "14 wins" are no 14 losses, "in 2031" is no cell at all.
    """
    found: dict[int, dict[str, frozenset[str]]] = {}
    for row in table.rows:
        for at, stems in enumerate(row.stems):
            if at == table.times or (table.numeric[at] and at not in columns):
                continue
            if stems and stems <= words and not stems <= ASKING:
                found.setdefault(at, {})[row.cells[at]] = stems
    longest = {
        at: {cell for cell, stems in cells.items() if not any(stems < other for other in cells.values())}
        for at, cells in found.items()
    }
    return {at: cells for at, cells in longest.items() if not _is_in_others(at, found)}


def _is_in_others(column: int, found: dict[int, dict[str, frozenset[str]]]) -> bool:
    """Return whether all that is named in a column is a part of a longer cell in another: "Lorn" of "Lorn Point"."""
    others = [stems for at, cells in found.items() if at != column for stems in cells.values()]
    return all(any(stems < other for other in others) for stems in found[column].values())


def _called(table: Table, unknown: set[str]) -> Values:
    """Return the one cell that words which name nothing else are a part of: "Maslin" of "Vera Maslin"."""
    if not unknown:
        return {}
    holding = {
        (at, row.cells[at])
        for row in table.rows
        for at, stems in enumerate(row.stems)
        if not table.numeric[at] and len(stems) <= NAME_WORDS and unknown <= stems
    }
    return {at: {cell} for at, cell in holding} if len(holding) == 1 else {}


def _own(
    table: Table, words: list[str], families: dict[str, frozenset[str]], columns: list[int], values: Values
) -> set[str]:
    """Return the words of a question that name columns and cells."""
    named = frozenset().union(*(table.stems[at] for at in columns)) if columns else frozenset()
    named |= {each for cells in values.values() for cell in cells for each in content_words(cell)}
    # "In the South district": the name of a column beside one of its cells.
    named |= {each for at in values for each in table.stems[at]}
    return {each for each in words if families[each] & named}
