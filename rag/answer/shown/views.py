"""Where a known speaker stands: of his words those nearest to a topic that none of them names, the most direct first.

"I am against that one" is a view on what the question before it names; "no tanks, no infantry" is one on sending tanks
and troops. Who asks where somebody stands is shown such words as what comes nearest, not told that there are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.records import Statement, owner_of
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import content_words, words
from rag.answer.opening.claims import claim_of
from rag.answer.opening.directness import takes_a_side
from rag.find.terms import STATEMENT_COVERAGE, Term, coverage
from rag.rank.lines.section import said_above
from rag.rank.meaning import beside
from rag.records import Evidence, Query
from rag.understand.plan.first_line import line_asked

SHOWN = 3
PARTLY = 0.3
"""Words that name this share of the topic, its last word among them, are on it.

Chosen by reading the answers to two sets of strangers' questions, 120 in all: questions seen. No command measures it.
"""
NEAR, AROUND = 0.45, 0.5
"""Cosines with the topic, of a statement alone and with its neighbours, from which one that names nothing is on it.

Chosen as `PARTLY` was, on the same 120 questions seen.
"""


@dataclass(frozen=True)
class _View:
    evidence: Evidence
    named: float
    """Share of the topic that it names, with what stands above it."""
    above: float
    """Share of it that what stands above names by itself."""
    sides: bool


def nearest_views(
    query: Query, terms: Sequence[Term], evidence: Sequence[Evidence], catalog: Catalog
) -> tuple[Evidence, ...]:
    """Return the asked speaker's words on a topic of which a view is asked; nothing where none is near, or asked."""
    if not query.speakers or not terms or query.kind != "statements":
        return ()
    views = [found for each in evidence if (found := _view(query, terms, each, catalog))]
    if not query.view:
        # That he said a thing is answered only by what names a part of it.
        views = [each for each in views if each.named >= PARTLY]
    if not _asks_view(query):
        # Who asks what somebody said of it, or whether he named it, is shown what was said under its name.
        views = [each for each in views if each.above >= STATEMENT_COVERAGE]
    views.sort(key=lambda each: (not each.sides, -each.named, -_near(each.evidence)))
    kept = views[:SHOWN] if not views or views[0].sides else views[: SHOWN - 1]
    return tuple(each.evidence for each in kept)


def _asks_view(query: Query) -> bool:
    """Return whether a question asks where somebody stands, or whether he said that something is so."""
    claim = claim_of(query)
    only_named = claim is not None and claim.only_named
    return query.view or (line_asked(query.standalone) == "yes_no" and not only_named)


def _view(query: Query, terms: Sequence[Term], evidence: Evidence, catalog: Catalog) -> _View | None:
    document = catalog.document(evidence.document_id)
    if document is None or evidence.speaker not in query.speakers:
        return None
    text = document.text[evidence.start : evidence.end]
    if evidence.mismatch.name and not _has_names(query, terms, document.text):
        return None
    statements = catalog.statements(document.id)
    above = frozenset(words(unified(said_above(document.text, (evidence.start, evidence.end), statements))))
    with_above = frozenset(words(unified(f"{evidence.lead} {text}"))) | above
    named = coverage(terms, with_above)
    head = terms[-1].stems & with_above
    on = (
        named >= STATEMENT_COVERAGE
        or (head and named >= PARTLY)
        or (
            evidence.around_near_topic >= AROUND
            and not evidence.mismatch.opposite
            and not _beside_others(document.text, evidence, statements)
        )
        or (evidence.near_topic >= NEAR and evidence.late_interaction >= NEAR and named >= PARTLY)
    )
    return _View(evidence, named, coverage(terms, above), takes_a_side(text)) if on else None


def _beside_others(text: str, evidence: Evidence, statements: Sequence[Statement]) -> bool:
    """Return whether somebody else's words stand right before, or are quoted right behind.

    What those are about, the asked speaker's need not be; a report behind them goes on with what the text is about.
    """
    span = (evidence.start, evidence.end)
    before, after = beside(text, span, owner_of(span, statements))
    others = [each for each in statements if each.speaker != evidence.speaker]
    quoted = [each for each in others if each.kind == "direct"]
    return any(_meet(each, others) for each in before) or any(_meet(each, quoted) for each in after)


def _meet(span: Span, statements: Sequence[Statement]) -> bool:
    return any(each.start < span[1] and span[0] < each.end for each in statements)


def _near(evidence: Evidence) -> float:
    return evidence.near_topic + evidence.around_near_topic + evidence.late_interaction


_NAME = expression(r"[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*)*")


def _has_names(query: Query, terms: Sequence[Term], text: str) -> bool:
    """Return whether a document has a word of each name of a topic in any spelling, though the words have it not."""
    known = set(words(unified(text)))
    named = (set(content_words(each[0])) for each in _NAME.finditer(query.topic))
    return all(any(term.stems & stems and term.stems & known for term in terms) for stems in named)
