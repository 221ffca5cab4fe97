"""What the store holds, and what of it is searched under a query's filters of time and document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from index.storage.catalog import MOST_FILTERS, Catalog
from index.text.counts import readable_date
from rag.find.filters import fits
from rag.records import Query, Scope


@dataclass(frozen=True)
class Overview:
    """What the index holds, for the empty chat."""

    documents: int
    statements: int
    first: str | None
    last: str | None
    speakers: tuple[str, ...]
    undated: int = 0
    """How many of the documents have no day."""


def overview_of(catalog: Catalog) -> Overview:
    """Return what the store holds now."""
    counts = catalog.counts()
    days = sorted(day for day in catalog.published().values() if day)
    return Overview(
        documents=counts["documents"],
        statements=counts["statements"],
        first=days[0] if days else None,
        last=days[-1] if days else None,
        speakers=tuple(catalog.speakers()),
        undated=counts["documents"] - len(days),
    )


def scope_of(query: Query, overview: Overview, catalog: Catalog) -> Scope:
    """Return what is searched: the documents that the filters of time and document leave, and all filters.

    What they leave is remembered, as each part of a question asks for it again.
    """
    if not (query.since or query.until or query.document):
        return Scope(
            documents=overview.documents,
            statements=overview.statements,
            first=overview.first,
            last=overview.last,
            filters=query.filters(),
            undated=overview.undated,
        )
    key = (query.since, query.until, query.periods, query.document, bool(query.speaker))
    left = catalog.memory.remember_last("scope", key, lambda: _left(query, catalog), MOST_FILTERS)
    return replace(left, filters=query.filters())


def _left(query: Query, catalog: Catalog) -> Scope:
    """Return what the filters of time and document leave."""
    documents = {key: day for key, day in catalog.published().items() if fits(query, key, day)}
    counts = catalog.statement_counts()
    days = sorted(day for day in documents.values() if day)
    return Scope(
        documents=len(documents),
        statements=sum(counts.get(key, 0) for key in documents),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        filters={},
        undated=len(documents) - len(days),
    )


def why_nothing(query: Query, catalog: Catalog) -> str:
    """Return, as sentences with a space after each, which filters allow no document whatever is asked; else ""."""
    found = []
    if query.document and not any(fnmatchcase(each, query.document) for each in catalog.published()):
        found.append(f"No document is called “{query.document}”. ")
    since, until = query.since, query.until
    # "2024-05" to "2024" has days in it: a year stands for all of its days.
    if since and until and since > until and not since.startswith(until):
        first, last = readable_date(since), readable_date(until)
        found.append(f"The first day asked for, {first}, is after the last, {last}. ")
    return "".join(found)
