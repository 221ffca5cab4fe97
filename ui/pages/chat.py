"""The chat page: ask, see the answer stream in under the question, open its sources beside it, come back later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import Any

import streamlit as st
from streamlit.typing import ChatInputValue

from errors import NothingIndexedError, OnTheRecordError
from index.text.counts import counted
from rag.check.cite import of_days
from rag.records import Answer, Segment, Turn
from rag.timing import request_of
from settings import from_environment
from ui import access, adding, limits, navigation, past, render, session, tour, visitor
from ui.answer import actions, shared, suggested
from ui.answer.cards import answer_html
from ui.answer.exchange import draw_answer, question_html
from ui.browser import behaviour
from ui.conversations import Conversation, Exchange, Shelf
from ui.source import originals, panel

CURRENT, ASKED, ASKING, AGAIN = "conversation", "asked", "asking", "ask-again"
CHAT_PARAMETER, QUESTION_PARAMETER = "chat", "q"
_KEY = "browser-chat"


def page() -> None:
    """Draw the page and answer what was asked."""
    navigation.follow(navigation.CHAT)
    st.html(render.STYLE)
    shelf = Shelf(from_environment().store, visitor.owner())
    conversation = _current(shelf)
    with st.sidebar:
        past.Menu(shelf, conversation, _open).draw()
    # In the lower part by hand: left to Streamlit, the page would be scrolled to its end at each change.
    with st.bottom:
        place = st.container(gap="small")
        sent: Any = st.chat_input(
            "Ask what somebody said about something",
            max_chars=from_environment().question_characters,
            # Added at once, and read before the question that comes with it is answered.
            accept_file="multiple" if access.may_edit() else False,
            submit_mode="stop",
        )
        typed, files = (sent.text, sent.files) if isinstance(sent, ChatInputValue) else (sent, [])
        with place:
            adding.with_question(files, asked=bool(typed))
            adding.draw_in_chat()
    if typed:
        st.query_params.pop(shared.PARAMETER, None)
    given = shared.found(from_environment().store, st.query_params.get(shared.PARAMETER, ""))

    def shown() -> list[Answer | None]:
        return [given.exchange.answer] if given else [each.answer for each in conversation.exchanges]

    behaviour.listen(_KEY, lambda chosen: panel.open_named(shown(), chosen))
    offers, chat = None, st.container(key="otr-chat")
    # Before the answer is drawn, so that what is chosen in it the moment it is there is heard.
    behaviour.mount(_KEY)
    with chat:
        if given:
            _shared(given)
        else:
            offers = _conversation(shelf, conversation, typed)
    originals.warm(shown())
    panel.draw()
    # Below all that is seen: above it, what is kept in the browser would push the page down when it is there.
    visitor.remember()
    if offers:
        offers()


def _current(shelf: Shelf) -> Conversation:
    """Return the conversation of this session: the one that the address names, where it is this visitor's."""
    named = st.query_params.get(CHAT_PARAMETER, "")
    current: Conversation | None = st.session_state.get(CURRENT)
    if current is None:
        current = shelf.load(named) or Conversation()
        st.session_state[CURRENT] = current
        if question := st.query_params.get(QUESTION_PARAMETER):
            st.session_state[ASKED] = question
    if current.exchanges and shared.PARAMETER not in st.query_params:
        st.query_params[CHAT_PARAMETER] = current.id
        st.query_params.pop(QUESTION_PARAMETER, None)
    return current


def _open(conversation: Conversation) -> None:
    st.session_state[CURRENT] = conversation
    panel.close()
    for name in (CHAT_PARAMETER, shared.PARAMETER):
        st.query_params.pop(name, None)


