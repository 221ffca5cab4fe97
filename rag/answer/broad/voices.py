"""Who speaks in the documents: how many speakers, those with most statements, each with words of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.names.names import is_name
from index.records import Document, Statement
from index.storage.catalog import Catalog
from index.text.counts import counted
from index.text.sentences import sentences
from index.transcripts.label_names import readable_name
from rag.answer.broad.central import Part
from rag.answer.broad.fit import is_fit
from rag.answer.broad.parts import part_of
from rag.answer.broad.which import Find, meant
from rag.answer.broad.wording import BULLET, cited, days_of, names_of, title_of
from rag.check import cite
from rag.check.cite import Form
from rag.find.filters import SAID
from rag.phrasing import raised
from rag.rank.evidence import as_evidence
from rag.rank.whole_sentences import needs_its_sentence
from rag.records import Query, Segment

SHOWN = 8
LOOKED_THROUGH, READ = 8, 40
"""So many documents of a speaker, and statements of each, are looked through for words to show."""


def voices(query: Query, catalog: Catalog, find: Find) -> Form | None:
    """Return who speaks in the documents meant, None where what is named is not there or nobody speaks."""
    found = meant(query, catalog, find)
    if found is None:
        return None
    everywhere = len(found.documents) == len(catalog.published())
    counts = catalog.speakers() if everywhere else _counts(found.documents, catalog)
    order = sorted(counts, key=lambda each: (not is_name(each), -counts[each], each))
    where = (
        title_of(found.one) if found.one else f"{counted(len(found.documents), 'document')}{days_of(found.documents)}"
    )
    if not counts:
        return Form((Segment(f"{found.assumed} No words of a named speaker were found in {where}.".strip()),))
    shown = [(each, part) for each in order[: SHOWN * 2] if (part := _words(each, found.documents, catalog))][:SHOWN]
    citations = cited([part for _, part in shown], catalog)
    number = counted(len(counts), "speaker")
    if not shown:
        return Form(
            (Segment(f"{found.assumed} Words in {where} are those of {names_of(order)}.".strip()),), count=len(counts)
        )
    most = "with words of each" if len(shown) == len(counts) else f"the {len(shown)} with most statements"
    segments = [
        Segment(
            f"{found.assumed} {number} {'has' if len(counts) == 1 else 'have'} statements in {where}; {most}:".strip()
        )
    ]
    for (speaker, _), citation in zip(shown, citations, strict=True):
        segments.append(Segment(f"{BULLET}{raised(readable_name(speaker))}, {counted(counts[speaker], 'statement')}: "))
        segments += cite.shown(citation)
    return Form(tuple(segments), tuple(citations), count=len(counts))


def _counts(documents: Sequence[Document], catalog: Catalog) -> dict[str, int]:
    found: Counter[str] = Counter()
    for document in documents:
        found.update(each.speaker for each in catalog.statements(document.id) if each.speaker)
    return dict(found.most_common())


def _words(speaker: str, documents: Sequence[Document], catalog: Catalog) -> Part | None:
    """Return a sentence of a speaker's that can stand alone, else the beginning of a statement."""
    ids = {each.id for each in documents}
    first: Part | None = None
    for document_id in [each for each in sorted(catalog.documents_of(speaker)) if each in ids][:LOOKED_THROUGH]:
        document = catalog.document(document_id)
        statements = catalog.statements(document_id)
        if document is None:
            continue
        theirs = [each for each in statements if each.speaker == speaker and each.kind != "reported"]
        for each in theirs[:READ]:
            part = _sentence(document, each)
            if part and is_fit(document.text, part.span) and each.confidence >= SAID:
                return part
            first = first or part
    return first


def _sentence(document: Document, statement: Statement) -> Part | None:
    if needs_its_sentence(document.text, statement):
        return None
    inside = sentences(document.text, statement.start, min(statement.end, statement.start + 3_000))
    span = max(inside[:4], key=lambda each: is_fit(document.text, each), default=(statement.start, statement.end))
    return part_of(document, as_evidence(document, span, statement, score=1.0, coverage=1.0))
