"""Correct what was misread: right values of a document or a statement -> what was kept, and what to know of it."""

from __future__ import annotations

from index.correct import change
from index.owner_rpc import Payload, Show
from rag.pipeline import Pipeline


def corrected(pipeline: Pipeline, payload: Payload, show: Show) -> Payload:
    """Return what was named and corrected.

    Raises:
        CorrectionError: there is no such document, statement or field, or a value cannot be kept; nothing was changed.
    """
    store = pipeline.store
    if store.writing.busy():
        show("waiting until the documents that are being indexed are done")
    return change(store, payload["document"], payload["set"], payload["unset"], payload["passage_tokens"])
