"""The chat page: ask, see the answer stream in, open its sources beside it, come back to it later."""

from __future__ import annotations

from typing import Any

import streamlit as st

from errors import OnTheRecordError, StoreError
from index.text.counts import counted
from rag.check import evidence_pack
from rag.check.cite import of_days
from rag.records import Answer, Citation, Segment, Turn
from rag.timing import request_of
from settings import from_environment
from ui import conversations, limits, navigation, render, session, source, suggested, visitor
from ui.conversations import Conversation, Exchange, Shelf

CURRENT, ASKED, ASKING, AGAIN = "conversation", "asked", "asking", "ask-again"
NOT_KEPT = "not-kept"
"""Why the conversation could not be written, as long as it cannot."""
CHAT_PARAMETER, QUESTION_PARAMETER = "chat", "q"
LISTED = 12
"""So many past conversations are shown; the search finds the others."""
DAYS = ("since", "until")


def page() -> None:
    """Draw the page and answer what was asked."""
    st.html(render.STYLE)
    st.html(render.OPENING, unsafe_allow_javascript=True)
    visitor.remember()
    shelf = Shelf(from_environment().store, visitor.owner())
    conversation = _current(shelf)
    with st.sidebar:
        _sidebar(shelf, conversation)
    beside = source.opened()
    main, aside = st.columns([3, 2], gap="medium") if beside else (st.container(key="otr-chat"), None)
    with main:
        asked = _conversation(shelf, conversation)
    if aside and beside:
        with aside:
            source.panel(beside)
    typed = st.chat_input(
        "Ask what somebody said about something",
        max_chars=from_environment().question_characters,
        submit_mode="stop",
    )
    if question := typed or asked:
        with main:
            _ask(shelf, conversation, Exchange(question))


def _current(shelf: Shelf) -> Conversation:
    """Return the conversation of this session: the one that the address names, where it is this visitor's."""
    named = st.query_params.get(CHAT_PARAMETER, "")
    current: Conversation | None = st.session_state.get(CURRENT)
    if current is None:
        current = shelf.load(named) or Conversation()
        st.session_state[CURRENT] = current
        if question := st.query_params.get(QUESTION_PARAMETER):
            st.session_state[ASKED] = question
    if current.exchanges:
        st.query_params[CHAT_PARAMETER] = current.id
        st.query_params.pop(QUESTION_PARAMETER, None)
    return current


def _open(conversation: Conversation) -> None:
    st.session_state[CURRENT] = conversation
    source.close()
    st.query_params.pop(CHAT_PARAMETER, None)


def _sidebar(shelf: Shelf, conversation: Conversation) -> None:
    st.button(
        "New chat",
        key="new-chat",
        width="stretch",
        icon=":material/add:",
        disabled=not conversation.exchanges,
        on_click=lambda: _open(Conversation()),
    )
    if answers := [answer.to_json() for answer in conversation.answers()]:
        _downloads(answers)
    _past(shelf, conversation)


def _downloads(answers: list[dict[str, Any]]) -> None:
    """Draw a button for each form of the conversation's evidence pack."""
    pack = evidence_pack.packed(answers, from_environment())
    with st.popover("Save as evidence", width="stretch", icon=":material/download:"):
        st.html(render.small_html("The questions, answers and cited words, with what is needed to check them again."))
        for suffix, form in evidence_pack.FORMS.items():
            name = f"evidence{suffix}"
            st.download_button(suffix[1:].upper(), form(pack), name, key=f"pack{suffix}", width="stretch")


def _past(shelf: Shelf, conversation: Conversation) -> None:
    conversations = shelf.listed()
    if not conversations:
        return
    st.html(render.part_html("Conversations", []))
    sought = st.text_input("Search conversations", key="sought", placeholder="Search", label_visibility="collapsed")
    found = [each for each in conversations if each.contains(sought)]
    for each in found[:LISTED]:
        _listed(shelf, each, current=each.id == conversation.id)
    if len(found) != len(conversations) or len(found) > LISTED:
        st.html(render.small_html(f"{min(len(found), LISTED)} of {len(conversations)} shown."))


def _listed(shelf: Shelf, each: Conversation, current: bool) -> None:
    row = st.container(horizontal=True, gap="small", wrap=False, vertical_alignment="center")
    row.button(
        render.literal(each.title),
        key=f"open-chat-{each.id}",
        type="secondary" if current else "tertiary",
        width="stretch",
        on_click=_open,
        args=(each,),
        wrap=False,
    )
    with row.popover("⋯", type="tertiary", help="Rename or delete", key=f"edit-chat-{each.id}"):
        st.text_input("Title", each.title, key=f"title-{each.id}", on_change=_rename, args=(shelf, each))
        st.button("Delete", key=f"delete-{each.id}", width="stretch", on_click=_delete, args=(shelf, each))


