"""Sentences of passages as evidence against what a question supposes: with those before them, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.dates.metadata import header_end
from index.names.titles import is_title_word
from index.records import Document, Statement, owner_of
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, plain, stem
from rag.find.filters import fits
from rag.rank.evidence import as_evidence
from rag.records import Candidate, Documents, Evidence, Query
from rag.understand.supposed.premise import Premise

POINTING = expression(r"\b(?:he|she|they|it|him|them|his|her|their|that|this)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Read:
    """A sentence of a passage, with the one before it and whose words it is."""

    document: Document
    span: Span
    before: Span
    earlier: Span
    """The sentence before the one before."""
    owner: Statement | None

    @property
    def text(self) -> str:
        return self.document.text[slice(*self.span)]

    @property
    def text_before(self) -> str:
        return self.document.text[slice(*self.before)]


def read_sentences(query: Query, candidates: Sequence[Candidate], documents: Documents) -> Iterator[Read]:
    for each in candidates:
        document = documents.document(each.document_id)
        if document is None or not fits(query, document.id, document.published):
            continue
        statements = documents.statements(document.id)
        start = max(each.start, header_end(document.text))
        before = earlier = (start, start)
        for span in sentences(document.text, start, max(start, each.end)):
            yield Read(document, span, before, earlier, _owner(span, statements))
            before, earlier = span, before


def _owner(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return whose words a sentence is, also where it begins with the quotation's mark."""
    middle = (span[0] + span[1]) // 2
    return owner_of(span, statements) or owner_of((middle, middle + 1), statements)


def last_names(premise: Premise) -> set[str]:
    """Return the words that name whom a premise is about: of a full name the surname."""
    names = [stem(each) for each in re.findall(r"[\w’'-]+", unified(premise.subject)) if not _is_empty(each)]
    single = premise.subject[:1].isupper() and " and " not in premise.subject
    return set(names[-1:] if single else names)


def _is_empty(word: str) -> bool:
    return plain(word) in STOPWORDS or is_title_word(word)


def as_contradicting(read: Read) -> Evidence:
    """Return the sentence as evidence, with the one before it that it points back to."""
    gap = read.document.text[read.before[1] : read.span[0]]
    points = "\n\n" not in gap and POINTING.search(read.text) and read.before[1] > read.before[0]
    return owned(read, (read.before[0] if points else read.span[0], read.span[1]))


def owned(read: Read, span: Span) -> Evidence:
    """Return a span as its speaker's words, as far as these go, else as the document's own."""
    owner = read.owner
    if owner and owner.start < span[1] and span[0] < owner.end and owner.kind != "reported":
        span = max(span[0], owner.start), min(span[1], owner.end)
    elif owner and not (owner.start <= span[0] and span[1] <= owner.end):
        owner = None
    return as_evidence(read.document, span, owner, score=0.0, coverage=1.0)


def once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    kept: list[Evidence] = []
    for each in evidence:
        here = [other for other in kept if other.document_id == each.document_id]
        if not any(each.start < other.end and other.start < each.end for other in here):
            kept.append(each)
    return tuple(kept)
