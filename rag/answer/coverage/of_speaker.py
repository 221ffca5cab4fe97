"""The answer to "What is the newest that we have from Tell on ferries?": the first or newest document of Tell on them.

A document counts by its day where a passage with words of the speaker, or one of a text that names him at its head,
has the topic's words, those of its title counted: what a release is about its sentences seldom name one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Document, Passage
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.coverage.ends import naming
from rag.answer.passages.shown import in_passages
from rag.answer.passages.whole import Whole, whole
from rag.check.cite import Form
from rag.phrasing import readable_date
from rag.records import Candidate, Query
from rag.understand.plan.first_line import end_asked

SHOWN = 2
"""So many passages of the document are shown."""
HEAD = 300
"""Characters at the beginning of a text that name whose it is."""
_OF_A_DOCUMENT = expression(
    r"\b(?:latest|newest|most recent)(?: (?:things?|words?|statements?|comments?|remarks?|documents?|releases?|items?"
    r"|pieces?|letters?|news))?(?: that)?(?: (?:we|you) have(?: got)?| there is)? (?:by|from|of)\b",
    re.IGNORECASE,
)


def asks_for_newest(query: Query) -> bool:
    """Return whether the newest that there is from somebody is asked for, no last time that he said something."""
    return _OF_A_DOCUMENT.search(query.standalone) is not None


def first_or_newest(query: Query, catalog: Catalog) -> Form | None:
    """Return the first or the newest document of the asked speaker on a topic, with its passages on it, or None."""
    end = end_asked(query.standalone)
    topic = set(content_words(unified(query.topic)))
    if end is None or not topic or not query.speakers:
        return None
    naming_it = (each for each in naming(topic, set(), query, catalog) if each[0].published)
    theirs = [each for each in naming_it if _is_theirs(query, *each, catalog)]
    dated = sorted(theirs, key=lambda each: (str(each[0].published), each[0].id))
    if not dated:
        return None
    document, first = dated[0 if end == "first" else -1]
    passages = _passages(document, first, topic, catalog)
    if not passages:
        return None
    which = "first" if end == "first" else "newest"
    of_what = f"of {query.speakers[0]} on “{query.topic}”"
    said = f"{_number(which, len(dated))} {of_what} is dated {readable_date(str(document.published))}:"
    return in_passages(passages, catalog, said)


def _number(which: str, number: int) -> str:
    return f"The {which} of {counted(number, 'document')}" if number > 1 else "The only document"


def _is_theirs(query: Query, named: Document, passage: Passage, catalog: Catalog) -> bool:
    """Return whether words of the asked speaker stand in a passage, or its text is theirs by its title or head."""
    document = catalog.document(named.id)
    if document is None:
        return False
    said = catalog.statements(named.id)
    if any(each.speaker in query.speakers and each.start < passage.end and passage.start < each.end for each in said):
        return True
    head = set(content_words(unified(f"{document.author or ''} {document.title} {document.text[:HEAD]}")))
    return any(set(content_words(unified(each))) <= head for each in query.speakers) and any(
        each.speaker in query.speakers for each in said
    )


def _passages(named: Document, first: Passage, topic: set[str], catalog: Catalog) -> list[Whole]:
    """Return the passages of a document that have most of a topic's words, in their order."""
    document = catalog.document(named.id)
    if document is None:
        return []
    texts = ((each, document.text[each.start : each.end]) for each in catalog.passages_of(named.id))
    held = [(len(topic & set(content_words(unified(text)))), each) for each, text in texts]
    most = max((share for share, _ in held), default=0)
    best: Sequence[Passage] = [each for share, each in held if share == most and share] or [first]
    places = (Candidate(document_id=named.id, start=each.start, end=each.end, score=0.0) for each in best[:SHOWN])
    return [found for each in places if (found := whole(document, each, None, catalog))]
