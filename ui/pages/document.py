"""The document page: the whole text with the cited words highlighted and in view."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from errors import DocumentError, OnTheRecordError
from index.originals.original import Original
from index.records import Document
from index.storage.corrections import is_corrected_at
from index.text.sentences import Span
from rag.answer.profiles.of_document import About
from rag.check.recheck import found_again
from rag.phrasing import readable_date
from rag.pipeline import Pipeline
from ui import access, corrections, navigation, render, session
from ui.browser import behaviour
from ui.pages import about_document
from ui.source import hits, originals, pages

_KEY = "browser-document"
BACKS = {
    navigation.CHAT: (navigation.CHAT, "Back to the chat"),
    navigation.EVALUATION: (navigation.EVALUATION, "Back to the evaluation"),
    navigation.LIBRARY: (navigation.LIBRARY, "Back to the library"),
    navigation.EXPLORE: (navigation.EXPLORE, "Back to exploring"),
    navigation.PERSON: (navigation.PERSON, "Back to the person"),
}
"""The page that a document was opened from, by the address's `back`, and how the way back is called."""


def page() -> None:
    """Draw the document that the address names, at the span it names."""
    navigation.follow(navigation.DOCUMENT)
    st.html(render.STYLE)
    with st.container(key="otr-page"):
        _page()


def _page() -> None:
    back, label = BACKS.get(st.query_params.get(navigation.BACK, ""), BACKS[navigation.CHAT])
    head = st.container(key="otr-head", gap=None)
    with head:
        navigation.link(back, label, None, navigation.BACKWARDS)
    try:
        pipeline = session.pipeline()
        document = pipeline.document(st.query_params.get("doc", ""))
        span, warning = place(document, st.query_params.to_dict())
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return
    # Stays in view while the text below it scrolls.
    title = head.empty()
    if span[1] > span[0]:
        with head:
            span = hits.draw(hits.of(document, span, pipeline.store.catalog.statements(document.id)), span, "document")
    speaker = pipeline.speaker_at(document.id, *span) if span[1] > span[0] else None
    details, *below, cited = about(document, span, speaker)
    title.html(render.heading_html(document.title, [cited], level=1))
    st.html(render.small_html("\n".join([details, *below])))
    if warning:
        st.warning(warning)
    about_it = _about_it(document, pipeline, is_cited=span[1] > span[0])
    file = originals.of(document)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        by_page = pages.are_chosen(file)
        originals.download(file, "download-document")
        original(document)
    if isinstance(file, DocumentError):
        st.html(render.small_html(str(file)))
    if access.may_edit():
        corrections.draw(document, pipeline.store)
    if by_page and isinstance(file, Original):
        with st.container():
            bar, picture = st.container(), st.empty()
            with bar:
                pages.draw(file, document, span, "", picture, "document")
    else:
        if render.is_long(document):
            st.html(render.small_html("This document is long; the part around the cited words is shown."))
        st.html(render.document_html(document, *span))
    if about_it:
        about_document.draw_similar(about_it)
    behaviour.mount(_KEY)


def _about_it(document: Document, pipeline: Pipeline, is_cited: bool) -> About | None:
    """Draw what is known of the document: open where nothing in it was cited, else when it is asked for."""
    if is_cited and not st.toggle("Main points and speakers", key="document-about"):
        return None
    with st.container(border=True, key="otr-about"):
        about_it = about_document.of(document, pipeline)
        behaviour.listen(_KEY, partial(_show, about_it))
        about_document.draw(about_it)
        return about_it


def _show(about_it: About, chosen: str) -> None:
    """Show the words of a point of the summary."""
    for each in about_it.citations:
        if chosen == f"0-{each.n}":
            st.query_params.update(render.parameters(each))
            pages.back_to_the_words("document")


def place(document: Document, address: Mapping[str, str]) -> tuple[Span, str | None]:
    """Return the cited span of an address, and what to say of a document that changed since it was cited.

    Raises:
        DocumentError: the address names no span of this document.
    """
    sha, words = address.get("sha", ""), address.get("words", "")
    if not sha or document.sha256.startswith(sha):
        return _span(document, address), None
    start = address.get("start", "")
    # Python reads no number of more than some thousand digits, and no text is a thousand million characters long.
    near = int(start) if start.isdecimal() and len(start) < 10 else 0
    found = found_again(words, document.text, near) if words.strip() else None
    outcome = "the cited words were found again" if found else "the cited words are not in it any more"
    return found or (0, 0), f"This document changed since it was cited; {outcome}."


def _span(document: Document, address: Mapping[str, str]) -> Span:
    """Return the span between the offsets of the address; none at all means the document from its beginning."""
    given = address.get("start"), address.get("end")
    if given == (None, None):
        return 0, 0
    try:
        start, end = int(given[0] or ""), int(given[1] or "")
    except ValueError:
        start, end = -1, -1
    if not 0 <= start < end <= len(document.text):
        raise DocumentError("This link does not lead to words of the document; go back and follow a citation.")
    return start, end


def original(document: Document) -> None:
    """Draw a link to where the document was published, if it tells."""
    if document.url and document.url.startswith(("https://", "http://")):
        # As it was published.
        st.link_button("Original", document.url, type="tertiary", icon=":material/open_in_new:")


def about(document: Document, span: Span, speaker: str | None) -> tuple[str, ...]:
    """Return the lines under the title: when and where it was published, and whose the cited words are."""
    start, end = span
    page = document.page_at(start) if end > start else None
    when = readable_date(document.published) if document.published else "no date"
    second = document.time_at(start) if end > start else None
    at = f"at {int(second) // 3600}:{int(second) // 60 % 60:02}:{int(second) % 60:02}" if second is not None else None
    parts = (when, document.source, f"page {page}" if page else None, at)
    details = " · ".join(part for part in parts if part)
    cited = f"Highlighted: words of {speaker}" if speaker else "Highlighted: the document’s own words"
    corrected = [
        name
        for field, name in (("speaker", "speaker"), ("said_on", "day"))
        if is_corrected_at(document.read, span, field)
    ]
    cited += f" ({' and '.join(corrected)} corrected)" if corrected else ""
    return (f"{details} · {document.id}", *corrections.lines(document), cited if end > start else "")
