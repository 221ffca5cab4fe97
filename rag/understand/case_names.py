"""Where something was said, as a question names it -> the one document of it: a court case, a body's meeting.

"In State v. Quillon" is the document whose head has that case; what somebody "told the planning board" stands in the
one document of his that is headed "Planning hearing".
"""

from __future__ import annotations

import glob
import re
from collections.abc import Sequence

from index.records import Document
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.stems import content_words
from rag.understand.documents.kinds import of_kind, words_of
from rag.understand.intent_patterns import CAPITALISED

_CASE = expression(
    rf"(?:(?:^|(?<=\s))(?:in|at|during|of|from|about) )?(?:the (?:case|trial|hearing)(?: of)? )?"
    rf"(?P<one>{CAPITALISED}(?: {CAPITALISED}){{0,4}}) vs?\.? (?P<other>{CAPITALISED}(?: {CAPITALISED}){{0,4}})$"
)
_HEAD, _MOST = 1_500, 20
_AGAINST = expression(r"\bv(?:s|ersus)?\b", re.IGNORECASE)


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


_BODIES = expression(
    r"\b(?:board|council|committee|subcommittee|commission|commissioners|councillors|councilors|panel|hearing|inquiry|"
    r"enquiry|court|jury|judge|tribunal|parliament|senate|assembly|congress|chamber|conference|meeting|session|trustees|"
    r"members|residents|shareholders)\b",
    re.IGNORECASE,
)
_SITTINGS = ("minutes", "meeting", "hearing", "transcript")


def before_a_body(body: str, speakers: Sequence[str], catalog: Catalog) -> str | None:
    """Return the pattern of the one document in which the speakers speak before a body, None for several or none."""
    if not _BODIES.search(body):
        return None
    spoken = {each for speaker in speakers for each in catalog.documents_of(speaker)}
    documents = [each for each in catalog.documents() if each.id in spoken]
    found = _headed(body, documents, catalog)
    return glob.escape(found[0]) if len(found) == 1 else None


def _headed(body: str, documents: Sequence[Document], catalog: Catalog) -> list[str]:
    """Return the ids of documents headed by a body's name, by what tells it from others, or as a sitting."""
    named, own = set(content_words(body)), set(content_words(_BODIES.sub(" ", body)))
    for words in (named, own):
        found = [each.id for each in documents if words <= words_of(each, catalog)] if words else []
        if found:
            return found
    sittings = [] if own else [each for kind in _SITTINGS for each in of_kind(kind, documents, catalog)]
    return list(dict.fromkeys(each.id for each in sittings))


def _heads(catalog: Catalog, document_id: str, parties: str) -> bool:
    document = catalog.document(document_id)
    head = document.text[:_HEAD].lower() if document else ""
    words = set(re.findall(r"\w+", head))
    return _AGAINST.search(head) is not None and set(re.findall(r"\w+", parties.lower())) <= words
