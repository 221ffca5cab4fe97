"""The chat page: ask, see the answer stream in, open its sources."""

from __future__ import annotations

from typing import Any

import streamlit as st

from errors import OnTheRecordError
from rag import pack
from rag.compose import readable_date
from rag.records import Answer, Citation, Segment, Turn
from settings import from_environment
from ui import pages, render, session

TURNS = "turns"
ASKED = "asked"


def page() -> None:
    """Draw the page and answer what was asked."""
    st.html(render.STYLE)
    turns: list[tuple[str, Answer | str]] = st.session_state.setdefault(TURNS, [])
    if not turns:
        st.title("On the Record")
        st.write("Ask what was said. Every answer is the exact words, with who said them, when and where.")
    _sidebar(turns)
    for number, (question, answer) in enumerate(turns):
        _show_turn(number, question, answer)
    if not turns and not st.session_state.get(ASKED):
        _empty_chat()
    typed = st.chat_input("Ask what somebody said about something", max_chars=from_environment().question_characters)
    question = typed or st.session_state.pop(ASKED, None)
    if question:
        _ask(question, turns)


def _sidebar(turns: list[tuple[str, Answer | str]]) -> None:
    with st.sidebar:
        if st.button("New chat", key="new-chat", width="stretch", disabled=not turns):
            st.session_state[TURNS] = []
            st.rerun()
        if answers := [answer.to_json() for _, answer in turns if isinstance(answer, Answer)]:
            _downloads(answers)
        pages.link(pages.EVALUATION, "Evaluation")


def _downloads(answers: list[dict[str, Any]]) -> None:
    """Draw a button for each form of the conversation's evidence pack."""
    made = pack.packed(answers, from_environment())
    with st.popover("Save as evidence", width="stretch"):
        st.caption("The questions, answers and cited words, with what is needed to check them again.")
        for suffix, form in pack.FORMS.items():
            name = f"evidence{suffix}"
            st.download_button(suffix[1:].upper(), form(made), name, key=f"pack{suffix}", width="stretch")


def _empty_chat() -> None:
    try:
        with st.spinner("Opening the index …"):
            pipeline = session.pipeline()
        seen = pipeline.overview()
    except OnTheRecordError as error:
        st.error(render.literal(str(error)), icon=None)
        return
    if not seen.documents:
        st.info(
            "Nothing is indexed yet. Put documents (text, PDF, Word, web pages, mail and more) in a folder, "
            "run the command below, and reload this page."
        )
        st.code(f"python -m index PATH --store {from_environment().store}", language="bash")
        return
    days = f", {readable_date(seen.first)} to {readable_date(seen.last)}" if seen.first and seen.last else ""
    if seen.first and seen.first == seen.last:
        days = f" of {readable_date(seen.first)}"
    count = "1 document" if seen.documents == 1 else f"{seen.documents:,} documents"
    st.caption(render.literal(f"The index holds {count}{days}, with {seen.statements:,} statements."))
    for number, question in enumerate(pipeline.starter_questions()):
        st.button(render.literal(question), key=f"starter-{number}", on_click=_choose, args=(question,))


def _choose(question: str) -> None:
    st.session_state[ASKED] = question


def _ask(question: str, turns: list[tuple[str, Answer | str]]) -> None:
    with st.chat_message("user"):
        st.text(question)
    with st.chat_message("assistant"):
        answer = _streamed(Turn(question, tuple(asked for asked, _ in turns)))
    turns.append((question, answer))
    # Drawn again from the kept turns, so that the page is the same now and after coming back to it.
    st.rerun()


def _streamed(turn: Turn) -> Answer | str:
    """Return the answer, or the message of an error, having drawn it piece by piece."""
    status, place = st.empty(), st.empty()
    status.html(render.status_html("Searching the documents"))
    segments: list[Segment] = []
    try:
        for each in session.pipeline().stream(turn):
            if isinstance(each, Answer):
                return each
            segments.append(each)
            place.html(render.answer_html(segments))
    except OnTheRecordError as error:
        return str(error)
    raise AssertionError("a stream ends with the answer")


def _show_turn(number: int, question: str, answer: Answer | str) -> None:
    with st.chat_message("user"):
        st.text(question)
    with st.chat_message("assistant"):
        if isinstance(answer, str):
            st.warning(render.literal(answer))
        else:
            _show_answer(number, answer)


def _show_answer(number: int, answer: Answer) -> None:
    if answer.standalone != " ".join(answer.question.split()):
        st.caption(render.literal(f"Understood as: {answer.standalone}"))
    st.html(render.answer_html(answer.segments, answer.citations))
    sources = "1 source" if len(answer.citations) == 1 else f"{len(answer.citations)} sources"
    st.html(render.status_html(f"Answer ready, {sources}" if answer.citations else "Answer ready"))
    if answer.notice:
        st.caption(render.literal(answer.notice))
    for citation in answer.citations:
        _show_source(citation, f"Show [{citation.n}] in the document", with_words=False)
    if answer.nearest:
        with st.expander("The nearest passages, not an answer"):
            for citation in answer.nearest:
                _show_source(citation, f"Show nearest [{citation.n}] in the document", with_words=True)


def _show_source(citation: Citation, label: str, with_words: bool) -> None:
    with st.container(border=True, gap=None):
        st.html(render.source_html(citation, with_words))
        pages.link(pages.DOCUMENT, label, render.parameters(citation))
