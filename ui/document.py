"""The document page: the whole text with the cited words highlighted and in view."""

from __future__ import annotations

import streamlit as st

from errors import DocumentError, OnTheRecordError
from index.records import Document
from rag.compose import readable_date
from rag.recheck import found_again
from ui import pages, render, session


def page() -> None:
    """Draw the document that the address names, at the span it names."""
    st.html(render.STYLE)
    if st.query_params.get(pages.BACK) == pages.EVALUATION:
        pages.link(pages.EVALUATION, "← Back to the evaluation")
    else:
        pages.link(pages.CHAT, "← Back to the chat")
    try:
        pipeline = session.pipeline()
        document = pipeline.document(st.query_params.get("doc", ""))
        start, end = _cited(document)
        speaker = pipeline.speaker_at(document.id, start, end) if end > start else None
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return
    if render.is_long(document):
        st.caption("This document is long; the part around the cited words is shown.")
    st.html(render.document_html(document, start, end, _about(document, (start, end), speaker)))
    if document.url and document.url.startswith(("https://", "http://")):
        st.link_button("Open the original", document.url)
    if end > start:
        st.html(render.SCROLL, unsafe_allow_javascript=True)


def _cited(document: Document) -> tuple[int, int]:
    """Return the cited span; in a document that changed since, where its words stand now, having said so."""
    sha, words = st.query_params.get("sha", ""), st.query_params.get("words", "")
    if not sha or document.sha256.startswith(sha):
        return _span(document)
    start = st.query_params.get("start", "")
    found = found_again(words, document.text, int(start) if start.isdecimal() else 0) if words.strip() else None
    told = "the cited words were found again" if found else "the cited words are not in it any more"
    st.warning(f"This document changed since it was cited; {told}.")
    return found or (0, 0)


def _span(document: Document) -> tuple[int, int]:
    """Return the cited span of the address; none at all means the document from its beginning.

    Raises:
        DocumentError: the address names no span of this document.
    """
    given = st.query_params.get("start"), st.query_params.get("end")
    if given == (None, None):
        return 0, 0
    try:
        start, end = int(given[0] or ""), int(given[1] or "")
    except ValueError:
        start, end = -1, -1
    if not 0 <= start < end <= len(document.text):
        raise DocumentError("This address names no words of the document; go back and follow the link of a citation.")
    return start, end


def _about(document: Document, span: tuple[int, int], speaker: str | None) -> tuple[str, ...]:
    """Return the lines under the title: when and where it was published, and whose the cited words are."""
    start, end = span
    page = document.page_at(start) if end > start else None
    when = readable_date(document.published) if document.published else "no date"
    second = document.time_at(start) if end > start else None
    at = f"at {int(second) // 3600}:{int(second) // 60 % 60:02}:{int(second) % 60:02}" if second is not None else None
    parts = (when, document.source, f"page {page}" if page else None, at)
    details = " · ".join(part for part in parts if part)
    cited = f"Highlighted: words of {speaker}" if speaker else "Highlighted: the document’s own words"
    return (f"{details} · {document.id}", cited if end > start else "")
