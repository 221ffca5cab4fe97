"""A whole question -> the passages nearest to it, whoever's they are, and the words in them nearest to it.

Retrieval by the whole question has the right passage among its first three for 84 of 100 strangers' questions, in
whatever words they ask; which of its sentences answers is less sure, so that the nearest is shown with those beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.sentences import Span
from rag.answer.near.nearby import Nearby
from rag.rank.evidence import as_evidence, joined
from rag.rank.passage_sentences import Owned, sentences_of_passage
from rag.records import Candidate, Evidence, Query

OWN = 2
"""So many of the asked speaker's passages."""
WORDS = 60
"""The nearest sentence of a passage is shown with those beside it up to so many words."""
LENGTH, LONGEST = 0.006, 25
"""What each word of a sentence counts, up to so many: "Not a word." is near to much and says little. With it the right
sentence of the right passage is first for 38 instead of 35 of 89 strangers' questions."""


@dataclass(frozen=True)
class _Said:
    """A sentence of a passage with its owner, and how near it is to the question."""

    span: Span
    owner: Statement | None
    near: float


def nearest_words(
    query: Query, passages: Sequence[Candidate], catalog: Catalog, nearby: Nearby
) -> tuple[Evidence, ...]:
    """Return the words nearest to a question in each passage, in the order of these: the asked speaker's, or anybody's.

    A passage without any is left out.
    """
    read = list(sentences_read(query, passages, catalog))
    texts = [f"{document.title}. {document.text[slice(*span)]}" for document, found in read for span, _ in found]
    cosines = iter(nearby.cosines(query.standalone, texts))
    shown: list[Evidence] = []
    for document, found in read:
        said = [
            _Said(span, owner, next(cosines) + LENGTH * min(LONGEST, len(document.text[slice(*span)].split())))
            for span, owner in found
        ]
        shown += _grown(document, said) if said else ()
    return tuple(shown)


def sentences_read(
    query: Query, passages: Sequence[Candidate], catalog: Catalog
) -> Iterator[tuple[Document, list[Owned]]]:
    """Yield the document of each passage with what of the passage may be shown: the asked speaker's, or anybody's."""
    for each in passages:
        if document := catalog.document(each.document_id):
            yield document, list(sentences_of_passage(document, each, catalog.statements(document.id), query))


def of_asked_speaker(query: Query, catalog: Catalog, nearby: Nearby) -> tuple[Evidence, ...]:
    """Return the asked speaker's words nearest to a question in those of his passages that are nearest to it."""
    return joined(nearest_words(query, nearby.passages_of_speaker(query, OWN), catalog, nearby), catalog)


def _grown(document: Document, said: Sequence[_Said]) -> Iterator[Evidence]:
    """Yield the nearest sentence of a passage with those beside it of the same owner, as far as there is room."""
    best = max(range(len(said)), key=lambda at: said[at].near)
    first = last = best
    words = _words(document, said[best].span)
    while True:
        beside = [at for at in (first - 1, last + 1) if 0 <= at < len(said) and _goes_with(said[at], said[best])]
        beside = [at for at in beside if words + _words(document, said[at].span) <= WORDS]
        if not beside:
            break
        at = max(beside, key=lambda at: said[at].near)
        words += _words(document, said[at].span)
        first, last = min(first, at), max(last, at)
    span = (said[first].span[0], said[last].span[1])
    yield as_evidence(document, span, said[best].owner, score=said[best].near, coverage=0.0)


def _goes_with(said: _Said, best: _Said) -> bool:
    return said.owner == best.owner and (best.owner is None or best.owner.kind != "reported")


def _words(document: Document, span: Span) -> int:
    return len(document.text[slice(*span)].split())
