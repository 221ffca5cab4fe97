"""The one pipeline of the process, shared by all browser sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from settings import from_environment

if TYPE_CHECKING:
    from rag.pipeline import Pipeline


def pipeline() -> Pipeline:
    """Return the pipeline over the store of the settings, opened the first time it is asked for.

    A store without documents is let go at once, so that `python -m index` can fill it while the chat is open.

    Raises:
        OnTheRecordError: the store cannot be opened, or is held by another process.
    """
    opened = _opened(from_environment().store)
    if not opened.overview().documents:
        _opened.clear()
    return opened


@st.cache_resource(show_spinner=False, on_release=lambda opened: opened.close())
def _opened(store: Path) -> Pipeline:
    # Imported here so that the page's frame is drawn before Chroma is loaded.
    from rag.pipeline import open_pipeline

    del store
    return open_pipeline(from_environment())
