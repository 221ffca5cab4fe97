"""What happens while it runs, sent to whoever listens: a file of JSON lines, and the metrics
(rag/serve/prometheus.py).

    ON_THE_RECORD_LOG=log.jsonl make run        # or - for standard error

A log is not a copy of what readers asked. It holds kinds, counts and times, and never a question's or an answer's
words, a document's or a person's name, a path, an address or a key; whoever tells it something new keeps to that.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from errors import SettingError

Event = Mapping[str, Any]
"""One thing that happened: `time`, `event`, `process`, and what there is to say of it."""
STANDARD_ERROR = "-"


class Log:
    """Sends each event to all who listen; while nobody does, it does nothing."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Event], None]] = []

    @property
    def is_heard(self) -> bool:
        """Return whether anybody listens, for who would measure only to send."""
        return bool(self._listeners)

    def listen(self, listener: Callable[[Event], None]) -> None:
        """Call the listener with all that happens from now on, in the thread where it happens."""
        self._listeners.append(listener)

    def emit(self, event: str, **details: Any) -> None:
        """Send an event: its name, and kinds, counts and times that `json.dumps` takes."""
        if self._listeners:
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            record = {"time": now, "event": event, "process": os.getpid(), **details}
            for each in self._listeners:
                each(record)


def open_log(path: str) -> Log:
    """Return a log whose lines are added to the file of a setting, or written nowhere where none is set.

    Raises:
        SettingError: the file cannot be written.
    """
    log = Log()
    if path == STANDARD_ERROR:
        log.listen(lambda event: print(json.dumps(event), file=sys.stderr, flush=True))
    elif path:
        log.listen(_writer(path))
    return log


def _writer(path: str) -> Callable[[Event], None]:
    file = Path(path).expanduser()
    writing = threading.Lock()

    def write(event: Event) -> None:
        # Opened for each line, so that a file that was moved away is created again; a full disk costs no answer.
        with writing, suppress(OSError), file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(event) + "\n")

    try:
        file.open("a", encoding="utf-8").close()
    except OSError as error:
        raise SettingError(f"The log {path} cannot be written ({error.strerror}); name another file.") from None
    return write
