"""The original file of a document: to take away, and whether its pages can be shown."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import streamlit as st

from errors import DocumentError
from index.originals.original import Original, Originals
from index.originals.pictures import Pictures
from index.records import Document
from rag.records import Answer, Citation
from settings import from_environment
from ui import session


@st.cache_resource(show_spinner=False)
def _originals() -> Originals:
    return Originals()


@st.cache_resource(show_spinner=False, on_release=lambda kept: kept.drawing.close())
def pictures() -> Pictures:
    """Return what draws pages of original files, one for all visitors."""
    return Pictures()


def of(document: Document) -> Original | DocumentError:
    """Return the original of a document, or why there is none to be had."""
    try:
        return _originals().of(document, session.pipeline().store.catalog, from_environment().store)
    except DocumentError as error:
        return error


def warm(answers: Iterable[Answer | None]) -> None:
    """Have the drawing of pages ready where an answer cites a page, before anybody opens it."""
    warm_for(each for answer in answers if answer for each in answer.cited)


def warm_for(citations: Iterable[Citation]) -> None:
    """Do the same for citations."""
    if any(each.page for each in citations):
        _warmed()


@st.cache_resource(show_spinner=False)
def _warmed() -> bool:
    threading.Thread(target=pictures().drawing.warm, name="warm-pages", daemon=True).start()
    return True


def download(original: Original | DocumentError, key: str) -> None:
    """Draw the button that takes the original file away, where there is one."""
    if isinstance(original, DocumentError):
        return
    # Never a kind that a browser opens by itself: a page that was indexed must not run as one of this app.
    st.download_button(
        "Download",
        original.content,
        file_name=original.name,
        mime="application/octet-stream",
        on_click="ignore",
        key=key,
        help="The original file",
        type="tertiary",
        icon=":material/download:",
    )
