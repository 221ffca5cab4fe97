"""The one store of the process, shared by all browser sessions, and the pipeline over it as it is now."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from settings import from_environment

if TYPE_CHECKING:
    from index.handoff import Server
    from rag.pipeline import Pipeline


class _Held:
    """Holds the store open, takes work for it from other commands, and renews the pipeline when documents changed."""

    def __init__(self) -> None:
        # Imported here so that the page's frame is drawn before Chroma is loaded.
        from rag.pipeline import open_pipeline
        from rag.service import server

        settings = from_environment()
        self._renewing = threading.Lock()
        self._pipeline = open_pipeline(settings)
        self._server: Server = server(self.current, settings)
        self._server.start()

    def current(self) -> Pipeline:
        from rag.pipeline import over

        with self._renewing:
            if self._pipeline.store.catalog.changes() != self._pipeline.changes:
                self._pipeline = over(self._pipeline.store, from_environment())
            return self._pipeline

    def close(self) -> None:
        self._server.stop()
        self._pipeline.close()


def pipeline() -> Pipeline:
    """Return the pipeline over the store of the settings as it is now; the store is opened the first time.

    Raises:
        OnTheRecordError: the store cannot be opened, or is held by another process.
    """
    return _held(from_environment().store).current()


@st.cache_resource(show_spinner=False, on_release=lambda held: held.close())
def _held(store: Path) -> _Held:
    del store
    return _Held()
