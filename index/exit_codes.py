"""How a command runs and ends: after an error, cut off by the reader of its output (`| head`), or with Ctrl+C."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from errors import OnTheRecordError
from index.terminal import say

INTERRUPTED = 130
"""The exit code that shells give a command after Ctrl+C."""
GARBAGE = (20_000, 20, 20)
"""How much is made before garbage is looked for (gc.set_threshold): at 700, as Python has it, a tenth of a start."""


@contextmanager
def interrupts() -> Iterator[None]:
    """Raise KeyboardInterrupt in place of what a package makes of Ctrl+C: an ImportError while it is being imported."""
    try:
        yield
    except Exception as error:
        cause: BaseException | None = error
        while cause and not isinstance(cause, KeyboardInterrupt):
            cause = cause.__cause__ or cause.__context__
        if cause is None:
            raise
        raise cause from None


def reported(command: Callable[[], int], stopped: str) -> int:
    """Return the exit code of a command: its own, or 1 after an error or Ctrl+C, which are reported in one line."""
    try:
        return command()
    except OnTheRecordError as error:
        say(error, sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(stopped, file=sys.stderr)
        return 1


def ended(command: Callable[[], int]) -> int:
    """Return the exit code of a command: its own, 0 where nobody reads its output any more, 130 after Ctrl+C."""
    gc.set_threshold(*GARBAGE)
    try:
        try:
            with interrupts():
                return command()
        finally:
            # What is there ends with the process: looking through all of it for garbage takes .3 s of a question's 2.5.
            gc.freeze()
            sys.stdout.flush()
            _write_nowhere(sys.stderr)
    except BrokenPipeError:
        _write_nowhere(sys.stdout, sys.stderr)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _write_nowhere(*streams: TextIO) -> None:
    """Drop what nobody reads any more: Python would write it at its end, complain and exit with 120."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())
