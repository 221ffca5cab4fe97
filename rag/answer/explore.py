"""What a speaker, a topic and a time hold, counted and in order of days, for looking around instead of asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.names.names import Speaker
from index.storage.catalog import Catalog
from rag.answer.listing import listed, quoted_inside
from rag.check import cite, verify
from rag.find.terms import Term, terms_of
from rag.rank.evidence import as_evidence
from rag.rank.whole_sentences import telling_statements
from rag.records import Citation, Evidence, Query


@dataclass(frozen=True)
class View:
    """What to look at: words of one person or of anybody, on a topic or on anything, between two days."""

    speaker: str | None = None
    forms: tuple[str, ...] = ()
    """The spellings of the speaker in the store."""
    topic: str = ""
    since: str | None = None
    until: str | None = None
    document: str | None = None
    """A pattern of the ids of documents, None for all."""

    @property
    def title(self) -> str:
        """Return what it shows, for people."""
        who = self.speaker or "Everybody"
        return f"{who} on “{self.topic}”" if self.topic else who


def found(view: View, catalog: Catalog) -> tuple[Evidence, ...]:
    """Return every statement of the view, the earliest first; with a topic, every sentence that names it.

    Of anybody's words on a topic, those that stand in a reporter's sentence are whose they are.
    """
    query = Query(
        standalone=view.title,
        kind="list",
        topic=view.topic,
        speaker=view.speaker,
        speakers=view.forms,
        since=view.since,
        until=view.until,
        document=view.document,
    )
    terms = terms_of(query, catalog, catalog.counts()["passages"]) if view.topic.strip() else ()
    entries = listed(query, terms, catalog)
    every: Iterable[Evidence] = (*entries.named, *entries.otherwise)
    if not view.speaker:
        every = {_place(one): one for each in every for one in _by_speakers(each, terms, catalog)}.values()
    return tuple(sorted(every, key=_order))


def _by_speakers(sentence: Evidence, terms: Sequence[Term], catalog: Catalog) -> list[Evidence]:
    """Return the statements in a reporter's sentence that name the topic, or the sentence where none does.

    One that is understood only in its sentence is that sentence, where it is one speaker's.
    """
    inside = quoted_inside(sentence, terms, catalog)
    document = catalog.document(sentence.document_id) if inside else None
    if document is None:
        return [sentence]
    span = (sentence.start, sentence.end)
    telling = telling_statements(document.text, span, catalog.statements(document.id))
    if not telling:
        return inside
    if len({each.speaker for each in telling}) > 1 or telling[0].speaker is None:
        return [sentence]
    return [as_evidence(document, span, replace(telling[0], kind="reported"), score=1.0, coverage=1.0)]


def _place(each: Evidence) -> tuple[str, int, int, str | None]:
    return each.document_id, each.start, each.end, each.speaker


def _order(each: Evidence) -> tuple[str, str, int]:
    return each.said_on or "", each.document_id, each.start


MOST_MONTHS = 72
"""Of a longer time years are counted, not months."""


def _length(first: str, last: str) -> int:
    """Return how much of a day tells its month, or its year where the time is long."""
    years = int(last[:4]) - int(first[:4])
    return len("YYYY") if years * 12 > MOST_MONTHS else len("YYYY-MM")


def by_period(views: Sequence[Sequence[Evidence]]) -> list[dict[str, int]]:
    """Return for each view how many there are of each month (YYYY-MM), in order, or of each year of a longer time.

    What has no day, or for months only a year, is left out.
    """
    days = sorted(each.said_on for view in views for each in view if each.said_on)
    length = _length(days[0], days[-1]) if days else 0
    counted = (
        Counter(each.said_on[:length] for each in view if len(each.said_on or "") >= length and each.said_on)
        for view in views
    )
    return [dict(sorted(each.items())) for each in counted]


MOST_SPEAKERS = 15
"""So many rows are read at a glance; who said less is in the list below."""


@dataclass(frozen=True)
class Spoken:
    """How many statements of one person are of one month (YYYY-MM) or year."""

    speaker: str
    period: str
    statements: int


def by_speaker(counts: Iterable[tuple[str, str, int]], register: Iterable[Speaker]) -> list[Spoken]:
    """Return the counts of (name, month, statements) of the people who said most, the most first, then by time.

    A long time is counted by years. All forms of a name count for the person of the register.
    """
    people = {form: each.name for each in register for form in (each.name, *each.forms)}
    known = [(people[name], month, count) for name, month, count in counts if name in people]
    if not known:
        return []
    months = sorted(month for _, month, _ in known)
    length = _length(months[0], months[-1])
    said: dict[str, Counter[str]] = {}
    for name, month, count in known:
        said.setdefault(name, Counter())[month[:length]] += count
    first = sorted(said, key=lambda name: (-said[name].total(), name))[:MOST_SPEAKERS]
    return [Spoken(name, period, count) for name in first for period, count in sorted(said[name].items())]


def months_of(evidence: Iterable[Evidence]) -> list[tuple[str, str, int]]:
    """Return of each speaker how many pieces of evidence are of which month (YYYY-MM)."""
    dated = (
        (each.speaker, each.said_on[:7])
        for each in evidence
        if each.speaker and len(each.said_on or "") >= 7 and each.said_on
    )
    return [(speaker, month, count) for (speaker, month), count in Counter(dated).items()]


def shown(evidence: Sequence[Evidence], catalog: Catalog) -> list[Citation]:
    """Return the evidence as checked citations, numbered from 1."""
    return list(verify.checked(cite.cite(evidence, catalog), catalog))
