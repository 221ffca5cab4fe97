"""Questions that are offered: in an empty chat, and under the last answer; they are looked for when all else is drawn.

Finding them takes as long as some answers do, and delays nobody: what may follow an answer is left off at once when the
reader does anything or somebody asks, and looked for when the page is drawn again.
"""

from __future__ import annotations

import threading
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
    waits = st.empty()
    first = _first(str(pipeline.store.folder), pipeline.changes, session.strictness(), pipeline)
    while not first.done.wait(STEP):
        # Streamlit ends a run that is not wanted any more when something is to be drawn.
        waits.empty()
    for number, question in enumerate(first.questions):
        place.button(render.literal(question), key=f"starter-{number}", on_click=choose, args=(question,))


class _First:
    """The questions to begin with, looked for beside all else; the search rests while somebody asks."""

    def __init__(self, pipeline: Pipeline, nobody_asks: Callable[[], bool]) -> None:
        self.questions: tuple[str, ...] = ()
        self.done = threading.Event()
        self._nobody_asks = nobody_asks
        threading.Thread(target=self._find, args=(pipeline,), name="first-questions", daemon=True).start()

    def _find(self, pipeline: Pipeline) -> None:
        try:
            with suppress(OnTheRecordError), pipeline.store.catalog.reading(self._rest):
                self.questions = pipeline.starter_questions()
        finally:
            self.done.set()

    def _rest(self) -> None:
        while not self._nobody_asks():
            time.sleep(STEP)


@st.cache_resource(max_entries=4, show_spinner=False)
def _first(store: str, changes: int, strictness: str | None, _pipeline: Pipeline) -> _First:
    del store, changes, strictness
    return _First(_pipeline, limits.nobody_asks())


@contextmanager
def _left_off(pipeline: Pipeline, may_go_on: Callable[[], bool]) -> Iterator[None]:
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
