"""Who is looking: the signed-in user, or the browser, so that conversations never mix."""

from __future__ import annotations

import hashlib
import re
import secrets

import streamlit as st

COOKIE = "on_the_record_visitor"
_TOKEN = re.compile(r"[0-9a-f]{32}")
_VISITOR = "visitor"


def owner() -> str:
    """Return the name under which this visitor's conversations are kept: nothing that identifies a browser.

    A signed-in user has the same one everywhere; without sign-in a browser is known by a random cookie.
    """
    known = _signed_in() or _browser()
    return hashlib.sha256(known.encode()).hexdigest()[:32]


def _signed_in() -> str | None:
    return str(st.user.get("sub") or st.user.get("email")) if st.user.get("is_logged_in") else None


def remember() -> None:
    """Leave the cookie with the browser, so that its conversations are there after a reload."""
    if st.session_state.get(_VISITOR) and st.context.cookies.get(COOKIE) != st.session_state[_VISITOR]:
        st.html(
            f"<script>document.cookie = '{COOKIE}={st.session_state[_VISITOR]}; path=/; max-age=31536000; "
            "SameSite=Lax';</script>",
            unsafe_allow_javascript=True,
        )


def _browser() -> str:
    if _VISITOR not in st.session_state:
        token = str(st.context.cookies.get(COOKIE) or "")
        st.session_state[_VISITOR] = token if _TOKEN.fullmatch(token) else secrets.token_hex(16)
    return str(st.session_state[_VISITOR])
