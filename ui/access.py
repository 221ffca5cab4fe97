"""Who may do what, where sign-in is on: readers ask, editors also change the library."""

from __future__ import annotations

import streamlit as st

from settings import from_environment


def signed_out() -> bool:
    """Return whether nothing may be shown: sign-in is asked for and nobody is signed in."""
    return bool(from_environment().editors) and not st.user.get("is_logged_in")


def may_edit() -> bool:
    """Return whether this visitor may add, correct and remove documents; without sign-in everybody may, as at home."""
    editors = {each.strip().lower() for each in from_environment().editors.split(",") if each.strip()}
    return not editors or str(st.user.get("email") or "").lower() in editors


def sign_in_page() -> None:
    """Draw the way in, and nothing of what is indexed."""
    st.title("On the Record")
    st.write("Sign in to ask what was said.")
    st.button("Sign in", type="primary", on_click=st.login)
