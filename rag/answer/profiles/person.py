"""What is known of one person from his or her words and what documents say: each fact with the words that bear it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.names.names import Speaker
from index.records import Document, Sense, Statement, owner_of
from index.senses.sense import SENSE_LABELS
from index.storage.catalog import Catalog
from index.storage.corrections import is_corrected_at
from index.text.sentences import sentences
from index.transcripts.label_names import readable_name
from rag.answer.broad.topics import topics
from rag.answer.broad.which import Find
from rag.answer.explore import View, found, shown
from rag.check import verify
from rag.rank.evidence import as_evidence
from rag.rank.replies import right_before
from rag.records import Broad, Citation, Evidence, Query, Segment

MOST = 8
"""So many roles, people and corrected words are named."""
MOST_DOCUMENTS = 200
"""So many documents of a person, the newest, are read for who answers whom and for what is not simply said."""
OPENING = 2
"""So many sentences of a long statement are shown."""


@dataclass(frozen=True)
class Shown:
    """A fact in the program's words with the words that bear it."""

    label: str
    citation: Citation
    count: int = 1
    """How often the like is met; the newest is cited."""


@dataclass(frozen=True)
class Person:
    """All of it; what is cited is numbered through."""

    speaker: Speaker
    view: View
    """What shows all words of this person."""
    roles: tuple[Shown, ...]
    """What documents say that somebody is."""
    ends: tuple[Shown, ...]
    """The first and the last words that have a day."""
    topics: tuple[Segment, ...]
    """The names and phrases used most, each with a sentence that has it."""
    senses: tuple[Shown, ...]
    """Words that are not simply said: denied, asked and the like."""
    exchanges: tuple[Shown, ...]
    """Who answers this person in a transcript, and whom this person answers."""
    corrected: tuple[Citation, ...]
    citations: tuple[Citation, ...]


def person(name: str, catalog: Catalog, find: Find) -> Person | None:
    """Return what is known of the person of a name or of one of its forms, None where nobody of that name speaks."""
    speaker = next((each for each in catalog.register() if name in (each.name, *each.forms)), None)
    if speaker is None or not speaker.statements:
        return None
    view = View(speaker=speaker.name, forms=(speaker.name, *speaker.forms))
    said = found(view, catalog)
    own = list(_own(view.forms, catalog))
    spoken, cited = _topics(speaker, view, catalog, find)
    numbered = _Numbered(catalog, list(cited))
    return Person(
        speaker=speaker,
        view=view,
        roles=tuple(numbered.shown(_roles(view.forms, catalog))),
        ends=tuple(numbered.shown(_ends(said))),
        topics=spoken,
        senses=tuple(numbered.shown(_senses(own))),
        exchanges=tuple(numbered.shown(_exchanges(view.forms, own, catalog))),
        corrected=tuple(each.citation for each in numbered.shown(_corrected(said, catalog))),
        citations=tuple(numbered.citations),
    )


_Fact = tuple[str, int, Evidence]
_Own = tuple[Document, Statement]


class _Numbered:
    """Makes citations of evidence, numbered on after those that are there."""

    def __init__(self, catalog: Catalog, citations: list[Citation]) -> None:
        self._catalog = catalog
        self.citations = citations

    def shown(self, facts: Iterable[_Fact]) -> Iterator[Shown]:
        """Yield each fact with its citation."""
        for label, count, evidence in facts:
            (citation,) = shown([evidence], self._catalog)
            citation = replace(citation, n=len(self.citations) + 1)
            self.citations.append(citation)
            yield Shown(label, citation, count)


def _topics(
    speaker: Speaker, view: View, catalog: Catalog, find: Find
) -> tuple[tuple[Segment, ...], tuple[Citation, ...]]:
    query = Query(
        standalone=f"What does {speaker.name} talk about?",
        kind="overview",
        topic="",
        speaker=speaker.name,
        speakers=view.forms,
        broad=Broad("topics"),
    )
    form = topics(query, catalog, find)
    if form is None:
        return (), ()
    checked = verify.checked(form.citations, catalog)
    return verify.with_checked(form.segments, checked), checked


def _roles(forms: Sequence[str], catalog: Catalog) -> Iterator[_Fact]:
    """Yield what the documents say that somebody is, what most of them say first, each with a sentence that says it."""
    held: dict[str, dict[str, str]] = defaultdict(dict)
    for form in forms:
        for document_id, words in catalog.descriptions(form):
            held[words].setdefault(document_id, form)
    shown = 0
    for words, documents in sorted(held.items(), key=lambda each: (-len(each[1]), each[0])):
        said = next((each for each in (_role(*one, words, catalog) for one in documents.items()) if each), None)
        if said and shown < MOST:
            shown += 1
            yield words, len(documents), said


