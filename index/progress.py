"""Progress of long work on standard error: one line rewritten on a terminal, else a line every few seconds.

The work goes on where nobody reads it any more.
"""

from __future__ import annotations

import sys
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from index.terminal import harmless

SECONDS_BETWEEN_LINES = 5.0
FIRST_SECONDS = 1.5
"""Whoever started long work sees within two seconds that it runs; what is done by then says nothing in between."""


class ProgressLine:
    """Shows the latest message; `finish` leaves it standing.

    As a context manager it also shows the first message soon where no terminal is, and finishes by itself.
    """

    def __init__(self) -> None:
        self._on_terminal = sys.stderr.isatty()
        self._shown_at = time.monotonic()
        self._latest = ""
        self._first = threading.Timer(FIRST_SECONDS, self._print_first)
        self._first.daemon = True

    def __enter__(self) -> Self:
        if not self._on_terminal:
            self._first.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._first.cancel()
        if error is None or self._on_terminal:
            self.finish()

    def show(self, message: str) -> None:
        """Show a message in the place of the one before."""
        self._latest = message = harmless(message).replace("\n", " ")
        if self._on_terminal:
            # Erasing to the end of the line keeps nothing of a longer message before.
            _print(f"\r{message}\x1b[K", end="")
        elif time.monotonic() - self._shown_at >= SECONDS_BETWEEN_LINES:
            self._print()

    def finish(self) -> None:
        """End the line with the latest message."""
        if self._on_terminal and self._latest:
            _print("")
        elif self._latest:
            self._print()

    def _print_first(self) -> None:
        if self._latest:
            self._print()

    def _print(self) -> None:
        _print(self._latest)
        self._shown_at = time.monotonic()
        self._latest = ""


def _print(text: str, end: str = "\n") -> None:
    with suppress(BrokenPipeError):
        print(text, end=end, file=sys.stderr, flush=True)
