"""A fact's evidence -> the same with a piece first that has what is asked for, and headlines behind what they head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.answer.opening.amounts import best_amount
from rag.answer.opening.claims import has_what_is_done, nearness
from rag.answer.opening.days import best_day
from rag.answer.opening.deeds.doers import deed_asked, doer
from rag.answer.opening.values import gives_reason
from rag.check import cite
from rag.rank.lines.heads import behind_sentences, repeats_title
from rag.rank.lines.pronouns import meant
from rag.records import Documents, Evidence, Query
from rag.understand.plan.first_line import line_asked

NEAREST = 8
"""So many pieces of evidence are looked through for who did something."""
ON_THE_DEED = 0.4
"""Such a piece has this share of the fullest one's words: "The prize went to Quist" lacks the verb of "Who won it?"."""
ENOUGH = 0.6
"""The body of a text is shown for its headline from this share of the headline's coverage."""


def leading(
    query: Query, evidence: Sequence[Evidence], ranked: Sequence[Evidence], documents: Documents
) -> list[Evidence]:
    """Return the evidence in its order, but for the first piece that has what is asked for, which leads.

    A headline goes behind the sentences of its text, of which the nearest is added where none is there.
    """
    told = behind_sentences(_without_headlines(evidence, ranked, documents), documents)
    bodies = _with_doer(query, told, ranked, documents)
    cited = zip(bodies, cite.cite(bodies, documents), strict=True)
    # "He" has the name of whom it means.
    texts = {each: f"{meant(each, documents) or ''} {one.text}".strip() for each, one in cited}
    has = _has(query)
    if has is None:
        return bodies
    headlines = {each for each in bodies if _is_headline(each, documents)}
    return sorted(bodies, key=lambda each: (each in headlines, -has(texts[each])))


def _with_doer(
    query: Query, bodies: list[Evidence], ranked: Sequence[Evidence], documents: Documents
) -> list[Evidence]:
    """Return the evidence with a piece that names who does what is asked about first, where only a later one does."""
    if deed_asked(query.standalone) is None or any(_names_doer(query, each, documents) for each in bodies):
        return bodies
    fullest = max((each.coverage for each in bodies), default=0.0)
    near = (each for each in ranked[:NEAREST] if each not in bodies and each.coverage >= ON_THE_DEED * fullest)
    found = next((each for each in near if _names_doer(query, each, documents)), None)
    return [found, *bodies] if found else bodies


def _names_doer(query: Query, evidence: Evidence, documents: Documents) -> bool:
    document = documents.document(evidence.document_id)
    return document is not None and doer(document.text[evidence.start : evidence.end], query.standalone) is not None


def _has(query: Query) -> Callable[[str], float] | None:
    """Return how much of what is asked for a text has; None where nothing tells."""
    question = query.standalone
    asked = line_asked(question)
    if asked == "number":
        return lambda text: float(has_what_is_done(query, text) and best_amount(text, question, None) is not None)
    if asked == "when":
        return lambda text: float(best_day(text, question, None) is not None)
    if asked == "why":
        return lambda text: float(gives_reason(text))
    if asked == "who":
        return lambda text: float(doer(text, question) is not None)
    if asked == "yes_no":
        return lambda text: nearness(query, text)
    return None


def _without_headlines(
    evidence: Sequence[Evidence], ranked: Sequence[Evidence], documents: Documents
) -> list[Evidence]:
    """Return the evidence with headlines last, after a sentence of the text that they head."""
    headlines = [each for each in evidence if _is_headline(each, documents)]
    bodies = [each for each in evidence if each not in headlines]
    for head in headlines:
        at = next((at for at, each in enumerate(bodies) if each.document_id == head.document_id), None)
        if at is not None:
            bodies[at] = _as_read(bodies[at], head, documents)
        elif body := _body_of(head, ranked, documents):
            bodies.append(body)
    return [*bodies, *headlines]


def _body_of(head: Evidence, ranked: Sequence[Evidence], documents: Documents) -> Evidence | None:
    """Return the first sentence that has what the reader found in a headline, else none: it may be on another thing."""
    for each in ranked:
        near = each.document_id == head.document_id and each.coverage >= ENOUGH * head.coverage
        if near and not _is_headline(each, documents) and _has_words_of(head, each, documents):
            return _as_read(each, head, documents)
    return None


def _as_read(body: Evidence, head: Evidence, documents: Documents) -> Evidence:
    """Return a sentence with the surer reading of its headline, whose words it has too."""
    if not head.reading or not _has_words_of(head, body, documents):
        return body
    surer = body.reading is None or head.reading.answerable > body.reading.answerable
    return replace(body, reading=head.reading) if surer else body


def _has_words_of(head: Evidence, body: Evidence, documents: Documents) -> bool:
    document = documents.document(head.document_id)
    if document is None or head.reading is None or head.reading.start < 0:
        return False
    return document.text[head.reading.start : head.reading.end] in document.text[body.start : body.end]


def _is_headline(evidence: Evidence, documents: Documents) -> bool:
    """Return whether a piece of evidence is nobody's words and repeats the title of its document."""
    document = documents.document(evidence.document_id)
    return document is not None and evidence.speaker is None and repeats_title(evidence, document)
