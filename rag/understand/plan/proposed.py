"""A plan that a chat model proposes -> its queries, where the question and the documents bear each line of it.

A line is a part: `kind | speaker | topic | first day | last day`. A speaker must be known to the documents, every word
must stand in the question or those before it, and a day must be of a year and a month that stand there. One line that
does not hold makes the whole plan nothing, and the rules' reading is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.dates.days import MONTH, MONTH_NUMBER
from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words
from rag.phrasing import together
from rag.records import Query, Turn
from rag.understand.plan.compared import asks
from rag.understand.plan.joined import MOST
from rag.understand.plan.parts import NO_PLAN, Part, Plan, headings
from rag.understand.quoted_words import marked
from rag.understand.speakers import find_speakers

KINDS = frozenset({"statements", "fact"})
_FIELDS = 5
_MONTHS = expression(rf"\b{MONTH}\b", re.IGNORECASE)
_YEARS = expression(r"\b\d{4}\b")
_NAMES = expression(r"(?<=\S )\b[A-ZА-ЯЁІЎŁŚŻ][\w’'-]*[a-zа-я][\w’'-]*|\d+")
_IDLE = frozenset(
    content_words("say said says tell told think thought talk spoke mention know anything what who compare")
)
"""Words with which a part may ask that the question need not have."""


class ProposalError(ValueError):
    """A proposed plan does not hold; the text says why."""


@dataclass(frozen=True)
class _Line:
    kind: str
    speaker: str
    topic: str
    since: str | None
    until: str | None


def may_be_planned(turn: Turn, query: Query) -> bool:
    """Return whether a model is asked how to read a turn: not where words are quoted or filters were set by hand."""
    by_hand = turn.speaker or turn.since or turn.until or turn.document or turn.without
    return query.kind in KINDS and not by_hand and not marked(query.standalone)


def as_read(
    reply: str,
    turn: Turn,
    query: Query,
    rules: Callable[[Turn, Query], Plan],
    catalog: Catalog,
    understand: Callable[[Turn], Query],
) -> tuple[Query, Plan]:
    """Return the query and the plan as a model's reply reads a turn, or as the rules do, with the reason why."""
    try:
        queries = _queries(reply, turn, query, catalog, understand)
    except ProposalError as error:
        why = f"The model’s reading of the question was not taken: {error}."
        return _noted(query, rules(turn, query), why)
    if queries == [query]:
        return query, rules(turn, query)
    if len(queries) == 1:
        return _noted(queries[0], NO_PLAN, f"Read by the model as: “{queries[0].standalone}”")
    return query, Plan(tuple(Part(*pair) for pair in zip(headings(queries), queries, strict=True)))


def _queries(
    reply: str, turn: Turn, query: Query, catalog: Catalog, understand: Callable[[Turn], Query]
) -> list[Query]:
    """Return the queries of a model's reply, each once.

    Raises:
        ProposalError: a line has another form, or names a speaker, a word or a day that the question does not bear.
    """
    given = " ".join([*turn.history, query.standalone])
    lines = [_line(each) for each in reply.strip().splitlines() if each.strip()]
    if not 0 < len(lines) <= MOST:
        raise ProposalError("it has no part" if not lines else f"it has more than {MOST} parts")
    _keeps_names(query.standalone, lines)
    return list(dict.fromkeys(_query(each, given, turn, catalog, understand) for each in lines))


def _noted(query: Query, plan: Plan, notice: str) -> tuple[Query, Plan]:
    """Return a query and its plan with a sentence on how the question was read, on the plan where it has parts."""
    if plan.parts:
        return query, replace(plan, notice=together(plan.notice, notice))
    return replace(query, assumed=together(query.assumed, notice)), plan


def _line(written: str) -> _Line:
    """Return the fields of a line."""
    fields = [each.strip() for each in written.strip().strip("-*• ").split("|")]
    fields += [""] * (_FIELDS - len(fields))
    kind, speaker, topic, since, until = fields[:_FIELDS]
    if len(fields) > _FIELDS or kind.lower() not in KINDS or not (speaker or topic):
        raise ProposalError(f"“{written.strip()[:60]}” is no part of a plan")
    return _Line(kind.lower(), speaker, topic, since or None, until or None)


def _keeps_names(question: str, lines: Sequence[_Line]) -> None:
    """Raise where a name or a number of the question is in no part: nothing that is asked is dropped in silence."""
    kept = " ".join(" ".join(filter(None, (each.speaker, each.topic, each.since, each.until))) for each in lines)
    words = set(content_words(unified(kept)))
    for name in _NAMES.findall(question):
        if not set(content_words(unified(name))) <= words and not _MONTHS.fullmatch(name) and name not in kept:
            raise ProposalError(f"it leaves out “{name}”")


def _query(line: _Line, given: str, turn: Turn, catalog: Catalog, understand: Callable[[Turn], Query]) -> Query:
    """Return the query of a line, with its days."""
    words = set(content_words(unified(f"{line.speaker} {line.topic}")))
    if new := words - set(content_words(unified(given))) - _IDLE:
        raise ProposalError(f"“{min(new)}” stands in no question")
    if line.speaker and not find_speakers(line.speaker, catalog):
        raise ProposalError(f"the documents know nobody called “{line.speaker}”")
    days = _days(line, given)
    query = understand(replace(turn, question=_question(line), history=()))
    if days == (None, None):
        return query
    read = tuple(name for name, value in zip(("since", "until"), days, strict=True) if value)
    inferred = tuple(dict.fromkeys((*query.inferred, *read)))
    return replace(query, since=days[0], until=days[1], periods=(), assumed=None, inferred=inferred)


def _question(line: _Line) -> str:
    """Return a line as a question; the topic of a fact is one."""
    if line.speaker:
        return asks(line.speaker, line.topic)
    return line.topic if line.kind == "fact" else f"What was said about {line.topic}?"


def _days(line: _Line, given: str) -> tuple[str | None, str | None]:
    """Return the days of a line, of a year that stands in the question, and where they are less, of a month as well."""
    years = set(_YEARS.findall(given))
    months = {MONTH_NUMBER[each.lower()] for each in _MONTHS.findall(given)}
    for written in (line.since, line.until):
        if not written:
            continue
        try:
            day = date.fromisoformat(written)
        except ValueError:
            raise ProposalError(f"“{written}” is no day") from None
        whole_year = (day.month, day.day) in {(1, 1), (12, 31)}
        if str(day.year) not in years or not (whole_year or day.month in months):
            raise ProposalError(f"the question does not say {written}")
    if line.since and line.until and line.since > line.until:
        raise ProposalError(f"{line.since} is after {line.until}")
    return line.since, line.until
