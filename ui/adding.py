"""What is added to the library: files and pasted text, and the choice where a name is there already."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from errors import OnTheRecordError
from index.read.file_types import SUFFIXES
from index.storage.uploads import SameName, Upload, safe_name
from index.text.counts import counted
from index.upload_jobs import Intake, text_upload
from ui import limits, render, session

_WAITING = "same-name"
"""What was added under names that are there already, until a person chose what becomes of it."""
SHOWN_NAMES = 10


def draw(intake: Intake) -> None:
    """Draw the forms, and the choice that is to be made."""
    with st.expander("Add documents", icon=":material/add:", expanded=not session.pipeline().overview().documents):
        files, text = st.tabs(["Files", "Pasted text"])
        with files, st.form("add-files", clear_on_submit=True, border=False):
            # Any kind may be chosen: the browser would refuse others without saying why.
            given = st.file_uploader("Files, or a folder as ZIP", accept_multiple_files=True)
            st.html(render.small_html(f"Read: {' '.join(sorted(SUFFIXES))}"))
            if st.form_submit_button("Add", type="primary"):
                _take(intake, lambda: [Upload(each.name, each.getvalue(), safe_name(each.name)) for each in given])
        with text, st.form("add-text", clear_on_submit=False, border=False):
            title = st.text_input("Title")
            day = st.date_input("Day on which it was said or published", None, format="YYYY-MM-DD")
            speaker = st.text_input("Speaker, if all of it is one person's words")
            words = st.text_area("Text", height=200)
            if st.form_submit_button("Add text", type="primary"):
                published = day.isoformat() if day else None
                _take(intake, lambda: [text_upload(title, words, published, speaker.strip() or None)])
    _choice(intake)


def _take(intake: Intake, given: Callable[[], list[Upload]]) -> None:
    """Add what can be added, and let what shares its name with another wait for a choice."""
    try:
        limits.adding()
        uploads = given()
        others = intake.others(uploads)
        rest = [each for each in uploads if each not in others]
        if rest or not others:
            intake.add(rest)
        st.session_state[_WAITING] = [*st.session_state.get(_WAITING, []), *others]
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))


def _choice(intake: Intake) -> None:
    """Draw what is to be done with what is there already under its name; nothing is lost until a person chose."""
    waiting: list[Upload] = st.session_state.get(_WAITING, [])
    if not waiting:
        return
    with st.container(border=True, gap="small", key="otr-same-name"):
        st.write(_same_name_message(waiting))
        with st.container(horizontal=True, gap="small"):
            both = st.button("Keep both", key="same-name-both", type="primary")
            older = "the older one" if len(waiting) == 1 else "the older ones"
            replaced = st.button(f"Replace {older}", key="same-name-replace")
            st.button("Do not add", key="same-name-leave", type="tertiary", on_click=_leave)
    if both or replaced:
        _add_chosen(intake, waiting, "both" if both else "replace")


def _same_name_message(waiting: Sequence[Upload]) -> str:
    names = ", ".join(f"**{render.literal(each.name)}**" for each in waiting[:SHOWN_NAMES])
    if len(waiting) == 1:
        return f"{names} is in the library already, with other content. The new one has not been added yet."
    more = f" and {len(waiting) - SHOWN_NAMES:,} more" if len(waiting) > SHOWN_NAMES else ""
    message = f"{counted(len(waiting), 'document')} are in the library already, with other content"
    return f"{message}: {names}{more}. The new ones have not been added yet."


def _add_chosen(intake: Intake, waiting: Sequence[Upload], choice: SameName) -> None:
    try:
        intake.add(waiting, choice)
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return
    _leave()
    st.rerun()


def _leave() -> None:
    st.session_state.pop(_WAITING, None)
