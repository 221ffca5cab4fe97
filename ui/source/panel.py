"""A cited source beside the chat: its document around the words, highlighted and in view, and the citations around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from errors import OnTheRecordError
from index.originals.original import Original
from index.records import Document
from index.text.sentences import Span
from rag.records import Answer, Citation
from ui import navigation, render, session
from ui.pages import document
from ui.source import hits, originals, pages

_OPENED = "source-opened"
_NAME = re.compile(r"(?P<turn>[0-9]{1,6})-(?P<near>near-)?(?P<number>[0-9]{1,6})")
PARAGRAPHS = 2
"""So many paragraphs before and after the words are their context."""


@dataclass(frozen=True)
class _Opened:
    """A source that is shown, and the citations of its answer, between which one goes back and forth."""

    citation: Citation
    among: tuple[Citation, ...]

    def beside(self, step: int) -> Citation | None:
        """Return the citation so many after this one, None beyond the first and the last."""
        at = self.among.index(self.citation) + step if self.citation in self.among else -1
        return self.among[at] if 0 <= at < len(self.among) else None


def open_(citation: Citation, among: Sequence[Citation] = ()) -> None:
    """Show a citation's document beside the chat from the next drawing on."""
    pages.back_to_the_words("panel")
    hits.forget()
    st.session_state[_OPENED] = _Opened(citation, tuple(among))


def open_named(answers: Sequence[Answer | None], name: str) -> None:
    """Show the source that the browser names: "2-1" is [1] of the third answer, "2-near-1" its nearest passage [1]."""
    read = _NAME.fullmatch(name)
    if read is None or int(read["turn"]) >= len(answers):
        return
    if answer := answers[int(read["turn"])]:
        among, number = answer.nearest if read["near"] else answer.cited, read["number"]
        for each in among:
            if each.n == int(number):
                open_(each, among)


def close() -> None:
    """Show no source any more."""
    st.session_state.pop(_OPENED, None)


def draw() -> None:
    """Draw the document around the cited words, if a source is open, with a way to all of it and to the original."""
    opened: _Opened | None = st.session_state.get(_OPENED)
    if opened is None:
        return
    citation = opened.citation
    with st.container(key="otr-panel", gap="small"):
        # Stays in view while the text below it scrolls.
        top = st.container(key="otr-panel-top", gap=None)
        with top.container(horizontal=True, gap="small", vertical_alignment="center", key="otr-panel-bar"):
            st.button("Close", key="close-source", on_click=close, icon=":material/close:")
            _steps(opened)
            in_context = st.empty()
        try:
            pipeline = session.pipeline()
            found = pipeline.document(citation.doc)
        except OnTheRecordError as error:
            st.warning(render.literal(str(error)))
            return
        cited, warning = document.place(found, render.parameters(citation))
        with top:
            span = hits.draw(hits.of(found, cited, pipeline.store.catalog.statements(found.id)), cited, "panel")
        with top.container(horizontal=True, gap="small", vertical_alignment="center", key="otr-panel-ways"):
            navigation.link(navigation.DOCUMENT, "Whole document", render.parameters(_at(citation, found, span)))
            document.original(found)
            original = originals.of(found)
            originals.download(original, "download-source")
            by_page = pages.are_chosen(original)
        if warning:
            st.warning(warning)
        speaker = pipeline.speaker_at(found.id, *span) if span[1] > span[0] else None
        heading = render.heading_html(found.title, document.about(found, span, speaker))
        if by_page and isinstance(original, Original):
            place = st.empty()
            with top:
                pages.draw(original, found, span, heading, place, "panel")
            return
        is_short = in_context.toggle("Excerpt only", key="source-in-context")
        around = context(found, *span) if is_short else None
        st.html(render.document_html(found, *span, heading, render.PANEL_CHARACTERS, around))


def _at(citation: Citation, document: Document, span: Span) -> Citation:
    """Return the citation of the words between the offsets: the same, or one of another place in its document."""
    words = document.text[slice(*span)]
    return citation if words == citation.text else replace(citation, start=span[0], end=span[1], text=words)


def _steps(opened: _Opened) -> None:
    """Draw the ways to the citations before and after; the arrow keys press them too."""
    if len(opened.among) < 2:
        return
    for step, name, label, end, icon in (
        (-1, "previous-source", "Previous citation", "First", ":material/chevron_left:"),
        (1, "next-source", "Next citation", "Last", ":material/chevron_right:"),
    ):
        there = opened.beside(step)
        st.button(
            f"[{there.n}]" if there else end,
            key=name,
            icon=icon,
            icon_position="left" if step < 0 else "right",
            help=label,
            disabled=there is None,
            on_click=open_,
            args=(there, opened.among),
        )


def context(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return from where to where the paragraphs reach that stand before and after the words."""
    first, last, text = start, end, document.text
    for _ in range(PARAGRAPHS + 1):
        first = max(text.rfind("\n", 0, len(text[:first].rstrip())), 0)
        after = text.find("\n", last + len(text[last:]) - len(text[last:].lstrip()))
        last = after if after >= 0 else len(text)
    return first, last
