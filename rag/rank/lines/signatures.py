"""Lines that only say who writes or speaks: "**Orla Tennick**, Mill Street" below a letter answers nothing but who."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Document
from rag.rank.lines.headings import line_at
from rag.records import Documents, Evidence, Query
from rag.understand.plan.first_line import line_asked

LONGEST = 12
"""A signature with its place or post has at most so many words."""
_NAMES_ONLY = frozenset({"who", "where"})
"""To these a name with its place may answer."""


def without_signatures(query: Query, evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence without lines that are only a name with its place or post, unless that may be asked for."""
    if line_asked(query.standalone) in _NAMES_ONLY or query.standalone.lower().startswith(("which ", "whose ")):
        return tuple(evidence)
    return tuple(each for each in evidence if not _is_signature(each, documents))


def _is_signature(evidence: Evidence, documents: Documents) -> bool:
    document = None if evidence.statement else documents.document(evidence.document_id)
    if document is None:
        return False
    line = document.text[slice(*line_at(document.text, evidence.start))]
    shown = document.text[evidence.start : evidence.end].strip()
    return shown in line and _signs(line, document, documents)


def _signs(line: str, document: Document, documents: Documents) -> bool:
    """Return whether a line begins with the name of somebody whose words its document has, and makes no sentence."""
    bare = re.sub(r"[*_#|–—-]+", " ", line).strip()
    if not bare or len(bare.split()) > LONGEST or bare[-1] in '.!?:;”"':
        return False
    names = {each.speaker for each in documents.statements(document.id) if each.speaker}
    return any(
        re.match(rf"(?:[A-Z]\w*\.? )?{re.escape(name)}\s*(?:\([^)]*\)\s*)?(?:,|$)", " ".join(bare.split()))
        for name in names
    )
