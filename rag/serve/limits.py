"""How often one visitor may do a thing within a minute, and how many things are worked on at once.

Both are kept in memory and are empty when the program starts.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from errors import StoppedError

MINUTE = 60.0
STOPPING = "The service is being stopped; ask again in a few seconds."
PATIENCE = 1.0
"""Seconds until somebody is told that a question waits in line, and between what is told after that."""


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
        self._spare: list[object] = []
        """What nobody asked for; only the first is worked on."""
        self._moved = threading.Condition()
        self._closed = False

    def close(self) -> None:
        """Refuse those who wait and those who would have to; who is worked on is finished."""
        with self._moved:
            self._closed = True
            self._moved.notify_all()

    @contextmanager
    def turn(self, waiting: Callable[[int], None]) -> Iterator[None]:
        """Give the block its turn; where it waits, `waiting` gets how many are before it, and 0 when its turn came.

        Raises:
            StoppedError: the line was closed before its turn came.
        """
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

    def is_empty(self) -> bool:
        """Return whether nobody is in the line."""
        return not self._places

    @contextmanager
    def spare(self) -> Iterator[Callable[[], bool]]:
        """Give the block what tells whether nobody is in the line, nor in such a block before it; it delays nobody."""
        place = object()
        self._spare.append(place)
        try:
            yield lambda: not self._places and self._spare[0] is place
        finally:
            self._spare.remove(place)

    def _before(self, place: object) -> int:
        """Return how many are to be done before a place's turn, having waited for it to come a while."""

        def before() -> int:
            return max(0, self._places.index(place) - self._most + 1)

        with self._moved:
            self._moved.wait_for(lambda: self._closed or not before(), PATIENCE)
            if self._closed and before():
                raise StoppedError(STOPPING)
            return before()
