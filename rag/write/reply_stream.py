"""A model's reply as it comes, from a thread of its own; gives up on a model that stalls."""

from __future__ import annotations

import contextvars
import queue
import threading
import time
from collections.abc import Callable, Generator


class StalledError(Exception):
    """A reply was not done in its time."""


class Waiting:
    """Who waits for the pieces of a reply, as the thread sees it that makes them."""

    def __init__(self) -> None:
        self._pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
        self._stopped = threading.Event()

    def give(self, piece: str | Exception) -> None:
        """Hand over a piece, or an error that ends the reply."""
        self._pieces.put(piece)

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for more."""
        return self._stopped.is_set()

    def end(self) -> None:
        """Say that there is no more."""
        self._pieces.put(None)

    def leave(self) -> None:
        """Wait for no more."""
        self._stopped.set()

    def next(self, ends: float | None) -> str | Exception | None:
        """Return the next piece, None at the end.

        Raises:
            StalledError: none came until the time at which the reply is to be done.
        """
        try:
            return self._pieces.get(timeout=None if ends is None else max(0.0, ends - time.monotonic()))
        except queue.Empty:
            raise StalledError from None


def pieces_of(
    produce: Callable[[Waiting], None], *, seconds: float | None, stopping_seconds: float
) -> Generator[str, None, None]:
    """Yield the pieces that a function gives from its thread; one that is to stop is waited for a while.

    Raises:
        StalledError: the function is not done in `seconds`; besides, what it raises itself.
    """
    waiting = Waiting()
    # In the caller's context, so that LangChain's callbacks of a chain around this hear of the model.
    context = contextvars.copy_context()
    running = threading.Thread(target=context.run, args=(_run, produce, waiting), daemon=True)
    running.start()
    ends = None if seconds is None else time.monotonic() + seconds
    try:
        while (piece := waiting.next(ends)) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
    finally:
        waiting.leave()
        running.join(stopping_seconds)


def _run(produce: Callable[[Waiting], None], waiting: Waiting) -> None:
    try:
        produce(waiting)
    except Exception as error:
        # Providers raise what they like; the reader tells it apart from text and names its kind.
        waiting.give(error)
    waiting.end()
