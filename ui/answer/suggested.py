"""Questions that are offered: in an empty chat, and under the last answer; they are looked for when all else is drawn.

Finding them takes as long as some answers do. It is left off at once when the reader does anything, and begins again
when the page is drawn again; what may follow an answer is looked for only while nobody asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import streamlit as st

from errors import OnTheRecordError, StoppedError
from rag.pipeline import Pipeline
from ui import limits, render, session
from ui.conversations import Conversation

STEP = 0.05
"""So many seconds are worked on before it is seen whether to leave off."""


def draw(
    place: st.delta_generator.DeltaGenerator,
    conversation: Conversation,
    number: int,
    keep: Callable[[], None],
    choose: Callable[[str], None],
) -> None:
    """Draw in the place the questions that may follow an answer and have one themselves, found once for an exchange."""
    exchange = conversation.exchanges[number]
    if exchange.answer is None:
        return
    if exchange.suggestions is None:
        with suppress(OnTheRecordError), limits.spare() as is_free:
            pipeline = session.pipeline()
            with _left_off(pipeline, is_free):
                exchange.suggestions = pipeline.suggestions(conversation.turn(number), exchange.answer)
            keep()
    for at, question in enumerate(exchange.suggestions or ()):
        place.button(
            render.literal(question),
            key=f"suggested-{number}-{at}",
            type="tertiary",
            icon=":material/subdirectory_arrow_right:",
            on_click=choose,
            args=(question,),
        )


def draw_first(place: st.delta_generator.DeltaGenerator, pipeline: Pipeline, choose: Callable[[str], None]) -> None:
    """Draw in the place questions to begin with, found once for a state of the documents."""
    with _left_off(pipeline):
        questions = pipeline.starter_questions()
    for number, question in enumerate(questions):
        place.button(render.literal(question), key=f"starter-{number}", on_click=choose, args=(question,))


@contextmanager
def _left_off(pipeline: Pipeline, may_go_on: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """Let the block leave off when the reader does anything, or with a StoppedError when it may not go on."""
    place, seen = st.empty(), time.monotonic()

    def look() -> None:
        nonlocal seen
        if time.monotonic() - seen < STEP:
            return
        # Streamlit ends a run that is not wanted any more when something is to be drawn.
        place.empty()
        if not may_go_on():
            raise StoppedError("Others ask.")
        seen = time.monotonic()

    if not may_go_on():
        raise StoppedError("Others ask.")
    with pipeline.store.catalog.reading(look):
        yield
