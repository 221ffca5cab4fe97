"""What each document says of a subject: one sentence of each, in the order of days, under its title."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.counts import counted
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.broad.central import Part, worths
from rag.answer.broad.parts import parts_of
from rag.answer.broad.which import Find
from rag.answer.broad.wording import cited, days_of, listed_titles, points
from rag.check.cite import Form
from rag.find.filters import fits
from rag.records import Query, Segment

MOST, SHORT = 10, 8
"""So many documents have a sentence each; fewer where it is to be short."""
ENOUGH = 0.5
"""The share of a subject's weight that the head of a document has that is on it without having all of it."""
LEAST = 2
"""What has all of a subject is on it where it has it so often, or some of it at its head."""
NAMED, FIRST = 0.4, 3
"""What naming all of a subject is worth; where no sentence names any of it, so many of the first may be shown."""
_NAME = expression(r"(?<![\w’'])[^\W\d_a-z][\w-]+")


def across(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return a sentence of each document on the subject, None where none is on it."""
    return sentence_of_each(query, on_subject(query, catalog), catalog)


def sentence_of_each(query: Query, documents: Sequence[Document], catalog: Catalog) -> Form | None:
    """Return the sentence of each document that says most of a query's subject, None where none has one."""
    weights = weights_of(query.topic, catalog)
    valued = [found for each in documents if (found := _best(each, query, weights, catalog))]
    if not valued:
        return None
    chosen = [part for _, part in valued]
    most = SHORT if query.broad and query.broad.length else MOST
    valued.sort(key=lambda each: -each[0])
    best = sorted((part for _, part in valued[:most]), key=lambda each: each.order)
    left = [each.document for each in chosen if each not in best]
    citations = cited(best, catalog)
    number = f"{counted(len(chosen), 'document')}{days_of([each.document for each in chosen])}"
    tell = "tells" if len(chosen) == 1 else "tell"
    joined = f"{number}," if "," in number else number
    first = f"{joined} {tell} of {query.topic}; a sentence of each, in the order of days:"
    segments = [Segment(first), *points(best, citations, None, False)]
    if left:
        segments.append(Segment(f"\n\nAlso on it: {listed_titles(left)}."))
    return Form(tuple(segments), tuple(citations))


def on_subject(query: Query, catalog: Catalog) -> list[Document]:
    """Return the documents on the subject of a query, under its filters."""
    names = set(content_words(" ".join(_NAME.findall(query.topic))))
    return _on_it(query, weights_of(query.topic, catalog), names, catalog)


def weights_of(topic: str, catalog: Catalog) -> dict[str, float]:
    """Return what each word of a subject weighs, the rare ones most."""
    stems = sorted(set(content_words(unified(topic))))
    passages = max(2, catalog.counts()["passages"])
    counts = catalog.passage_counts(stems)
    return {each: math.log(1 + passages / (1 + counts.get(each, 0))) for each in stems}


def _on_it(query: Query, weights: Mapping[str, float], names: set[str], catalog: Catalog) -> list[Document]:
    """Return the documents that hold most of a subject and all its names, more than once or at their head."""
    total = sum(weights.values())
    found = []
    passages: dict[str, dict[str, int]] = {}
    for stem in weights:
        for each in catalog.passages_holding([stem]):
            held = passages.setdefault(each.document_id, {})
            held[stem] = held.get(stem, 0) + 1
    for document in catalog.documents():
        held = passages.get(document.id, {})
        # The head of every document is not read: of a large library few hold most of a subject.
        if sum(weights[each] for each in held) < ENOUGH * total or not fits(query, document.id, document.published):
            continue
        head = set(content_words(f"{document.title} {catalog.beginnings().get(document.id, '')}")) & set(weights)
        has = head | set(held)
        if not names <= has:
            continue
        share, of_head = (sum(weights[each] for each in held_there) / total for held_there in (has, head))
        all_of_it = has == set(weights) and (head or sum(held.values()) >= LEAST)
        if all_of_it or (share >= ENOUGH and of_head >= ENOUGH):
            found.append(document)
    return found


def _best(
    document: Document, query: Query, weights: Mapping[str, float], catalog: Catalog
) -> tuple[float, Part] | None:
    """Return the sentence of a document that says most of a subject and can stand alone, with what it is worth."""
    parts = parts_of([document], query, catalog)
    best = worth_on(parts, weights)
    stems = set(weights)
    if stems & set(content_words(unified(document.title))):
        on_it = list(range(len(parts)))
    else:
        on_it = [at for at, part in enumerate(parts) if stems & set(part.stems)] or list(range(min(FIRST, len(parts))))
    chosen = max(on_it, key=lambda at: (best[at], -at), default=None)
    return None if chosen is None else (best[chosen], parts[chosen])


def worth_on(parts: Sequence[Part], weights: Mapping[str, float]) -> list[float]:
    """Return what each sentence of a document counts: how central it is to it, and how much of a subject it names."""
    total = sum(weights.values()) or 1.0
    named = (sum(weights[each] for each in set(part.stems) & set(weights)) / total for part in parts)
    return [central + NAMED * share for central, share in zip(worths(parts), named, strict=True)]
