"""Filters of a query -> the passages that they allow, chosen in the catalog."""

from __future__ import annotations

from fnmatch import fnmatchcase

from index.store import Store
from rag.records import Query


def allowed(query: Query, store: Store) -> set[str] | None:
    """Return the ids of the passages that the query's filters allow, or None when there is no filter."""
    among: set[str] | None = None
    if query.since or query.until or query.document:
        ids = [each.id for each in store.catalog.documents() if _fits(query, each.id, each.published)]
        among = store.catalog.passages_in(ids)
    if query.speaker:
        said = store.catalog.passages_said_by(query.speakers)
        among = said if among is None else among & said
    return among


def _fits(query: Query, document_id: str, published: str | None) -> bool:
    if query.document and not fnmatchcase(document_id, query.document):
        return False
    if query.since and not (published and published >= query.since):
        return False
    # A filter may be a year or a month: "2021" holds all days that begin with it.
    return not query.until or bool(published and (published <= query.until or published.startswith(query.until)))
