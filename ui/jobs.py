"""Work in hand on a page: how far each piece is, with a way to stop it; drawn again each second while there is any."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from index.running.jobs import Job
from ui import render

_DISMISSED = "dismissed-jobs"
"""The work that this browser session does not want to see any more."""


def watched(jobs: Callable[[], Sequence[Job]], draw: Callable[[Job], None]) -> None:
    """Draw the work in hand; while there is any, it is drawn again each second, and the page once when it is over."""
    active = any(not each.is_over for each in jobs())

    @st.fragment(run_every=1.0 if active else None)
    def drawn() -> None:
        now = jobs()
        for each in now:
            draw(each)
        if active and all(each.is_over for each in now):
            st.rerun()

    drawn()


def card(job: Job, states: Mapping[str, str], key: str, cancel: Callable[[int], None]) -> None:
    """Draw how far a piece of work is, in its own container, with a way to stop it until it is over."""
    is_running = job.state == "running"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(render.job_html(job.title, states[job.state], "" if is_running else job.message))
        if not job.is_over:
            st.button("Cancel", key=f"cancel-{key}{job.number}", on_click=cancel, args=(job.number,))
        elif job.id:
            st.button("Dismiss", key=f"dismiss-{key}{job.number}", type="tertiary", on_click=_dismiss, args=(job.id,))
    if is_running:
        st.progress(min(1.0, job.share), render.literal(job.message or "Beginning"))


def is_shown(job: Job) -> bool:
    """Return whether this browser session still wants to see a piece of work."""
    return job.id not in st.session_state.get(_DISMISSED, ())


def _dismiss(job: str) -> None:
    st.session_state[_DISMISSED] = {*st.session_state.get(_DISMISSED, ()), job}
