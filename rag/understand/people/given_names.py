"""Somebody asked for in full whom a document names so once and then by the given name alone: "Jory says …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.names.titles import split_title
from index.storage.catalog import Catalog
from index.text.stems import words
from rag.records import Query


def by_given_name(query: Query, catalog: Catalog) -> Query | None:
    """Return the query for the statements under an asked person's given name, in the one document that has both.

    None where statements are known under the full name, where several documents have it, or where that document has
    the given name before another surname too.
    """
    name = (split_title(query.speaker or "")[0] or "").split()
    if query.speakers or len(name) < 2 or query.document:
        return None
    holding = dict.fromkeys(each.document_id for each in catalog.passages_holding(words(name[-1])))
    documents = [
        each for each in map(catalog.document, holding) if each and " ".join(name) in " ".join(each.text.split())
    ]
    if len(documents) != 1 or not _is_nobody_elses(name, documents[0].text):
        return None
    if all(each.speaker != name[0] for each in catalog.statements(documents[0].id)):
        return None
    return replace(query, speakers=(name[0],), document=documents[0].id)


def _is_nobody_elses(name: Sequence[str], text: str) -> bool:
    """Return whether a text has a given name before no other surname."""
    surnames = re.findall(rf"(?<!\w){re.escape(name[0])}\s+([^\W\d_a-z][\w’'-]+)", text)
    return set(surnames) == {name[-1]}
