"""What a speaker, a topic and a time hold, counted and in order of days, for looking around instead of asking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.storage.catalog import Catalog
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
    document: str | None = None
    """A pattern of the ids of documents, None for all."""

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
        document=view.document,
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
