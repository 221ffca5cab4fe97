"""A question for the rows of a table -> its answer: the row with the most, how many rows, their sum, a cell of one.

What is counted and added up is cited row by row, so that it can be done again by whoever reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from index.records import Document
from rag.answer.tables.asked import Asked, asked_of, words_of
from rag.answer.tables.table import Row, Table, number_in, tables_of
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import fits
from rag.phrasing import row as listed
from rag.rank.evidence import as_evidence
from rag.records import Candidate, Documents, Query, Segment

DOCUMENTS = 4
"""The tables of so many documents are read."""
MOST_ROWS = 12
"""So many rows are shown, and no more can be counted or added up."""


def in_tables(query: Query, candidates: Sequence[Candidate], documents: Documents) -> Form | None:
    """Return the answer that a table gives, None where none does or two give different ones."""
    if query.speaker or query.heard or query.kind != "fact":
        return None
    first = list(dict.fromkeys(each.document_id for each in candidates))[:DOCUMENTS]
    found = [one for each in first for one in _asked_in(each, query, documents)]
    best = max((asked.known for asked, _, _ in found), default=0)
    forms = [_form(*each, documents) for each in found if each[0].known == best]
    return forms[0] if len({_told(each) for each in forms}) == 1 else None


def _told(form: Form | None) -> str:
    """Return the first line of an answer without the numbers of its citations."""
    return form.opening.partition(" [")[0] if form else ""


def _asked_in(document_id: str, query: Query, documents: Documents) -> Iterator[tuple[Asked, Table, Document]]:
    """Yield what a question asks of the tables of a document that its filters leave."""
    document = documents.document(document_id)
    if document is None or not fits(query, document.id, document.published):
        return
    for table in tables_of(document.text):
        known = words_of(f"{document.title} {document.id} {document.published or ''} {table.before}")
        if asked := asked_of(query.standalone, table, known):
            yield asked, table, document


def _form(asked: Asked, table: Table, document: Document, documents: Documents) -> Form | None:
    """Return the answer with its rows, None where a number is missing or the rows are too many to be shown."""
    rows = _shown(asked, table)
    if rows is None or len(rows) > MOST_ROWS:
        return None
    citations = tuple(
        cite.cite([as_evidence(document, each.span, None, score=1.0, coverage=1.0) for each in rows], documents)
    )
    numbers = " ".join(f"[{each.n}]" for each in citations) or ""
    line = f"{_line(asked, table, rows)} {numbers}".strip() + "."
    segments = [Segment(line)]
    for each in citations:
        segments += [Segment("\n\n"), *cite.shown(each)]
    return Form(tuple(segments), citations, opening=line)


def _shown(asked: Asked, table: Table) -> tuple[Row, ...] | None:
    """Return the rows that answer: of those compared the first or last, with any that are equal to it."""
    numbers = [number_in(each.cells[asked.column]) for each in asked.rows]
    if asked.what in ("sum", "most", "least") and None in numbers:
        return None
    if asked.what not in ("most", "least"):
        return asked.rows or None
    values = [_number(each, asked.column) for each in asked.rows]
    best = max(values) if asked.what == "most" else min(values)
    return tuple(each for each, value in zip(asked.rows, values, strict=True) if value == best)


def _line(asked: Asked, table: Table, rows: Sequence[Row]) -> str:
    """Return the answer in the program's words, with the name of the column that it is read in."""
    column = f"“{table.columns[asked.column]}”"
    names = listed([each.cells[asked.named] for each in rows])
    if asked.what in ("most", "least"):
        rank = "highest" if asked.what == "most" else "lowest"
        return f"{names}, with {rows[0].cells[asked.column]}: the {rank} {column} of {len(asked.rows)} rows"
    if asked.what == "count":
        return f"{_rows(rows)}: {names}"
    if asked.what == "sum":
        total = sum((_number(each, asked.column) for each in rows), Fraction(0))
        return f"{_written(total)} in all, {column} added up: {' + '.join(each.cells[asked.column] for each in rows)}"
    if asked.what == "rows" and asked.column != asked.named:
        told = [f"{each.cells[asked.named]} ({each.cells[asked.column]})" for each in rows]
        return f"{_rows(rows)}, with {column} in brackets: {listed(told)}"
    if asked.what == "rows":
        return f"{_rows(rows)}: {names}"
    return f"{names}: {rows[0].cells[asked.column]} ({column})"


def _rows(rows: Sequence[Row]) -> str:
    return f"{len(rows)} rows" if len(rows) > 1 else "1 row"


def _number(row: Row, column: int) -> Fraction:
    return number_in(row.cells[column]) or Fraction(0)


def _written(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.10g}"
