"""Filters of a query -> the passages that they allow, chosen in the catalog.

Days hold for when a thing was said where a speaker is asked about, else for when a document was published.
"""

from __future__ import annotations

from datetime import date
from fnmatch import fnmatchcase
from functools import partial

from index.names.titles import name_words
from index.records import Statement
from index.storage.catalog import MOST_FILTERS, Catalog
from rag.records import Query

SAID = 0.5
"""Statements that are less sure are no answer to what somebody said: beliefs and acts that a document tells of."""
FORTNIGHT, HALF_YEAR = 14, 182


def allowed(query: Query, catalog: Catalog) -> frozenset[str] | None:
    """Return the ids of the passages that the query's filters allow, or None when there is no filter.

    They are remembered, as a question reads them several times and a conversation keeps its filters.
    """
    if not (query.speaker or query.since or query.until or query.document):
        return None
    key = (query.since, query.until, query.periods, query.document, query.speaker and query.speakers)
    read = partial(_allowed, query, catalog)
    return catalog.memory.remember_last("allowed passages", key, read, MOST_FILTERS)


def _allowed(query: Query, catalog: Catalog) -> frozenset[str]:
    if query.speaker:
        said = catalog.passages_said_by(query.speakers)
        among = frozenset(each for day, passages in said.items() if in_days(query, day) for each in passages)
        if _is_dated(query) and (undated := said.get("")):
            among |= undated & _published(query, catalog)
        return among & _of_documents(query, catalog) if query.document else among
    return _of_documents(query, catalog)


def said_by_asked(query: Query, speaker: str | None, document_id: str) -> bool:
    """Return whether a statement's speaker is the asked one, and not by a surname that several of its text bear."""
    if speaker not in query.speakers:
        return False
    return document_id not in query.shared_in or len(name_words(speaker or "")) != 1


def is_asked_for(query: Query, statement: Statement, published: str | None) -> bool:
    """Return whether a statement is sure enough, in the days asked about, and the asked speaker's if one is asked.

    `published` is its document's day, which counts where its own is not known: it is shown as the article's.
    """
    if query.speaker:
        theirs = said_by_asked(query, statement.speaker, statement.document_id)
    else:
        theirs = statement.speaker is not None
    return theirs and statement.confidence >= SAID and in_days(query, statement.said_on or published)


def _is_dated(query: Query) -> bool:
    return bool(query.since or query.until or query.periods)


def _published(query: Query, catalog: Catalog) -> frozenset[str]:
    """Return the ids of the passages of the documents that were published in the days asked about."""
    key = ("published", query.since, query.until, query.periods)
    return catalog.passages_in(lambda _, published: in_days(query, published), key)


def _of_documents(query: Query, catalog: Catalog) -> frozenset[str]:
    key = (query.since, query.until, query.periods, query.document, bool(query.speaker))
    return catalog.passages_in(lambda document_id, published: fits(query, document_id, published), key)


def fits(query: Query, document_id: str, published: str | None) -> bool:
    """Return whether a document may hold what is asked; words that somebody said may be reported on a later day."""
    if query.document and not fnmatchcase(document_id, query.document):
        return False
    return bool(query.speaker) or in_days(query, published)


def in_days(query: Query, day: str | None) -> bool:
    """Return whether a day, a month or a year lies in the days asked about; one that is not known never does."""
    if query.periods:
        return any(_between(day, first, last) for first, last in query.periods)
    if query.since and not (day and (day >= query.since or query.since.startswith(day))):
        return False
    # A filter may be a year or a month: "2021" holds all days that begin with it.
    return not query.until or bool(day and (day <= query.until or day.startswith(query.until)))


def _between(day: str | None, first: str, last: str) -> bool:
    return bool(day and (day >= first or first.startswith(day)) and (day <= last or last.startswith(day)))


def near_in_time(published: str | None, question_date: str | None) -> float:
    """Return 1 for a document of the fortnight around a question's day, falling to 0 for one half a year away.

    A date of a year or a month alone, or none, counts as far. Of 160 news questions with a marked sentence in RealTime
    QA nine in ten are answered by an article of the nine days before.
    """
    if not published or not question_date or len(published) != 10:
        return 0.0
    apart = abs((date.fromisoformat(published) - date.fromisoformat(question_date)).days)
    return max(0.0, 1 - max(0, apart - FORTNIGHT) / HALF_YEAR)
