"""Documents, or what somebody said in them -> the sentences that may stand in a summary, bounded in number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.light_words import LIGHT_STEMS
from index.text.sentences import Span
from index.text.stems import content_words
from index.transcripts.label_names import INTERVIEWER
from rag.answer.broad.central import Part
from rag.answer.broad.fit import (
    after_join,
    is_beside_the_text,
    is_decision,
    is_fit,
    is_furniture,
    is_request,
    is_whole,
    names_itself,
    repeats,
    without_dateline,
    without_mark,
)
from rag.check.cite import LIKELY
from rag.rank.evidence import as_evidence
from rag.rank.passage_sentences import Owned, sentences_of_passage
from rag.records import Candidate, Evidence, Query

_Any = TypeVar("_Any")
DOCUMENTS = 24
"""So many documents are read at most; of more, these are spread over their days."""
SENTENCES = 1_200
"""So many sentences of all of them are compared."""
STRETCH = 6_000
"""Characters that are read at a time, so that each sentence is looked for among the statements near it alone."""
CHARACTERS = 240_000
"""So many characters are read in all: a document as long as a book is read in stretches spread over it."""

_FINDINGS = expression(
    r"^[^\w\n]{0,8}(?:(?:chapter|part|section|kapitel|teil|abschnitt|rozdział|глава|chapitre)? ?[\dIVX]{1,4}"
    r"(?:\.\d{1,2})?[^\w\n]{1,4})?(?:(?:the|our|main|key|principal|summary of|general|overall) ){0,3}"
    r"(?:findings|conclusions?|recommendations|ergebnisse|empfehlungen|fazit|schlussfolgerungen|wnioski|zalecenia"
    r"|выводы|рекомендации|résultats|recommandations)"
    r"(?:,? (?:and|und|i|и|et) (?:\w+ )?\w+)?[^\w\n]{0,6}$",
    re.IGNORECASE | re.MULTILINE,
)
"""The heading of what a report finds, concludes or recommends."""
_HEADING = expression(r"(?<=\n\n)[^\w\n]{0,8}[^\W\n][^\n]{0,70}(?<![.!?:;,”\"’])$", re.MULTILINE)
"""A short line without an end stands over what follows."""
_ONE_OF_THEM = expression(r"\b(?:conclu|recommend|empfehl|zalec|рекоменд)", re.IGNORECASE)
"""What a question may ask for alone: "What does the review recommend?"."""
_MORE_OF_IT = expression(r"[,:;]|\band\b", re.IGNORECASE)
LEAST_FOUND = 2


def parts_of_findings(parts: Sequence[Part], question: str) -> list[Part]:
    """Return the parts of one document that stand under such a heading, or under that which a question names alone.

    None where there are fewer than two.
    """
    text = parts[0].document.text if parts else ""
    heads = list(_FINDINGS.finditer(text))
    asked = {each.lower() for each in _ONE_OF_THEM.findall(question)} if not _MORE_OF_IT.search(question) else set()
    named = [
        each for each in heads if len(asked) == 1 and asked & {one.lower() for one in _ONE_OF_THEM.findall(each[0])}
    ]
    spans = [
        (found.end(), next((each.start() for each in _HEADING.finditer(text, found.end() + 1)), len(text)))
        for found in named or heads
    ]
    under = [each for each in parts if any(start <= each.evidence.start < end for start, end in spans)]
    return under if len(under) >= LEAST_FOUND else []


def spread(documents: Sequence[Document], most: int = DOCUMENTS) -> list[Document]:
    """Return at most so many documents, evenly spread over the order of their days."""
    return _evenly(sorted(documents, key=lambda each: (each.published or "", each.id)), most)


def _evenly(of: Sequence[_Any], most: int) -> list[_Any]:
    """Return at most so many of a row, evenly spread over it from the first to the last."""
    if len(of) <= most:
        return list(of)
    return [of[round(at * (len(of) - 1) / max(1, most - 1))] for at in range(most)]


def parts_of(documents: Sequence[Document], query: Query, catalog: Catalog, every: bool = False) -> list[Part]:
    """Return the fit sentences of the documents, or every one, those of the asked speaker where one is asked.

    Where no sentence is fit, all that have any content words are returned, heads only where there is nothing else: few
    words are better than none.
    """
    found: list[Part] = []
    others: list[Part] = []
    for each in documents:
        document = catalog.document(each.id)
        if document is None:
            continue
        owned = list(_owned(document, query, catalog, CHARACTERS // len(documents)))
        shares = _evenly(owned, max(20, SENTENCES // len(documents)))
        title = frozenset(content_words(document.title)) - LIGHT_STEMS
        parts = [
            (part_of(document, as_evidence(document, span, owner, score=1.0, coverage=1.0), place, len(shares)), owner)
            for place, (span, owner) in enumerate(shares)
        ]
        parts = [(part, owner) for part, owner in parts if not repeats(frozenset(part.stems), title)]
        telling = [(part, owner) for part, owner in parts if part.stems]
        fit = [part for part, _ in telling] if every else [able for pair in telling if (able := _standing(*pair))]
        found += fit
        others += [] if fit else _rest([part for part, _ in telling])
    return found or others


def _rest(telling: list[Part]) -> list[Part]:
    """Return the parts of a document of which none is fit: its short sentences, or its heads where it has no other."""
    return [part for part in telling if is_whole(part.document.text, part.span)] or telling


def part_of(document: Document, evidence: Evidence, place: int = 0, places: int = 1) -> Part:
    """Return evidence as a part of a summary."""
    words = content_words(document.text[evidence.start : evidence.end])
    return Part(document, evidence, tuple(each for each in words if each not in LIGHT_STEMS), place, places)


def _standing(part: Part, owner: Statement | None) -> Part | None:
    """Return a sentence that can stand alone, without what only joins it where it cannot with it."""
    if _may_stand(part, owner):
        return part
    later = replace(part, evidence=replace(part.evidence, start=after_join(part.document.text, part.span)))
    return later if later.span != part.span and _may_stand(later, owner) else None


def _may_stand(part: Part, owner: Statement | None) -> bool:
    """Return whether a sentence can stand alone and it is known whose it is; what is only asked is no main point."""
    if owner and (owner.speaker == INTERVIEWER or owner.sense not in ("plain", "denied")):
        return False
    text, span = part.document.text, part.span
    sure = owner is None or owner.confidence >= LIKELY
    fit = sure and (is_fit(text, span) or is_request(text, span) or names_itself(text, span))
    if not (fit or is_decision(text, span)):
        return False
    return not (is_furniture(text[slice(*span)].strip()) or is_beside_the_text(text, span))


def _owned(document: Document, query: Query, catalog: Catalog, characters: int) -> Iterator[Owned]:
    """Yield the sentences of a document with whose words they are, read in stretches up to so many characters."""
    statements = catalog.statements(document.id)
    starts = _evenly(range(0, max(1, len(document.text)), STRETCH), max(1, characters // STRETCH))
    seen: set[Span] = set()
    for start in starts:
        stretch = Candidate(document.id, start, min(len(document.text), start + STRETCH), 0.0)
        stretch = _whole(document.text, stretch)
        for span, owner in sentences_of_passage(document, stretch, _near(statements, stretch), query):
            if span not in seen:
                seen.add(span)
                bare = without_mark(document.text, span)
                yield (bare if owner else without_dateline(document.text, bare)), owner


def _whole(text: str, stretch: Candidate) -> Candidate:
    """Return a stretch that begins and ends where a paragraph does, so that no sentence is cut."""
    start, end = (_edge(text, at) for at in (stretch.start, stretch.end))
    return Candidate(stretch.document_id, start, end, 0.0) if start < end else stretch


def _edge(text: str, at: int) -> int:
    if at in (0, len(text)):
        return at
    found = text.find("\n", at)
    if 0 <= found < at + STRETCH // 2:
        return found
    found = text.find(". ", at)
    return found + 1 if 0 <= found < at + STRETCH // 2 else at


def _near(statements: Sequence[Statement], stretch: Candidate) -> list[Statement]:
    return [each for each in statements if each.start < stretch.end and each.end > stretch.start]
