"""List everything: all sentences of a speaker, a time, a document that name a topic, with the right count.

Exhaustive, not the best few: exact-word search gives every passage with the topic's words, and each sentence there is
read. A sentence names the topic when it holds all its words by stem. What names it by another word of the same country
("Poles" for Poland) is listed after these and counted apart, so that the count is what a reader's own search gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import Document, Passage, Statement, owner_of
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.counts import counted as number_of
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import allowed, is_asked_for
from rag.find.terms import Term, setting_of, within
from rag.phrasing import readable_date
from rag.rank.evidence import as_evidence
from rag.rank.passage_sentences import Owned
from rag.rank.whole_sentences import needs_its_sentence, sentence_around
from rag.records import Citation, Evidence, Query, Segment

SHOWN, CITED = 10, 200
"""So many are shown in the answer's text, and so many at most are cited."""
OPENING_WORDS = 60
"""Of a longer statement without a topic to look for, its first sentences up to so many words are cited."""


@dataclass(frozen=True)
class Listed:
    """All that was found, newest first: what names the topic itself, and what names it by another word."""

    named: tuple[Evidence, ...]
    otherwise: tuple[Evidence, ...] = ()
    by_name: tuple[Evidence, ...] = ()
    """Of a topic of several words with a name: what has the name, with or without the other words."""
    beside: tuple[Evidence, ...] = ()
    """The paragraphs that name the asked speaker in passages which name the topic, whoever speaks there."""

    def __bool__(self) -> bool:
        return bool(self.named or self.otherwise)


def listed(query: Query, terms: Sequence[Term], catalog: Catalog) -> Listed:
    """Return every sentence under the query's filters that names the topic; without one, every statement.

    What tells where it was said ("at the UN") need not stand in a sentence whose document's title tells it.
    """
    asked = set(content_words(unified(query.topic)))
    setting = setting_of(query.topic)
    besides = tuple(each for each in terms if not each.stems & setting)
    named: list[Evidence] = []
    otherwise: list[Evidence] = []
    for document, parts in _documents(query, besides or terms, catalog):
        statements = catalog.statements(document.id)
        required = within(tuple(terms), setting, document.title) if besides else terms
        literal = [term.stems & asked or term.stems for term in required]
        for span, owner in _outermost(_units(document, statements, query, parts, bool(terms))):
            stems = set(words(unified(document.text[slice(*span)])))
            if all(term.stems & stems for term in required):
                found = named if all(each & stems for each in literal) else otherwise
                found.append(_as_evidence(document, span, owner))
    return Listed(_newest_first(named), _newest_first(otherwise))


def quoted_inside(found: Evidence, terms: Sequence[Term], catalog: Catalog) -> list[Evidence]:
    """Return what statements have of a sentence that is not wholly theirs, where that names the topic itself."""
    document = catalog.document(found.document_id)
    if document is None or found.speaker is not None:
        return []
    inside = []
    for each in catalog.statements(document.id):
        # A turn or a quotation of several sentences begins in one, behind its label or its mark, and goes on.
        span = max(found.start, each.start), min(found.end, each.end)
        if each.speaker and span[0] < span[1]:
            stems = set(words(unified(document.text[slice(*span)])))
            if all(term.stems & stems for term in terms):
                inside.append(_as_evidence(document, span, each))
    return inside


def every_sentence(query: Query, catalog: Catalog) -> Iterator[tuple[Document, Owned]]:
    """Yield each sentence of the statements under the query's filters with its document."""
    for document, parts in _documents(query, (), catalog):
        statements = catalog.statements(document.id)
        asked = (each for each in statements if is_asked_for(query, each, document.published))
        units = (unit for each in asked for unit in _of_statement(document.text, each, statements, parts, topical=True))
        yield from ((document, each) for each in _outermost(units))


def _documents(query: Query, terms: Sequence[Term], catalog: Catalog) -> Iterator[tuple[Document, list[Span]]]:
    """Yield each document that may hold what is asked, with the parts to read: passages with the rarest word."""
    among = allowed(query, catalog)
    if terms:
        rarest = max(terms, key=lambda term: term.weight)
        passages = catalog.passages_holding(rarest.stems)
    else:
        passages = list(catalog.passages(sorted(among)).values()) if among is not None else _all(catalog)
    by_document: dict[str, list[Span]] = {}
    for each in sorted(passages, key=lambda each: (each.document_id, each.start)):
        if among is None or each.id in among:
            by_document.setdefault(each.document_id, []).append((each.start, each.end))
    for document_id, parts in by_document.items():
        if document := catalog.document(document_id):
            yield document, parts


def _all(catalog: Catalog) -> list[Passage]:
    return [each for document in catalog.documents() for each in catalog.passages_of(document.id)]


def _units(
    document: Document, statements: Sequence[Statement], query: Query, parts: Sequence[Span], topical: bool
) -> Iterator[Owned]:
    """Yield the sentences that reach into the parts with their statement, of the asked speaker if any."""
    if not query.speaker and topical:
        yield from _of_anybody(document.text, statements, parts)
        return
    for statement in statements:
        here = [each for each in parts if each[0] < statement.end and each[1] > statement.start]
        if here and is_asked_for(query, statement, document.published):
            yield from _of_statement(document.text, statement, statements, here, topical)


def _of_anybody(text: str, statements: Sequence[Statement], parts: Sequence[Span]) -> Iterator[Owned]:
    for part in parts:
        for span in _sentences_in(text, 0, len(text), part):
            yield span, owner_of(span, _near(statements, span))


