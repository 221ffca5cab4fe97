"""Evidence -> answer text without a model: the program's words say who and when, the document's words are cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from index.names.names import unsure
from index.records import Document, Sense, Statement, owner_of
from index.senses.sense import SENSE_LABELS, is_shown, sense_in
from index.text.sentences import Span
from index.transcripts.label_names import readable_name
from rag.check.normalize import bare
from rag.phrasing import raised, readable_date
from rag.records import Check, Citation, Difference, Documents, Evidence, Scope, Segment, Verdict


@dataclass(frozen=True)
class Form:
    """A composed answer before it is checked: its segments, what they cite, and what only some kinds have."""

    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] | None = None
    """Where nothing was found, what is nearest to it; None means that the question is answered."""
    verdict: Verdict | None = None
    difference: tuple[Difference, ...] = ()
    count: int | None = None
    opening: str = ""
    """The first line, in the program's own words; empty where the first segments say themselves what was asked."""


MORE = "More:"
"""Stands above what is shown after the first few quotations; the app folds what follows."""
SHOWN_FIRST = 3
LIKELY = 0.7
"""Below this confidence a speaker is shown as known from the context: carrying over is right seven times in ten."""


def cite(evidence: Iterable[Evidence], documents: Documents) -> list[Citation]:
    """Return numbered citations whose text is the document's text between the offsets."""
    citations = []
    read: dict[str, tuple[Document | None, list[Statement]]] = {}
    for number, each in enumerate(evidence, start=1):
        if each.document_id not in read:
            read[each.document_id] = (
                documents.document(each.document_id),
                documents.statements(each.document_id),
            )
        document, statements = read[each.document_id]
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
                sha256=document.sha256,
                sense=sense_at(document.text, (each.start, each.end), statements),
                statement=each.statement,
                candidates=each.candidates,
            )
        )
    return citations


def sense_at(text: str, span: Span, statements: Iterable[Statement]) -> Sense:
    """Return in what sense a span of a document stands, read within the innermost statement that holds it."""
    return sense_in(text, span, owner_of(span, statements))


_UNCHECKED: Check = "not_found"


def cited_in(answer: Mapping[str, Any]) -> list[Any]:
    """Return the citations that the text of an answer's object has: of a refusal that is unsure, what is nearest."""
    is_shown = answer.get("status") == "not_found" and answer.get("unsure")
    return list(answer.get("nearest" if is_shown else "citations") or ())


def grouped(
    evidence: Sequence[Evidence],
    citations: Sequence[Citation],
    leads: Sequence[str] | None = None,
    shown_first: int | None = None,
) -> list[Segment]:
    """Return the cited words under who said them and when; words that an earlier citation shows are only named.

    What is cited after the first `shown_first` stands under "More:", where it is set.
    """
    segments: list[Segment] = []
    leads = leads or [lead(each, citation) for each, citation in zip(evidence, citations, strict=True)]
    seen: dict[str, Citation] = {}
    rest = shown_first if shown_first is not None else len(citations)
    parts = ((at >= rest, who, citation) for at, (who, citation) in enumerate(zip(leads, citations, strict=True)))
    for (is_more, who), group in groupby(parts, key=lambda each: each[:2]):
        if is_more and not any(each.text == f"\n\n{MORE}" for each in segments):
            segments.append(Segment(f"\n\n{MORE}"))
        is_named = False
        for *_, citation in group:
            first = seen.setdefault(bare(citation.text), citation)
            if first is not citation and first.speaker == citation.speaker:
                segments.append(Segment(f"\n\nThe same words as [{first.n}] stand in {citation.title} [{citation.n}]."))
                continue
            if not is_named:
                segments.append(Segment(f"\n\n{who}:" if segments else f"{who}:"))
            is_named = True
            # One piece stands on the line of who says it, so that the first line says all.
            segments += [Segment(" " if len(citations) == 1 else "\n\n"), *shown(citation)]
    return segments


