"""What somebody said after an event, of the documents that tell of it: "the Lund harbour master after the storm"."""

from __future__ import annotations

import re
from dataclasses import replace

from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.answer.shown.decided import Composed, Stages, decided
from rag.records import Query, Scope

_EVENT = expression(r"^(?:(?P<topic>.+?) )?(?:after|following|in the wake of|since) (?P<event>\S+(?: \S+){0,5})$", re.I)
"""When something was said is no topic: "after the hurricane"."""


def after_event(query: Query, stages: Stages, scope: Scope) -> Composed | None:
    """Return what somebody said after an event, of the documents that tell of it; None where none do."""
    match = _EVENT.match(query.topic) if query.kind == "statements" and query.speakers else None
    if match is None:
        return None
    topical = replace(query, topic=match["topic"] or "")
    terms, ranked = stages.find(topical)
    event = set(content_words(unified(match["event"])))
    told = {
        each.document_id
        for each in ranked.evidence
        if (document := stages.catalog.document(each.document_id))
        and event <= set(words(unified(f"{document.title} {document.text}")))
    }
    evidence = tuple(each for each in ranked.evidence if each.document_id in told)
    decision = stages.decide(topical, terms, evidence)
    if not event or not decision.answer:
        return None
    return decided(topical, stages, scope, decision, ranked)
