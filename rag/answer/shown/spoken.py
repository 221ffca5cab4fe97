"""What a known speaker said about what he is asked to have attacked, praised or denied: who asks is left to judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from index.storage.catalog import Catalog
from index.transcripts.label_names import readable_name
from rag.answer import statements
from rag.check.cite import Form
from rag.find.answerability import Decision
from rag.find.terms import Term
from rag.rank.evidence import joined
from rag.records import Evidence, Query, Ranked
from rag.understand.speakers import find_speakers
from rag.understand.supposed.acts import spoken_of
from rag.understand.supposed.premise import premise_of


@dataclass(frozen=True)
class Spoken:
    """The form of an answer by somebody's words, what it was found in and how likely they are on the topic."""

    form: Form
    ranked: Ranked
    probability: float


def spoken_on_it(
    query: Query,
    find: Callable[[Query], tuple[tuple[Term, ...], Ranked]],
    decide: Callable[..., Decision],
    catalog: Catalog,
) -> Spoken | None:
    """Return somebody's words on what he is asked to have attacked, praised or denied; None where that is not asked.

    They name it themselves; whether they do what is asked about is told by no word of theirs, so that no yes is given.
    """
    premise = premise_of(query.standalone) if query.kind == "fact" else None
    topic = spoken_of(premise)
    speakers = tuple(find_speakers(premise.subject, catalog)) if premise and topic else ()
    if premise is None or topic is None or not speakers:
        return None
    topical = replace(query, kind="statements", topic=topic, speaker=premise.subject, speakers=speakers)
    terms, ranked = find(topical)
    decision = decide(topical, terms, tuple(filter(_names_it_itself, ranked.evidence)))
    if not decision.answer or decision.in_other_words:
        return None
    evidence = joined(decision.evidence, catalog)
    line = f"Not in these words. What {readable_name(evidence[0].speaker or premise.subject)} said about “{topic}”:"
    return Spoken(statements.form(topical, evidence, catalog, line), ranked, decision.probability)


def _names_it_itself(evidence: Evidence) -> bool:
    """Return whether words lack no name of what is asked, and name it without what they reply to."""
    return not evidence.mismatch.name and evidence.replies_to is None
