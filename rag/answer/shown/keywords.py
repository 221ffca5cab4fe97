"""A bare list of words -> the sentences in which all or most of them stand together, told as that and nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.records import Document, owner_of
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.sentences import Span, sentences
from index.text.stems import STOPWORDS, content_words, plain, words
from rag.answer import statements
from rag.answer.shown.decided import Composed, Stages
from rag.check.cite import Form
from rag.find.answerability import Decision
from rag.find.terms import Term
from rag.phrasing import row
from rag.rank.evidence import as_evidence
from rag.rank.lines.signatures import without_signatures
from rag.records import Candidate, Evidence, Query, Ranked, Scope
from rag.understand.plan.loose import is_list_of_words
from rag.understand.speakers import EDGES

READ, SHOWN = 20, 3
"""So many of the best passages are read, and so many places are shown."""
TOGETHER = 5
"""So many sentences in a row may hold the words: a few lines on one thing."""
MOST, FEWEST = 2 / 3, 3
"""Of a longer list so much of it, and at least so many words, are enough: without them all it is told which stand."""


@dataclass(frozen=True)
class _Place:
    document: Document
    span: Span
    held: tuple[Term, ...]


def is_partial(query: Query, decision: Decision) -> bool:
    """Return whether what would answer a bare list of words has only some of them, and is not surely read to answer."""
    best = decision.best
    if best is None or best.coverage >= 1 or not is_list_of_words(query.standalone):
        return False
    return best.reading is None or best.reading.margin <= 0


def listed_words(query: Query, stages: Stages, scope: Scope, terms: Sequence[Term], ranked: Ranked) -> Composed | None:
    """Return where the words of a bare list stand together, None where they do not or no such list is asked."""
    evidence = _with_all_words(query, terms, ranked.candidates, stages.catalog) if query.kind == "fact" else ()
    if not evidence:
        return None
    form = _form(query, terms, evidence, stages.catalog)
    return Composed(query=query, scope=scope, form=form, ranked=ranked, probability=evidence[0].coverage)


def _with_all_words(
    query: Query, terms: Sequence[Term], candidates: Iterable[Candidate], catalog: Catalog
) -> tuple[Evidence, ...]:
    """Return where all or most words of a bare list stand together, best first; nothing for any other question."""
    if len(terms) < 2 or not is_list_of_words(query.standalone):
        return ()
    places = [best for each in list(candidates)[:READ] if (best := _place(each, terms, catalog))]
    most = max((len(each.held) for each in places), default=0)
    if most < len(terms) and (most < FEWEST or most < MOST * len(terms)):
        return ()
    fullest = [each for each in places if len(each.held) == most]
    fullest.sort(key=lambda each: each.span[1] - each.span[0])
    evidence = [_as_evidence(each, most / len(terms), catalog) for each in _apart(fullest)]
    return tuple(without_signatures(query, evidence, catalog))[:SHOWN]


def _form(query: Query, terms: Sequence[Term], evidence: Sequence[Evidence], catalog: Catalog) -> Form:
    """Return the answer that shows such sentences below which of the words stand in them."""
    held = set[str]()
    for each in evidence:
        document = catalog.document(each.document_id)
        held |= _stems(document.text[each.start : each.end]) if document else set()
    typed = [word for each in query.standalone.split() if (word := each.strip(EDGES)) and plain(word) not in STOPWORDS]
    standing = [f"“{each}”" for each in typed if _is_held(each, terms, held)]
    line = f"{row(standing)} {'stand together' if len(standing) > 1 else 'stands'} here:"
    return statements.form(query, evidence, catalog, line)


def _is_held(word: str, terms: Sequence[Term], held: set[str]) -> bool:
    own = set(content_words(unified(word)))
    return any(own & term.stems and term.stems & held for term in terms)


def _place(passage: Candidate, terms: Sequence[Term], catalog: Catalog) -> _Place | None:
    """Return the fewest sentences of a passage that hold most of the words, all of one owner."""
    document = catalog.document(passage.document_id)
    if document is None:
        return None
    found = [
        _Place(document, span, tuple(each for each in terms if each.stems & stems))
        for span in _runs(document, passage, catalog)
        if (stems := _stems(document.text[slice(*span)]))
    ]
    return max(found, key=lambda each: (len(each.held), each.span[0] - each.span[1]), default=None)


def _runs(document: Document, passage: Candidate, catalog: Catalog) -> Iterator[Span]:
    """Yield each run of sentences in a passage: of one statement, or of a paragraph that is nobody's."""
    said = catalog.statements(document.id)
    own = [each for each in said if each.start < passage.end and passage.start < each.end]
    for statement in own:
        yield from _rows(document.text, sentences(document.text, statement.start, statement.end))
    spans = sentences(document.text, passage.start, passage.end)
    yield from _rows(document.text, [each for each in spans if owner_of(each, said) is None])


def _rows(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each run of up to so many sentences of one paragraph."""
    for first in range(len(spans)):
        for last in range(first, min(first + TOGETHER, len(spans))):
            row_of = (spans[first][0], spans[last][1])
            if "\n\n" in text[slice(*row_of)]:
                break
            yield row_of


def _stems(text: str) -> set[str]:
    return set(words(unified(text)))


def _apart(places: Sequence[_Place]) -> list[_Place]:
    """Return the places without those that another before them overlaps."""
    kept: list[_Place] = []
    for each in places:
        if all(
            each.document.id != one.document.id or each.span[1] <= one.span[0] or one.span[1] <= each.span[0]
            for one in kept
        ):
            kept.append(each)
    return kept


def _as_evidence(place: _Place, coverage: float, catalog: Catalog) -> Evidence:
    owner = owner_of(place.span, catalog.statements(place.document.id))
    return as_evidence(place.document, place.span, owner, score=coverage, coverage=coverage)
