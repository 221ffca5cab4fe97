"""Words of a question -> the documents that are on all they name, those that name it at their head first."""

from __future__ import annotations

from typing import NamedTuple

from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.broad.whole.across import weights_of
from rag.find.filters import fits
from rag.records import Query
from rag.understand.documents.kinds import words_of

IN_TEXT = 0.75
"""What a word counts that stands only in the text, as for a described document."""
_NAME = expression(r"(?<![\w’'])[^\W\d_a-z][\w-]+")


class Located(NamedTuple):
    """A document, the share of the words' weight that it has, and the share that stands at its head."""

    document: Document
    share: float
    head: float


def located(words: str, query: Query, catalog: Catalog) -> list[Located]:
    """Return the documents that have words of a phrase and all its names, those with most of its weight first."""
    weights = weights_of(words, catalog)
    total = sum(weights.values())
    if not total:
        return []
    names = set(content_words(unified(" ".join(_NAME.findall(words)))))
    holding = {stem: {each.document_id for each in catalog.passages_holding([stem])} for stem in weights}
    found = []
    for each in catalog.documents():
        inside = {stem for stem, ids in holding.items() if each.id in ids}
        if not (inside or not names) or not fits(query, each.id, each.published):
            continue
        head = words_of(each, catalog) & set(weights)
        if names <= inside | head:
            at_head = sum(weights[stem] for stem in head)
            in_text = sum(weights[stem] for stem in inside - head)
            found.append(Located(each, (at_head + IN_TEXT * in_text) / total, at_head / total))
    return sorted(found, key=lambda one: (-one.share, one.document.id))
