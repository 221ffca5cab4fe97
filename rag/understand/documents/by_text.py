"""Words for a text whose title nobody need know -> the documents that have them: at their head first, else inside.

"Tell's ferry piece" is the one whose head names Tell and that has the ferry anywhere; where several are as near, all
come back, so that the asker may choose.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from index.records import Document
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.understand.documents.described import held, may_be_by, speaker_only_in_text
from rag.understand.documents.kinds import is_kind, is_of_kind, words_of

LEAST, NEAR, FEW = 0.7, 0.12, 5
"""The share of the words' weight that a document must have, how near the next ones must be, and how many may be."""
IN_TEXT = 0.75
"""What a word counts that stands only in the text, as for a described document."""
AT_HEAD = 0.5
"""Where no name stands at a document's head so much of the words must."""
OF_KIND = 0.1
"""What it counts that a document is called what it is asked for as, and that a name of several words is at its head."""
MANY = 3
"""So many words, none of them a name, may stand in the text; fewer must all stand at the head."""
KEPT = 32
"""Of so many phrases it is kept what they mean: a question is read several times."""
_WRITTEN = expression(
    r"(?:article|op-?ed|piece|essay|column|editorial|commentary|(?:open )?letter|(?:blog )?post|blog|paper|pamphlet)",
    re.IGNORECASE,
)
_NAME = expression(r"(?<![\w’'])[^\W\d_a-zа-яіїєў][\w-]+")
_LETTERS = 4
"""So many letters of a word no stem changes."""


def texts_with(words: str, kind: str, catalog: Catalog) -> list[Document]:
    """Return the documents that words mean, the one or the few that are as near; none where none surely is."""
    asked = words, kind
    return catalog.memory.remember_last("texts with words", asked, lambda: _texts_with(words, kind, catalog), KEPT)


def _texts_with(words: str, kind: str, catalog: Catalog) -> list[Document]:
    stems = set(content_words(unified(words))) - set(content_words(kind))
    names = set(content_words(unified(" ".join(_NAME.findall(words))))) & stems
    scored = list(_scored(stems, names, kind, catalog)) if stems else []
    best = max((score for score, _ in scored), default=0.0)
    found = [each for score, each in scored if score >= max(LEAST, best - NEAR)]
    if len(found) > FEW:
        return []
    return [each for each in found if _may_be_by(words, kind, each, catalog) and _may_be_of(kind, each, catalog)]


def _scored(stems: set[str], names: set[str], kind: str, catalog: Catalog) -> Iterator[tuple[float, Document]]:
    """Yield the documents that have all names and are on what is asked, with the share of the words that each has."""
    holding = {stem: {each.document_id for each in catalog.passages_holding([stem])} for stem in stems}
    weights = _weights(holding, catalog)
    for each in catalog.documents():
        inside = {stem for stem, ids in holding.items() if each.id in ids}
        if not _may_be(each, names, inside):
            continue
        head = held(stems, words_of(each, catalog) | set(content_words(f"{each.author or ''} {each.speaker or ''}")))
        if names <= inside | head and _is_on(stems, names, head, weights):
            share = sum(weights[stem] * (1 if stem in head else IN_TEXT) for stem in inside | head)
            surely = _is_called(each, kind, catalog) + (len(names) > 1 and names <= head)
            yield share + OF_KIND * surely, each


def _may_be_by(words: str, kind: str, document: Document, catalog: Catalog) -> bool:
    """Return whether a speech may be by whom words name: a line at its head that begins with the name says so too."""
    if may_be_by(words, kind, document, catalog):
        return True
    who = speaker_only_in_text(words, kind, document, catalog)
    line = rf"^\W{{0,6}}(?:[Bb]y )?(?:[^\W\d_a-z][\w.’'-]* ){{0,3}}{re.escape(who or '')}(?: ?[,|:(–—]|$)"
    return bool(re.search(line, catalog.beginnings().get(document.id, ""), re.MULTILINE))


def _may_be_of(kind: str, document: Document, catalog: Catalog) -> bool:
    """Return whether a document may be of a kind that is written by one: a record in which several speak is not."""
    if not _WRITTEN.fullmatch(kind):
        return True
    return len({each.speaker for each in catalog.statements(document.id) if each.kind == "turn" and each.speaker}) < 2


def _weights(holding: dict[str, set[str]], catalog: Catalog) -> dict[str, float]:
    """Return the share of each word in what all weigh, the rare ones most."""
    documents = max(2, len(catalog.published()))
    weights = {stem: math.log(1 + documents / (1 + len(ids))) for stem, ids in holding.items()}
    total = sum(weights.values()) or 1.0
    return {stem: weight / total for stem, weight in weights.items()}


def _may_be(document: Document, names: set[str], inside: set[str]) -> bool:
    """Return whether a document may have all names, told by letters alone for those that its text has not."""
    if not names:
        return bool(inside)
    head = f"{document.title} {document.id} {document.author or ''} {document.speaker or ''}".lower()
    return all(each in inside or each[:_LETTERS] in head for each in names)


def _is_on(stems: set[str], names: set[str], head: set[str], weights: dict[str, float]) -> bool:
    """Return whether what stands at a document's head says that it is of what is asked, not only tells of it."""
    half = sum(weights[each] for each in head) >= AT_HEAD
    if names:
        return names <= head or half or bool(stems - names) and stems - names <= head
    return head == stems or len(stems) >= MANY and half


def _is_called(document: Document, kind: str, catalog: Catalog) -> bool:
    return is_kind(kind) and is_of_kind(kind, document, catalog.beginnings(), begins=r"\b")
