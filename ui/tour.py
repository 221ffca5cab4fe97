"""What the app does, in three steps for who sees it for the first time; it can be left, and does not come again."""

from __future__ import annotations

import streamlit as st

from ui import access, render

COOKIE, SEEN = "on_the_record_tour", "seen"
_AT, _LEFT = "tour-at", "tour-left"
STEPS = (
    ("Ask", "Type a question below, or choose one that is offered. The answer is the exact words, with who said them."),
    ("Check", "Choose a number such as [1]: its document opens beside the answer, at the words."),
    ("Add", "Add your own files with + below, or in the Library. Explore shows who said what, and when."),
)
_READERS = ("Look around", "Explore shows who said what, and when; a name leads to all that the person said.")


def steps() -> tuple[tuple[str, str], ...]:
    """Return the steps for this visitor: who only reads is not sent to add files."""
    return STEPS if access.may_edit() else (*STEPS[:-1], _READERS)


def draw() -> None:
    """Draw the step that is due, for a visitor who has neither left the tour nor gone through it."""
    if st.session_state.get(_LEFT):
        _remember()
        return
    if st.context.cookies.get(COOKIE) == SEEN:
        return
    told = steps()
    at = min(int(st.session_state.get(_AT, 0)), len(told) - 1)
    title, words = told[at]
    with st.container(border=True, gap="small", key="otr-tour"):
        st.html(f"{render.part_html(f'{at + 1} of {len(told)}: {title}', ())}{render.small_html(words)}")
        with st.container(horizontal=True, gap="small"):
            if at + 1 < len(told):
                st.button("Next", key="tour-next", type="primary", on_click=_go, args=(at + 1,))
            st.button("Leave the tour" if at + 1 < len(told) else "Done", key="tour-leave", on_click=_leave)


def _go(at: int) -> None:
    st.session_state[_AT] = at


def _leave() -> None:
    st.session_state[_LEFT] = True


def _remember() -> None:
    """Leave with the browser that the tour was seen."""
    if st.context.cookies.get(COOKIE) != SEEN:
        st.html(
            f"<script>document.cookie = '{COOKIE}={SEEN}; path=/; max-age=31536000; SameSite=Lax';</script>",
            unsafe_allow_javascript=True,
        )