def _shared(given: shared.Shared) -> None:
    """Draw an answer that somebody shared, as it was, and what has changed since."""
    answer, question = given.exchange.answer, given.exchange.question
    if answer is None:
        return
    with st.container(key="otr-exchange-0"):
        st.html(question_html(question, "shared"))
        pipeline = session.opened()
        changed = (
            (shared.changes(answer, pipeline) or ["Nothing in its sources has changed since."]) if pipeline else []
        )
        st.html(render.small_html("\n".join([f"A shared answer. {shared.about(given)}", *changed])))
        draw_answer(answer, 0, None)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="otr-actions-0"):
            actions.draw_copy(answer)
            st.button("Ask it now", key="ask-shared", on_click=_ask_shared, args=(question,))


def _ask_shared(question: str) -> None:
    _open(Conversation())
    st.session_state[ASKED] = question


def _conversation(shelf: Shelf, conversation: Conversation, typed: str | None) -> Callable[[], None] | None:
    """Draw what was asked so far and answer what was asked now; return what draws the questions that are offered."""
    _keep_what_was_stopped(shelf, conversation)
    if reason := st.session_state.get(past.NOT_KEPT):
        st.warning(render.literal(reason), icon=None)
    asked: str | None = typed or st.session_state.pop(ASKED, None)
    if asked:
        st.query_params.pop(shared.PARAMETER, None)
    elif shared.PARAMETER in st.query_params:
        st.warning("The shared answer of this link is not here any more. Ask the question again.", icon=None)
    if not conversation.exchanges and not asked:
        st.title("On the Record")
        st.write("Ask what was said. Every answer is the exact words, with who said them, when and where.")
        return _empty_chat()
    again, offers = st.session_state.pop(AGAIN, None), None
    for number in range(len(conversation.exchanges)):
        if number == again:
            _ask(shelf, conversation, conversation.exchanges[number], number)
        else:
            offers = _show(shelf, conversation, number)
    if asked:
        _ask(shelf, conversation, Exchange(asked))
    return offers


def _empty_chat() -> Callable[[], None] | None:
    """Draw what the index contains, or how to fill it; return what draws the first questions."""
    pipeline = session.opened()
    if pipeline is None:
        return None
    seen = pipeline.overview()
    if not seen.documents:
        st.info(_nothing_yet())
        navigation.link(navigation.LIBRARY, "Open the library")
        st.html(render.small_html("Or run this command, and reload this page:"))
        st.code(f"python -m index PATH --store {from_environment().store}", language=None, wrap_lines=True)
        return None
    days = of_days(seen.documents, seen.first, seen.last, seen.undated)
    st.html(
        render.small_html(
            f"The index contains {counted(seen.documents, 'document')}{days}, with {seen.statements:,} statements."
        )
    )
    tour.draw()
    return partial(suggested.draw_first, st.container(gap="small"), pipeline, choose=_choose)


def _nothing_yet() -> str:
    here = "Add files with + below, or in the library." if access.may_edit() else "An editor can add documents."
    return f"Nothing is indexed yet. {here}"


def _choose(question: str) -> None:
    st.session_state[ASKED] = question


def _exchange(conversation: Conversation, number: int) -> st.delta_generator.DeltaGenerator:
    """Return the place of an exchange under its question: the same while it is answered and after."""
    place = st.container(key=f"otr-exchange-{number}")
    place.html(question_html(conversation.exchanges[number].question, f"{conversation.id}-{number}"))
    return place


def _ask(shelf: Shelf, conversation: Conversation, exchange: Exchange, number: int | None = None) -> None:
    """Answer a question: a new one, or that of the number in its place."""
    if number is None:
        conversation.exchanges.append(exchange)
        number = len(conversation.exchanges) - 1
    st.session_state[ASKING] = number
    exchange.answer, exchange.error, exchange.suggestions, exchange.shared = None, None, None, ""
    exchange.asked = datetime.now(UTC).date().isoformat()
    with _exchange(conversation, number):
        _stream(conversation.turn(number), exchange, number)
    st.session_state.pop(ASKING)
    past.keep(shelf, conversation)
    # Drawn again from what is kept, so that the page is the same now and after coming back to it.
    st.rerun()


