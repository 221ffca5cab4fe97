"""Draft -> checked answer; cannot be switched off.

A citation is verified when its words are the document's between its offsets, strictly and not cut inside a word, when
the speaker it names owns the whole span (or has a statement in the one sentence that is shown in the document's
wording), and when its dates, title, page, address and sense are those that are stored. Anything else is marked for what
it is, never dropped in silence.

A drafted text, a model's for one, is compared with its citations sentence by sentence: what stands in quotation marks
must be found strictly, names, numbers and days must stand in what is cited or be known of it, and "X said" needs a
cited span of X. A sentence that fails is taken out, counted and named in the findings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.cues.marks.quotation_marks import Quotation, quoted_paragraphs
from index.records import Document, Statement, owner_of
from index.text.expressions import expression
from index.text.sentences import Span, sentences
from rag.check.cite import sense_at
from rag.check.claims import Finding, unsupported
from rag.check.normalize import normal, places
from rag.check.quote_matching import is_its_own, nearest
from rag.check.speeches import speaks_throughout
from rag.rank.whole_sentences import telling_statements
from rag.records import Check, Citation, Documents, Segment

SCANNED = 40_000
"""Characters around a citation's offsets in which words that are not there are looked for."""


def checked(citations: Sequence[Citation], documents: Documents) -> tuple[Citation, ...]:
    """Return the citations with their check filled in from the stored documents.

    `altered`: other words, a span that cuts a word, or another date, title, address, page or sense than is stored;
    `other_speaker`: somebody else's words, or reported by somebody else; `not_found`: no such document, or words that
    are nowhere near.
    """
    by_id: dict[str, tuple[Document, list[Statement]] | None] = {}
    for each in citations:
        if each.doc not in by_id:
            document = documents.document(each.doc)
            by_id[each.doc] = (document, documents.statements(each.doc)) if document else None
    return tuple(replace(each, check=check(each, *(by_id[each.doc] or (None, ())))) for each in citations)


def check(citation: Citation, document: Document | None, statements: Sequence[Statement]) -> Check:
    """Return what a citation is found to be beside the document that it names, or None of it, and its statements."""
    if document is None:
        return "not_found"
    span = (citation.start, citation.end)
    inside = 0 <= span[0] < span[1] <= len(document.text)
    if not inside or document.text[slice(*span)] != citation.text:
        return "altered" if _near(citation, document.text) else "not_found"
    voices = _voices(document, span, statements)
    if (citation.speaker, citation.reported_by) not in {(speaker, reporter) for speaker, reporter, _ in voices}:
        return "other_speaker"
    whole = _cuts_no_word(document.text, span)
    if not whole or (citation.speaker, citation.reported_by, citation.said_on) not in voices:
        return "altered"
    stored = (document.title, document.published, document.source, document.url, document.page_at(citation.start))
    named = (citation.title, citation.published, citation.source, citation.url, citation.page)
    same = citation.sha256 in (None, document.sha256)
    plainly = citation.sense == sense_at(document.text, span, statements)
    return "verified" if named == stored and same and plainly else "altered"


def _voices(
    document: Document, span: Span, statements: Sequence[Statement]
) -> set[tuple[str | None, str | None, str | None]]:
    """Return who may be named for a span, with who tells it and the day."""
    if owner := speaks_throughout(span, statements, document.text):
        return {(owner.speaker, owner.reported_by, owner.said_on)}
    telling = telling_statements(document.text, span, statements)
    reported = {(each.speaker, each.reported_by, each.said_on) for each in telling}
    return {(None, None, document.published), *reported}


def _cuts_no_word(text: str, span: Span) -> bool:
    return not any(_inside_word(text, at) for at in span)


def _inside_word(text: str, at: int) -> bool:
    """Return whether two letters of a script that sets spaces between words meet at the offset."""
    return (
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and max(text[at - 1 : at + 1]) < "\u2e80"
    )


