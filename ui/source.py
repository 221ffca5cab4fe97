"""A cited source beside the chat: its document around the words, highlighted and in view."""

from __future__ import annotations

import streamlit as st

from errors import OnTheRecordError
from rag.records import Citation
from ui import navigation, render, session
from ui.pages import document

_OPENED = "source-opened"


def open_(citation: Citation) -> None:
    """Show a citation's document beside the chat from the next drawing on."""
    st.session_state[_OPENED] = citation


def close() -> None:
    """Show no source any more."""
    st.session_state.pop(_OPENED, None)


def opened() -> Citation | None:
    """Return the citation whose source is shown."""
    found: Citation | None = st.session_state.get(_OPENED)
    return found


def panel(citation: Citation) -> None:
    """Draw the document around the cited words, with a way to all of it and to the original."""
    with st.container(key="otr-panel"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.button("Close", key="close-source", on_click=close, icon=":material/close:")
            navigation.link(navigation.DOCUMENT, "Open the whole document", render.parameters(citation))
        try:
            pipeline = session.pipeline()
            opened = pipeline.document(citation.doc)
        except OnTheRecordError as error:
            st.warning(render.literal(str(error)))
            return
        span, warning = document.place(opened, render.parameters(citation))
        if warning:
            st.warning(warning)
        speaker = pipeline.speaker_at(opened.id, *span) if span[1] > span[0] else None
        lines = document.about(opened, span, speaker)
        st.html(render.document_html(opened, *span, lines, render.PANEL_CHARACTERS))
        document.original(opened)
        st.html(render.SCROLL, unsafe_allow_javascript=True)
