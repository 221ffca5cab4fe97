"""What is added: files and pasted text, in the library or with a question, and the choice where a name is taken."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from errors import OnTheRecordError
from index.read.document_ids import UPLOADS
from index.read.file_types import SUFFIXES
from index.running.jobs import Job
from index.storage.uploads import SameName, Upload, safe_name
from index.text.counts import counted
from index.upload_jobs import Intake, text_upload
from ui import access, jobs, limits, render, session

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_WAITING = "same-name"
"""What was added under names that are there already, until a person chose what becomes of it."""
_FILES = "added-files"
"""How often files were added here: each time the place for them is a new, empty one."""
_TEXTS = "added-texts"
"""How often a text was added here, the same."""
_IN_CHAT, _FIRST = "added-in-chat", "read-first"
"""The work on what came with questions, and the one that the next question waits for."""
SHOWN_NAMES = 10
SHOWN_FAILURES, FEW_FAILURES = 20, 3
LOOK_SECONDS = 0.25
"""How often a question that came with files looks whether they are read: sooner than is felt as waiting."""
_STATES = {"waiting": "Waiting", "running": "Reading", "done": "Done", "failed": "Failed", "cancelled": "Stopped"}


def draw(intake: Intake) -> None:
    """Draw the forms, and the choice that is to be made."""
    with st.expander("Add documents", icon=":material/add:", expanded=not session.pipeline().overview().documents):
        files, text = st.tabs(["Files", "Pasted text"])
        with files:
            key = f"{_FILES}-{st.session_state.get(_FILES, 0)}"
            # Added as soon as it is chosen. Any kind may be: the browser would refuse others without saying why.
            if given := st.file_uploader("Files, or a folder as ZIP", accept_multiple_files=True, key=key):
                st.session_state[_FILES] = st.session_state.get(_FILES, 0) + 1
                if _take(intake, lambda: _uploads(given)):
                    st.rerun()
            st.html(render.small_html(f"Can be read: {' '.join(sorted(SUFFIXES))}"))
        with text:
            _text_form(intake)
    _choice(intake)


def _text_form(intake: Intake) -> None:
    """Draw the form for a text, an empty one again once what stood in it was taken in."""
    key = f"{_TEXTS}-{st.session_state.get(_TEXTS, 0)}"
    with st.form(key, clear_on_submit=False, border=False):
        title = st.text_input("Title", key=f"{key}-title")
        day = st.date_input("Day on which it was said or published", None, format="YYYY-MM-DD", key=f"{key}-day")
        speaker = st.text_input("Speaker, if all of it is one person's words", key=f"{key}-speaker")
        words = st.text_area("Text", height=200, key=f"{key}-words")
        is_given = st.form_submit_button("Add text", type="primary")
    published = day.isoformat() if day else None
    if is_given and _take(intake, lambda: [text_upload(title, words, published, speaker.strip() or None)]):
        st.session_state[_TEXTS] = st.session_state.get(_TEXTS, 0) + 1
        st.rerun()


def _uploads(given: Sequence[UploadedFile]) -> list[Upload]:
    return [Upload(each.name, each.getvalue(), safe_name(each.name)) for each in given]


def with_question(given: Sequence[UploadedFile], asked: bool) -> None:
    """Add what came with a question, or alone; a question waits until it is read (`until_read`)."""
    if not given or not access.may_edit() or session.opened() is None:
        return
    if job := _take(session.intake(), lambda: _uploads(given)):
        st.session_state[_IN_CHAT] = [*st.session_state.get(_IN_CHAT, []), job.number]
        if asked:
            st.session_state[_FIRST] = job.number


def is_awaited() -> bool:
    """Return whether something came with the question that is to be read first."""
    return _FIRST in st.session_state


def until_read(told: Callable[[str], None]) -> None:
    """Return when what came with the question is read, at once where nothing did; `told` hears how far that is."""
    number = st.session_state.pop(_FIRST, None)
    while number is not None and (job := session.intake().known.get(number)) and not job.is_over:
        told(
            f"Reading what you added: {job.message[:1].lower()}{job.message[1:]}"
            if job.message
            else "Waiting for other files to be read"
        )
        time.sleep(LOOK_SECONDS)


def draw_in_chat() -> None:
    """Draw how far what came with questions is, until it is dismissed, and the choice that is to be made.

    What a question waits for is told where its answer will stand.
    """
    numbers = set(st.session_state.get(_IN_CHAT, [])) - {st.session_state.get(_FIRST)}
    if not access.may_edit() or not (numbers or st.session_state.get(_WAITING)) or session.opened() is None:
        return
    intake = session.intake()
    jobs.watched(
        lambda: [each for each in intake.jobs() if each.number in numbers and jobs.is_shown(each)],
        lambda job: card(intake, job, "chat-"),
    )
    _choice(intake)


def card(intake: Intake, job: Job, key: str) -> None:
    """Draw a piece of work on the library, with what can be done about it and what was not taken in."""
    with st.container(border=True, gap="small", key=f"otr-job-{key}{job.number}"):
        left = {"done": f"Done, {len(job.failed):,} not read"} if job.failed else {}
        jobs.card(job, _STATES | left, key, lambda number: if_editor(intake.cancel, number))
        if job.may_go_on:
            st.button(
                "Go on",
                key=f"go-on-{key}{job.number}",
                type="primary",
                on_click=if_editor,
                args=(intake.go_on, job.number),
            )
        if job.failed:
            with st.expander(f"{len(job.failed):,} not read", expanded=len(job.failed) <= FEW_FAILURES):
                for path, reason in job.failed[:SHOWN_FAILURES]:
                    st.html(render.small_html(f"{path.removeprefix(f'{UPLOADS}/')}: {reason}"))
                if len(job.failed) > SHOWN_FAILURES:
                    st.html(render.small_html(f"and {len(job.failed) - SHOWN_FAILURES:,} more"))


def if_editor(do: Callable[[int], None], number: int) -> None:
    """Do something about a piece of work, where this visitor may."""
    # Asked again: the page may have been drawn before the right was withdrawn.
    if access.may_edit():
        do(number)


def _take(intake: Intake, given: Callable[[], list[Upload]]) -> Job | None:
    """Add what can be added, and let what shares its name with another wait for a choice; return the work on it."""
    try:
        limits.adding()
        uploads = given()
        others = intake.others(uploads)
        rest = [each for each in uploads if each not in others]
        job = intake.add(rest) if rest or not others else None
        st.session_state[_WAITING] = [*st.session_state.get(_WAITING, []), *others]
        return job
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return None


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
