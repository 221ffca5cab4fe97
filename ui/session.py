"""The one store of the process, shared by all browser sessions: the pipeline over it now, and what adds to it."""

from __future__ import annotations

import atexit
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from errors import OnTheRecordError, StoreBusyError
from settings import from_environment
from ui import render

if TYPE_CHECKING:
    from index.owner_rpc import Server
    from index.upload_jobs import Intake
    from rag.pipeline import Pipeline
    from rag.serve.prometheus import Metrics

STRICTNESS, EXTRACTIVE_ONLY = "strictness", "extractive-only"
"""What a reader chose: how sure a fact must be, which the browser keeps, and to do without the model for a session."""
COOKIE = "on_the_record_strictness"

BUSY_SECONDS = 2.0
"""How often a page looks whether the store is free again."""

_opening = threading.Lock()
"""Held while the store is opened, so that two sessions do not each close what the other one opened."""


class _OpenStore:
    """Holds the store open, takes work for it from other commands, and renews the pipeline when documents changed."""

    def __init__(self) -> None:
        # Imported here so that the page's frame is drawn before Chroma is loaded.
        from rag.serve.owner import Current, server, take_over

        settings = from_environment()
        if settings.one_owner:
            take_over(settings.store)
        # First, so that /health tells of a store that cannot be opened.
        metrics = _metrics(settings.metrics_port, settings.store) if settings.metrics_port else None
        self._current = Current(settings)
        self._log = self._current.pipeline().store.log
        if metrics:
            self._log.listen(metrics.count)
        # Streamlit ends without releasing what it caches.
        atexit.register(self._log.emit, "stop")
        self.intake = self._current.intake
        # On servers every command opens the store itself.
        self._server: Server | None = (
            server(self.current, settings, more={"index": self.intake.from_command}, intake=self.intake)
            if settings.one_owner
            else None
        )
        try:
            if self._server:
                self._server.start()
        except OnTheRecordError:
            # Held on to, the store would be in use by nobody that answers.
            self._current.close()
            raise

    def current(self) -> Pipeline:
        return self._current.pipeline()

    def gone(self) -> bool:
        return self._current.gone()

    def close(self) -> None:
        atexit.unregister(self._log.emit)
        if self._server:
            self._server.stop()
        self._current.close()


def pipeline() -> Pipeline:
    """Return the pipeline over the store of the settings as it is now, as this session's reader wants it.

    Raises:
        OnTheRecordError: the store cannot be opened, or is in use by another process.
    """
    current = as_strict(_open().current(), strictness())
    return replace(current, writer=None) if st.session_state.get(EXTRACTIVE_ONLY) else current


def strictness() -> str | None:
    """Return the level of strictness that a reader chose, now or before the page was loaded again; None for none."""
    from rag.find.answerability import STRICTNESS as LEVELS

    kept = st.session_state.get(STRICTNESS) or st.context.cookies.get(COOKIE)
    return str(kept) if kept in LEVELS else None


def remember_strictness() -> None:
    """Leave with the browser which level of strictness was chosen."""
    chosen = strictness()
    if chosen and st.context.cookies.get(COOKIE) != chosen:
        st.html(
            f"<script>document.cookie = '{COOKIE}={chosen}; path=/; max-age=31536000; SameSite=Lax';</script>",
            unsafe_allow_javascript=True,
        )


def as_strict(pipeline: Pipeline, level: str | None) -> Pipeline:
    """Return the pipeline at a level of strictness that a reader chose, None for its own.

    All else that it decides by stays: under a reranker the likelihood of an answer does not change the order.
    """
    return replace(pipeline, decide=partial(pipeline.decide, strictness=level)) if level else pipeline


def opened() -> Pipeline | None:
    """Return the pipeline, having drawn that it is being opened, or None, having drawn why it cannot be."""
    try:
        with st.spinner("Opening the index …"):
            return pipeline()
    except StoreBusyError:
        _busy(from_environment().store)
        return None
    except OnTheRecordError as error:
        st.error(render.literal(str(error)), icon=None)
        return None


def _busy(store: Path) -> None:
    """Say that the documents are being changed, and draw the page again when that is done."""
    st.info("Documents are being indexed on this machine at the moment. This page opens by itself when that is done.")

    @st.fragment(run_every=BUSY_SECONDS)
    def watched() -> None:
        from index.owner_rpc import owner_of
        from index.storage.lock import held

        # Who answers may be a service that gives way when asked again.
        if not held(store) or owner_of(store):
            st.rerun()

    watched()


def intake() -> Intake:
    """Return what takes files into the store and documents out of it; raises what `pipeline` raises."""
    return _open().intake


def _open() -> _OpenStore:
    """Return the open store of the settings; one whose folder was removed or replaced is closed, and opened again."""
    store = from_environment().store
    with _opening:
        opened = _store_at(store)
        if opened.gone():
            _store_at.clear(store)
            opened = _store_at(store)
        return opened


@st.cache_resource(show_spinner=False, on_release=lambda opened: opened.close())
def _store_at(store: Path) -> _OpenStore:
    del store
    return _OpenStore()


@st.cache_resource(show_spinner=False, on_release=lambda metrics: metrics.stop())
def _metrics(port: int, store: Path) -> Metrics:
    from rag.serve.prometheus import Metrics

    del store
    metrics = Metrics(port, lambda: _open().current())
    metrics.start()
    return metrics
