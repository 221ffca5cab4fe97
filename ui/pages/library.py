"""The library: the documents that are indexed, adding to them and removing them; asking goes on meanwhile."""

from __future__ import annotations

import streamlit as st

from index.read.document_ids import UPLOADS, is_upload
from index.records import Document, text_hash
from index.text.counts import counted, not_read
from index.upload_jobs import Intake
from rag.phrasing import readable_date
from settings import from_environment
from ui import access, adding, jobs, navigation, render, session

NO_DATE = "no date"
PAGE = 20
"""So many documents are shown at once."""
MOST_UNREAD = 50


def page() -> None:
    """Draw the page."""
    st.html(render.STYLE)
    with st.container(key="otr-page"):
        st.title("Library")
        pipeline = session.opened()
        if pipeline is None:
            return
        intake, catalog = session.intake(), pipeline.store.catalog
        if access.may_edit():
            # Above the form, which is all that a phone shows at first. In a place of their own: a form that moved
            # down as they came would be drawn as another, closed, and files chosen in that moment were lost.
            with st.container(key="otr-jobs"):
                _jobs(intake)
            adding.draw(intake)
        elif any(not each.is_over for each in intake.jobs()):
            st.html(render.small_html("Documents are being added."))
        _not_read(intake)
        documents = _documents(catalog.changes(), str(from_environment().store))
        _listed(documents, catalog.statement_counts(), intake)


@st.cache_data(max_entries=2, show_spinner=False)
def _documents(changes: int, store: str) -> list[Document]:
    """Return the documents without their text, the newest first; read again when the store changed."""
    del changes, store
    documents = session.pipeline().store.catalog.documents()
    return sorted(documents, key=lambda each: each.published or "", reverse=True)


def _jobs(intake: Intake) -> None:
    """Draw the work in hand and the last that is over; what was over before it is folded, until it is dismissed."""
    found = [each for each in intake.jobs() if jobs.is_shown(each)]
    earlier = [each for each in found if each.is_over][1:]
    folded = {each.number for each in earlier}
    jobs.watched(
        lambda: [each for each in intake.jobs() if jobs.is_shown(each) and each.number not in folded],
        lambda job: adding.card(intake, job, ""),
    )
    if earlier:
        with st.expander(f"{len(earlier):,} earlier"):
            for each in earlier:
                adding.card(intake, each, "")


def _not_read(intake: Intake) -> None:
    """Draw the added files of which nothing could be read, for editors, who can remove them."""
    unread = intake.unread() if access.may_edit() else []
    if not unread:
        return
    with st.expander(f"{counted(len(unread), 'file')} that could not be read"):
        for each in unread[:MOST_UNREAD]:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(render.small_html(f"{each.path.removeprefix(f'{UPLOADS}/')}: {each.reason}"), width="stretch")
                key = f"remove-unread-{text_hash(each.path)[:16]}"
                st.button("Remove", key=key, type="tertiary", on_click=_remove, args=(intake, each.path))
        if len(unread) > MOST_UNREAD:
            st.html(render.small_html(f"and {len(unread) - MOST_UNREAD:,} more"))


def _listed(documents: list[Document], counts: dict[str, int], intake: Intake) -> None:
    if not documents:
        st.info(
            "Nothing is indexed yet. Add files above: text, PDF, Word, web pages, mail, tables, subtitles and more."
        )
        return
    sought = st.text_input("Find a document", placeholder="Title, source, file name, or: no date").lower().split()
    found = [each for each in documents if all(word in _named(each) for word in sought)]
    shown = f"{len(found):,} of {len(documents):,} documents" if sought else f"{len(documents):,} documents"
    statements = sum(counts.get(each.id, 0) for each in found)
    st.html(render.small_html(f"{shown if len(documents) != 1 else '1 document'}, {statements:,} statements."))
    for each in navigation.paged(found, PAGE, "library-page-number"):
        _document(each, counts.get(each.id, 0), intake)


def _named(document: Document) -> str:
    return " ".join(filter(None, (document.title, document.source, document.id, _day(document)))).lower()


def _day(document: Document) -> str:
    """Return a document's day in both forms in which it is looked for, or that it has none."""
    day = document.published
    return f"{day} {readable_date(day)}" if day else NO_DATE


def _document(document: Document, statements: int, intake: Intake) -> None:
    when = readable_date(document.published) if document.published else NO_DATE
    said = counted(statements, "statement")
    corrected = "corrected" if document.read else None
    left = not_read(document.omitted) or None
    about = " · ".join(part for part in (when, document.source, said, corrected, left, document.id) if part)
    # Not by its text: two documents may say the same.
    key = f"otr-doc-{text_hash(document.id)[:16]}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key=key):
        with st.container(gap=None, width="stretch"):
            label = render.literal(document.title or document.id)
            navigation.link(navigation.DOCUMENT, label, {"doc": document.id, navigation.BACK: navigation.LIBRARY})
            st.html(render.small_html(about))
        if access.may_edit():
            with st.popover("Remove", type="tertiary", key=f"remove-{document.id}"):
                st.write(_removal(document))
                st.button("Remove it", key=f"remove-it-{document.id}", on_click=_remove, args=(intake, document.id))


def _remove(intake: Intake, document_id: str) -> None:
    # Asked again: the page may have been drawn before the right was withdrawn.
    if access.may_edit():
        intake.remove([document_id])


def _removal(document: Document) -> str:
    """Return what removing a document does: one that was added here leaves the disk too."""
    if is_upload(document.path, from_environment().store):
        return "This removes it from the index and deletes its file from the store."
    return "This removes it from the index. Its file stays, so indexing the folder again brings it back."
