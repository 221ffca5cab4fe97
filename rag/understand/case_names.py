"""A court case that a question names ("in State v. Quillon") -> the one document whose head has that case."""

from __future__ import annotations

import glob
import re

from index.storage.catalog import Catalog
from index.text.stems import content_words
from rag.understand.intent_patterns import CAPITALISED

_CASE = re.compile(
    rf"(?:(?:^|(?<=\s))(?:in|at|during|of|from|about) )?(?:the (?:case|trial|hearing)(?: of)? )?"
    rf"(?P<one>{CAPITALISED}(?: {CAPITALISED}){{0,4}}) vs?\.? (?P<other>{CAPITALISED}(?: {CAPITALISED}){{0,4}})$"
)
_HEAD, _MOST = 1_500, 20
_AGAINST = re.compile(r"\bv(?:s|ersus)?\b", re.IGNORECASE)


def of_a_case(topic: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return the topic without the case that it ends with, and the pattern of the one document of that case."""
    match = _CASE.search(topic)
    if match is None:
        return None
    parties = f"{match['one']} {match['other']}"
    passages = catalog.passages([key for key, _ in catalog.search(content_words(parties), _MOST)]).values()
    documents = {each.document_id for each in passages}
    matching = [each for each in sorted(documents) if _heads(catalog, each, parties)]
    return (topic[: match.start()].rstrip(" ,"), glob.escape(matching[0])) if len(matching) == 1 else None


def _heads(catalog: Catalog, document_id: str, parties: str) -> bool:
    document = catalog.document(document_id)
    head = document.text[:_HEAD].lower() if document else ""
    words = set(re.findall(r"\w+", head))
    return _AGAINST.search(head) is not None and set(re.findall(r"\w+", parties.lower())) <= words
