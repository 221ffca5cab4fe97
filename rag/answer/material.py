"""What a chat model is given to write from: all there is on a broad question, else the best of the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.storage.catalog import Catalog
from rag.answer import listing
from rag.check import cite, verify
from rag.find.terms import STATEMENT_COVERAGE, Term
from rag.rank.evidence import joined
from rag.records import Answer, Citation, Query, Ranked


def every_sentence(query: Query, terms: tuple[Term, ...], catalog: Catalog) -> list[Citation]:
    """Return all sentences that name the topic, as many as a list cites, numbered and checked."""
    found = listing.listed(query, terms, catalog)
    every = cite.cite([*found.named, *found.otherwise][: listing.CITED], catalog)
    return _numbered(verify.checked(every, catalog))


def best_sentences(plain: Answer, ranked: Ranked, catalog: Catalog) -> list[Citation]:
    """Return what the extractive answer cites, then what else ranks high, numbered and checked."""
    kept: list[Citation] = list(plain.citations)
    near = [each for each in ranked.evidence if each.coverage >= STATEMENT_COVERAGE]
    for each in verify.checked(cite.cite(joined(near, catalog), catalog), catalog):
        if each.check == "verified" and not any(_overlap(each, other) for other in kept):
            kept.append(each)
    return _numbered(kept)


def cited_sentences(plain: Answer) -> list[Citation]:
    """Return what the extractive answer cites, numbered."""
    return _numbered(plain.citations)


def _overlap(one: Citation, other: Citation) -> bool:
    return one.doc == other.doc and one.start < other.end and other.start < one.end


def _numbered(citations: Sequence[Citation]) -> list[Citation]:
    return [replace(each, n=number) for number, each in enumerate(citations, start=1)]
