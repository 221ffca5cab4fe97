"""Correct a document from its page: its title, day, source and speaker, and whose a statement is; for editors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from errors import CorrectionError, OnTheRecordError
from index.correct import change
from index.corrected_values import LONGEST, STATEMENT_FIELDS
from index.dates.file_name_days import IN_NAME
from index.records import Document, Statement
from index.shown import other_days, statement_note
from index.storage.corrections import read_name, span_name, standing
from index.storage.store import Store
from index.text.counts import not_read
from rag.phrasing import readable_date
from settings import from_environment
from ui import limits, navigation, render, session

PAGE = 10
"""So many statements are shown at once."""
LONGEST_SHOWN = 600
"""Characters of a statement that are shown; a turn may be pages long."""
LABELS = {
    "title": "Title",
    "published": "Day on which it was said or published",
    "source": "Source",
    "speaker": "Speaker, if all of it is one person's words",
}
_NAMES = {"title": "Title", "published": "Day", "source": "Source", "speaker": "Speaker"}
_ASKED = {"speaker": "Speaker", "said_on": "Said on"}
AS_READ = "Use what the file says"
REMARKS = "correction-remarks"


def lines(document: Document) -> list[str]:
    """Return what a reader should know of how a document was read: what was corrected, doubted and left out."""
    shown = [_correction_note(document, field) for field in _NAMES if field in dict(document.read)]
    days = other_days(document).items()
    shown += [f"There is another day, {readable_date(day)}, in {where}." for where, day in days]
    left = not_read(document.omitted, " of the file")
    return [*shown, f"{left[0].upper()}{left[1:]}." if left else ""]


def _correction_note(document: Document, field: str) -> str:
    read = dict(document.read)[field]
    if read == getattr(document, field):
        return f"{_NAMES[field]} corrected; the file says the same."
    by_name = field == "published" and dict(document.origins).get(field) == IN_NAME
    shown = readable_date(read) if read and field == "published" else read
    return f"{_NAMES[field]} corrected; the file{'’s name' * by_name} says {f'“{shown}”' if shown else 'none'}."


def draw(document: Document, store: Store) -> None:
    """Draw the forms that correct a document and its statements, and what is to be said of the last correction."""
    # Not as toasts: these go after four seconds, and their dialogue has no name for a screen reader.
    # In a container that is always there: without it the tabs below would be other elements, and open at the first.
    with st.container():
        for remark in st.session_state.pop(REMARKS, []):
            st.info(render.literal(remark))
    with st.expander("Correct what was misread", icon=":material/edit:", key="otr-correct"):
        fields, statements = st.tabs(["Document", "Who said what"])
        with fields:
            _fields(document)
        with statements:
            _statements(document, store)


def _fields(document: Document) -> None:
    with st.form("correct-document", border=False):
        written = {
            field: st.text_input(label, getattr(document, field) or "", max_chars=LONGEST[field])
            for field, label in LABELS.items()
        }
        if st.form_submit_button("Save corrections", type="primary"):
            changed = {
                field: each for field, each in written.items() if each.strip() != (getattr(document, field) or "")
            }
            _save(document.id, changed)
    for field in [each for each, _ in document.read if each in LABELS]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(render.small_html(_correction_note(document, field)))
            if st.button(AS_READ, key=f"as-read-{field}"):
                _save(document.id, taken=[field])


def _statements(document: Document, store: Store) -> None:
    statements = store.catalog.statements(document.id)
    if not statements:
        st.html(render.small_html("No statement was found in this document."))
    _lost(document, statements, store)
    by_span = {(each.start, each.end): each for each in statements}
    for each in navigation.paged(list(by_span.values()), PAGE, "statements-page-number"):
        _statement(document, each)


def _statement(document: Document, statement: Statement) -> None:
    span = (statement.start, statement.end)
    name = span_name(span)
    read = dict(document.read)
    with st.container(border=True, gap="small", key=f"otr-statement-{name}"):
        labels = [statement.speaker or _unsure(statement)]
        labels += [readable_date(statement.said_on)] if statement.said_on else []
        corrected = [field for field in STATEMENT_FIELDS if read_name(span, field) in read]
        labels += [statement_note({field: None, "read": read[read_name(span, field)]}) for field in corrected]
        words = document.text[slice(*span)]
        shortened = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN].rsplit(None, 1)[0]} …"
        st.html(render.words_html(shortened, labels, False))
        # What it holds is a part of a field's key, so that it shows a new value that came from elsewhere.
        with (
            st.form(f"correct-{name}", border=False),
            st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
        ):
            values = {field: getattr(statement, field) or "" for field in STATEMENT_FIELDS}
            given = {
                field: st.text_input(
                    _ASKED[field], was, max_chars=LONGEST[field], key=f"{field}-{name}-{getattr(statement, field)}"
                )
                for field, was in values.items()
            }
            if st.form_submit_button("Save statement"):
                changed = {field: text for field, text in given.items() if text.strip() != values[field]}
                _save(f"{document.id}@{name}", changed)
        if corrected and st.button(AS_READ, key=f"as-read-{name}"):
            _save(f"{document.id}@{name}", taken=corrected)


def _unsure(statement: Statement) -> str:
    between = " or ".join(statement.candidates)
    return f"{between}, unsure" if between else "speaker not known"


def _lost(document: Document, statements: Sequence[Statement], store: Store) -> None:
    """Draw the corrections whose words are not there any more, each with a way to drop it."""
    for each, at in standing(document.text, statements, store.catalog.corrections(document.id)).items():
        if at is None:
            name = span_name((each.start, each.end))
            what = "speaker" if each.field == "speaker" else "day"
            message = f"The {what} {each.value or 'none'} of the words that stood at {name} is not applied: "
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(render.small_html(f"{message}they are no longer there, or occur less often."))
                if st.button("Delete this correction", key=f"drop-{name}-{each.nth}-{each.field}"):
                    _save(f"{document.id}@{name}", taken=[each.field])


def _save(named: str, given: Mapping[str, str] | None = None, taken: Sequence[str] = ()) -> None:
    """Correct what is named and draw the page again, or say why not."""
    if not given and not taken:
        st.info("Nothing was changed.")
        return
    if _done(lambda store, tokens: change(store, named, given or {}, taken, tokens)):
        st.rerun()


def _done(work: Callable[[Store, int], Mapping[str, Any]]) -> bool:
    try:
        limits.correcting()
        store = session.pipeline().store
        if store.writing.busy():
            raise CorrectionError("Documents are being indexed; save it again when that is done.")
        with st.spinner("Saving …"):
            saved = work(store, from_environment().passage_tokens)
        st.session_state[REMARKS] = saved["remarks"]
    except OnTheRecordError as error:
        st.warning(render.literal(str(error)))
        return False
    return True
