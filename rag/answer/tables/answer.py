"""A question for the rows of a table -> its answer: the row with the most, how many rows, a cell of one, a change.

What is counted and added up is cited row by row, so that it can be done again by whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from index.records import Document
from index.text.sentences import CELLS
from rag.answer.shown.decided import Composed
from rag.answer.tables.asked import Asked, asked_of, asks_twice, words_of
from rag.answer.tables.table import Row, Table, number_in, tables_of
from rag.answer.tables.told import line
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import fits
from rag.phrasing import raised
from rag.rank.evidence import as_evidence
from rag.records import Candidate, Documents, Query, Ranked, Scope, Segment

DOCUMENTS = 4
"""So many documents that have tables are read."""
READ = 12
"""So many of the best passages tell which documents these are."""
MOST_ROWS = 12
"""So many rows are shown, and no more can be counted or added up."""


def in_tables(query: Query, candidates: Sequence[Candidate], documents: Documents) -> Form | None:
    """Return the answer that a table gives, None where none does or two give different ones."""
    if query.speaker or query.heard or query.kind != "fact":
        return None
    near = dict.fromkeys(each.document_id for each in candidates)
    with_cells = (document for each in near if (document := documents.document(each)) and CELLS in document.text)
    found = [one for each in islice(with_cells, DOCUMENTS) for one in _asked_in(each, query)]
    best = max((asked[0].known for asked, _, _ in found), default=0)
    forms = [_form(*each, documents) for each in found if each[0][0].known == best]
    return forms[0] if len({_told(each) for each in forms}) == 1 else None


def whole_in_tables(
    query: Query, find: Callable[[Query], tuple[object, Ranked]], scope: Scope, documents: Documents
) -> Composed | None:
    """Return the answer that a table gives to both questions of two in one, of which each part says too little."""
    if query.kind != "fact" or not asks_twice(query.standalone):
        return None
    ranked = find(query)[1]
    form = in_tables(query, ranked.candidates[:READ], documents)
    return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=1.0) if form else None


def _told(form: Form | None) -> str:
    """Return the first line of an answer without the numbers of its citations."""
    return form.opening.partition(" [")[0] if form else ""


def _asked_in(document: Document, query: Query) -> Iterator[tuple[tuple[Asked, ...], Table, Document]]:
    """Yield what a question asks of the tables of a document that its filters leave."""
    if not fits(query, document.id, document.published):
        return
    for table in tables_of(document.text):
        known = words_of(f"{document.title} {document.id} {document.published or ''} {table.before}")
        if asked := asked_of(query.standalone, table, known):
            yield asked, table, document


def _form(asked: Sequence[Asked], table: Table, document: Document, documents: Documents) -> Form | None:
    """Return the answer with its rows, None where a number is missing or the rows are too many to be shown."""
    found = [_shown(each, table) for each in asked]
    rows = list(dict.fromkeys(row for each in found for row in each or ()))
    if None in found or len(rows) > MOST_ROWS:
        return None
    rows.sort(key=lambda each: each.span)
    citations = tuple(
        cite.cite([as_evidence(document, each.span, None, score=1.0, coverage=1.0) for each in rows], documents)
    )
    numbers = {row.span: each.n for row, each in zip(rows, citations, strict=True)}
    lines = [
        f"{line(each, table, shown)} {' '.join(f'[{numbers[row.span]}]' for row in shown)}".strip() + "."
        for each, shown in zip(asked, (each or () for each in found), strict=True)
    ]
    opening = " ".join([lines[0], *map(raised, lines[1:])])
    segments = [Segment(opening)]
    for each in citations:
        segments += [Segment("\n\n"), *cite.shown(each)]
    return Form(tuple(segments), citations, opening=opening)


def _shown(asked: Asked, table: Table) -> tuple[Row, ...] | None:
    """Return the rows that answer: of those compared the first or last, with any that are equal to it."""
    numbers = [number_in(each.cells[asked.columns[0]]) for each in asked.rows]
    if asked.what in ("sum", "most", "least", "change") and None in numbers:
        return None
    if asked.what == "difference" and None in [
        number_in(each.cells[at]) for each in asked.rows for at in asked.columns
    ]:
        return None
    if asked.what not in ("most", "least"):
        return asked.rows or None
    values = [each for each in numbers if each is not None]
    best = max(values) if asked.what == "most" else min(values)
    return tuple(each for each, value in zip(asked.rows, values, strict=True) if value == best)
