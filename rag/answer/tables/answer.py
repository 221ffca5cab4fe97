"""A question for the rows of a table -> its answer: the row with the most, how many rows, a cell of one, a change.

What is counted and added up is cited row by row, so that it can be done again by whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from index.records import Document
from index.text.sentences import CELLS, Span
from index.text.stems import content_words
from rag.answer.shown.decided import Composed
from rag.answer.tables.asked import asked_of, asks_twice, compares, document_words, words_of
from rag.answer.tables.kinds import Asked
from rag.answer.tables.table import Table, tables_of
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
TABLES = 3
"""So many tables that fit a question alike are shown beside each other."""
_SEVERAL = {2: "Two", 3: "Three"}
MOST_ROWS = 12
"""So many rows are shown, and no more can be counted or added up."""


def in_tables(query: Query, candidates: Sequence[Candidate], documents: Documents) -> Form | None:
    """Return the answer that a table gives, None where none does; several that fit alike are told apart."""
    if query.speaker or query.heard or query.kind != "fact":
        return None
    near = dict.fromkeys(each.document_id for each in candidates)
    with_cells = (document for each in near if (document := documents.document(each)) and CELLS in document.text)
    fitting = _best([one for each in islice(with_cells, DOCUMENTS) for one in _asked_in(each, query)])
    return _form(fitting, documents) if fitting else None


def _best(found: Sequence[_Found]) -> Sequence[_Found]:
    """Return the tables that fit a question best: one where all give one answer, none that cannot be told apart."""
    best = max((each.fits for each in found), default=(0, 0))
    fitting = [each for each in found if each.fits == best]
    if len({each.told for each in fitting}) <= 1:
        return fitting[:1]
    told_apart = len({each.name for each in fitting}) == len(fitting) <= TABLES
    return fitting if told_apart and best[0] else []


def whole_in_tables(
    query: Query, find: Callable[[Query], tuple[object, Ranked]], scope: Scope, documents: Documents
) -> Composed | None:
    """Return the answer that a table gives to two questions in one or a comparison, of which a part says too little."""
    if query.kind != "fact" or not (asks_twice(query.standalone) or compares(query.standalone)):
        return None
    ranked = find(query)[1]
    form = in_tables(query, ranked.candidates[:READ], documents)
    return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=1.0) if form else None


@dataclass(frozen=True)
class _Found:
    """A table that a question is asked of, and what of it."""

    asked: tuple[Asked, ...]
    table: Table
    document: Document
    named: int
    """How many of the question's words stand in the document's title or in the name of its file."""

    @property
    def fits(self) -> tuple[int, int]:
        """Return how well it fits the question, to be compared with other tables."""
        return self.asked[0].known, self.named

    @property
    def name(self) -> str:
        """Return the title of its document, the name of the file where the title is the table's own first line."""
        title = self.document.title
        return self.document.id if not title or CELLS.strip() in title else title

    @property
    def told(self) -> str:
        """Return the answer without the numbers of its citations; empty where its rows are too many to be shown."""
        rows = {row for each in self.asked for row in each.rows}
        if not all(each.rows for each in self.asked) or len(rows) > MOST_ROWS:
            return ""
        return " ".join(line(each, self.table, each.rows) for each in self.asked)


def _asked_in(document: Document, query: Query) -> Iterator[_Found]:
    """Yield what a question asks of the tables of a document that its filters leave."""
    if not fits(query, document.id, document.published):
        return
    titled = words_of(f"{document.title} {document.id}")
    named = len(titled.intersection(content_words(query.standalone)))
    for table in tables_of(document.text):
        known = document_words(f"{document.title} {document.id}", document.published, table.before)
        if asked := asked_of(query.standalone, table, known):
            yield _Found(asked, table, document, named)


def _form(found: Sequence[_Found], documents: Documents) -> Form | None:
    """Return the answer with its rows, told of each table where there are several; None where these are too many."""
    if not all(each.told for each in found):
        return None
    places = [
        (each.document, row)
        for each in found
        for row in sorted({row for one in each.asked for row in one.rows}, key=lambda row: row.span)
    ]
    evidence = [as_evidence(document, row.span, None, score=1.0, coverage=1.0) for document, row in places]
    citations = tuple(cite.cite(evidence, documents))
    numbers = {(document.id, row.span): each.n for (document, row), each in zip(places, citations, strict=True)}
    lines = [_lines(each, numbers) for each in found]
    if len(found) > 1:
        lines = [f"{each.name}: {told}" for each, told in zip(found, lines, strict=True)]
        lines.insert(0, f"{_SEVERAL[len(found)]} tables tell of it.")
    opening = " ".join(lines)
    segments = [Segment(opening)]
    for each in citations:
        segments += [Segment("\n\n"), *cite.shown(each)]
    return Form(tuple(segments), citations, opening=opening)


def _lines(found: _Found, numbers: Mapping[tuple[str, Span], int]) -> str:
    """Return the answer of a table with the numbers of the rows that it is read in."""
    told = [
        f"{line(each, found.table, each.rows)} "
        f"{' '.join(f'[{numbers[found.document.id, row.span]}]' for row in each.rows)}".strip()
        + "."
        for each in found.asked
    ]
    return " ".join([told[0], *map(raised, told[1:])])
