"""What the pages do in the browser: keys, copying, opening sources, and holding in view what is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import streamlit as st

from ui import navigation

KEYS = (
    ("/", "Ask a question"),
    ("n", "New chat"),
    ("← →", "Previous and next citation, while a source is open"),
    ("k j", "Previous and next place of the same speaker in the document"),
    ("Esc", "Close what is nearest: a menu, then the source"),
    ("?", "This list"),
)
_NAME = "on-the-record"
_LISTENS = "listens"
_ROWS = "".join(f"<div><dt><kbd>{escape(key)}</kbd></dt><dd>{escape(does)}</dd></div>" for key, does in KEYS)
_DIALOG = (
    '<dialog id="otr-keys" aria-labelledby="otr-keys-title"><h2 id="otr-keys-title">Keys</h2>'
    f'<dl>{_ROWS}</dl><button type="button" data-closes autofocus>Close</button></dialog>'
)
_PAGE = st.components.v2.component(
    _NAME,
    html=_DIALOG,
    js=Path(__file__).with_name("page.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def listen(key: str, opened: Callable[[str], None]) -> None:
    """Let `opened` hear which citation (`data-opens`) is chosen on the page that is mounted by this key.

    Called before the page draws its citations: one that is chosen while the rest of the page is being drawn ends that
    run, and what was mounted by the run before knows nothing of it.
    """
    st.session_state[_LISTENS] = key, opened


def mount(key: str) -> None:
    """Let a page do in the browser what page.js does.

    A page with names of people (`data-person`) begins with `navigation.follow`, one with citations calls `listen`.
    """

    def chosen(event: str) -> str:
        # A page that was just left has no state: what was told to it is told again to the page that took its place.
        return str((st.session_state.get(key) or {}).get(event) or "")

    def listening() -> Callable[[str], None] | None:
        by, opened = st.session_state.get(_LISTENS, ("", None))
        return opened if by == key else None

    def hear() -> None:
        if (opened := listening()) and (citation := chosen("opened")):
            opened(citation)

    def go() -> None:
        if name := chosen("person"):
            navigation.to_person(name)

    # What is drawn after a change of the theme is drawn in the other: nothing else is to be done about it.
    _PAGE(
        key=key,
        data={"opens": listening() is not None},
        on_opened_change=hear,
        on_person_change=go,
        on_scheme_change=lambda: None,
    )
