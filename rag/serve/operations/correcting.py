"""Correct what was misread: right values of a document or a statement -> what was kept, and what to know of it."""

from __future__ import annotations

from errors import DocumentError
from index.correct import change, target
from index.missing import missing
from index.owner_rpc import Payload, Show
from rag.pipeline import Pipeline


def corrected(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return what was named and corrected.

    Raises:
        DocumentError: there is no such document, and nothing is corrected of one that was there.
        CorrectionError: there is no such statement or field, or a value cannot be kept; nothing was changed.
    """
    store = pipeline.store
    named = target(payload["document"], store.catalog).document_id
    if store.catalog.document(named) is None and not store.catalog.corrections(named):
        raise DocumentError(missing(named, store.catalog, store.folder))
    if store.writing.busy():
        show("waiting until the documents that are being indexed are done")
    return change(store, payload["document"], payload["set"], payload["unset"], payload["passage_tokens"])
