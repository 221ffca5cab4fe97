"""Evidence -> answer text without a model: the program's words say who and when, the document's words are cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from index.store import Store
from rag.records import Check, Citation, Evidence, Query, Scope, Segment

LIKELY = 0.7
"""Below this confidence a speaker is shown as known from the context: carrying over is right seven times in ten."""


def cite(evidence: Iterable[Evidence], store: Store) -> list[Citation]:
    """Return numbered citations whose text is the document's text between the offsets."""
    citations = []
    for number, each in enumerate(evidence, start=1):
        document = store.catalog.document(each.document_id)
        if document is None:
            continue
        citations.append(
            Citation(
                n=number,
                doc=document.id,
                title=document.title,
                published=document.published,
                source=document.source,
                url=document.url,
                page=document.page_at(each.start),
                start=each.start,
                end=each.end,
                text=document.text[each.start : each.end],
                speaker=each.speaker,
                reported_by=each.reported_by,
                said_on=each.said_on,
                check=_UNCHECKED,
            )
        )
    return citations


_UNCHECKED: Check = "not_found"


def statements(evidence: Sequence[Evidence], citations: Sequence[Citation]) -> list[Segment]:
    """Return the answer that groups what was said by who said it and when."""
    segments: list[Segment] = []
    pairs = list(zip(evidence, citations, strict=True))
    for lead, group in groupby(pairs, key=lambda pair: _lead(*pair)):
        if segments:
            segments.append(Segment("\n\n"))
        segments.append(Segment(f"{lead}:"))
        for _, citation in group:
            left, right = _marks(citation.text)
            segments += [Segment(f"\n\n{left}"), Segment(citation.text, citation), Segment(f"{right} [{citation.n}]")]
    return segments


def facts(evidence: Sequence[Evidence], citations: Sequence[Citation]) -> list[Segment]:
    """Return the answer that shows the sentences that answer, with their speaker where they have one."""
    segments: list[Segment] = []
    for each, citation in zip(evidence, citations, strict=True):
        lead = f"{_lead(each, citation)}: " if citation.speaker else ""
        marks = _marks(citation.text)
        segments += [Segment("\n\n")] if segments else []
        segments += [Segment(lead + marks[0]), Segment(citation.text, citation)]
        segments.append(Segment(f"{marks[1]} [{citation.n}]"))
    return segments


def _marks(text: str) -> tuple[str, str]:
    """Return the marks to show words in: none where they bring their own."""
    return ("", "") if any(mark in text for mark in '“”"„«') else ("“", "”")


def _lead(evidence: Evidence, citation: Citation) -> str:
    when = f" ({readable_date(citation.said_on)})" if citation.said_on else ""
    if citation.reported_by and citation.reported_by != citation.speaker:
        return f"{citation.speaker}, as told by {citation.reported_by}{when}"
    if evidence.statement == "reported":
        return f"{citation.speaker}, in the document’s wording{when}"
    if evidence.confidence < LIKELY:
        return f"{citation.speaker}, judging by the context{when}"
    return f"{citation.speaker} said{when}"


def readable_date(day: str) -> str:
    """Return 2025-09-11 as 11 September 2025; anything that is no full date as it is."""
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{parsed.day} {parsed:%B %Y}"


def absent(query: Query, scope: Scope, known: bool) -> list[Segment]:
    """Return the answer that says what was searched and that nothing was found; `known` is whether the speaker is."""
    where = f"Searched {_held(scope)}."
    if query.speaker and not known:
        return [Segment(f"Nothing said by {query.speaker} was found. {where}")]
    if query.speaker:
        return [Segment(f"Nothing that {query.speaker} said about this was found. {where}")]
    return [Segment(f"The documents do not answer this. {where}")]


def _held(scope: Scope) -> str:
    """Return what the scope holds, for people: how many documents, of when, under which filters."""
    documents = "1 document" if scope.documents == 1 else f"{scope.documents:,} documents"
    days = ""
    if scope.first and scope.last:
        first, last = readable_date(scope.first), readable_date(scope.last)
        days = f" of {first}" if first == last else f" from {first} to {last}"
    filters = ", ".join(f"{name} {value}" for name, value in scope.filters.items())
    return f"{documents}{days}{f' ({filters})' if filters else ''}"


def help_text(scope: Scope) -> list[Segment]:
    """Return what this can do, for a greeting or a call for help."""
    return [
        Segment(
            "Ask what somebody said about something, or for a fact, and the exact words are shown with their source. "
            f"The index holds {_held(scope)}."
        )
    ]
