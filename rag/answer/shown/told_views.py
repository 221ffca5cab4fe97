"""Which evidence tells, in a document's own words, what somebody thinks of whom no statement on the topic was found."""

from __future__ import annotations

import re

from index.attribution.attribute import attributes
from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.rank.evidence import text_of
from rag.records import Evidence, Query

_ASKS_VALUE = expression(r"\W*(?:which|who|whom|when|where|how (?:many|much|long|old|far))\b", re.IGNORECASE)
"""A question for a fact that somebody says: "Which dish did the cook say is coming back?"."""


def tells_view(evidence: Evidence, query: Query, catalog: Catalog) -> bool:
    """Return whether evidence says itself that the asked speaker said so, or answers a question for a fact he says.

    A statement in the former is another's, or was passed over already as one on another topic or of another day.
    """
    if _ASKS_VALUE.match(query.standalone) and _quotes(evidence, query, catalog):
        return True
    return _attributes(evidence, query, catalog) and not _statements_in(evidence, catalog)


def _quotes(evidence: Evidence, query: Query, catalog: Catalog) -> bool:
    """Return whether evidence has words of the asked speaker, by himself or as a text quotes or reports them."""
    return any(speaker in query.speakers for speaker in (evidence.speaker, *_statements_in(evidence, catalog)))


def _statements_in(evidence: Evidence, catalog: Catalog) -> list[str]:
    """Return who says the statements that evidence has a part of, of the unsure ones everybody who may."""
    parts = [
        each
        for each in catalog.statements(evidence.document_id)
        if each.start < evidence.end and evidence.start < each.end
    ]
    return [name for each in parts for name in filter(None, (each.speaker, *each.candidates))]


def _attributes(evidence: Evidence, query: Query, catalog: Catalog) -> bool:
    """Return whether the document's own words say that the asked speaker said so, and lack no name of the question."""
    return (
        evidence.speaker is None
        and not evidence.mismatch.name
        and attributes(text_of(evidence, catalog), query.speaker or "")
    )