def _of_statement(
    text: str, statement: Statement, statements: Sequence[Statement], parts: Sequence[Span], topical: bool
) -> Iterator[Owned]:
    """Yield what is cited of a statement: the sentence it needs, its opening, or on a topic each of its sentences."""
    if needs_its_sentence(text, statement):
        yield sentence_around(text, statement), replace(statement, kind="reported")
        return
    if not topical:
        yield _opening(text, statement), statement
        return
    for part in parts:
        for span in _sentences_in(text, statement.start, statement.end, part):
            if owner_of(span, _near(statements, span)) == statement:
                yield span, statement


def _near(statements: Sequence[Statement], span: Span) -> list[Statement]:
    return [each for each in statements if each.start <= span[0] and span[1] <= each.end]


def _sentences_in(text: str, first: int, last: int, part: Span) -> list[Span]:
    """Return the sentences between `first` and `last` that reach into the part, whole.

    Passages are cut at sentences; only one too long for a passage is cut itself, so a passage's margin is read too.
    """
    start = max(first, _paragraph_start(text, part[0]))
    found = sentences(text, start, min(last, _paragraph_end(text, part[1])))
    return [each for each in found if each[0] < part[1] and each[1] > part[0]]


def _paragraph_start(text: str, at: int) -> int:
    return text.rfind("\n\n", 0, at) + 1


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n\n", at)
    return len(text) if end < 0 else end


def _opening(text: str, statement: Statement) -> Span:
    spans = sentences(text, statement.start, statement.end) or [(statement.start, statement.end)]
    end = spans[0][1]
    for start, last in spans[1:]:
        if "\n" in text[end:start] or len(text[statement.start : last].split()) > OPENING_WORDS:
            break
        end = last
    return spans[0][0], end


def _outermost(units: Iterable[Owned]) -> list[Owned]:
    """Return each span once, without those that lie in another one of the same speaker."""
    unique = sorted(dict(units).items(), key=lambda unit: (unit[0][0], -unit[0][1]))
    kept: list[Owned] = []
    for span, owner in unique:
        contained = any(
            span[1] <= other[1] and (other_owner and other_owner.speaker) == (owner and owner.speaker)
            for other, other_owner in kept[-3:]
        )
        if not contained:
            kept.append((span, owner))
    return kept


def _as_evidence(document: Document, span: Span, owner: Statement | None) -> Evidence:
    return as_evidence(document, span, owner, score=1.0, coverage=1.0)


def _newest_first(found: list[Evidence]) -> tuple[Evidence, ...]:
    in_order = sorted(found, key=lambda each: (each.document_id, each.start))
    return tuple(sorted(in_order, key=lambda each: each.said_on or "", reverse=True))


def form(query: Query, found: Listed, catalog: Catalog) -> Form:
    """Return the answer: how many there are, the first of them by day, all cited up to 200."""
    evidence = [*found.named, *found.otherwise][:CITED]
    citations = cite.cite(evidence, catalog)
    shown = SHOWN if not query.counts else min(SHOWN, 3)
    named = min(len(found.named), len(evidence))
    first = [*range(min(shown, named))]
    more = [*range(named, len(evidence))][: max(0, shown - len(first))]
    segments = [Segment(f"{counted(query, found, citations)}{_page(len(first), named, len(found.named))}")]
    segments += _by_day([evidence[at] for at in first], [citations[at] for at in first])
    if found.otherwise:
        others = len(evidence) - named
        cited = f" ({_cited(others, len(found.otherwise))})" if len(more) < len(found.otherwise) else ""
        segments.append(Segment(f"\n\n{otherwise(query, found)}{cited}{':' if more else '.'}"))
        segments += _by_day([evidence[at] for at in more], [citations[at] for at in more])
    return Form(tuple(segments), tuple(citations), count=len(found.named))


def counted(query: Query, found: Listed, citations: Sequence[Citation]) -> str:
    """Return the sentence that says how many there are, whose, about what, in how many documents and of when."""
    number = len(found.named)
    every = (*found.named, *found.otherwise)
    unit = "sentence" if query.topic else "statement"
    names = f" name{'s' if number == 1 else ''} {query.topic}" if query.topic else ""
    where = number_of(len({each.document_id for each in every}), "document")
    what = f"{number or 'No'} {unit}{'' if number == 1 else 's'}"
    return f"{what}{_whose(query, citations)}{names} ({where}{_when(every)})."


def _whose(query: Query, citations: Sequence[Citation]) -> str:
    if not query.speaker:
        return ""
    speakers = {each.speaker for each in citations}
    return f" by {(speakers.pop() if len(speakers) == 1 else None) or query.speaker}"


def _when(found: Sequence[Evidence]) -> str:
    """Return the first and the last day of what was found, with a comma before them."""
    days = sorted(each.said_on for each in found if each.said_on)
    if not days:
        return ""
    first, last = readable_date(days[0]), readable_date(days[-1])
    return f", {first}" if first == last else f", {first} to {last}"


def _page(shown: int, cited: int, number: int) -> str:
    return f" The first {shown} are shown, {_cited(cited, number)}." if shown < number else ""


def _cited(cited: int, number: int) -> str:
    return "none is cited" if not cited else "all are cited" if cited == number else f"the first {cited} are cited"


def otherwise(query: Query, found: Listed) -> str:
    """Return how many sentences name the topic by another word of the same country."""
    number = len(found.otherwise)
    return f"{number} more name{'s' if number == 1 else ''} {query.topic} by another word"


def _by_day(evidence: Sequence[Evidence], citations: Sequence[Citation]) -> list[Segment]:
    segments = cite.grouped(evidence, citations)
    return [Segment("\n\n"), *segments] if segments else []
