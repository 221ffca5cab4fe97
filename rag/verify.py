"""Draft -> checked citations; cannot be switched off.

A citation is verified when its words are the document's between its offsets, strictly, and when the speaker it names
owns the whole span, or has a statement in the one sentence that is shown in the document's wording. Anything else is
marked for what it is, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.store import Store
from rag.rank import speakers_in
from rag.records import Check, Citation, Segment


def checked(citations: Sequence[Citation], store: Store) -> tuple[Citation, ...]:
    """Return the citations with their check filled in from the stored documents."""
    return tuple(replace(each, check=_check(each, store)) for each in citations)


def _check(citation: Citation, store: Store) -> Check:
    document = store.catalog.document(citation.doc)
    if document is None:
        return "not_found"
    if document.text[citation.start : citation.end] != citation.text:
        return "altered" if citation.text.split()[:1] else "not_found"
    span = (citation.start, citation.end)
    if citation.speaker not in speakers_in(document.text, span, store.catalog.statements(citation.doc)):
        return "other_speaker"
    return "verified"


def with_checked(segments: Sequence[Segment], citations: Sequence[Citation]) -> tuple[Segment, ...]:
    """Return the segments pointing at the checked citations."""
    by_number = {each.n: each for each in citations}
    return tuple(replace(each, citation=by_number[each.citation.n]) if each.citation else each for each in segments)
