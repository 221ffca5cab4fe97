"""A speech that no document gives to whom it is asked of -> the one whose speaker has that name by its own words."""

from __future__ import annotations

from index.records import Document
from index.storage.catalog import Catalog
from rag.find.filters import fits
from rag.records import Query
from rag.understand.documents.described import speaker_only_in_text
from rag.understand.documents.document_names import named_documents


def unnamed_voice(query: Query, catalog: Catalog) -> tuple[Document, str] | None:
    """Return the one speech in which whoever speaks bears the asked name, with that name; None where none surely is."""
    broad = query.broad
    if broad is None or query.speakers or broad.several or not broad.what:
        return None
    words = f"{query.speaker}'s {broad.named} {query.topic}".strip() if query.speaker else broad.named
    within = [each for each in catalog.documents() if fits(query, each.id, each.published)]
    found = named_documents(words, broad.what, within, catalog)
    if len(found) != 1:
        return None
    name = speaker_only_in_text(words, broad.what, found[0], catalog)
    return (found[0], name) if name else None
