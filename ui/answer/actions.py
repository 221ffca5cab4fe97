"""What can be done with an answer: copy it, share it, ask it otherwise, judge it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from errors import StoreError
from rag.records import Answer
from settings import from_environment
from ui import conversations, render
from ui.answer import shared
from ui.answer.copied import as_markdown, as_text
from ui.conversations import Conversation, Exchange


def draw_copy(answer: Answer) -> None:
    """Draw the ways to copy an answer, each one click that says that it is done."""
    buttons = "".join(
        f'<button type="button" class="otr-action" data-copies="{escape(text)}">{label}</button>'
        for label, text in (("Copy", as_text(answer)), ("Copy as Markdown", as_markdown(answer)))
    )
    st.html(f'<div class="otr-copy">{buttons}{render.status_html("")}</div>', width="content")


def draw_share(exchange: Exchange, number: int, keep: Callable[[], None]) -> None:
    """Draw what keeps an answer as it is for whoever opens its link."""
    with st.popover("Share", type="tertiary"):
        st.html(render.small_html("Whoever opens the link sees this answer as it is now, and what has changed since."))
        if not exchange.shared:
            place = st.empty()
            if not place.button("Make a link", key=f"share-{number}"):
                return
            place.empty()
            try:
                settings = from_environment()
                exchange.shared = shared.keep(settings.store, exchange, settings.shared_answers, settings.shared_days)
                keep()
            except StoreError as error:
                st.warning(render.literal(str(error)), icon=None)
                return
        link = f"{address()}?{render.encoded({shared.PARAMETER: exchange.shared})}"
        button = f'<button type="button" class="otr-action" data-copies="{escape(link)}">Copy the link</button>'
        st.html(f'<div class="otr-copy">{button}{render.status_html("")}</div>')
        st.code(link, language=None, wrap_lines=True)


def address() -> str:
    """Return where the app is, without what a page's address adds."""
    return str(st.context.url or "").split("?")[0]


def draw_judged(conversation: Conversation, number: int, keep: Callable[[], None]) -> None:
    """Draw what a reader thinks of an answer; a bad one can be kept with the right words as a gold question."""
    exchange = conversation.exchanges[number]
    key = f"thumbs-{conversation.id}-{number}"
    default = None if exchange.liked is None else int(exchange.liked)
    st.feedback("thumbs", key=key, default=default, on_change=_rate, args=(conversation, number, key, keep))
    if exchange.liked is not False:
        return
    with st.popover("What is the right answer?", type="tertiary"):
        right = st.text_input(
            "The right words, as the documents have them", exchange.note, key=f"right-{conversation.id}-{number}"
        )
        st.html(render.small_html("Leave it empty if the documents do not answer the question."))
        if st.button("Save as a gold question", key=f"gold-{number}"):
            exchange.note = right.strip()
            keep()
            try:
                conversations.keep_as_gold(from_environment().store, conversation, number, exchange.note)
                st.success("Saved; Evaluation runs it among the questions from the chat.", icon=None)
            except StoreError as error:
                st.warning(render.literal(str(error)), icon=None)


def _rate(conversation: Conversation, number: int, key: str, keep: Callable[[], None]) -> None:
    rated = st.session_state[key]
    conversation.exchanges[number].liked = None if rated is None else bool(rated)
    keep()
