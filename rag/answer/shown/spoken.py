"""What a known speaker said about what he is asked to have attacked, praised or denied: who asks is left to judge."""

from __future__ import annotations

from dataclasses import replace

from index.transcripts.label_names import readable_name
from rag.answer import statements
from rag.answer.shown.decided import Composed, Stages
from rag.rank.evidence import joined
from rag.records import Evidence, Query, Scope
from rag.understand.speakers import find_speakers
from rag.understand.supposed.acts import spoken_of
from rag.understand.supposed.premise import premise_of


def spoken_on_it(query: Query, stages: Stages, scope: Scope) -> Composed | None:
    """Return somebody's words on what he is asked to have attacked, praised or denied; None where that is not asked.

    They name it themselves; whether they do what is asked about is told by no word of theirs, so that no yes is given.
    """
    premise = premise_of(query.standalone) if query.kind == "fact" else None
    topic = spoken_of(premise)
    speakers = tuple(find_speakers(premise.subject, stages.catalog)) if premise and topic else ()
    if premise is None or topic is None or not speakers:
        return None
    topical = replace(query, kind="statements", topic=topic, speaker=premise.subject, speakers=speakers)
    terms, ranked = stages.find(topical)
    decision = stages.decide(topical, terms, tuple(filter(_names_it_itself, ranked.evidence)))
    if not decision.answer or decision.in_other_words:
        return None
    evidence = joined(decision.evidence, stages.catalog)
    line = f"Not in these words. What {readable_name(evidence[0].speaker or premise.subject)} said about “{topic}”:"
    form = statements.form(topical, evidence, stages.catalog, line)
    return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=decision.probability)


def _names_it_itself(evidence: Evidence) -> bool:
    """Return whether words lack no name of what is asked, and name it without what they reply to."""
    return not evidence.mismatch.name and evidence.replies_to is None