def _role(document_id: str, form: str, words: str, catalog: Catalog) -> Evidence | None:
    """Return the sentence of a document that says so of the person, None where the words do not stand by the name."""
    document = catalog.document(document_id)
    if document is None:
        return None
    name, at = form.split()[-1], document.text.find(words)
    while at >= 0:
        first = document.text.rfind("\n", 0, at) + 1
        line = document.text.find("\n", at)
        for span in sentences(document.text, first, line if line >= 0 else len(document.text)):
            if span[0] <= at < span[1] and name in document.text[slice(*span)]:
                owner = owner_of(span, catalog.statements(document_id))
                return as_evidence(document, span, owner, score=1.0, coverage=1.0)
        at = document.text.find(words, at + 1)
    return None


def _own(forms: Sequence[str], catalog: Catalog) -> Iterator[_Own]:
    """Yield the statements of a person with their documents, the oldest first."""
    days = catalog.published()
    held = {each for form in forms for each in catalog.documents_of(form)}
    for document_id in sorted(held, key=lambda each: (days.get(each) or "", each))[-MOST_DOCUMENTS:]:
        if document := catalog.document(document_id):
            statements = [each for each in catalog.statements(document_id) if each.speaker in forms]
            yield from ((document, each) for each in statements)


def _ends(said: Sequence[Evidence]) -> Iterator[_Fact]:
    dated = [each for each in said if each.said_on]
    if dated:
        yield "First words", 1, dated[0]
    if len(dated) > 1:
        yield "Last words", 1, dated[-1]


def _senses(own: Sequence[_Own]) -> Iterator[_Fact]:
    """Yield for each sense but the plain one how often it is met, with its newest words."""
    held: dict[Sense, list[_Own]] = defaultdict(list)
    for document, each in own:
        if each.sense != "plain":
            held[each.sense].append((document, each))
    for sense, met in sorted(held.items(), key=lambda each: (-len(each[1]), each[0])):
        yield SENSE_LABELS[sense], len(met), _opening(*met[-1])


def _exchanges(forms: Sequence[str], own: Sequence[_Own], catalog: Catalog) -> Iterator[_Fact]:
    """Yield who answers the person and whom the person answers, by turns right behind each other."""
    counts: Counter[str] = Counter()
    newest: dict[str, _Own] = {}
    for document in {each.id: each for each, _ in own}.values():
        for before, after in _turns(document.text, catalog.statements(document.id)):
            if label := _exchange(before, after, forms):
                counts[label] += 1
                newest[label] = (document, after)
    for label, count in counts.most_common(MOST):
        yield label, count, _opening(*newest[label])


def _exchange(before: Statement, after: Statement, forms: Sequence[str]) -> str | None:
    mine, theirs = before.speaker in forms, after.speaker in forms
    if mine == theirs or not before.speaker or not after.speaker:
        return None
    return f"{_in_a_sentence(after.speaker)} answers" if mine else f"Answers {_in_a_sentence(before.speaker)}"


def _in_a_sentence(speaker: str) -> str:
    """Return a speaker as a sentence has him: the interviewer, Palo Brandt."""
    name = readable_name(speaker)
    is_bare = name[:1].islower() and not name.startswith(("the ", "a ", "an ", "one "))
    return f"the {name}" if is_bare else name


def _turns(text: str, statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the turns that stand right behind each other."""
    turns = sorted((each for each in statements if each.kind == "turn"), key=lambda each: each.start)
    for before, after in zip(turns, turns[1:], strict=False):
        if right_before(text, before, after):
            yield before, after


def _opening(document: Document, statement: Statement) -> Evidence:
    """Return the first sentences of a statement."""
    first = sentences(document.text, statement.start, statement.end)[:OPENING]
    span = (first[0][0], first[-1][1]) if first else (statement.start, statement.end)
    return as_evidence(document, span, statement, score=1.0, coverage=1.0)


def _corrected(said: Sequence[Evidence], catalog: Catalog) -> Iterator[_Fact]:
    """Yield the words whose speaker or day somebody corrected."""
    read = catalog.corrected()
    fields = ("speaker", "said_on")
    corrected = [
        each
        for each in said
        if any(is_corrected_at(read.get(each.document_id, ()), (each.start, each.end), field) for field in fields)
    ]
    yield from (("corrected", 1, each) for each in corrected[:MOST])
