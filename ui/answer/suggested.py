"""Further questions under the last answer of a conversation, as buttons; they are looked for when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import streamlit as st

from errors import OnTheRecordError
from ui import limits, render, session
from ui.conversations import Conversation


def draw(conversation: Conversation, number: int, keep: Callable[[], None], choose: Callable[[str], None]) -> None:
    """Draw the questions that have an answer, found once for an exchange; the answer above is on the page already."""
    exchange = conversation.exchanges[number]
    if exchange.answer is None:
        return
    if exchange.suggestions is None:
        # Not while others ask: finding them takes as long as an answer. The next drawing of the page looks again.
        with suppress(OnTheRecordError), limits.spare() as is_free:
            if is_free:
                exchange.suggestions = session.pipeline().suggestions(conversation.turn(number), exchange.answer)
                keep()
    for at, question in enumerate(exchange.suggestions or ()):
        st.button(
            render.literal(question),
            key=f"suggested-{number}-{at}",
            type="tertiary",
            icon=":material/subdirectory_arrow_right:",
            on_click=choose,
            args=(question,),
        )
