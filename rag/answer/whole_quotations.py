"""Evidence -> the evidence with the other half of each quotation that its own cue cuts in two.

“The roof leaks,” she said. “We play to umbrellas.” is one utterance in two quotations; so are the lines of a paragraph
that a mail program broke. The second half goes with the first; the first goes with the second only where that is no
whole sentence or points back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Document, Statement
from index.text.sentences import sentences
from rag.find.filters import in_days
from rag.rank.windows import WHOLE_WORDS, points_back
from rag.records import Documents, Evidence, Query

LONGEST_CUE = 160
"""Characters between the halves: the cue, with whom it was said to and when."""
MOST_WORDS = 80
"""Both halves together are shown up to so many words; with 60 a quotation of 74 lacked the half that tells why."""


def with_halves(query: Query, evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence, each quotation that was cut in two followed by its other half."""
    found: list[Evidence] = []
    for each in evidence:
        found += [each, *(other for other in _others(query, each, documents) if not _shown(other, [*found, *evidence]))]
    return tuple(found)


def _others(query: Query, evidence: Evidence, documents: Documents) -> Iterator[Evidence]:
    """Yield the rest of the quotation that evidence is part of: what follows its cue, what goes before it."""
    document = documents.document(evidence.document_id)
    if document is None or evidence.statement not in {"direct", "turn"} or evidence.speaker is None:
        return
    said = _said_alike(query, evidence, document, documents)
    at = next((at for at, each in enumerate(said) if each.start <= evidence.start < each.end), None)
    if at is None or evidence.end < said[at].end:
        return
    length = _length(document, evidence)
    most = WHOLE_WORDS if evidence.statement == "turn" else MOST_WORDS
    for other, first, last in _beside(said, at):
        length += _length(document, other)
        belongs = other is last or _needs_context(document.text, last)
        if length <= most and belongs and _one_breath(document, first, last):
            yield replace(evidence, start=other.start, end=other.end, confidence=other.confidence)


def _said_alike(query: Query, evidence: Evidence, document: Document, documents: Documents) -> list[Statement]:
    """Return the quotations of the evidence's document by its speaker, in the days asked about."""
    said = (each for each in documents.statements(document.id) if _alike(each, evidence))
    return [each for each in said if in_days(query, each.said_on or document.published)]


def _length(document: Document, span: Statement | Evidence) -> int:
    return len(document.text[span.start : span.end].split())


def _alike(statement: Statement, evidence: Evidence) -> bool:
    whose = (statement.speaker, statement.reported_by, statement.kind)
    return whose == (evidence.speaker, evidence.reported_by, evidence.statement)


def _beside(said: Sequence[Statement], at: int) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Yield the quotation after and the one before, each with the pair in order."""
    if at + 1 < len(said):
        yield said[at + 1], said[at], said[at + 1]
    if at:
        yield said[at - 1], said[at - 1], said[at]


def _one_breath(document: Document, first: Statement, last: Statement) -> bool:
    """Return whether nothing but a cue stands between two quotations of a paragraph."""
    between = document.text[first.end : last.start]
    if first.kind == "turn":
        return not between.strip("> \t\n") and between.count("\n") <= 1
    whole = [span for span in sentences(between) if any(map(str.isalpha, between[slice(*span)]))]
    return 0 < len(between) <= LONGEST_CUE and "\n" not in between and len(whole) <= 1


def _needs_context(text: str, statement: Statement) -> bool:
    """Return whether a quotation is understood only after the one before: it goes on with it or points back."""
    said = text[statement.start : statement.end]
    return said[:1].islower() or points_back(said)


def _shown(other: Evidence, evidence: Sequence[Evidence]) -> bool:
    return any(
        each.document_id == other.document_id and each.start < other.end and other.start < each.end for each in evidence
    )
