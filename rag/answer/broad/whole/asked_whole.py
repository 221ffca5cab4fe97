"""A question for the whole of what a text holds -> that whole, where a text surely has it; else it asks for a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.storage.catalog import Catalog
from rag.answer.broad.whole.group_views import group_views
from rag.answer.broad.whole.held import advised, argued, plan
from rag.check.cite import Form
from rag.records import Query
from rag.understand.broad.wholes import Form as Asked
from rag.understand.broad.wholes import Whole, whole_asked

_ANSWERS: Mapping[Asked, Callable[[Whole, Query, Catalog], Form | None]] = {
    "plan": plan,
    "advised": advised,
    "argued": argued,
    "views": group_views,
}


def of_whole(query: Query, catalog: Catalog) -> Form | None:
    """Return the whole that a question for facts or words asks for, None where it asks for none or no text has it."""
    asked = whole_asked(query.standalone) if query.kind in ("fact", "statements") else None
    return _ANSWERS[asked.form](asked, query, catalog) if asked else None