def _stream(turn: Turn, exchange: Exchange, number: int) -> None:
    """Draw the answer piece by piece and keep it, or the message of an error, in the exchange."""
    place, status = st.empty(), st.empty()

    def show_status(before: int) -> None:
        tell(f"In line, {counted(before, 'question')} ahead of yours" if before else "Searching the documents")

    def tell(message: str) -> None:
        status.html(render.status_html(message))
        place.html(f'<div class="otr-waiting">{escape(message)} …</div>')

    segments: list[Segment] = []
    try:
        _read_first(tell, number)
        show_status(0)
        with limits.asking(show_status):
            for each in session.pipeline().stream(turn):
                if isinstance(each, Answer):
                    exchange.answer = each
                else:
                    segments.append(each)
                    place.html(answer_html(segments))
    except NothingIndexedError:
        # Its own words name a command, which a reader of a page cannot run.
        exchange.error = _nothing_yet()
    except OnTheRecordError as error:
        exchange.error = str(error)
    except Exception as error:
        request = request_of(error)
        if request is None:
            raise
        exchange.error = (
            "Something went wrong in the app, not in your question; ask it again. "
            f"The app’s log has the error under request {request}."
        )


def _read_first(tell: Callable[[str], None], number: int) -> None:
    """Wait for what came with the question, unless the reader does not want to."""
    if not adding.is_awaited():
        return
    place = st.empty()
    place.button("Answer without waiting", key=f"now-{number}", on_click=_again, args=(number,))
    adding.until_read(tell)
    place.empty()


def _keep_what_was_stopped(shelf: Shelf, conversation: Conversation) -> None:
    """Say so of a question whose answer the reader stopped, and keep it."""
    number = st.session_state.pop(ASKING, None)
    if number is not None and number < len(conversation.exchanges):
        stopped = conversation.exchanges[number]
        stopped.error = stopped.error or (None if stopped.answer else "Stopped before the answer was complete.")
        past.keep(shelf, conversation)


def _show(shelf: Shelf, conversation: Conversation, number: int) -> Callable[[], None] | None:
    """Draw an exchange; return what draws, under its answer, what may be asked next."""
    exchange = conversation.exchanges[number]
    keep = partial(past.keep, shelf, conversation)
    with _exchange(conversation, number):
        if exchange.answer:
            draw_answer(exchange.answer, number, _without)
        else:
            st.warning(render.literal(exchange.error or "There is no answer to this question yet; ask it again."))
            st.button("Ask it again", key=f"again-{number}", on_click=_again, args=(number,))
        _actions(shelf, conversation, number, keep)
        if exchange.answer is None or number < len(conversation.exchanges) - 1:
            return None
        return partial(suggested.draw, st.container(gap="small"), conversation, number, keep=keep, choose=_choose)


def _without(number: int, names: tuple[str, ...]) -> None:
    exchange: Exchange = st.session_state[CURRENT].exchanges[number]
    exchange.without = (*exchange.without, *names)
    _again(number)


def _again(number: int) -> None:
    st.session_state[AGAIN] = number


def _actions(shelf: Shelf, conversation: Conversation, number: int, keep: Callable[[], None]) -> None:
    """Draw what can be done with an answer: copy, share, edit, judge."""
    exchange = conversation.exchanges[number]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"otr-actions-{number}"):
        if exchange.answer:
            actions.draw_copy(exchange.answer)
            actions.draw_share(exchange, number, keep)
        with st.popover("Edit", type="tertiary"):
            st.text_area("Question", exchange.question, key=f"edit-{conversation.id}-{number}")
            st.button("Ask again", key=f"resend-{number}", type="primary", on_click=_resend, args=(shelf, number))
        if exchange.answer:
            actions.draw_judged(conversation, number, keep)


def _resend(shelf: Shelf, number: int) -> None:
    """Ask the edited question in the place of the old one; what followed it is dropped."""
    conversation: Conversation = st.session_state[CURRENT]
    question = str(st.session_state[f"edit-{conversation.id}-{number}"])
    del conversation.exchanges[number:]
    panel.close()
    past.keep(shelf, conversation)
    st.session_state[ASKED] = question
