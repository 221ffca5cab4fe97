"""Words without quotation marks that nobody said so -> what was said on them, told as other words."""

from __future__ import annotations

from dataclasses import replace

from rag.answer.shown.decided import Composed, Stages, decided
from rag.records import Query, Scope, Segment
from rag.understand.quoted_words import marked


def told_otherwise(query: Query, stages: Stages, scope: Scope) -> Composed | None:
    """Return what an asked speaker says on words without marks that do not stand so, None for a quotation in marks."""
    if not query.speaker or marked(query.standalone):
        return None
    topical = replace(
        query,
        kind="statements",
        topic=query.quotation or "",
        standalone=query.quotation or "",
        speaker=query.speaker if query.speakers else None,
        quotation=None,
        phrases=(),
    )
    terms, ranked = stages.find(topical)
    decision = stages.decide(topical, terms, ranked.evidence)
    if not decision.answer:
        return None
    found = decided(topical, stages, scope, decision, ranked)
    line = "These words were not found. What was said on it:"
    form = replace(found.form, segments=(Segment(f"{line}\n\n"), *found.form.segments), opening=line)
    return replace(found, query=query, form=form)
