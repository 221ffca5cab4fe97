"""The first line above somebody's words: yes or no, the day, the number, who speaks, how many statements of when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.names.names import is_name
from index.text.expressions import expression
from index.transcripts.label_names import readable_name
from rag.answer.opening.amounts import best_amount
from rag.answer.opening.claims import bears
from rag.answer.opening.days import best_day
from rag.answer.opening.values import day_line, of_the_words, reason_line, speakers_line, speakers_of, value_line
from rag.answer.opening.wording import number_word, on_day, quoted_topic, span_of_days
from rag.answer.opening.yes_no import yes_no_line
from rag.check.cite import hidden_sense
from rag.find.terms import WHOLE
from rag.phrasing import raised, row
from rag.records import Citation, Documents, Evidence, Query
from rag.understand.plan.first_line import line_asked

_TOLD = expression(r"\baccording to\b", re.IGNORECASE)
"""Who asks when something happened "according to" somebody asks for no day on which he said so."""

SHOWN_FOR = " are shown for "
"""Said of statements that name a part of the topic."""


@dataclass(frozen=True)
class Line:
    """A first line, and whether the words that bear it are all that is shown at first."""

    text: str
    alone: bool = False


def statements_line(
    query: Query,
    shown: Sequence[tuple[Evidence, Citation]],
    documents: Documents,
    direct: Citation | None = None,
) -> Line | None:
    """Return the first line above somebody's words; None where the words under their speaker say it themselves.

    `direct` is the citation that says most directly what a question for somebody's view asks, wherever it stands.
    """
    citations = [citation for _, citation in shown]
    first = citations[0]
    asked = line_asked(query.standalone)
    if asked == "yes_no":
        said = yes_no_line(query, citations, documents)
        return Line(said, alone=said.startswith(("Yes", "No:")))
    if asked == "when" and _TOLD.search(query.standalone):
        told = day_line(first, best_day(first.text, query.standalone, None))
        return Line(told, alone=True) if told else None
    if asked == "when":
        return Line(_day_said([of_the_words(each, documents) for each in citations]), alone=True)
    if asked == "number" and (value := _number(query, first)):
        return Line(value, alone=True)
    if asked == "why":
        text = reason_line(query, first, None)
        return Line(text) if text else None
    text = _how_many(query, shown, direct) if query.speaker else _speakers(query, shown, documents)
    return Line(text) if text else None


def _number(query: Query, citation: Citation) -> str | None:
    found = best_amount(citation.text, query.standalone, None)
    return value_line(citation, found) if found and bears(query, citation, found) else None


def _day_said(citations: Sequence[Citation]) -> str:
    """Return the days on which words were said, each with the first citation of it."""
    first: dict[str, Citation] = {}
    for each in citations:
        if each.said_on:
            first.setdefault(each.said_on, each)
    if not first:
        return f"The documents do not say on which day [{citations[0].n}]:"
    return f"{raised(row([f'{on_day(first[day]).strip()} [{first[day].n}]' for day in sorted(first)]))}."


def _speakers(query: Query, shown: Sequence[tuple[Evidence, Citation]], documents: Documents) -> str | None:
    """Return who is cited, each name with a citation of theirs."""
    topic = quoted_topic(query)
    citations = [citation for _, citation in shown]
    speakers = speakers_of(citations, documents)
    if len(speakers) == 1 and shown[0][0].coverage >= WHOLE and is_name(next(iter(speakers))):
        ((name, one),) = speakers.items()
        return f"It is {name}{on_day(one)}{hidden_sense(one)} [{one.n}]:"
    return speakers_line(citations, documents, f" on {topic}" if topic != "this" else "")


def _how_many(query: Query, shown: Sequence[tuple[Evidence, Citation]], direct: Citation | None) -> str | None:
    """Return how many statements are shown, whose, on what and of when; of one its speaker's line says all."""
    citations = [citation for _, citation in shown]
    speakers = {each.speaker for each in citations}
    if len(citations) < 2 or len(speakers) != 1 or None in speakers:
        return None
    by = readable_name(next(iter(speakers)) or "")
    number = f"{number_word(len(citations))} statements by {by}{_are_shown(query, shown)}"
    return f"{number}{span_of_days(citations)}{_first_of_them(direct, citations[0])}"


def _are_shown(query: Query, shown: Sequence[tuple[Evidence, Citation]]) -> str:
    """Return that statements are shown and on what: that they are the nearest of all is more than is known."""
    topic = quoted_topic(query)
    if topic == "this":
        return " are shown"
    return f" about {topic} are shown" if all(each.coverage >= WHOLE for each, _ in shown) else f"{SHOWN_FOR}{topic}"


def _first_of_them(direct: Citation | None, first: Citation) -> str:
    if direct is None:
        return "."
    return f"; the most direct [{direct.n}]:" if direct is first else f"; the most direct is [{direct.n}]."
