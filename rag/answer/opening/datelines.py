"""Evidence -> the same without the place, day and agency that a news report begins with."""

from __future__ import annotations

from dataclasses import replace

from index.text.expressions import expression
from rag.records import Documents, Evidence

_PLACE = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?){0,2}"
_DAY = r"(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?"
_AGENCY = r"\((?:CNN|AP|AFP|UPI|BBC|DPA|dpa|PAP|TASS|ANI|EFE|ANSA|BelTA|Xinhua|Reuters|Bloomberg)\)"
_DATELINE = expression(rf"(?:{_PLACE}{_DAY} )?(?:{_AGENCY}(?: ?[—–-]+)?|\([A-Z]{{2,8}}\) ?[—–-]+) +(?=[A-Z“\"])")
_CAPITALS = expression(rf"[A-Z][A-Z .,’'-]{{3,40}}{_DAY} ?[—–] ?(?=[A-Z“\"])")
"""Only near the beginning of a text a place alone: elsewhere it is who speaks."""
_BEGINNING = 400


def without_dateline(evidence: Evidence, documents: Documents) -> Evidence:
    """Return the document's own words without "VESK, June 4 (AP) — " at their beginning; anybody's stay as they are."""
    document = documents.document(evidence.document_id) if evidence.speaker is None else None
    if document is None:
        return evidence
    span = (evidence.start, evidence.end)
    match = _DATELINE.match(document.text, *span)
    if match is None and evidence.start < _BEGINNING:
        match = _CAPITALS.match(document.text, *span)
    return replace(evidence, start=match.end()) if match else evidence
