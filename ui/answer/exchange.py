"""A question with its answer on the page: how it was understood, the answer, its sources."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from index.text.counts import counted
from rag.records import Answer
from ui import render
from ui.answer import sources
from ui.answer.cards import answer_html, checked_html
from ui.source import panel

_ENDS = " ?.!"
"""What a question may lose at its end and still be the same."""


def question_html(question: str, name: str) -> str:
    """Return a question as the heading of what answers it; `name` tells the browser which one is the newest."""
    return f'<h2 class="otr-question" data-question="{escape(name)}">{escape(question)}</h2>'


def draw_answer(answer: Answer, number: int, without: Callable[[int, tuple[str, ...]], None] | None) -> None:
    """Draw an answer with its sources; `without` hears of which filters it is to be asked again."""
    cited = counted(len(answer.cited), "source")
    ready = render.status_html(f"Answer ready, {cited}" if answer.cited else "Answer ready")
    # Together: what only screen readers hear would leave a gap as an element of its own.
    st.html(answer_html(answer.segments, answer.cited, f"{number}") + checked_html(answer.cited) + ready)
    _understood(answer, number, without)
    if note := written_by(answer):
        st.html(render.small_html(note))
    if rows := sources.sources_html(answer.cited, f"{number}"):
        st.html(rows)
    if chosen := sources.table(answer, f"table-{number}"):
        _open_once(chosen.n, number, answer)
    if answer.nearest and not answer.unsure:
        with st.expander("The nearest passages, not an answer"):
            st.html(sources.nearest_html(answer.nearest, f"{number}"))


def _open_once(chosen: int, number: int, answer: Answer) -> None:
    """Open the source of the row that was chosen in a table, once: it stays chosen when the source was closed."""
    key = f"table-opened-{number}"
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
        panel.open_named([*[None] * number, answer], f"{number}-{chosen}")


def _understood(answer: Answer, number: int, without: Callable[[int, tuple[str, ...]], None] | None) -> None:
    """Draw how a question was understood: whole, and a chip for each filter that was read from it."""
    if answer.standalone.rstrip(_ENDS) != " ".join(answer.question.split()).rstrip(_ENDS):
        st.html(render.small_html(f"Understood as: {answer.standalone}"))
    chips = render.chips(answer.scope)
    if not chips or without is None:
        return
    with st.container(horizontal=True, gap="small", key=f"otr-chips-{number}"):
        for names, label in chips:
            st.button(
                f"{render.literal(label)} ✕",
                key=f"chip-{number}-{names[0]}",
                help="Ask again without this",
                # A long name whole, and the ✕ behind it.
                wrap=True,
                on_click=without,
                args=(number, names),
            )


def written_by(answer: Answer) -> str:
    """Return what wrote an answer and from how much, and what a reader should know of it, if there is anything."""
    notes = [answer.notice] if answer.notice else []
    if given := answer.material:
        sentences = counted(given.sentences, "sentence")
        notes.insert(0, f"Written by {answer.engine} from {sentences} ({given.tokens:,} of {given.budget:,} tokens).")
    return " ".join(notes)
