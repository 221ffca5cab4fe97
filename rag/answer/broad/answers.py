"""A broad question -> its answer: a summary, topics, who speaks, or what is known of the documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.storage.catalog import Catalog
from rag.answer.broad.about_documents import about_documents
from rag.answer.broad.decisions import decisions
from rag.answer.broad.overview import event, summary
from rag.answer.broad.topics import topics
from rag.answer.broad.voices import voices
from rag.answer.broad.which import Find
from rag.answer.broad.whole.across import across
from rag.answer.broad.whole.part import part
from rag.answer.broad.whole.requests import requests
from rag.answer.broad.whole.views import views
from rag.answer.coverage.ends import first_or_last
from rag.answer.coverage.form import coverage
from rag.answer.profiles.attended import attended
from rag.check.cite import Form
from rag.records import Aspect, Query

_OVERVIEWS: Mapping[Aspect, Callable[[Query, Catalog, Find], Form | None]] = {
    "summary": summary,
    "event": event,
    "decisions": decisions,
    "topics": topics,
    "speakers": lambda query, catalog, find: attended(query, catalog, find) or voices(query, catalog, find),
    "coverage": coverage,
    "first_mention": lambda query, catalog, _: first_or_last(query, catalog),
    "last_mention": lambda query, catalog, _: first_or_last(query, catalog),
    "requests": requests,
    "findings": requests,
    "part": part,
    "across": across,
    "views": views,
}


def broad(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return the answer to a question about documents as a whole, None where what it names is not there."""
    if query.broad is None:
        return None
    return _OVERVIEWS.get(query.broad.aspect, about_documents)(query, catalog, find)
