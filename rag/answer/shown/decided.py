"""Evidence that was enough to answer -> the answer that shows it, and what answers are composed with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.storage.catalog import Catalog
from rag.answer import facts, not_found, statements
from rag.answer.near.nearby import Nearby
from rag.answer.passages.read import ReadPassage
from rag.answer.passages.wider import with_its_paragraph
from rag.answer.shown import disputed
from rag.answer.shown.carried_on import (
    ENOUGH_FOR_NUMBER,
    ENOUGH_WORDS,
    with_more_of_little,
    with_own_words,
    with_replies,
    with_what_goes_on,
    with_what_it_points_at,
)
from rag.answer.shown.read_answer import with_answer
from rag.answer.shown.reasons import with_reasons
from rag.answer.whole_quotations import with_halves
from rag.check.cite import Form
from rag.find.answerability import Decision
from rag.find.terms import Term
from rag.rank.alike.near_duplicates import untold
from rag.rank.evidence import joined, text_of
from rag.records import Evidence, Query, Ranked, Scope
from rag.understand.plan.first_line import Line, asks_openly, line_asked


@dataclass(frozen=True)
class Stages:
    """The stages that an answer is composed with, and the catalog that they read."""

    catalog: Catalog
    scope: Callable[[Query], Scope]
    find: Callable[[Query], tuple[tuple[Term, ...], Ranked]]
    """The query's terms and its evidence, best first."""
    decide: Callable[..., Decision]
    nearby: Nearby | None = None
    near: Callable[[Query, Ranked], Sequence[ReadPassage]] | None = None
    """The passages nearest to a question, with what was read there; None where sentences are to be shown alone."""


@dataclass(frozen=True)
class Composed:
    """An answer's form before it is checked, with the query it answers, what was searched and what it rests on."""

    query: Query
    scope: Scope
    form: Form
    ranked: Ranked = Ranked((), ())
    probability: float = 0.0


def decided(query: Query, stages: Stages, scope: Scope, decision: Decision, ranked: Ranked) -> Composed:
    """Return the answer that shows the evidence that was enough to answer."""
    evidence = _shown(query, decision, stages.catalog)
    if query.kind == "fact" and stages.near is None:
        evidence = with_its_paragraph(evidence, stages.catalog)
    form = disputed.refuted(evidence, stages.catalog)
    if form is None and query.kind == "statements":
        near = not_found.in_these_words(query, decision.distant) if decision.in_other_words else ""
        form = statements.form(query, evidence, stages.catalog, near)
    elif form is None:
        form = facts.form(query, evidence, ranked, stages.catalog, stages.near)
    return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=decision.probability)


def _shown(query: Query, decision: Decision, catalog: Catalog) -> Sequence[Evidence]:
    """Return the evidence as it is shown: with the answer, reasons, whole quotations, and what goes on with it."""
    line = line_asked(query.standalone)
    evidence = joined(with_answer(decision.evidence, catalog), catalog)
    if query.kind == "fact":
        evidence = with_replies(with_what_it_points_at(evidence, catalog), catalog)
    if line == "why":
        evidence = joined(with_reasons(evidence, catalog), catalog)
    if query.kind == "fact" and asks_openly(query.standalone):
        evidence = with_own_words(evidence, catalog)
    if query.kind == "statements":
        evidence = with_halves(query, _told_once(evidence, catalog), catalog)
    if query.kind == "fact" and line == "yes_no":
        # To whether it is so a claim reads as a yes; what refutes it answers by itself.
        evidence = disputed.without_claims(evidence, catalog)
    if query.kind == "statements" or line == "yes_no":
        evidence = with_what_goes_on(evidence, catalog)
    more = _with_more(query, line, evidence, catalog)
    # What was added may be the first half of a quotation.
    return joined(with_halves(query, more, catalog) if query.kind == "statements" else more, catalog)


def _told_once(evidence: Sequence[Evidence], catalog: Catalog) -> Sequence[Evidence]:
    """Return the evidence without reports of what another report of the same document and speaker tells already."""

    def told(each: Evidence) -> tuple[str, str | None] | None:
        return (each.document_id, each.speaker) if each.statement == "reported" else None

    groups = {told(each): [one for one in evidence if told(one) == told(each)] for each in evidence if told(each)}
    kept = [one for group in groups.values() for one in untold(group, lambda each: text_of(each, catalog))]
    return [each for each in evidence if told(each) is None or each in kept]


def _with_more(query: Query, line: Line, evidence: Sequence[Evidence], catalog: Catalog) -> Sequence[Evidence]:
    """Return the evidence with what follows short pieces, but for who, when and where, which a word answers."""
    if query.kind == "statements":
        return with_more_of_little(evidence, catalog)
    if line in ("who", "when", "where"):
        return evidence
    return with_more_of_little(evidence, catalog, enough=ENOUGH_FOR_NUMBER if line == "number" else ENOUGH_WORDS)