def _near(citation: Citation, text: str) -> bool:
    """Return whether the words stand in the document at other offsets, or with few of them changed."""
    if not citation.text.strip():
        return False
    start, end = max(0, citation.start - SCANNED // 2), citation.end + SCANNED // 2
    here = text[max(0, citation.start) : max(0, citation.end)]
    if normal(citation.text).text.lower() == normal(here).text.lower() or places(citation.text, text):
        return True
    found = nearest(citation.text, text, start, min(end, len(text)))
    return found is not None and is_its_own(citation.text, found, text)


def with_checked(segments: Sequence[Segment], citations: Sequence[Citation]) -> tuple[Segment, ...]:
    """Return the segments pointing at the checked citations."""
    by_number = {each.n: each for each in citations}
    return tuple(replace(each, citation=by_number[each.citation.n]) if each.citation else each for each in segments)


@dataclass(frozen=True)
class Draft:
    """A drafted text after the check: what may stand, its checked citations, and what was taken out and why."""

    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    dropped: int
    """How many sentences were taken out; the text says so too."""


_MARKER = expression(r"\[(\d+)\]")


def draft(text: str | Sequence[Segment], citations: Sequence[Citation], documents: Documents) -> Draft:
    """Return what may stand of a drafted text whose sentences cite with `[1]`, with what was found wrong."""
    known = checked(citations, documents)
    segments = (Segment(text),) if isinstance(text, str) else with_checked(text, known)
    kept: list[Segment] = []
    findings: list[Finding] = []
    dropped = 0
    for each in segments:
        if each.citation:
            kept.append(each)
            findings += _misquoted(each)
            continue
        stands, wrong, out = _stands(each.text, known, documents, alone=isinstance(text, str))
        kept += [Segment(stands)] if stands else []
        findings += wrong
        dropped += out
    if dropped:
        number = "1 sentence was" if dropped == 1 else f"{dropped} sentences were"
        kept.append(
            Segment(f"\n\n{number} left out: the cited words do not support {'it' if dropped == 1 else 'them'}.")
        )
    return Draft(segments=tuple(kept), citations=known, findings=tuple(findings), dropped=dropped)


def _misquoted(segment: Segment) -> list[Finding]:
    citation = segment.citation
    if citation is None or (citation.check == "verified" and segment.text in citation.text):
        return []
    check: Check = "altered" if citation.check == "verified" else citation.check
    return [Finding("quotation", segment.text, check)]


def _stands(
    text: str, citations: Sequence[Citation], documents: Documents, alone: bool
) -> tuple[str, list[Finding], int]:
    """Return the text without the sentences that fail, what failed, and how many sentences that were."""
    findings: list[Finding] = []
    pieces: list[str] = []
    end = dropped = 0
    for span in _sentences(text):
        wrong = _wrong(text[slice(*span)], citations, documents, alone)
        pieces.append(text[end : span[0]])
        pieces.append("" if wrong else text[slice(*span)])
        dropped += bool(wrong)
        findings += wrong
        end = span[1]
    left = "".join(pieces) + text[end:]
    return (re.sub(r"(?<=\S) {2,}", " ", left).strip() if dropped and alone else left), findings, dropped


def _sentences(text: str) -> list[Span]:
    """Return the spans of the sentences, each with the markers of its citations that follow its full stop."""
    spans: list[Span] = []
    for start, end in sentences(text):
        lone = _MARKER.sub("", text[start:end]).strip(" .,;")
        if spans and not lone:
            spans[-1] = (spans[-1][0], end)
            continue
        # "… said so. [1] He left." is read as one sentence "[1] He left."; its marker is the one's before.
        leading = re.match(r"(?:\[\d+\]\s*)+", text[start:end])
        if spans and leading:
            spans[-1] = (spans[-1][0], start + leading.end())
            start += leading.end()
        spans.append((start, end))
    return spans


def _wrong(sentence: str, citations: Sequence[Citation], documents: Documents, alone: bool) -> list[Finding]:
    """Return what a sentence claims that its citations do not support; where it cites none, that none supports."""
    numbers = {int(number) for number in _MARKER.findall(sentence)}
    cited = [each for each in citations if each.n in numbers and each.check == "verified"]
    bare_sentence = _MARKER.sub("", sentence)
    if alone and not cited and re.search(r"\w", bare_sentence):
        return [Finding("citation", bare_sentence.strip(), "not_found")]
    cited = cited or [each for each in citations if each.check == "verified"]
    speakers = {each.speaker for each in cited}
    quoted = _quoted(bare_sentence)
    found = [
        finding
        for start, end in quoted
        if (finding := _quotation(bare_sentence[start:end], cited, speakers, documents)) is not None
    ]
    rest = _without(bare_sentence, quoted)
    if not alone:
        return found
    return [*found, *unsupported(rest, cited)]


def _quoted(text: str) -> list[Span]:
    found: list[Quotation] = [each for paragraph in quoted_paragraphs(text) for each in paragraph.quotations]
    return [(each.start, each.end) for each in found if each.closed and re.search(r"\w", text[each.start : each.end])]


def _without(text: str, spans: Sequence[Span]) -> str:
    pieces, end = [], 0
    for start, last in spans:
        pieces.append(text[end:start])
        end = last
    return " ".join([*pieces, text[end:]])


def _quotation(
    quoted: str, cited: Sequence[Citation], speakers: set[str | None], documents: Documents
) -> Finding | None:
    """Return what is wrong with a quoted string, or None where a cited span holds it strictly."""
    if any(places(quoted, each.text) for each in cited):
        return None
    for each in cited:
        document = documents.document(each.doc)
        if document is None:
            continue
        statements = documents.statements(each.doc)
        for span in places(quoted, document.text):
            owner = owner_of(span, statements)
            if (owner.speaker if owner else None) not in speakers:
                return Finding("quotation", quoted, "other_speaker")
        near = nearest(quoted, document.text, max(0, each.start - SCANNED // 4), each.end + SCANNED // 4)
        if near and is_its_own(quoted, near, document.text):
            return Finding(claim="quotation", words=quoted, check="altered", difference=near.difference)
    return Finding("quotation", quoted, "not_found")
