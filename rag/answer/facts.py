"""A fact: the sentence that answers, its answering words marked, and whether other sources say the same.

Two sources are compared only where they are evidently about one thing: sentences of different documents that share most
of their words and hold one day, or one number, each. Sources that differ are shown newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.text.sentences import Span
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer.opening.datelines import without_dateline
from rag.answer.opening.fact_lines import fact_line
from rag.answer.opening.order import leading
from rag.check import cite
from rag.check.cite import Form
from rag.phrasing import readable_date
from rag.rank.lines.pronouns import meant
from rag.records import Citation, Documents, Evidence, Query, Segment
from rag.understand.answer_words import AnswerType, answering, asked_for, value

ALIKE = 0.5
"""Share of words (Jaccard) from which two sentences are taken to tell of one thing."""
OTHERS = 3
"""So many other sources at most are set beside the one that answers."""


@dataclass(frozen=True)
class _Source:
    """A cited sentence with the one day or number that it has for what was asked."""

    evidence: Evidence
    citation: Citation
    span: Span
    value: str


def form(query: Query, evidence: Sequence[Evidence], ranked: Sequence[Evidence], documents: Documents) -> Form:
    """Return the answer that shows the sentences that answer; where sources disagree, it says so first."""
    kind = asked_for(query.standalone)
    compared = _compared(query, kind, evidence, ranked, documents) if kind in ("date", "number") else []
    used = _in_order(query, compared, evidence, ranked, documents)
    citations = cite.cite(used, documents)
    pairs = list(zip(used, citations, strict=True))
    marks = [_read(each, one, documents) or _marked(kind, one.text, query) for each, one in pairs]
    line = _line(query, pairs, marks, documents)
    agreed = _agreement([each.value for each in compared]) if len(compared) > 1 else ""
    said = " ".join(filter(None, [line, agreed]))
    first = len(compared) or (1 if line else cite.SHOWN_FIRST)
    segments: list[Segment] = [Segment(f"{said}\n\n")] if said else []
    for at, (each, citation) in enumerate(pairs):
        segments += [Segment("\n\n")] if at else []
        segments += [Segment(cite.MORE), Segment("\n\n")] if at == first else []
        who = _whose(each, citation, documents, several=len(compared) > 1)
        segments += [Segment(f"{who}: ")] if who else []
        segments += cite.shown(citation, marks[at])
    return Form(tuple(segments), tuple(citations), opening=said)


def _whose(evidence: Evidence, citation: Citation, documents: Documents, *, several: bool) -> str:
    """Return what stands before cited words: who says them, which source it is, or of whom their "he" is said."""
    if citation.speaker:
        return cite.lead(evidence, citation)
    name = "" if several else meant(evidence, documents)
    return _dated(citation) if several else f"Of {readable_name(name)} the document says" if name else ""


def _in_order(
    query: Query,
    compared: Sequence[_Source],
    evidence: Sequence[Evidence],
    ranked: Sequence[Evidence],
    documents: Documents,
) -> list[Evidence]:
    """Return what is shown: sources that differ newest first, else what has the thing asked for first."""
    used = [without_dateline(each.evidence, documents) for each in compared]
    if len({each.value for each in compared}) > 1:
        return sorted(used, key=lambda each: each.said_on or "", reverse=True)
    return used or [without_dateline(each, documents) for each in leading(query, evidence, ranked, documents)]


def _line(
    query: Query, pairs: Sequence[tuple[Evidence, Citation]], marks: Sequence[Span | None], documents: Documents
) -> str | None:
    if not pairs or query.heard:
        return None
    return fact_line(query, [one for _, one in pairs], marks[0] if _is_sure(pairs[0][0]) else None, documents)


SURE, CLEAR = 3.5, 3.0
"""The reader's logits from which its words are named in the first line: of 200 of SQuAD's development questions, with
its near-misses, .86 of the lines are then right, in .60 of the answers; with 2.5 .81 in .72, with 4.5 .90 in .45."""


def _is_sure(evidence: Evidence) -> bool:
    """Return whether the reader is sure of the words that answer."""
    return bool(evidence.reading and evidence.reading.answerable >= SURE and evidence.reading.margin >= CLEAR)


def _dated(citation: Citation) -> str:
    when = f" ({readable_date(citation.published)})" if citation.published else ""
    return f"{citation.title}{when}"


def _read(evidence: Evidence, citation: Citation, documents: Documents) -> Span | None:
    """Return where the words stand that the reader takes for the answer, if they are shown.

    What it read in a headline may stand in the sentence that is shown for it.
    """
    reading = evidence.reading
    if reading is None or not 0 <= reading.start < reading.end:
        return None
    if citation.start <= reading.start < reading.end <= citation.end:
        return reading.start - citation.start, reading.end - citation.start
    document = documents.document(citation.doc)
    words = document.text[reading.start : reading.end] if document else ""
    at = citation.text.find(words)
    return (at, at + len(words)) if words.strip() and at >= 0 and at == citation.text.rfind(words) else None


def _marked(kind: AnswerType | None, text: str, query: Query) -> Span | None:
    """Return where the answering words stand when only one place can be meant."""
    found = answering(kind, text, query.standalone) if kind else []
    return found[0] if len(found) == 1 else None


def _compared(
    query: Query, kind: AnswerType, evidence: Sequence[Evidence], ranked: Sequence[Evidence], documents: Documents
) -> list[_Source]:
    """Return the answering sentence with those of other documents on the same thing, or nothing to compare."""
    sources = [each for each in (_source(query, kind, each, documents) for each in evidence[:1]) if each]
    if not sources:
        return []
    best = sources[0]
    for each in ranked:
        source = _source(query, kind, each, documents)
        known = {other.evidence.document_id for other in sources}
        if source and each.document_id not in known and _alike(best, source) and len(sources) <= OTHERS:
            sources.append(source)
    return sources if len(sources) > 1 else []


def _source(query: Query, kind: AnswerType, evidence: Evidence, documents: Documents) -> _Source | None:
    citation = next(iter(cite.cite([evidence], documents)), None)
    span = _marked(kind, citation.text, query) if citation else None
    return (
        _Source(evidence=evidence, citation=citation, span=span, value=value(citation.text[slice(*span)]))
        if citation and span
        else None
    )


def _alike(one: _Source, other: _Source) -> bool:
    first, second = (set(content_words(each.citation.text.replace(_shown(each), " "))) for each in (one, other))
    return len(first & second) >= ALIKE * len(first | second)


def _shown(source: _Source) -> str:
    return source.citation.text[slice(*source.span)]


def _agreement(values: Sequence[str]) -> str:
    if len(set(values)) == 1:
        return f"{len(values)} sources agree."
    return "The sources differ; the newest comes first."
