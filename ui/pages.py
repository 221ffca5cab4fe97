"""The pages, so that each can link to the others without importing them."""

from __future__ import annotations

from typing import Any

import streamlit as st

CHAT, DOCUMENT, EVALUATION = "chat-page", "document-page", "evaluation-page"
LIBRARY, EXPLORE, SETTINGS = "library-page", "explore-page", "settings-page"
BACK = "back"
"""The query parameter of the document page that names the page it was opened from, where that is not the chat."""


def register(name: str, page: Any) -> None:
    """Keep a page under its name for this browser session."""
    st.session_state[name] = page


def link(name: str, label: str, parameters: dict[str, str] | None = None) -> None:
    """Draw a link to a page that stays in the session, so the chat is still there on the way back."""
    st.page_link(st.session_state[name], label=label, query_params=parameters)
