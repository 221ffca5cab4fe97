"""What is known of a document beside its text: its main points, who speaks in it, its days, and documents like it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from index.records import Document
from index.text.counts import counted
from rag.answer.profiles.of_document import About
from rag.phrasing import readable_date
from rag.pipeline import Pipeline
from rag.records import Segment
from ui import navigation, render
from ui.answer.cards import answer_html, person_html

MOST = 12
"""So many speakers and days are named."""


def of(document: Document, pipeline: Pipeline) -> About:
    """Return what is known of a document; kept until the documents change."""
    return _about(document.id, pipeline.changes, document, pipeline)


def draw(found: About) -> None:
    """Draw its main points, who speaks and its days."""
    # Without the line that names the document and who speaks: the title stands above, and they below.
    if points := found.summary[1:]:
        st.html(render.part_html("Main point" if len(found.citations) == 1 else "Main points", ()))
        st.html(answer_html([_untitled(each) for each in points], found.citations, "0"))
    facts = [_voices(found), _days(found)]
    if any(facts):
        st.html(f'<div class="otr otr-about-lines">{"".join(facts)}</div>')
    if not found.voices:
        st.html(
            render.small_html("No statement with a speaker was found in it; whose words they are can be corrected.")
        )


def draw_similar(found: About) -> None:
    """Draw the ways to similar documents: below the text, whose reader goes on with them."""
    if not found.similar:
        return
    with st.container(key="otr-similar"):
        st.html(render.part_html("Similar documents", ()))
        for each in found.similar:
            when = f" · {readable_date(each.published)}" if each.published else ""
            label = render.literal(f"{each.title or each.id}{when}")
            navigation.link(navigation.DOCUMENT, label, {"doc": each.id})


@st.cache_data(max_entries=16, show_spinner="Reading the document …")
def _about(document_id: str, changes: int, _document: Document, _pipeline: Pipeline) -> About:
    del document_id, changes
    return _pipeline.about(_document)


def _untitled(segment: Segment) -> Segment:
    """Return a point without the title of its document, under which it stands."""
    return replace(segment, citation=segment.citation and replace(segment.citation, title=""))


def _voices(found: About) -> str:
    if not found.voices:
        return ""
    named = [f"{person_html(each.name)} ({counted(each.statements, 'statement')})" for each in found.voices[:MOST]]
    more = f" and {len(found.voices) - MOST:,} more" if len(found.voices) > MOST else ""
    return f"<div><b>Who speaks in it:</b> {', '.join(named)}{more}</div>"


def _days(found: About) -> str:
    if not found.days:
        return ""
    days = [f"{readable_date(day)} ({counted(count, 'statement')})" for day, count in found.days[:MOST]]
    more = f" and {len(found.days) - MOST:,} more" if len(found.days) > MOST else ""
    return f"<div><b>Said on:</b> {', '.join(days)}{more}</div>"
