"""The page of a person: first and last words, roles, topics, how things were said, who answers, all words by time."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from index.names.names import Speaker
from index.text.counts import counted
from index.transcripts.label_names import readable_name
from rag.answer.profiles.person import Person, Shown
from rag.phrasing import readable_date, row
from rag.pipeline import Pipeline
from ui import navigation, render, session
from ui.answer.cards import answer_html, fact_html
from ui.browser import behaviour
from ui.pages import explore
from ui.source import originals, panel

_KEY = "browser-person"
_TURN = "0"
"""Names the page's citations to what opens them, as an answer's number does in the chat."""


def page() -> None:
    """Draw the page of the person whom the address names."""
    navigation.follow()
    st.html(render.STYLE)
    found: Person | None = None
    with st.container(key="otr-page"):
        # Stays in view while the page scrolls.
        with st.container(key="otr-head"):
            back, label, parameters = navigation.back_from_person()
            navigation.link(back, label, parameters, navigation.BACKWARDS)
        pipeline = session.opened()
        if pipeline is None:
            return
        name = st.query_params.get(navigation.PERSON_PARAMETER, "")
        found = _person(name, pipeline.changes, pipeline)
        if found is None:
            st.title("Nobody of this name")
            st.info(render.literal(f"Nobody called “{name}” speaks in the documents. Choose somebody under Explore."))
        else:
            behaviour.listen(_KEY, partial(_open, found))
            _draw(found, pipeline)
    if found:
        originals.warm_for(found.citations)
    panel.draw()
    behaviour.mount(_KEY)


@st.cache_data(max_entries=16, show_spinner="Reading what is known …")
def _person(name: str, changes: int, _pipeline: Pipeline) -> Person | None:
    del changes
    return _pipeline.person(name)


def _open(found: Person, chosen: str) -> None:
    number = chosen.removeprefix(f"{_TURN}-")
    for each in found.citations:
        if str(each.n) == number:
            panel.open_(each, found.citations)


def _draw(found: Person, pipeline: Pipeline) -> None:
    st.title(render.literal(found.speaker.name))
    st.html(render.small_html(summary(found.speaker)))
    known = readable_name(found.speaker.name)
    _facts("Known as", found.roles, "document", known)
    _facts("First and last words", found.ends, "", known)
    if found.topics:
        st.header("Topics")
        st.html(answer_html(found.topics, found.citations, _TURN, known))
    _facts("Not stated as fact", found.senses, "statement", known)
    _facts("Who answers whom", found.exchanges, "time", known)
    if found.corrected:
        st.header("Corrected by hand")
        st.html(_cards((Shown("", each) for each in found.corrected), known))
    explore.shown([found.view], pipeline, [found.speaker])


def summary(speaker: Speaker) -> str:
    """Return how much somebody says here and when, and under which other names."""
    days = list(dict.fromkeys(readable_date(day) for day in (speaker.first, speaker.last) if day))
    when = f", {' to '.join(days)}" if days else ""
    forms = f" Also written {row(speaker.forms)}." if speaker.forms else ""
    return f"{counted(speaker.statements, 'statement')}{when}.{forms}"


def _facts(title: str, facts: Iterable[Shown], unit: str, known: str) -> None:
    """Draw facts under a heading; the unit says how often each is met, where that is more than once."""
    told = (
        Shown(f"{_raised(each.label)}, {counted(each.count, unit)}", each.citation) if unit and each.count > 1 else each
        for each in facts
    )
    cards = _cards(told, known)
    if cards:
        st.header(title)
        st.html(cards)


def _cards(facts: Iterable[Shown], known: str) -> str:
    """Return facts as cards; whose page it is, is known."""
    cards = "".join(fact_html(_raised(each.label), each.citation, _TURN, known) for each in facts)
    return f'<div class="otr otr-facts">{cards}</div>' if cards else ""


def _raised(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
