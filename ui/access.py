"""Who may do what, where sign-in is on: readers ask, editors also change the library."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from settings import from_environment
from ui import gate


def signed_out() -> bool:
    """Return whether nothing may be shown: sign-in is asked for and nobody is signed in."""
    return bool(from_environment().editors) and not st.user.get("is_logged_in")


def may_edit() -> bool:
    """Return whether this visitor may add, correct and remove documents; without sign-in everybody may, as at home.

    Whoever signs in with an address that the provider says it has not verified may not: anybody could name it.
    """
    editors = {each.strip().lower() for each in from_environment().editors.split(",") if each.strip()}
    if not editors:
        return True
    unverified = str(st.user.get("email_verified", True)).lower() in ("false", "0", "none", "")
    return bool(st.user.get("is_logged_in")) and not unverified and str(st.user.get("email") or "").lower() in editors


def uploads(allowed: bool) -> None:
    """Let this browser session upload files, or no more."""
    if context := get_script_run_ctx(suppress_warning=True):
        (gate.UPLOADERS.admit if allowed else gate.UPLOADERS.withdraw)(context.session_id)


def sign_in_page() -> None:
    """Draw the way in, and nothing of what is indexed."""
    st.title("On the Record")
    st.write("Sign in to ask what was said.")
    st.button("Sign in", type="primary", on_click=st.login)
