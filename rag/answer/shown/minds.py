"""Somebody tells of a change of mind: "I used to say no. I have changed my mind. …", with the reasons behind it.

Such words seldom name what they are about: the question put to the turn or the heading over it does, or what they go on
to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Document, Statement, owner_of
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import words
from rag.find.filters import is_asked_for
from rag.find.terms import STATEMENT_COVERAGE, Term, coverage
from rag.rank.evidence import as_evidence
from rag.rank.lines.section import said_above
from rag.rank.whole_sentences import needs_its_sentence, sentence_around
from rag.records import Evidence, Query

_TURNS = expression(
    r"\bchang(?:e[ds]?|ing) (?:my|his|her|our|their) (?:minds?|views?|position|opinion|stance)\b"
    r"|\bused to (?:say|think|believe|want|oppose|support|be (?:for|against|in favou?r)|vote|argue|like|hate)\b"
    r"|\bno longer (?:want|think|believe|support|oppose|see|say|for|against)\b|\b(?:I|we) (?:was|were) wrong\b"
    r"|\bhad (?:once |long |always )?(?:been|wanted|thought|believed|supported|opposed)\b.*\b(?:now|today)\b"
    r"|\bc(?:o|a)me (?:round|around) to\b|\bturned against\b"
    r"|\bonce (?:thought|believed|wanted|voted|was (?:for|against))\b"
    r"|(?:^|[.!?”\"] )(?:But|Yet) now,? \w+"
    r"|\b(?:was|were) (?:for|against) (?:it|this|that)\b.*\b(?:now|today)\b|\bused not to\b|\bonly later\b",
    re.IGNORECASE | re.DOTALL,
)
MOST, LONGEST = 3, 120
"""So many such tellings are shown, each of so many words at most."""
READ = 4_000
"""Characters around such words in which what they are about is looked for."""


def changes_of_mind(query: Query, terms: Sequence[Term], catalog: Catalog) -> tuple[Evidence, ...]:
    """Return the asked speaker's tellings of a change of mind on the topic, the one fullest on it first."""
    found: list[tuple[float, Evidence]] = []
    for document_id in dict.fromkeys(each for name in query.speakers for each in catalog.documents_of(name)):
        document = catalog.document(document_id)
        statements = catalog.statements(document_id)
        for each in statements if document else ():
            if document and is_asked_for(query, each, document.published):
                found += _in_statement(document, each, statements, terms)
    found.sort(key=lambda pair: -pair[0])
    kept: list[Evidence] = []
    for _, one in found:
        if all(
            one.document_id != other.document_id or one.start >= other.end or other.start >= one.end for other in kept
        ):
            kept.append(one)
    return tuple(kept[:MOST])


def _in_statement(
    document: Document, statement: Statement, statements: Sequence[Statement], terms: Sequence[Term]
) -> list[tuple[float, Evidence]]:
    text = document.text
    spans = sentences(text, statement.start, statement.end)
    at = next((at for at, each in enumerate(spans) if _TURNS.search(text[slice(*each)])), None)
    if at is None or owner_of(spans[at], statements) != statement:
        return []
    by_report = needs_its_sentence(text, statement) or statement.kind == "reported"
    shown = sentence_around(text, statement) if by_report else _told(text, spans, at)
    about = f"{said_above(text, spans[at], statements)} {text[slice(*shown)]}"[:READ]
    named = coverage(terms, frozenset(words(unified(about))))
    if named < STATEMENT_COVERAGE:
        return []
    first = (named, as_evidence(document, shown, statement, score=1.0, coverage=1.0))
    return [first, *((named / 2, each) for each in _behind(document, statement, statements))]


def _told(text: str, spans: Sequence[Span], at: int) -> Span:
    """Return the sentences of a turn from where it tells of the change, with those that give the reasons behind."""
    start, end = spans[at]
    for each in spans[at + 1 :]:
        if len(text[start : each[1]].split()) > LONGEST or "\n\n" in text[end : each[0]]:
            break
        end = each[1]
    return start, end


def _behind(document: Document, statement: Statement, statements: Sequence[Statement]) -> list[Evidence]:
    """Return what the same speaker is quoted with right behind a report of the change, in its paragraph."""
    if statement.kind == "turn":
        return []
    return [
        as_evidence(document, (each.start, each.end), each, score=1.0, coverage=1.0)
        for each in statements
        if each.start >= statement.end
        and each.speaker == statement.speaker
        and "\n\n" not in document.text[statement.end : each.start]
    ][:1]
