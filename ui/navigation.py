"""The pages, so that each can link to the others without importing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import streamlit as st

CHAT, DOCUMENT, EVALUATION = "chat-page", "document-page", "evaluation-page"
LIBRARY, EXPLORE, SETTINGS, PERSON = "library-page", "explore-page", "settings-page", "person-page"
_Row = TypeVar("_Row")
BACK = "back"
"""The query parameter of the document page that names the page it was opened from, where that is not the chat."""


def register(name: str, page: Any) -> None:
    """Keep a page under its name for this browser session."""
    st.session_state[name] = page


def paged(rows: Sequence[_Row], size: int, key: str) -> Iterator[_Row]:
    """Yield the rows of the page that is chosen, and draw the choice below them where there are several pages."""
    last = max(1, -(-len(rows) // size))
    at = min(int(st.session_state.get(key, 1)), last)
    yield from rows[(at - 1) * size : at * size]
    if last > 1:
        st.pagination(last, key=key)


PERSON_PARAMETER = "name"
_TO_PERSON, _CAME_FROM = "to-person", "came-from"


def to_person(name: str) -> None:
    """Have the next drawing lead to the page of a person."""
    st.session_state[_TO_PERSON] = name


def follow(page: str | None = None) -> None:
    """Go where the last click led, before anything is drawn; to this page, where it is named, there is a way back."""
    if name := st.session_state.pop(_TO_PERSON, None):
        if page:
            st.session_state[_CAME_FROM] = (page, st.query_params.to_dict())
        back = {BACK: page} if page else {}
        st.switch_page(st.session_state[PERSON], query_params={PERSON_PARAMETER: name, **back})


def back_from_person() -> tuple[str, str, dict[str, str] | None]:
    """Return the page that led to a person, how the way back is called, and what is shown there."""
    page, parameters = st.session_state.get(_CAME_FROM, (None, None))
    named = {CHAT: "Back to the chat", DOCUMENT: "Back to the document"}
    if page in named and st.query_params.get(BACK) == page:
        return page, named[page], parameters
    return EXPLORE, "Everybody who speaks", None


BACKWARDS = ":material/arrow_back:"
"""The sign of a link to where the reader came from."""


def link(name: str, label: str, parameters: dict[str, str] | None = None, icon: str | None = None) -> None:
    """Draw a link to a page that stays in the session, so the chat is still there on the way back."""
    st.page_link(st.session_state[name], label=label, query_params=parameters, icon=icon)
