"""What is stored, looked at without a question: statements, days, documents, coverage, quotations, packs, feedback."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from index.owner_rpc import Payload
from rag.serve.desk import Desk
from rag.serve.http.asks import Correction, Draft, Feedback, Listing, Looked, Pack, Page, Paged, Quotation, Span
from rag.serve.http.guard import EDITS, may_edit
from rag.serve.operations import shapes


def sent_fields(model: Any) -> Payload:
    """Return the fields of a request that were sent."""
    found: Payload = model.model_dump(exclude_none=True)
    return found


def shape(model: Any, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """Return what a route's description says of its answer."""
    return {status: {"model": model}}


def editor(request: Request) -> None:
    """Refuse who may not change what is stored."""
    if not may_edit(request.scope):
        raise HTTPException(403, EDITS)


def router(desk: Desk) -> APIRouter:
    """Return what shows what is stored."""
    routes = APIRouter(tags=["look"])

    @routes.get("/v1/health", responses=shape(shapes.HealthObject))
    def health() -> Response:
        """Tell that the store can be asked."""
        return JSONResponse(desk.call("health", {}))

    @routes.get("/v1/statements", responses=shape(shapes.StatementsObject))
    def statements(page: Annotated[Page, Query()]) -> Response:
        """List who said what, the earliest first."""
        return JSONResponse(desk.call("statements", sent_fields(page)))

    @routes.get("/v1/timeline", responses=shape(shapes.TimelineObject))
    def timeline(page: Annotated[Page, Query()]) -> Response:
        """List statements by the day on which they were said."""
        return JSONResponse(desk.call("timeline", sent_fields(page)))

    @routes.get("/v1/explore", responses=shape(shapes.ExploreObject))
    def explored(looked: Annotated[Looked, Query()]) -> Response:
        """Count statements by month, and tell who speaks."""
        return JSONResponse(desk.call("explored", sent_fields(looked)))

    @routes.get("/v1/coverage", responses=shape(shapes.CoverageObject))
    def coverage(looked: Annotated[Looked, Query()]) -> Response:
        """Tell what the store has on something: how much, from when to when, and what is missing."""
        return JSONResponse(desk.call("coverage", sent_fields(looked)))

    @routes.post("/v1/quotations/check", responses=shape(shapes.QuotationObject))
    def quotation(asked: Quotation) -> Response:
        """Tell whether words were said: exact, altered, somebody else's, or not found."""
        return JSONResponse(desk.call("quotation", sent_fields(asked)))

    @routes.post("/v1/drafts/check", responses=shape(shapes.DraftObject))
    def draft(given: Draft) -> Response:
        """Tell of each quotation and attributed claim of a text whether the documents have it so."""
        return JSONResponse(desk.call("draft", sent_fields(given)))

    @routes.post("/v1/packs/verify", responses=shape(shapes.RecheckedObject))
    def verify(pack: Pack) -> Response:
        """Tell what of an evidence pack still holds."""
        return JSONResponse(desk.call("verify", {"pack": pack.model_dump(exclude_unset=True)}))

    @routes.post("/v1/feedback", responses=shape(shapes.KeptObject))
    def feedback(given: Feedback) -> Response:
        """Keep what somebody thinks of an answer, as a question for the evaluation."""
        return JSONResponse(desk.call("feedback", sent_fields(given)))

    @routes.post("/v1/corrections", dependencies=[Depends(editor)], responses=shape(shapes.CorrectedObject))
    def corrected(given: Correction) -> Response:
        """Correct what was misread (a token that may edit)."""
        return JSONResponse(
            desk.call("corrected", {**sent_fields(given), "passage_tokens": desk.settings.passage_tokens})
        )

    return routes


def documents(desk: Desk) -> APIRouter:
    """Return what shows documents."""
    routes = APIRouter(tags=["documents"])

    @routes.get("/v1/documents", responses=shape(shapes.DocumentsObject))
    def listed(listing: Annotated[Listing, Query()]) -> Response:
        """List documents with what is known of them."""
        return JSONResponse(desk.call("documents", sent_fields(listing)))

    @routes.get("/v1/unread", responses=shape(shapes.UnreadFilesObject))
    def unread(page: Annotated[Paged, Query()]) -> Response:
        """List the files that could not be taken in, each with the reason and what to do."""
        return JSONResponse(desk.call("unread", sent_fields(page)))

    @routes.get("/v1/documents/{document:path}", responses=shape(shapes.SourceObject))
    def source(document: str, span: Annotated[Span, Query()]) -> Response:
        """Show a document's text, or its words between two offsets, with what was said there."""
        return JSONResponse(desk.call("source", {"document": document, **sent_fields(span)}))

    @routes.get("/v1/originals/{document:path}", response_class=FileResponse, responses={200: {"content": {"*/*": {}}}})
    def original(document: str) -> Response:
        """Give the file from which a document was read."""
        path = Path(desk.call("file", {"document": document})["path"])
        if not path.is_file():
            raise HTTPException(410, "The file of this document is no longer where it was when it was indexed.")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        # As an attachment: what a page of a document does must not run here.
        return FileResponse(path, media_type=kind, filename=path.name, content_disposition_type="attachment")

    return routes
