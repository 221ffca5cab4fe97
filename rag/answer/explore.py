"""What a speaker, a topic and a time hold, counted and in order of days, for looking around instead of asking."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from index.names.names import is_name
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.word_lists import person_nouns
from index.transcripts.label_words import is_office
from rag.answer.listing import listed
from rag.check import cite, verify
from rag.find.terms import terms_of
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

    @property
    def title(self) -> str:
        """Return what it shows, for people."""
        who = self.speaker or "Everybody"
        return f"{who} on “{self.topic}”" if self.topic else who


def found(view: View, catalog: Catalog) -> tuple[Evidence, ...]:
    """Return every statement of the view, the earliest first; with a topic, every sentence that names it."""
    query = Query(
        standalone=view.title,
        kind="list",
        topic=view.topic,
        speaker=view.speaker,
        speakers=view.forms,
        since=view.since,
        until=view.until,
    )
    terms = terms_of(query, catalog, catalog.counts()["passages"]) if view.topic.strip() else ()
    entries = listed(query, terms, catalog)
    return tuple(sorted([*entries.named, *entries.otherwise], key=_order))


def _order(each: Evidence) -> tuple[str, str, int]:
    return each.said_on or "", each.document_id, each.start


MOST_MONTHS = 72
"""Of a longer time years are counted, not months."""


def by_period(views: Sequence[Sequence[Evidence]]) -> list[dict[str, int]]:
    """Return for each view how many there are of each month (YYYY-MM), in order, or of each year of a longer time.

    What has no day, or for months only a year, is left out.
    """
    days = sorted(each.said_on for view in views for each in view if each.said_on)
    years = int(days[-1][:4]) - int(days[0][:4]) if days else 0
    length = len("YYYY") if years * 12 > MOST_MONTHS else len("YYYY-MM")
    counted = (
        Counter(each.said_on[:length] for each in view if len(each.said_on or "") >= length and each.said_on)
        for view in views
    )
    return [dict(sorted(each.items())) for each in counted]


def shown(evidence: Sequence[Evidence], catalog: Catalog) -> list[Citation]:
    """Return the evidence as checked citations, numbered from 1."""
    return list(verify.checked(cite.cite(evidence, catalog), catalog))


STARTERS = 4


def starter_questions(catalog: Catalog) -> tuple[str, ...]:
    """Return up to four questions about the countries and names that the most quoted speakers name most."""
    speakers = [each for each in catalog.speakers() if not each.startswith(_DESCRIBED)]
    # "Interviewer" and "Chair" are nobody whom a reader looks for, where anybody has a name.
    named = [each for each in speakers if _is_called_so(each)]
    asked = [
        [f"What did {speaker} say about {_with_article(topic)}?" for topic in _named_by(speaker, catalog)]
        or [f"What did {speaker} say?"]
        for speaker in (named or speakers)[:STARTERS]
    ]
    # One of each speaker before the second of any.
    in_turns = [question for round_ in zip_longest(*asked) for question in round_ if question]
    return tuple(in_turns[:STARTERS])


def _is_called_so(speaker: str) -> bool:
    """Return whether somebody speaks under a name, not as what he is: "Odran Tell", not "Interviewer" or "Q"."""
    alone = speaker.lower() in person_nouns() or is_office(speaker) or len(speaker) < 3
    return is_name(speaker) and not alone


_DESCRIBED = ("The ", "the ", "A ", "a ", "An ", "an ", "One ", "one ")
_PLURAL = re.compile(r"(?:United|Union|Netherlands|Philippines|Emirates|Republic|States)\b")


def _with_article(topic: str) -> str:
    """Return a topic as it stands in a sentence: the United States, Poland."""
    return f"the {topic}" if _PLURAL.search(topic) else topic


_NAMED = r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]+)*\b"


def _named_by(speaker: str, catalog: Catalog) -> list[str]:
    counted: Counter[str] = Counter()
    for document_id in sorted(catalog.documents_of(speaker))[:50]:
        document = catalog.document(document_id)
        for each in catalog.statements(document_id) if document else []:
            if document and each.speaker == speaker:
                text = document.text[each.start : each.end]
                counted.update(match[0] for match in re.finditer(_NAMED, text))
    own = set(speaker.split())
    topics: dict[str, int] = {}
    for word, count in counted.items():
        if word not in own:
            topic = country(word) or word
            topics[topic] = topics.get(topic, 0) + count
    return sorted(topics, key=lambda topic: (-topics[topic], topic))
