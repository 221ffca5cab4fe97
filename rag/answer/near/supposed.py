"""What a question supposes -> the answer that the documents deny it, by what stands nearest to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.stems import words
from rag.answer.shown import disputed
from rag.answer.shown.decided import Stages
from rag.check.cite import Form
from rag.find.answerability import Decision
from rag.find.terms import Term
from rag.rank.disputed.contradiction import contradicting
from rag.rank.disputed.deed import deed_of, tells_of
from rag.rank.disputed.opposite import opposing
from rag.rank.evidence import text_of
from rag.records import Evidence, Query, Ranked
from rag.understand.speakers import find_speakers
from rag.understand.supposed.premise import Premise, premise_of

READ = 12
"""So many passages are read for what contradicts a question's premise, and as many of whom it is about."""


def denied_premise(
    query: Query, stages: Stages, terms: tuple[Term, ...], ranked: Ranked, decision: Decision
) -> Form | None:
    """Return the answer where the documents contradict what a question supposes, None where they do not.

    What is only asked ("Did they close it?") is answered by the evidence itself, where there is enough.
    """
    premise = premise_of(query.standalone)
    if premise is None or (premise.asked and decision.answer):
        return None
    candidates = ranked.candidates[:READ]
    if speakers := tuple(find_speakers(premise.subject, stages.catalog)):
        own = replace(query, speaker=premise.subject, speakers=speakers)
        candidates = (*stages.find(own)[1].candidates[:READ], *candidates)
    read = tuple(dict.fromkeys(candidates))
    against = contradicting(premise, query, terms, read, stages.catalog)
    if not (against or premise.asked):
        against = opposing(premise, query, terms, read, stages.catalog)
    if not against or _is_answered(premise, terms, decision, against, stages.catalog):
        return None
    return disputed.contradicted(premise, against, stages.catalog)


def _is_answered(
    premise: Premise, terms: tuple[Term, ...], decision: Decision, against: Sequence[Evidence], catalog: Catalog
) -> bool:
    """Return whether other words than those that contradict tell of the deed and surely answer."""
    best = decision.best
    if not decision.answer or best is None or best.reading is None or best.reading.margin <= 0:
        return False
    apart = all(
        each.document_id != best.document_id or each.end <= best.start or best.end <= each.start for each in against
    )
    return apart and tells_of(deed_of(premise, terms), frozenset(words(unified(text_of(best, catalog)))))
