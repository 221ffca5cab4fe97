"""How much one visitor may do in a minute, and how many questions are worked on at once; the others wait in line.

Both are kept in memory and are empty when the app starts. A visitor is whoever ui/visitor.py takes for one: without
sign-in a browser that throws its cookie away is another one, and only the line bounds it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

import streamlit as st

from errors import LimitError
from index.text.counts import counted
from rag.serve.limits import Line, Rate
from settings import from_environment
from ui import session, visitor

ADDITIONS = 10
"""So many times in a minute one visitor may add to the library, any number of files each time."""
CORRECTIONS = 30
"""So many times in a minute one visitor may correct what was read; each reads a document's statements again."""


@dataclass(frozen=True)
class _Limits:
    rates: Mapping[str, Rate]
    """By what is done; none where there is no limit."""
    line: Line


@contextmanager
def asking(waiting: Callable[[int], None]) -> Iterator[None]:
    """Let this visitor's question be worked on in the block when its turn comes; `waiting` is called as in `Line.turn`.

    Raises:
        LimitError: the visitor asked too much within a minute.
    """
    _admit("question", "Your question is kept: ask it again")
    with _limits().line.turn(waiting):
        yield


def spare() -> AbstractContextManager[Callable[[], bool]]:
    """Let what nobody asked for be worked on in the block; it is told as in `Line.spare` whether nobody asks."""
    return _limits().line.spare()


def nobody_asks() -> Callable[[], bool]:
    """Return what tells whether nobody asks, for a thread of its own."""
    return _limits().line.is_empty


def adding() -> None:
    """Let this visitor add to the library.

    Raises:
        LimitError: the visitor added too often within a minute.
    """
    _admit("addition", "Nothing was added: add it again")


def correcting() -> None:
    """Let this visitor correct what was read.

    Raises:
        LimitError: the visitor corrected too often within a minute.
    """
    _admit("correction", "Nothing was saved: save it again")


def _admit(what: str, kept: str) -> None:
    rate = _limits().rates.get(what)
    if rate and (seconds := rate.wait(visitor.owner(), time.monotonic())):
        session.pipeline().store.log.emit("limited", what=what)
        raise LimitError(
            f"The limit for one reader, {counted(rate.most, what)} a minute, is reached. {kept} in "
            f"{counted(ceil(seconds), 'second')}, from {_clock(seconds)} on."
        )


def _clock(seconds: float) -> str:
    """Return what the visitor's clock will show after so many seconds."""
    then = datetime.now(UTC) + timedelta(seconds=ceil(seconds))
    # Minutes from the browser's clock to UTC, as browsers tell it.
    offset = st.context.timezone_offset
    return f"{then:%H:%M:%S} UTC" if offset is None else f"{then - timedelta(minutes=offset):%H:%M:%S}"


def _limits() -> _Limits:
    settings = from_environment()
    return _kept(settings.questions_per_minute, settings.questions_at_once)


@st.cache_resource(show_spinner=False)
def _kept(per_minute: int, at_once: int) -> _Limits:
    rates = _rates(per_minute) if per_minute else {}
    return _Limits(rates, Line(at_once))


def _rates(per_minute: int) -> dict[str, Rate]:
    return {"question": Rate(per_minute), "addition": Rate(ADDITIONS), "correction": Rate(CORRECTIONS)}
