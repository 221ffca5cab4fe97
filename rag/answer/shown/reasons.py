"""Evidence for why -> the same to the sentence that gives the reason: "Why do they do this? So that prices rise."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.records import Document, owner_of
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from rag.answer.opening.values import gives_reason
from rag.records import Documents, Evidence

NEXT = 2
"""So many sentences behind a question, or behind a reason that goes on, are shown with it."""
_BEGINS = expression(
    r"[\W_]{0,20}(?:(?:and|but|it|this|that|he|she|they|we|i) ){0,6}"
    r"(?:(?:is|was|['’]s|say|do|does|did)(?: this| so| it)? )?"
    r"(?:because|since|so that|so as to|in order to|due to|owing to|as a result of|the (?:\w+ )?reasons?\b|for the (?:"
    r"\w+ )?reason|(?:this|that)(?: is|['’]s) (?:why|because)|i (?:guess|think|suppose|believe) (?:it|they|he|she|that|"
    r"the)|they (?:want|wanted|hope|hoped|need|needed)|(?:he|she) (?:wants|wanted|hopes|hoped)|to [a-z]+\b)",
    re.IGNORECASE,
)
_LEANS = expression(
    r"[\W_]{0,20}(?:because|so that|(?:these|those|such) (?:considerations?|reasons?|facts?|concerns?)\b|"
    r"(?:that|this|it) (?:is|was) (?:why|because)|(?:that|this|which|these|those|it) "
    r"(?:\w+ )?(?:results?|led|leads|means?|meant|causes?|caused|makes?|made|brought|explains?)\b|therefore|hence|thus"
    r"|as a result|for (?:that|this) reason|consequently|but you\b|so\b)",
    re.IGNORECASE,
)
"""Words that need the sentence before: a reason without what it is for, a result without its cause."""
_GOES_ON = expression(r"[\W_]{0,20}(?:and )?(?:because|so that)\b", re.IGNORECASE)
_ASKS = expression(r"\?[\s\"”’'»)\]]*$")


def with_reasons(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence for why, each piece to its reason where that follows, what gives one first."""
    grown = [_grown(each, documents) for each in evidence]
    return tuple(sorted(grown, key=lambda each: not _has_reason(each, documents)))


def _has_reason(evidence: Evidence, documents: Documents) -> bool:
    document = documents.document(evidence.document_id)
    return document is not None and gives_reason(document.text[evidence.start : evidence.end])


def _grown(evidence: Evidence, documents: Documents) -> Evidence:
    document = documents.document(evidence.document_id)
    if document is None:
        return evidence
    text, start, end = document.text, _start(document, evidence, documents), evidence.end
    for span in _following(document, evidence, documents):
        if not _is_reason_of(text[evidence.start : end], text[slice(*span)]):
            break
        end = span[1]
    grows = start < evidence.start or end > evidence.end
    return replace(evidence, start=start, end=end) if grows else evidence


def _start(document: Document, evidence: Evidence, documents: Documents) -> int:
    """Return where words begin with what they are the reason or the result of, where that stands before them."""
    before = [each for each in _around(document, evidence, documents) if each[1] <= evidence.start]
    start = evidence.start
    for span in before[: -NEXT - 1 : -1]:
        if not _LEANS.match(document.text, start) or "\n\n" in document.text[span[1] : start]:
            break
        start = span[0]
    return start


def _is_reason_of(shown: str, following: str) -> bool:
    """Return whether a sentence answers the question before it, or gives or goes on with a reason."""
    if _ASKS.search(shown):
        return True
    return bool((_GOES_ON if gives_reason(shown) else _BEGINS).match(following))


def _following(document: Document, evidence: Evidence, documents: Documents) -> list[Span]:
    return [each for each in _around(document, evidence, documents) if each[0] >= evidence.end][:NEXT]


def _around(document: Document, evidence: Evidence, documents: Documents) -> list[Span]:
    """Return the sentences of the same statement, or of the same paragraph where nobody's words are shown."""
    text = document.text
    if evidence.speaker is None:
        start, stop = text.rfind("\n\n", 0, evidence.start) + 1, text.find("\n\n", evidence.end)
        return sentences(text, start, stop if stop >= 0 else len(text))
    owner = owner_of((evidence.start, evidence.end), documents.statements(document.id))
    if owner is None or owner.kind == "reported":
        return []
    return sentences(text, owner.start, owner.end)
