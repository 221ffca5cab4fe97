"""How broad answers name documents and set cited words below a line of the program's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.records import Document
from index.text.counts import counted
from index.text.sentences import Span, sentences
from index.transcripts.label_names import readable_name
from rag.answer.broad.central import Part
from rag.check import cite
from rag.phrasing import raised, readable_date, row
from rag.records import Citation, Documents, Query, Segment
from rag.understand.documents.kinds import words_of_name

LONGEST_TITLE = 90
BULLET = "\n\n• "


def title_of(document: Document) -> str:
    """Return a document's title in quotation marks with its day: “The ferry” (2 March 2031)."""
    return f"“{_title(document)}”{_day(document)}"


def _title(document: Document) -> str:
    title = document.title.strip(" “”")
    if title.endswith((":", "：")):
        # A label ("About this text:") names no document, its file's name does.
        title = words_of_name(document.id)
    if title.count('"') % 2 or title.strip('"').count('"') == 0:
        title = title.strip('"')
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _day(document: Document) -> str:
    return f" ({readable_date(document.published)})" if document.published else ""


def days_of(documents: Sequence[Document]) -> str:
    """Return from when to when documents are, with a comma or space before it."""
    days = sorted(each.published for each in documents if each.published)
    found = cite.of_days(
        len(documents), days[0] if days else None, days[-1] if days else None, len(documents) - len(days)
    )
    return found if not found or found.startswith(",") else f",{found}"


def cited(parts: Iterable[Part], documents: Documents) -> list[Citation]:
    """Return the parts as numbered citations."""
    return cite.cite([each.evidence for each in parts], documents)


def points(
    parts: Sequence[Part], citations: Sequence[Citation], voice: str | None, one_document: bool
) -> Iterator[Segment]:
    """Yield the parts as bullets; whose words they are is said where it is not the voice that the first line names."""
    for part, citation in zip(parts, citations, strict=True):
        yield Segment(f"{BULLET}{_lead(part, citation, voice, one_document)}")
        yield from cite.shown(citation)


def _lead(part: Part, citation: Citation, voice: str | None, one_document: bool) -> str:
    if part.evidence.statement is None and not citation.candidates:
        return "" if one_document else f"{title_of(part.document)}: "
    if _is_voices(citation, part, voice):
        when = "" if one_document and citation.said_on == part.document.published else cite.day_of_words(citation)
        told = f"{cite.hidden_sense(citation)}{when.replace('(', '').replace(')', '')}".strip(" ,")
        return f"{raised(told)}: " if told else ""
    return f"{cite.lead(part.evidence, citation)}: "


def _is_voices(citation: Citation, part: Part, voice: str | None) -> bool:
    """Return whether words are surely those of the speaker whom the first line names."""
    sure = part.evidence.confidence >= cite.LIKELY and citation.statement in ("turn", "direct")
    return bool(voice) and citation.speaker == voice and not citation.reported_by and sure


def sampled(documents: Sequence[Document], read: int) -> str:
    """Return how many of the documents meant were read, in brackets, where not all were."""
    return "" if len(documents) <= read else f" ({read} of them were read, spread over their days)"


def opening(document: Document) -> Span:
    """Return the span of a document's first sentence that has some words, to cite the document by."""
    text = document.text
    found = sentences(text, 0, min(len(text), 3_000)) or [(0, len(text.rstrip()))]
    return next((each for each in found if len(text[slice(*each)].split()) > 2), found[0])


def listed_titles(documents: Sequence[Document], most: int = 10) -> str:
    """Return the titles of documents in a row, newest first, and how many more there are.

    They are not in quotation marks, in which stands only what is cited.
    """
    newest = newest_first(documents)
    more = len(newest) - most
    return " · ".join(f"{_title(each)}{_day(each)}" for each in newest[:most]) + (
        f" · and {counted(more, 'more document')}" if more > 0 else ""
    )


def newest_first(documents: Iterable[Document]) -> list[Document]:
    """Return documents with the newest first, those without a day last."""
    return sorted(documents, key=lambda each: (each.published or "", each.id), reverse=True)


def asked_speaker(query: Query) -> str:
    """Return the asked speaker as a sentence begins with the name: the one who is found, or as the question has it."""
    return raised(readable_name(query.speakers[0]) if len(query.speakers) == 1 else str(query.speaker))


def names_of(speakers: Sequence[str], most: int = 3) -> str:
    """Return speakers in a sentence: "Ana Ruiz, Odran Tell and 3 others"."""
    names = [readable_name(each) for each in speakers[:most]]
    if len(speakers) > most:
        return f"{', '.join(names)} and {counted(len(speakers) - most, 'other')}"
    return row(names)
