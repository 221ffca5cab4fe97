"""The store as the service sees it: opened by this process, or by another one, which is asked; whichever came first.

A process that serves gives its store up to the chat, which must have it open itself, and asks the chat from then on.
When the process that has the store open ends, however it ends, the next piece of work opens it here.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shlex import quote

from errors import OnTheRecordError, StoppedError, StoreBusyError
from index.owner_rpc import Handler, Owner, Payload, Server, Show, owner_of
from index.storage import lock
from rag.pipeline import Pipeline
from rag.serve.limits import STOPPING, Line
from rag.serve.owner import GIVE_WAY, Current, server
from settings import Settings

PATIENCE = 60.0
"""For so many seconds work waits for a store that nobody has open, or whose owner does not answer yet."""
POLL = 0.1
GIVEN_WAY = 15.0
"""For so many seconds a store is left to whom it was given up for."""


def _nothing(message: str) -> None:
    del message


class _Heard:
    """Shows messages, and knows whether there was any."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self.anything = False

    def __call__(self, message: str) -> None:
        self.anything = True
        self._show(message)


class Desk:
    """Does work on the store, by its name in `OPERATIONS` or `CHANGES`; any thread may call it."""

    def __init__(self, settings: Settings, patience: float = PATIENCE) -> None:
        self.line = Line(settings.questions_at_once)
        """In which questions wait for their turn."""
        self._settings = settings
        self._patience = patience
        self._opening = threading.Lock()
        self._changed = threading.Condition()
        self._current: Current | None = None
        self._server: Server | None = None
        self._using = 0
        """Pieces of work that are being done on the store that is open here."""
        self._left_until = 0.0
        self._closed = False

    @property
    def settings(self) -> Settings:
        """Return the settings of the store."""
        return self._settings

    def call(self, name: str, payload: Payload, show: Show = _nothing) -> Payload:
        """Return what came of the work.

        Raises:
            OnTheRecordError: what the work raised, without where the store lies: a client need not know that.
            StoreBusyError: nobody could do it for as long as it waits.
            StoppedError: the desk was closed, before or at a step of the work that is shown.
        """

        def shown(message: str) -> None:
            self._check_open()
            show(message)

        try:
            self._check_open()
            return self._called(name, payload, shown)
        except OnTheRecordError as error:
            error.args = tuple(self._without_place(each) for each in error.args)
            raise

    def _check_open(self) -> None:
        # Whoever asked was told that the service stops: long work for nobody would keep it from ending.
        if self._closed:
            raise StoppedError(STOPPING)

    def _without_place(self, told: object) -> object:
        folder = str(self._settings.store)
        if not isinstance(told, str):
            return told
        return told.replace(f" --store {quote(folder)}", "").replace(f"The store {folder}", "The store")

    def _called(self, name: str, payload: Payload, show: Show) -> Payload:
        deadline = time.monotonic() + self._patience
        while True:
            with self._used() as current:
                if current:
                    return current.done(name, payload, show)
            if owner := self._owner():
                heard = _Heard(show)
                try:
                    return owner.call(name, payload, heard)
                except StoreBusyError:
                    # What was shown cannot be taken back; else it is asked of whoever has the store now.
                    if heard.anything or time.monotonic() >= deadline:
                        raise
            elif self._may_open():
                self._open()
                continue
            if time.monotonic() >= deadline:
                raise StoreBusyError(
                    f"The store {self._settings.store} is in use by {lock.holder(self._settings.store)}."
                )
            time.sleep(POLL)

    def open(self) -> None:
        """Open the store unless somebody else has it open; raises what opening raises."""
        if self._owner() is None and self._may_open():
            self._open()

    def close(self) -> None:
        """Finish what is being done, or end it at its next step, and close the store if it is open here."""
        self._closed = True
        self._left_until = float("inf")
        with self._opening:
            self._idle()
            self._close_here()

    def _owner(self) -> Owner | None:
        return owner_of(self._settings.store) if self._settings.one_owner else None

    def _may_open(self) -> bool:
        if not self._settings.one_owner:
            return True
        return time.monotonic() >= self._left_until and not lock.held(self._settings.store)

    def _open(self) -> None:
        with self._opening:
            if self._current is not None:
                if not self._current.gone():
                    return
                self._close_here()
            try:
                current = Current(self._settings)
            except StoreBusyError:
                # Somebody was faster.
                return
            serving = None
            if self._settings.one_owner:
                more: dict[str, Handler] = {GIVE_WAY: self._give_way}
                serving = server(self._pipeline, self._settings, self._counted, more, current.intake)
                serving.start()
            self._current, self._server = current, serving

    def _pipeline(self) -> Pipeline:
        current = self._current
        if current is None:
            raise StoreBusyError("The store was given up; run the command again.")
        return current.pipeline()

    @contextmanager
    def _used(self) -> Iterator[Current | None]:
        """Give the open store, which is not closed within the block; None where it is not open here."""
        with self._changed:
            current = self._current
            if current is not None and current.gone():
                current = None
            self._using += current is not None
        try:
            yield current
        finally:
            if current is not None:
                with self._changed:
                    self._using -= 1
                    self._changed.notify_all()

    def _counted(self, work: Callable[[], Payload]) -> Payload:
        with self._used():
            return work()

    def _give_way(self, payload: Payload, show: Show) -> Payload:
        del payload, show
        with self._opening:
            kept = self._current
            self._left_until = time.monotonic() + GIVEN_WAY
            self._current = None
            if not self._idle():
                self._current = kept
                raise StoreBusyError("Documents are being indexed; wait for it.")
            self._current = kept
            self._close_here()
        return {}

    def _idle(self) -> bool:
        """Return whether nothing is being done on the open store any more, having waited for it."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._using, self._patience)

    def _close_here(self) -> None:
        current, serving = self._current, self._server
        self._current = self._server = None
        if serving:
            serving.stop()
        if current:
            current.close()
