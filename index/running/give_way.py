"""How an index run makes room for the app: asked to, it stops, the app opens the store, and the run goes on there.

The question is a file in the store: whoever may write there may use the store anyway.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from errors import OnTheRecordError
from index.owner_rpc import Owner, owner_of

FILE = "asked-for"
LOOK_SECONDS = 0.2
OPENING_SECONDS = 60.0
"""The app loads its models before it takes work; that took ten seconds on a busy machine."""


class GaveWayError(OnTheRecordError):
    """The run stopped because the app wants to open the store."""


def ask(store: Path) -> None:
    """Ask a run that has the store open to make room; who does not give way lets it lie."""
    with suppress(OSError):
        (store / FILE).touch()


def take_back(store: Path) -> None:
    """Ask no more."""
    with suppress(OSError):
        (store / FILE).unlink(missing_ok=True)


def check(store: Path) -> None:
    """Raise an error where somebody asked to have the store.

    Raises:
        GaveWayError: somebody did.
    """
    if (store / FILE).exists():
        raise GaveWayError(f"{store} is being opened by the app.")


def taken_by(store: Path, seconds: float = OPENING_SECONDS) -> Owner | None:
    """Return who opened the store, waited for so long, None where nobody did."""
    deadline = time.monotonic() + seconds
    while (owner := owner_of(store)) is None and time.monotonic() < deadline:
        time.sleep(LOOK_SECONDS)
    return owner
