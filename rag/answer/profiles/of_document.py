"""What is known of a document beside its text: its main points, who speaks in it and when, which others are like it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from index.records import Document
from index.storage.catalog import Catalog
from index.storage.store import Store
from rag.answer.broad.overview import summary
from rag.answer.broad.which import Find
from rag.check import verify
from rag.records import Broad, Citation, Query, Segment

SIMILAR = 5
_NEAREST, _LEAST = 300, 0.5
"""So many of the nearest passages of the library are counted, those of at least this cosine."""
_PASSAGES = 400
"""Of a longer document so many passages, evenly drawn, stand for it."""


@dataclass(frozen=True)
class Voice:
    """Somebody who speaks in a document: how many statements, and where the first one stands."""

    name: str
    statements: int
    first: tuple[int, int]


@dataclass(frozen=True)
class About:
    """All of it."""

    summary: tuple[Segment, ...]
    citations: tuple[Citation, ...]
    voices: tuple[Voice, ...]
    days: tuple[tuple[str, int], ...]
    """The days on which something in it was said, with how many statements, in order."""
    similar: tuple[Document, ...]
    """Without their texts, the most similar first."""


def about(document: Document, store: Store, find: Find) -> About:
    """Return what is known of a document."""
    segments, citations = _summary(document, store.catalog, find)
    statements = store.catalog.statements(document.id)
    first = {each.speaker: (each.start, each.end) for each in reversed(statements) if each.speaker}
    voices = Counter(each.speaker for each in statements if each.speaker)
    days = Counter(each.said_on for each in statements if each.said_on)
    return About(
        summary=segments,
        citations=citations,
        voices=tuple(Voice(name, count, first[name]) for name, count in voices.most_common()),
        days=tuple(sorted(days.items())),
        similar=_similar(document, store),
    )


def _summary(document: Document, catalog: Catalog, find: Find) -> tuple[tuple[Segment, ...], tuple[Citation, ...]]:
    query = Query(
        standalone="Summarise this document.",
        kind="overview",
        topic="",
        speaker=None,
        document=re.sub(r"([*?\[])", r"[\1]", document.id),
        broad=Broad("summary"),
    )
    form = summary(query, catalog, find)
    if form is None:
        return (), ()
    checked = verify.checked(form.citations, catalog)
    return verify.with_checked(form.segments, checked), checked


def _similar(document: Document, store: Store) -> tuple[Document, ...]:
    """Return the documents whose passages are nearest to the middle of this one's, those of several first."""
    passages = [each.id for each in store.catalog.passages_of(document.id)]
    if not passages:
        return ()
    drawn = passages[:: max(1, len(passages) // _PASSAGES)]
    middle = store.catalog.vectors_of(drawn).mean(axis=0)
    length = float(np.linalg.norm(middle))
    if not length:
        return ()
    near = store.search((middle / length).astype(np.float32), len(passages) + _NEAREST)
    cosines = {key: cosine for key, cosine in near if cosine >= _LEAST}
    scores: dict[str, list[float]] = {}
    for key, passage in store.catalog.passages(list(cosines)).items():
        if passage.document_id != document.id:
            scores.setdefault(passage.document_id, []).append(cosines[key])
    best = sorted(scores, key=lambda each: (-sum(sorted(scores[each])[-3:]), each))[:SIMILAR]
    by_id = {each.id: each for each in store.catalog.documents()} if best else {}
    return tuple(by_id[each] for each in best)
