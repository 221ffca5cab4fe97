"""A question and a table -> what of it is asked: which rows, of which column, the most of them, how many, their sum.

Every word of the question with a meaning must be the table's, its document's or one of asking: else something is asked
that the table does not tell, and nothing is read in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from index.text.stems import content_words, stem
from rag.answer.tables.table import FEWEST_ROWS, Row, Table, number_in
from rag.find.lemmas import same_family

What = Literal["most", "least", "count", "sum", "cell", "rows"]
_MOST = re.compile(
    r"\b(?:the )?(?:most|highest|largest|biggest|greatest|maximum|longest|best|top|oldest|tallest)\b", re.I
)
_LEAST = re.compile(r"\b(?:the )?(?:fewest|least|lowest|smallest|minimum|shortest|worst|youngest)\b", re.I)
_SUM = re.compile(r"\b(?:total|altogether|in all|sum|combined|taken together|overall|put together|all told)\b", re.I)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b|\bnumber of\b", re.I)
_COMPARED = re.compile(
    r"\b(?:(?P<more>more than|greater than|higher than|over|above|exceed(?:s|ed|ing)?)|(?P<least>at least)"
    r"|(?P<less>(?:fewer|less|lower) than|under|below)|(?P<most>at most|no more than|up to)) "
    r"(?P<number>[$€£]?\d[\d,.]*)",
    re.I,
)
_WHICH = re.compile(r"^\W*(?:and |so |in |on |at |of |for |by )?(?:which|what|who|whose|where)\b", re.I)
_ASKING = frozenset(
    content_words(
        """how many much which what who whose where number count total altogether all sum combined together overall told
        put most fewest least highest lowest largest smallest biggest greatest maximum minimum best worst top more less
        fewer higher lower greater than over under above below exceed exceeds exceeded exceeding up
        have has had is are was were there be list listed table row rows column record recorded records report reported
        according file sheet data show shows carry carried name named get got reach reached see saw seen count counted
        note noted make made give given stand stood register registered log logged enter entry entries amount"""
    )
)


@dataclass(frozen=True)
class Asked:
    """What a question asks of a table: the rows that it names, and what of them."""

    what: What
    rows: tuple[Row, ...]
    column: int
    """The column whose cells are asked for, compared or added up."""
    named: int
    """The column by which rows are told."""
    known: int
    """How many of the question's words are the table's own."""


def asked_of(question: str, table: Table, document_words: frozenset[str]) -> Asked | None:
    """Return what a question asks of a table, None where it asks for anything else."""
    compared = _COMPARED.search(question)
    bare = f"{question[: compared.start()]} {question[compared.end() :]}" if compared else question
    words = content_words(bare)
    families = {each: same_family(each) for each in words}
    columns, values = _columns(table, words, families), _values(table, frozenset(words))
    own = _own(table, words, families, columns, values)
    if set(words) - own - _ASKING - document_words or not own:
        return None
    read = _read(question, table, columns, values, len(own))
    return _asked(read, compared) if read.rows else None


def _read(question: str, table: Table, columns: list[int], values: dict[int, set[str]], known: int) -> _Read:
    """Return a question read against a table, by the columns and cells that it names."""
    others = [at for at in columns if at not in values]
    return _Read(
        question,
        rows=tuple(each for each in table.rows if all(each.cells[at] in found for at, found in values.items())),
        numeric=tuple(at for at in others if table.is_numeric(at)),
        texts=tuple(at for at in others if not table.is_numeric(at)),
        by=next(iter(values), None),
        known=known,
    )


def _asked(read: _Read, compared: re.Match[str] | None) -> Asked | None:
    if compared:
        return _of_comparison(read, compared)
    if _MOST.search(read.question) or _LEAST.search(read.question):
        return _of_order(read)
    if _HOW_MANY.search(read.question) or _SUM.search(read.question):
        return _of_number(read)
    return _of_cells(read)


def _columns(table: Table, words: list[str], families: dict[str, frozenset[str]]) -> list[int]:
    """Return the columns that a question names, in its order: by all words of a name, else by half where none is."""
    asked = frozenset().union(*families.values()) if families else frozenset()
    whole = [at for at, stems in enumerate(table.stems) if stems and stems <= asked]
    half = [at for at, stems in enumerate(table.stems) if stems and 2 * len(stems & asked) >= len(stems)]
    found = whole or half
    place = {at: min(words.index(each) for each in words if families[each] & table.stems[at]) for at in found}
    return sorted(found, key=place.__getitem__)


def _values(table: Table, words: frozenset[str]) -> dict[int, set[str]]:
    """Return the cells that a question names, by their columns; of cells that hold others only the longer ones."""
    found: dict[int, dict[str, frozenset[str]]] = {}
    for row in table.rows:
        for at, stems in enumerate(row.stems):
            if stems and stems <= words and not stems <= _ASKING:
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


def _own(
    table: Table,
    words: list[str],
    families: dict[str, frozenset[str]],
    columns: list[int],
    values: dict[int, set[str]],
) -> set[str]:
    """Return the words of a question that name columns and cells."""
    named = frozenset().union(*(table.stems[at] for at in columns)) if columns else frozenset()
    named |= {each for cells in values.values() for cell in cells for each in content_words(cell)}
    # "In the South district": the name of a column beside one of its cells.
    named |= {each for at in values for each in table.stems[at]}
    return {each for each in words if families[each] & named}


@dataclass(frozen=True)
class _Read:
    """A question that was read against a table: its rows, and the columns of numbers and of words that it names."""

    question: str
    rows: tuple[Row, ...]
    numeric: tuple[int, ...]
    texts: tuple[int, ...]
    by: int | None
    """The first column by whose cells rows are named, if any are."""
    known: int

    def asked(self, what: What, column: int, named: int, rows: tuple[Row, ...] | None = None) -> Asked:
        """Return what is asked of a column, of rows that are told by another."""
        return Asked(what, self.rows if rows is None else rows, column, named, self.known)

    @property
    def told_by(self) -> int:
        """Return the column that is asked for by its name, else the first."""
        return self.texts[0] if self.texts else 0


def _of_comparison(read: _Read, compared: re.Match[str]) -> Asked | None:
    """Return the rows with more or fewer than so many that are asked for, or how many they are."""
    if len(read.numeric) != 1:
        return None
    rows = tuple(each for each in read.rows if _holds(each.cells[read.numeric[0]], compared))
    counts = _HOW_MANY.search(read.question) is not None
    if not (read.texts if counts else rows and _WHICH.match(read.question)):
        return None
    return read.asked("count" if counts else "rows", read.numeric[0], read.told_by, rows)


def _of_order(read: _Read) -> Asked | None:
    """Return the row with the most or the least of a column."""
    most, least = _MOST.search(read.question), _LEAST.search(read.question)
    if len(read.numeric) != 1 or len(read.rows) < FEWEST_ROWS or (most and least):
        return None
    return read.asked("most" if most else "least", read.numeric[0], read.told_by)


def _of_number(read: _Read) -> Asked | None:
    """Return the number of one row, the sum of several, or how many rows there are."""
    if len(read.numeric) != 1:
        counts = len(read.texts) == 1 and not read.numeric and read.by is not None
        return read.asked("count", read.texts[0], read.texts[0]) if counts else None
    if len(read.rows) == 1:
        return read.asked("cell", read.numeric[0], read.by or 0)
    adds = _SUM.search(read.question) is not None or read.by is not None
    return read.asked("sum", read.numeric[0], 0) if adds else None


def _of_cells(read: _Read) -> Asked | None:
    """Return the cell of the one row that is named, or the rows that are."""
    wanted = (*read.texts, *read.numeric)
    if read.by is None or len(wanted) != 1 or not _WHICH.match(read.question):
        return None
    if len(read.rows) == 1:
        return read.asked("cell", wanted[0], read.by)
    return read.asked("rows", wanted[0], wanted[0] if read.texts else 0)


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
