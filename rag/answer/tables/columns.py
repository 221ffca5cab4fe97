"""An answer that shows rows of a table -> the same with the row that names their columns cited above them.

"Esk Head | 388" says nothing to who does not see the table. What is nearest to a refusal is treated alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.text.sentences import CELLS, Span
from rag.answer.tables.table import Table, tables_of
from rag.check import cite, verify
from rag.check.cite import MORE
from rag.rank.evidence import as_evidence
from rag.records import Answer, AnswerPart, Citation, Documents, Segment

Head = tuple[str, Span]
"""A document's id, and where in it the row stands that names a table's columns."""


def with_columns(answer: Answer, documents: Documents) -> Answer:
    """Return the answer in which the columns of every row that it cites can be read."""
    shown = answer.cited
    heads = _heads(shown, documents)
    if heads:
        answer = _above_rows(answer, shown, heads, documents)
    if answer.nearest and not answer.unsure:
        nearest = _in_order(answer.nearest, _heads(answer.nearest, documents), documents)
        answer = replace(answer, nearest=verify.checked(nearest, documents))
    return answer


def _above_rows(answer: Answer, shown: Sequence[Citation], heads: Mapping[int, Head], documents: Documents) -> Answer:
    """Return the answer with the names of columns above the rows in its text, numbered after what it cites."""
    added = _cited(dict.fromkeys(heads.values()), max(each.n for each in shown), documents)
    cited = verify.checked(tuple(added.values()), documents)
    by_head = dict(zip(added, cited, strict=True))
    segments = _segments(answer.segments, {n: by_head[head] for n, head in heads.items()})
    told = {each.citation.n for each in segments if each.citation}
    all_cited = (*shown, *(each for each in cited if each.n in told))
    parts = tuple(_with_heads(each, {n: by_head[head].n for n, head in heads.items()}) for each in answer.parts)
    if shown is answer.nearest:
        return replace(answer, segments=tuple(segments), nearest=all_cited)
    return replace(answer, segments=tuple(segments), citations=all_cited, parts=parts)


def _with_heads(part: AnswerPart, heads: Mapping[int, int]) -> AnswerPart:
    own = dict.fromkeys(heads[n] for n in part.citations if n in heads)
    return replace(part, citations=(*part.citations, *own))


def _segments(segments: Sequence[Segment], heads: Mapping[int, Citation]) -> list[Segment]:
    """Return the segments with the names of columns above the first of the rows that stand together.

    The marks before a row are a segment of their own, which stays beside it.
    """
    found: list[Segment] = []
    last: int | None = None
    for at, each in enumerate(segments):
        if MORE in each.text or "**" in each.text:
            last = None
        if each.citation is not None:
            head = heads.get(each.citation.n)
            if head is not None and head.n != last:
                marks = [found.pop()] if at and found[-1] == Segment(cite.marks(each.text)[0]) else []
                found = [*_without_title(found, head), *cite.shown(head), Segment("\n\n"), *marks]
            last = head.n if head else None
        found.append(each)
    return found


def _without_title(segments: list[Segment], head: Citation) -> list[Segment]:
    """Return the segments without a title before a row that is nothing but the names of its columns."""
    lead = segments[-1] if segments else None
    if lead is None or lead.citation is not None or head.title.strip() != head.text.strip():
        return segments
    return [*segments[:-1], replace(lead, text=lead.text.replace(f"{head.title}: ", "").replace(f"{head.title}:", ""))]


def _in_order(nearest: Sequence[Citation], heads: Mapping[int, Head], documents: Documents) -> tuple[Citation, ...]:
    """Return what is nearest with the names of columns before the first rows of each table, numbered through."""
    added = _cited(dict.fromkeys(heads.values()), 0, documents)
    found: list[Citation] = []
    for each in nearest:
        head = added.pop(heads[each.n], None) if each.n in heads else None
        found += [head, each] if head else [each]
    return tuple(replace(each, n=number) for number, each in enumerate(found, start=1))


def _cited(heads: Mapping[Head, None], after: int, documents: Documents) -> dict[Head, Citation]:
    """Return the citation of each row that names columns, numbered from after a number on."""
    found: dict[Head, Citation] = {}
    for document_id, span in heads:
        document = documents.document(document_id)
        if document is not None:
            evidence = as_evidence(document, span, None, score=0.0, coverage=0.0)
            for each in cite.cite([evidence], documents):
                found[document_id, span] = replace(each, n=after + len(found) + 1)
    return found


def _heads(citations: Sequence[Citation], documents: Documents) -> dict[int, Head]:
    """Return the row that names the columns of what each number cites, of rows that are cited without it."""
    tables: dict[str, list[_Lines]] = {}
    found: dict[int, Head] = {}
    for each in citations:
        if CELLS not in each.text:
            continue
        if each.doc not in tables:
            document = documents.document(each.doc)
            tables[each.doc] = [_Lines(one) for one in tables_of(document.text)] if document else []
        of_rows = next((one for one in tables[each.doc] if one.holds(each)), None)
        if of_rows is not None:
            found[each.n] = (each.doc, of_rows.table.head)
    return found


@dataclass(frozen=True)
class _Lines:
    """A table and where its rows stand."""

    table: Table

    def holds(self, citation: Citation) -> bool:
        """Return whether a citation begins within the rows, and so shows some of them without their columns."""
        first, last = self.table.rows[0].span[0], self.table.rows[-1].span[1]
        return first <= citation.start < last