def shown(citation: Citation, marked: tuple[int, int] | None = None) -> list[Segment]:
    """Return the cited words in marks, those in the document's wording without, with their number."""
    left, right = marks_of(citation)
    quoted = Segment(citation.text, citation, marked)
    return [*([Segment(left)] if left else []), quoted, Segment(f"{right} [{citation.n}]")]


def marks_of(citation: Citation) -> tuple[str, str]:
    """Return the marks to show cited words in: none for what a document reports in its own wording."""
    return ("", "") if citation.statement == "reported" else marks(citation.text)


def marks(text: str) -> tuple[str, str]:
    """Return the marks to show words in: none where they bring their own."""
    return ("", "") if any(mark in text for mark in '“”"„«') else ("“", "”")


def lead(evidence: Evidence, citation: Citation, to: str | None = None) -> str:
    """Return who said the cited words, to whom where that is known, how all this is known, and when.

    It begins a sentence, so "the mayor said" begins with a capital.
    """
    found = _lead(evidence, citation, to)
    return raised(found) if citation.speaker else found


def _lead(evidence: Evidence, citation: Citation, to: str | None) -> str:
    when = f"{hidden_sense(citation)}{day_of_words(citation)}"
    if citation.speaker is None:
        return f"{unsure(citation.candidates)}{when}" if citation.candidates else f"{citation.title}{when}"
    speaker = readable_name(citation.speaker)
    if citation.reported_by and citation.reported_by != citation.speaker:
        return f"{speaker}, as reported by {readable_name(citation.reported_by)}{when}"
    if evidence.statement == "reported":
        return f"{speaker}, in the document’s wording{when}"
    if evidence.confidence < LIKELY:
        return f"{speaker}, judging by the context{when}"
    return f"{speaker} told {to}{when}" if to else f"{speaker} said{when}"


def day_of_words(citation: Citation) -> str:
    """Return the day of cited words in brackets, for people; where none is known of their saying, the document's."""
    named = bool(citation.speaker or citation.candidates)
    if citation.said_on or not citation.published:
        return f" ({readable_date(citation.said_on)})" if citation.said_on else ""
    day = readable_date(citation.published)
    return f" (in a document of {day})" if named else f" ({day})"


def hidden_sense(citation: Citation) -> str:
    """Return the sense of words that do not show it themselves, to stand after who said them."""
    reported_by_others = citation.sense == "reported" and citation.reported_by
    if reported_by_others or is_shown(citation.text, citation.sense):
        return ""
    return ", reporting others’ words" if citation.sense == "reported" else f", {SENSE_LABELS[citation.sense]}"


def searched(scope: Scope, inferred: Sequence[str] = ()) -> str:
    """Return what was searched, for people: how many documents, of when, under which filters and whence these are."""
    documents = "1 document" if scope.documents == 1 else f"{scope.documents:,} documents"
    days = of_days(scope.documents, scope.first, scope.last, scope.undated)
    filters = "; ".join(_filters(scope, inferred))
    return f"{documents}{days}{f' ({filters})' if filters else ''}"


def of_days(documents: int, first: str | None, last: str | None, undated: int) -> str:
    """Return of when so many documents are, for people, with a space or comma before it: one day only if all are."""
    if documents and undated == documents:
        return " without a date"
    if not (first and last):
        return ""
    days = f"of {readable_date(first)}" if first == last else f"from {readable_date(first)} to {readable_date(last)}"
    return f", {documents - undated:,} {days} and {undated:,} without a date" if undated else f" {days}"


def _filters(scope: Scope, inferred: Sequence[str]) -> Iterator[str]:
    """Yield the filters in force, for people, with where the days come from when the question gave them."""
    for name in ("speaker", "document"):
        if name in scope.filters:
            yield f"{name}: {scope.filters[name]}"
    since, until = (scope.filters.get(name) for name in ("since", "until"))
    if since or until:
        first, last = (readable_date(each) if each else None for each in (since, until))
        days = f"{first} to {last}" if first and last else f"since {first}" if first else f"until {last}"
        days = scope.filters.get("periods", days)
        whence = "the year is assumed" if "assumed" in scope.filters else "as the question says"
        yield f"{days}, {whence}" if {"since", "until"} & set(inferred) else days