def _rename(shelf: Shelf, each: Conversation) -> None:
    each.title = str(st.session_state[f"title-{each.id}"]).strip()
    current: Conversation = st.session_state[CURRENT]
    if current.id == each.id:
        current.title = each.title
    _keep(shelf, each)


def _keep(shelf: Shelf, conversation: Conversation) -> None:
    """Write a conversation; where it cannot be, its page goes on and says so until it can."""
    try:
        shelf.save(conversation)
        st.session_state.pop(NOT_KEPT, None)
    except StoreError as error:
        st.session_state[NOT_KEPT] = str(error)


def _delete(shelf: Shelf, each: Conversation) -> None:
    try:
        shelf.delete(each.id)
    except StoreError as error:
        st.session_state[NOT_KEPT] = str(error)
        return
    if st.session_state[CURRENT].id == each.id:
        _open(Conversation())


def _conversation(shelf: Shelf, conversation: Conversation) -> str | None:
    """Draw what was asked so far; return the question that was chosen on the page, if one was."""
    _keep_what_was_stopped(shelf, conversation)
    if reason := st.session_state.get(NOT_KEPT):
        st.warning(render.literal(reason), icon=None)
    asked: str | None = st.session_state.pop(ASKED, None)
    if not conversation.exchanges:
        st.title("On the Record")
        st.write("Ask what was said. Every answer is the exact words, with who said them, when and where.")
        if not asked:
            _empty_chat()
    again = st.session_state.pop(AGAIN, None)
    for number, exchange in enumerate(list(conversation.exchanges)):
        if number == again:
            _ask(shelf, conversation, exchange, number)
        else:
            _show(shelf, conversation, number)
    return asked


def _empty_chat() -> None:
    pipeline = session.opened()
    if pipeline is None:
        return
    seen = pipeline.overview()
    if not seen.documents:
        st.info("Nothing is indexed yet. Add documents in the library, or run this command and reload this page:")
        st.code(f"python -m index PATH --store {from_environment().store}", language=None)
        navigation.link(navigation.LIBRARY, "Open the library")
        return
    days = of_days(seen.documents, seen.first, seen.last, seen.undated)
    st.html(
        render.small_html(
            f"The index contains {counted(seen.documents, 'document')}{days}, with {seen.statements:,} statements."
        )
    )
    for number, question in enumerate(pipeline.starter_questions()):
        st.button(render.literal(question), key=f"starter-{number}", on_click=_choose, args=(question,))


def _choose(question: str) -> None:
    st.session_state[ASKED] = question


def _ask(shelf: Shelf, conversation: Conversation, exchange: Exchange, number: int | None = None) -> None:
    """Answer a question: a new one, or that of the number in its place."""
    if number is None:
        conversation.exchanges.append(exchange)
        number = len(conversation.exchanges) - 1
    st.session_state[ASKING] = number
    exchange.answer, exchange.error, exchange.suggestions = None, None, None
    with st.chat_message("user", avatar=":material/person:"):
        st.text(exchange.question)
    with st.chat_message("assistant", avatar=":material/format_quote:"):
        _stream(conversation.turn(number), exchange)
    st.session_state.pop(ASKING)
    _keep(shelf, conversation)
    # Drawn again from what is kept, so that the page is the same now and after coming back to it.
    st.rerun()


def _stream(turn: Turn, exchange: Exchange) -> None:
    """Draw the answer piece by piece and keep it, or the message of an error, in the exchange."""
    status, place = st.empty(), st.empty()

    def show_status(before: int) -> None:
        message = f"In line, {counted(before, 'question')} ahead of yours" if before else "Searching the documents"
        status.html(render.status_html(message))
        place.html(f'<div class="otr-waiting">{message} …</div>')

    show_status(0)
    segments: list[Segment] = []
    try:
        with limits.asking(show_status):
            for each in session.pipeline().stream(turn):
                if isinstance(each, Answer):
                    exchange.answer = each
                else:
                    segments.append(each)
                    place.html(render.answer_html(segments))
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


def _keep_what_was_stopped(shelf: Shelf, conversation: Conversation) -> None:
    """Say so of a question whose answer the reader stopped, and keep it."""
    number = st.session_state.pop(ASKING, None)
    if number is not None and number < len(conversation.exchanges):
        stopped = conversation.exchanges[number]
        stopped.error = stopped.error or (None if stopped.answer else "Stopped before the answer was complete.")
        _keep(shelf, conversation)


def _show(shelf: Shelf, conversation: Conversation, number: int) -> None:
    exchange = conversation.exchanges[number]
    with st.chat_message("user", avatar=":material/person:"):
        st.text(exchange.question)
    with st.chat_message("assistant", avatar=":material/format_quote:"):
        if exchange.answer:
            _show_answer(exchange.answer, number)
        else:
            st.warning(render.literal(exchange.error or "There is no answer to this question yet; ask it again."))
            st.button("Ask it again", key=f"again-{number}", on_click=_again, args=(number,))
        _actions(shelf, conversation, number)
        if exchange.answer and number == len(conversation.exchanges) - 1:
            suggested.draw(conversation, number, keep=lambda: _keep(shelf, conversation), choose=_choose)


