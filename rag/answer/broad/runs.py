"""Sentences that name a topic -> the same, joined to what stands between them where somebody speaks in short ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from index.records import Document, Statement, owner_of
from index.storage.catalog import Catalog
from index.text.sentences import Span, sentences
from rag.rank.windows import points_back
from rag.records import Evidence

APART = 2
"""Two sentences of one statement with at most one between them may be told as one."""
SHORT, CHOPPY, LONGEST = 6, 8, 60
"""A sentence of fewer words says little alone; sentences of so many are joined; a run has at most so many."""


def in_runs(evidence: Sequence[Evidence], catalog: Catalog) -> list[Evidence]:
    """Return evidence with short sentences of one statement joined, and with what goes on from them."""
    runs: dict[tuple[str, int], Evidence] = {}
    for document_id, group in groupby(sorted(evidence, key=_place), key=lambda each: each.document_id):
        document = catalog.document(document_id)
        if document is None:
            continue
        for each in _of_document(list(group), document, catalog.statements(document_id)):
            runs[document_id, each.start] = each
    order = {_place(each): at for at, each in enumerate(evidence)}
    return sorted(runs.values(), key=lambda each: order.get(_place(each), len(order)))


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.document_id, evidence.start


def _of_document(evidence: Sequence[Evidence], document: Document, said: Sequence[Statement]) -> Iterator[Evidence]:
    by_owner: dict[Statement | None, list[Evidence]] = {}
    for each in evidence:
        by_owner.setdefault(owner_of((each.start, each.end), said), []).append(each)
    for owner, own in by_owner.items():
        if owner is None:
            yield from own
            continue
        spans = sentences(document.text, owner.start, owner.end)
        for first, last in _runs(own, spans, document.text):
            start = next(each for each in own if spans[first][0] <= each.start < spans[first][1])
            yield replace(start, end=spans[last][1]) if last > first else start


def _runs(own: Sequence[Evidence], spans: Sequence[Span], text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last sentence of each run in a statement's sentences."""
    places = sorted({at for each in own for at, span in enumerate(spans) if span[0] <= each.start < span[1]})
    while places:
        first = last = places.pop(0)
        while places and places[0] - last <= APART and _is_one(text, spans, first, places[0]):
            last = places.pop(0)
        while last + 1 < len(spans) and _goes_on(text, spans, last) and _words(text, spans, first, last + 1) <= LONGEST:
            last += 1
        while places and places[0] <= last:
            places.pop(0)
        yield first, last


def _is_one(text: str, spans: Sequence[Span], first: int, last: int) -> bool:
    """Return whether sentences are short ones on average, and few enough to be told as one."""
    return _words(text, spans, first, last) <= min(LONGEST, CHOPPY * (last - first + 1))


def _goes_on(text: str, spans: Sequence[Span], last: int) -> bool:
    """Return whether the sentence behind one belongs to it: both are short, or it points back in a few words."""
    this, following = (len(text[slice(*spans[at])].split()) for at in (last, last + 1))
    short = this < SHORT and following <= CHOPPY
    return short or (following < SHORT and points_back(text[slice(*spans[last + 1])]))


def _words(text: str, spans: Sequence[Span], first: int, last: int) -> int:
    return len(text[spans[first][0] : spans[last][1]].split())
