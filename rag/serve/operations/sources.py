"""Documents: the list of them, one with its words between two offsets, and where its file is."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import cast

from errors import DocumentError
from index.owner_rpc import Payload, Show
from index.records import Document, Statement
from index.shown import origins
from rag.check import cite, verify
from rag.pipeline import Pipeline
from rag.rank.evidence import as_evidence
from rag.records import Citation
from rag.serve.operations.shapes import DocumentObject, DocumentsObject, SourceObject, UnreadFilesObject

MOST = 500
"""So many entries are returned at once; the others have an offset."""
LONGEST = 200_000
"""So many characters of a document are returned at once."""


def documents(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return documents by id, those whose id matches a pattern where one is given."""
    del show
    catalog = pipeline.store.catalog
    pattern, offset, limit = payload.get("document"), int(payload.get("offset", 0)), int(payload.get("limit", 100))
    with catalog.reading():
        found = [each for each in catalog.documents() if not pattern or fnmatchcase(each.id, pattern)]
        page = [catalog.document(each.id) or each for each in found[offset : offset + min(limit, MOST)]]
        counts = catalog.statement_counts()
    listed: DocumentsObject = {
        "count": len(found),
        "offset": offset,
        "documents": [about(each, counts.get(each.id, 0)) for each in page],
    }
    return cast(Payload, listed)


def unread(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return the files that could not be taken in, with the reasons that the last runs over them found."""
    del show
    found, offset, limit = pipeline.store.catalog.unread(), int(payload["offset"]), int(payload["limit"])
    listed: UnreadFilesObject = {
        "count": len(found),
        "offset": offset,
        "files": [{"path": each.path, "reason": each.reason} for each in found[offset : offset + min(limit, MOST)]],
    }
    return cast(Payload, listed)


def about(document: Document, statements: int) -> DocumentObject:
    """Return what is known of a document."""
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published,
        "source": document.source,
        "url": document.url,
        "language": document.language,
        "author": document.author,
        "speaker": document.speaker,
        "sha256": document.sha256,
        "characters": len(document.text),
        "statements": statements,
        "origins": origins(document),
        "omitted": dict(document.omitted),
    }


def source(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return a document's words between two offsets, the whole of them where none are given, and what was said there.

    Raises:
        DocumentError: there is no such document, or the offsets are not within it.
    """
    del show
    catalog = pipeline.store.catalog
    with catalog.reading():
        document = pipeline.document(str(payload["document"]))
        start, end = _span(document, payload.get("start"), payload.get("end"))
        every = catalog.statements(document.id)
        touched = [each for each in every if each.start < end and each.end > start]
        found: SourceObject = {
            "document": about(document, len(every)),
            "start": start,
            "end": end,
            "page": document.page_at(start),
            "text": document.text[start:end],
            "statements": [each.to_json() for each in cited(document, touched, pipeline)],  # type: ignore[misc]
        }
    return cast(Payload, found)


def _span(document: Document, start: int | None, end: int | None) -> tuple[int, int]:
    first, last = start or 0, len(document.text) if end is None else end
    if not 0 <= first <= last <= len(document.text):
        raise DocumentError(
            f"{first} to {last} is not within {document.id}, which has {len(document.text):,} characters."
        )
    return first, min(last, first + LONGEST)


def cited(document: Document, statements: list[Statement], pipeline: Pipeline) -> list[Citation]:
    """Return statements of a document as checked citations, numbered from 1."""
    catalog = pipeline.store.catalog
    evidence = [as_evidence(document, (each.start, each.end), each, score=0.0, coverage=0.0) for each in statements]
    return list(verify.checked(cite.cite(evidence, catalog), catalog))


def file(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return where the file of a document lies on this machine.

    Raises:
        DocumentError: there is no such document.
    """
    del show
    return {"path": pipeline.document(str(payload["document"])).path}