def _show_answer(answer: Answer, number: int) -> None:
    _understood(answer, number)
    st.html(render.answer_html(answer.segments, answer.citations, f"{number}"))
    sources = counted(len(answer.citations), "source")
    st.html(render.status_html(f"Answer ready, {sources}" if answer.citations else "Answer ready"))
    if note := render.written_by(answer):
        st.html(render.small_html(note))
    for citation in answer.citations:
        _source(citation, f"open-{number}-{citation.n}", f"Show [{citation.n}]", with_words=False)
    if answer.nearest:
        with st.expander("The nearest passages, not an answer"):
            for citation in answer.nearest:
                _source(citation, f"open-{number}-near-{citation.n}", f"Show nearest [{citation.n}]", with_words=True)


def _understood(answer: Answer, number: int) -> None:
    """Draw how a question was understood: whole, and a chip for each filter that was read from it."""
    if answer.standalone != " ".join(answer.question.split()):
        st.html(render.small_html(f"Understood as: {answer.standalone}"))
    chips = render.chips(answer.scope)
    if chips:
        with st.container(horizontal=True, gap="small", key=f"otr-chips-{number}"):
            for names, label in chips:
                st.button(
                    f"{render.literal(label)} ✕",
                    key=f"chip-{number}-{names[0]}",
                    help="Ask again without this",
                    on_click=_without,
                    args=(number, names),
                )


def _without(number: int, names: tuple[str, ...]) -> None:
    exchange: Exchange = st.session_state[CURRENT].exchanges[number]
    exchange.without = (*exchange.without, *names)
    _again(number)


def _again(number: int) -> None:
    st.session_state[AGAIN] = number


def _source(citation: Citation, key: str, label: str, with_words: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False, key=f"otr-source-{key}"):
        st.html(render.source_html(citation, with_words), width="stretch")
        st.button(label, key=key, on_click=source.open_, args=(citation,))


def _actions(shelf: Shelf, conversation: Conversation, number: int) -> None:
    """Draw what can be done with an answer: copy, link, edit, judge."""
    exchange = conversation.exchanges[number]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"otr-actions-{number}"):
        if exchange.answer:
            with st.popover("Copy", type="tertiary"):
                st.code(render.as_text(exchange.answer), language=None, wrap_lines=True)
        with st.popover("Edit", type="tertiary"):
            st.text_area("Question", exchange.question, key=f"edit-{conversation.id}-{number}")
            st.button("Ask again", key=f"resend-{number}", type="primary", on_click=_resend, args=(shelf, number))
        with st.popover("Link", type="tertiary"):
            st.html(render.small_html("Anyone who opens this link asks the question here:"))
            st.code(f"{_address()}?{render.encoded({QUESTION_PARAMETER: exchange.question})}", language=None)
        if exchange.answer:
            _judged(shelf, conversation, number)


def _address() -> str:
    return str(st.context.url or "").split("?")[0]


def _resend(shelf: Shelf, number: int) -> None:
    """Ask the edited question in the place of the old one; what followed it is dropped."""
    conversation: Conversation = st.session_state[CURRENT]
    question = str(st.session_state[f"edit-{conversation.id}-{number}"])
    del conversation.exchanges[number:]
    source.close()
    _keep(shelf, conversation)
    st.session_state[ASKED] = question


def _judged(shelf: Shelf, conversation: Conversation, number: int) -> None:
    exchange = conversation.exchanges[number]
    key = f"thumbs-{conversation.id}-{number}"
    default = None if exchange.liked is None else int(exchange.liked)
    st.feedback("thumbs", key=key, default=default, on_change=_rate, args=(shelf, number, key))
    if exchange.liked is not False:
        return
    with st.popover("What is the right answer?", type="tertiary"):
        right = st.text_input(
            "The right words, as the documents have them", exchange.note, key=f"right-{conversation.id}-{number}"
        )
        st.html(render.small_html("Leave it empty if the documents do not answer the question."))
        if st.button("Save as a gold question", key=f"gold-{number}"):
            exchange.note = right.strip()
            _keep(shelf, conversation)
            try:
                conversations.keep_as_gold(from_environment().store, conversation, number, exchange.note)
                st.success(f"Saved to {conversations.GOLD} in the store; run it under Evaluation.", icon=None)
            except StoreError as error:
                st.warning(render.literal(str(error)), icon=None)


def _rate(shelf: Shelf, number: int, key: str) -> None:
    conversation: Conversation = st.session_state[CURRENT]
    rated = st.session_state[key]
    conversation.exchanges[number].liked = None if rated is None else bool(rated)
    _keep(shelf, conversation)
