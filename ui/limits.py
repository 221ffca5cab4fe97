"""How much one visitor may do in a minute, and how many questions are worked on at once; the others wait in line.

Both are kept in memory and are empty when the app starts. A visitor is whoever ui/visitor.py takes for one: without
sign-in a browser that throws its cookie away is another one, and only the line bounds it.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

import streamlit as st

from errors import LimitError
from index.text.counts import counted
from settings import from_environment
from ui import session, visitor

MINUTE = 60.0
ADDITIONS = 10
"""So many times in a minute one visitor may add to the library, any number of files each time."""
CORRECTIONS = 30
"""So many times in a minute one visitor may correct what was read; each reads a document's statements again."""
PATIENCE = 1.0
"""Seconds until the page says that a question waits in line, and between what it says after that."""


class Rate:
    """Lets each visitor do a thing so many times within any minute."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._guard = threading.Lock()

    def wait(self, who: str, now: float) -> float:
        """Return 0 and count one more, or the seconds until there may be one more, and count nothing."""
        with self._guard:
            self._forget(now)
            times = self._times.setdefault(who, deque())
            while times and times[0] <= now - MINUTE:
                times.popleft()
            if len(times) >= self.most:
                return times[0] + MINUTE - now
            times.append(now)
            self._times.move_to_end(who)
            return 0.0

    def _forget(self, now: float) -> None:
        """Drop the visitors who did nothing for a minute; they stand first."""
        while self._times and next(iter(self._times.values()))[-1] <= now - MINUTE:
            self._times.popitem(last=False)


class Line:
    """Lets so many be worked on at once, in the order in which they came."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._places: list[object] = []
        """The first `most` are being worked on, the others wait."""
        self._moved = threading.Condition()

    @contextmanager
    def turn(self, waiting: Callable[[int], None]) -> Iterator[None]:
        """Give the block its turn; where it waits, `waiting` gets how many are before it, and 0 when its turn came."""
        place = object()
        with self._moved:
            self._places.append(place)
        try:
            waited = False
            while before := self._before(place):
                waiting(before)
                waited = True
            if waited:
                waiting(0)
            yield
        finally:
            with self._moved:
                self._places.remove(place)
                self._moved.notify_all()

    def _before(self, place: object) -> int:
        """Return how many are to be done before a place's turn, having waited for it to come a while."""

        def before() -> int:
            return max(0, self._places.index(place) - self._most + 1)

        with self._moved:
            self._moved.wait_for(lambda: not before(), PATIENCE)
            return before()


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


@contextmanager
def in_line() -> Iterator[None]:
    """Let what nobody asked for be worked on in the block when its turn comes; it counts as no question."""
    with _limits().line.turn(lambda before: None):
        yield


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
