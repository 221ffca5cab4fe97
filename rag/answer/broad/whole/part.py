"""One part of a document, by what stands above it -> all of it, to the next heading of its rank, or its main points."""

from __future__ import annotations

import re

from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.sentences import Span
from rag.answer.broad.central import Part
from rag.answer.broad.covering import covering
from rag.answer.broad.parts import part_of, parts_of
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import cited, points, title_of
from rag.check.cite import Form
from rag.rank.evidence import as_evidence
from rag.records import Query, Segment

LONGEST, POINTS = 700, 10
"""Of more words a part has so many main points instead."""
_RANK = expression(r"^(?P<marks>#{1,6}) ", re.MULTILINE)
_CAPITALS = expression(r"^[^\w\n]{0,6}(?=[^\n]{0,40}[A-Z]{2})[A-Z0-9][A-Z0-9 ,.:;'’&/()–-]{4,110}$", re.MULTILINE)


def part(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return the whole part of a document under a heading, or its main points; None where it is not there."""
    found = meant(query, catalog, find)
    document = catalog.document(found.one.id) if found and found.one else None
    if document is None or query.broad is None or not query.broad.part:
        return None
    span = _under(document.text, query.broad.part)
    every = [each for each in parts_of([document], query, catalog, every=True) if _within(each, span)]
    if not every:
        return None
    parts = _paragraphs(every)
    whole = sum(len(document.text[slice(*each.span)].split()) for each in parts) <= LONGEST
    if not whole:
        fit = [each for each in parts_of([document], query, catalog) if _within(each, span)]
        parts = covering(fit or every, POINTS, every)
    citations = cited(parts, catalog)
    what = "all of it" if whole else "its main points"
    first = f"{title_of(document)} has this under the heading “{query.broad.part}”, {what} in its own words:"
    return Form((Segment(first), *points(parts, citations, None, True)), tuple(citations))


def _within(each: Part, span: Span) -> bool:
    return span[0] <= each.span[0] and each.span[1] <= span[1]


def _under(text: str, heading: str) -> Span:
    """Return where what stands under a heading begins and ends: at the next of its rank, or at the end."""
    line = re.search(rf"^[^\w\n]{{0,8}}{re.escape(heading)}[^\w\n]{{0,6}}$", text, re.MULTILINE)
    if line is None:
        return 0, 0
    rank = _RANK.match(line[0])
    marks = _RANK.finditer(text, line.end()) if rank else _CAPITALS.finditer(text, line.end())
    higher = (each.start() for each in marks if not rank or len(each["marks"]) <= len(rank["marks"]))
    return line.end(), next(higher, len(text))


def _paragraphs(every: list[Part]) -> list[Part]:
    """Return the sentences of each paragraph as one part, in the document's own voice."""
    found: list[Part] = []
    for each in every:
        text = each.document.text
        start = found[-1].span[0] if found and "\n\n" not in text[found[-1].span[1] : each.span[0]] else each.span[0]
        if found and start == found[-1].span[0]:
            found.pop()
        span = start, each.span[1]
        found.append(part_of(each.document, as_evidence(each.document, span, None, score=1.0, coverage=1.0)))
    return found
