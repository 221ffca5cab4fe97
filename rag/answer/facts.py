"""A fact: the passages that answer, the words nearest to the question marked, and whether other sources say the same.

Two sources are compared only where they are evidently about one thing: sentences of different documents that share most
of their words and hold one day, or one number, each. Sources that differ are shown newest first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from index.text.sentences import Span
from index.text.stems import content_words
from index.transcripts.label_names import readable_name
from rag.answer.opening.datelines import without_dateline
from rag.answer.opening.deeds.doers import doer
from rag.answer.opening.fact_lines import fact_line
from rag.answer.opening.order import leading
from rag.answer.opening.wording import OF_IT
from rag.answer.passages.read import ReadPassage
from rag.answer.passages.shown import in_passages
from rag.answer.passages.whole import Whole, around
from rag.check import cite
from rag.check.cite import Form
from rag.phrasing import readable_date
from rag.rank.lines.pronouns import meant
from rag.records import Citation, Documents, Evidence, Query, Ranked, Segment
from rag.understand.answer_words import AnswerType, answering, asked_for, value
from rag.understand.plan.first_line import line_asked

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


def form(
    query: Query,
    evidence: Sequence[Evidence],
    ranked: Ranked,
    documents: Documents,
    near: Callable[[Query, Ranked], Sequence[ReadPassage]] | None,
) -> Form:
    """Return the answer that shows the passages that answer; where sources disagree, it says so first.

    Without what finds passages `near` the question it shows sentences.
    """
    kind = asked_for(query.standalone)
    compared = _compared(query, kind, evidence, ranked.evidence, documents) if kind in ("date", "number") else []
    used = _in_order(query, compared, evidence, ranked.evidence, documents)
    pieces = _pieces(query, kind, used, documents)
    line = _line(query, pieces, documents)
    said = " ".join(filter(None, [line, _agreement([each.value for each in compared])]))
    # A passage may begin with a heading or in the middle of something, and is no first line.
    said = said or ("" if query.heard else OF_IT)
    passages: tuple[Whole, ...] = ()
    if near and not compared and not _is_told_by_a_word(query, used):
        passages = around(used, ranked, near(query, ranked), documents)
        pieces = _of_a_speaker(pieces[:1], passages)
    own = _in_a_row(pieces, documents, several=bool(compared), shown_first=len(compared) or _first(line))
    beside = in_passages(passages, documents, after=len(pieces))
    opening = [Segment(f"{said}\n\n")] if said else []
    between = [Segment("\n\n")] if pieces and passages else []
    cited = (*(each.citation for each in pieces), *beside.citations)
    return Form((*opening, *own, *between, *beside.segments), cited, opening=said)


def _first(line: str | None) -> int:
    """Return how many pieces are shown before "More:"."""
    return 1 if line else cite.SHOWN_FIRST


@dataclass(frozen=True)
class _Piece:
    """A piece of evidence with its citation, and where in the cited words those stand that answer."""

    evidence: Evidence
    citation: Citation
    mark: Span | None


def _pieces(query: Query, kind: AnswerType | None, used: Sequence[Evidence], documents: Documents) -> list[_Piece]:
    cited = zip(used, cite.cite(used, documents), strict=True)
    found = [_Piece(each, one, _read(each, one, documents) or _marked(kind, one.text, query)) for each, one in cited]
    if line_asked(query.standalone) != "who":
        return found
    return [replace(each, mark=each.mark or doer(each.citation.text, query.standalone)) for each in found]


def _in_a_row(pieces: Sequence[_Piece], documents: Documents, *, several: bool, shown_first: int) -> list[Segment]:
    """Return the cited words below each other, each behind who says them; those after the first under "More:"."""
    segments: list[Segment] = []
    for at, each in enumerate(pieces):
        segments += [Segment("\n\n")] if at else []
        segments += [Segment(cite.MORE), Segment("\n\n")] if at == shown_first else []
        who = _whose(each.evidence, each.citation, documents, several=several)
        segments += [Segment(f"{who}: ")] if who else []
        segments += cite.shown(each.citation, each.mark)
    return segments


def _of_a_speaker(first: list[_Piece], passages: Sequence[Whole]) -> list[_Piece]:
    """Return the first piece where it is somebody's words and its passage not all his: above it he is named."""
    (piece, *_) = first
    place = (piece.evidence.start, piece.evidence.end)
    own = next((each.evidence for each in passages if each.nearest == place), None)
    return first if piece.citation.speaker and own is not None and own.speaker != piece.citation.speaker else []


def _is_told_by_a_word(query: Query, evidence: Sequence[Evidence]) -> bool:
    """Return whether a name, a day, a place or a number answers, and the reader surely has it from the first piece."""
    asked = line_asked(query.standalone) in ("who", "when", "where", "number")
    return asked and bool(evidence) and _is_sure(evidence[0])


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


def _line(query: Query, pieces: Sequence[_Piece], documents: Documents) -> str | None:
    if not pieces or query.heard:
        return None
    read = pieces[0].mark if _is_sure(pieces[0].evidence) else None
    return fact_line(query, [each.citation for each in pieces], read, documents, pieces[0].mark)


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
    if len(values) < 2:
        return ""
    if len(set(values)) == 1:
        return f"{len(values)} sources agree."
    return "The sources differ; the newest comes first."
