"""What the documents deny: a question's premise that they contradict, and claims that they report in order to refute.

What refutes comes first, and the claim is never shown without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.records import owner_of
from rag.check import cite
from rag.check.cite import Form
from rag.rank.disputed.refutation import refutation
from rag.rank.evidence import as_evidence, overlapping
from rag.records import Documents, Evidence, Segment
from rag.understand.supposed.premise import Premise

_DOING = frozenset(("did", "does", "do", "has", "have", "had"))
REFUTED = "The document reports this as a claim, and says that it is not so:"


def contradicted(premise: Premise, evidence: Sequence[Evidence], documents: Documents) -> Form:
    """Return the answer that the documents do not say what a question supposes, with what contradicts it.

    Such a question has no answer, so that it counts as not answered; whether something is so has one.
    """
    form = _form(_opening(premise), evidence, documents)
    return form if premise.asked else replace(form, nearest=())


def _opening(premise: Premise) -> str:
    said = (
        f"that {premise.subject} {premise.auxiliary} so"
        if premise.auxiliary in _DOING
        else f"this of {premise.subject}"
    )
    return f"The documents do not say {said}; what they say contradicts it:"


def refuted(evidence: Sequence[Evidence], documents: Documents) -> Form | None:
    """Return the answer that opens with what refutes the claims in the evidence, None where it holds none."""
    found = [_refuting(each, documents) for each in evidence]
    if not any(found):
        return None
    shown: list[Evidence] = []
    for each, refuting in zip(evidence, found, strict=True):
        for one in (refuting and _among(refuting, evidence), each):
            if one and not any(overlapping(one, other) for other in shown):
                shown.append(one)
    return _form(REFUTED if found[0] else "", shown, documents)


def without_claims(evidence: Sequence[Evidence], documents: Documents) -> tuple[Evidence, ...]:
    """Return the evidence with what refutes a claim in the claim's place: by itself a claim seems to be what is so."""
    kept: list[Evidence] = []
    for each in evidence:
        refuting = _refuting(each, documents)
        one = _among(refuting, evidence) if refuting else each
        if not any(overlapping(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def _among(refuting: Evidence, evidence: Sequence[Evidence]) -> Evidence:
    """Return what refutes a claim as the evidence has it, where it does."""
    return next((each for each in evidence if overlapping(each, refuting)), refuting)


def _refuting(evidence: Evidence, documents: Documents) -> Evidence | None:
    document = documents.document(evidence.document_id)
    span = refutation(document, (evidence.start, evidence.end)) if document else None
    if document is None or span is None:
        return None
    owner = owner_of(span, documents.statements(document.id))
    found = as_evidence(document, span, owner, score=evidence.score, coverage=evidence.coverage)
    return replace(found, reading=None)


def _form(opening: str, evidence: Sequence[Evidence], documents: Documents) -> Form:
    """Return the evidence in its order below a line of the program's own."""
    citations = cite.cite(evidence, documents)
    segments: list[Segment] = [Segment(f"{opening}\n\n")] if opening else []
    for at, (each, citation) in enumerate(zip(evidence, citations, strict=True)):
        who = f"{cite.lead(each, citation)}: " if citation.speaker else ""
        segments += [Segment(f"\n\n{who}" if at else who)] if at or who else []
        segments += cite.shown(citation)
    return Form(tuple(segments), tuple(citations))
