"""The two pages, so that each can link to the other without importing it."""

from __future__ import annotations

from typing import Any

import streamlit as st

CHAT, DOCUMENT = "chat-page", "document-page"


def register(name: str, page: Any) -> None:
    """Keep a page under its name for this browser session."""
    st.session_state[name] = page


def link(name: str, label: str, parameters: dict[str, str] | None = None) -> None:
    """Draw a link to a page that stays in the session, so the chat is still there on the way back."""
    st.page_link(st.session_state[name], label=label, query_params=parameters)
