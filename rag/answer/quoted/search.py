"""Where the words of a quotation stand in the documents, strictly or in the nearest wording.

Exact-word search for the rarest words gives the passages that can hold them; there they are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.records import Document, Passage
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from rag.answer.quote_place import Place, place_of
from rag.check.quote_matching import exact, nearest, parts_of
from rag.find.filters import allowed
from rag.records import Query

RAREST = 3
"""So many of the rarest words must stand in a document for it to be searched."""
READ = 4_000
"""At most so many passages are read; only words that are everywhere ("I do") stand in more."""
LONG_PHRASE = 4
"""So many words in one order are looked up as they stand; fewer stand in too many passages to gain by it."""
FEW_TELLING, MOST_RUNS = 4, 24
"""Words with no more telling ones ("That is how you win a war") are looked for by so many of their runs too."""
SMALL = 2_000
"""A store of no more passages is searched whole where its words lead nowhere (words broken in two, odd spellings)."""
LOCATING_WORDS, LOCATING_PASSAGES = 600, (4, 24)
"""Passages aligned with the quotation: fewer of them the longer it is, so that a check stays under a second."""


def standing(query: Query, asked: str, catalog: Catalog) -> list[Place]:
    """Return where the words stand strictly: in passages with the whole of them, else in all with their rarest ones."""
    parts = parts_of(asked)
    places = list(exact_places(query, parts, catalog, _holding(query, asked, catalog)))
    return places if without_difference(places) else list(exact_places(query, parts, catalog))


def without_difference(places: Iterable[Place]) -> list[Place]:
    """Return the places where nothing differs."""
    return [each for each in places if not each.found.difference]


def _holding(query: Query, asked: str, catalog: Catalog) -> list[Passage]:
    """Return the passages that have the words in their order, for words of one sentence.

    Passages end with sentences; a second place in a sentence too long for a passage, cut within the words, is missed.
    """
    if len(sentences(asked)) > 1 or len(words(asked)) < LONG_PHRASE:
        return []
    ids = catalog.holding_phrases([asked], READ + 1)
    return _allowed(query, list(catalog.passages(ids).values()), catalog) if len(ids) <= READ else []


def exact_places(
    query: Query, parts: list[str], catalog: Catalog, passages: list[Passage] | None = None, marked: bool = True
) -> Iterator[Place]:
    """Yield where the parts stand strictly, in the documents that the filters allow, once each.

    They are looked for in the passages, or in all that hold their rarest words.
    """
    margin = 2 * sum(map(len, parts)) + 100 + 500 * (len(parts) - 1)
    seen: set[tuple[str, Span]] = set()
    passages = _candidates(query, " ".join(parts), catalog) if passages is None else passages
    for document, spans in _windows(passages, margin, catalog):
        statements = catalog.statements(document.id)
        for start, end in spans:
            for found in exact(parts, document.text, statements, start, end, marked):
                if (document.id, found.span) not in seen:
                    seen.add((document.id, found.span))
                    yield place_of(document, found, statements)


def _candidates(query: Query, asked: str, catalog: Catalog) -> list[Passage]:
    """Return the passages that hold the rarest word, of documents that hold the other rare ones too."""
    stems = list(dict.fromkeys(words(unified(asked))))
    counts = catalog.passage_counts(stems)
    rarest = sorted((each for each in stems if each in counts), key=lambda each: counts[each])[:RAREST]
    holding = [catalog.passages_holding([each]) for each in rarest]
    common = set.intersection(*({each.document_id for each in found} for found in holding)) if holding else set()
    passages = [each for each in (holding[0] if holding else []) if each.document_id in common]
    if (not passages or len(rarest) < min(RAREST, len(stems))) and catalog.counts()["passages"] <= SMALL:
        passages = [each for document in catalog.documents() for each in catalog.passages_of(document.id)]
    return _allowed(query, passages, catalog)[:READ]


def _allowed(query: Query, passages: list[Passage], catalog: Catalog) -> list[Passage]:
    """Return the passages of the documents that the filters allow, the asked speaker's first."""
    among = allowed(replace(query, speaker=None, speakers=()), catalog)
    kept = passages if among is None else [each for each in passages if each.id in among]
    said = catalog.passages_said_by(query.speakers) if query.speakers and len(kept) > READ else {}
    own = set().union(*said.values())
    return sorted(kept, key=lambda each: each.id not in own) if own else kept


def _windows(passages: Iterable[Passage], margin: int, catalog: Catalog) -> Iterator[tuple[Document, list[Span]]]:
    """Yield each document with the spans around its passages, those that touch as one."""
    by_document: dict[str, list[Span]] = {}
    for each in passages:
        by_document.setdefault(each.document_id, []).append((max(0, each.start - margin), each.end + margin))
    for document_id, spans in by_document.items():
        document = catalog.document(document_id)
        if document is not None:
            yield document, _merged(sorted(spans), len(document.text))


def _merged(spans: list[Span], length: int) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        end = min(end, length)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def nearest_places(query: Query, asked: str, catalog: Catalog) -> list[Place]:
    """Return the nearest wording in each of the passages that hold most of the words, each document's text once."""
    stems = content_words(unified(asked)) or words(asked)
    fewest, most = LOCATING_PASSAGES
    limit = max(fewest, min(most, LOCATING_WORDS // max(1, len(asked.split()))))
    anybody = allowed(replace(query, speaker=None, speakers=()), catalog)
    found = catalog.search(stems, limit, anybody)
    if query.speakers:
        found += catalog.search(stems, limit, allowed(query, catalog))
    keys = [key for key, _ in found]
    if len(stems) <= FEW_TELLING:
        keys += _holding_runs(asked, limit, anybody, catalog)
    passages = catalog.passages(list(dict.fromkeys(keys)))
    places: dict[tuple[str, Span], Place] = {}
    for each in passages.values():
        for document, spans in _windows([each], len(asked), catalog):
            statements = catalog.statements(document.id)
            if place := nearest(asked, document.text, *spans[0]):
                places[document.id, place.span] = place_of(document, place, statements)
    return list(places.values())


def _holding_runs(asked: str, limit: int, among: frozenset[str] | None, catalog: Catalog) -> list[str]:
    """Return passages that have a few of the words in their order, of such runs as stand in few passages."""
    given = asked.split()
    runs = [" ".join(given[at : at + LONG_PHRASE]) for at in range(len(given) - LONG_PHRASE + 1)]
    held = [catalog.holding_phrases([each], limit + 1, among) for each in runs[:MOST_RUNS]]
    return [key for keys in held if len(keys) <= limit for key in keys]
