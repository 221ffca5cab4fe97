"""One owner at a time for a store in a folder, and one writer at a time for any store.

Two processes that open one Chroma folder destroy its vectors without an error, so nothing opens it without the lock on
its file, which says who holds it; the operating system frees it when its process ends, however it ends. A catalog on a
server has an advisory lock, which the server frees when the connection of its holder ends.
"""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
import stat
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from errors import StoreBusyError, StoreError
from index.storage.catalog import Catalog
from index.storage.engines.sessions import DriverError, Session

POLL_SECONDS = 0.1


class StoreLock:
    """Holds the lock of a store's folder from `acquire` to `release`."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._path = store / "lock"
        self._file: IO[str] | None = None

    def acquire(self, seconds: float) -> None:
        """Take the lock, waiting at most so long; the folder is created when missing.

        Raises:
            StoreBusyError: another process held it all the while.
            StoreError: the folder cannot be made or written.
        """
        file = self._opened()
        deadline = time.monotonic() + seconds
        while not _taken(file):
            if time.monotonic() >= deadline:
                file.close()
                raise StoreBusyError(
                    f"The store {self._store} is in use by {holder(self._store)}; stop it, wait for it, "
                    "or name another with --store."
                )
            time.sleep(POLL_SECONDS)
        self._file = file
        # On a full disk it is held all the same, without telling by whom.
        with suppress(OSError):
            os.truncate(file.fileno(), 0)
            os.write(file.fileno(), f"process {os.getpid()} ({_command()})".encode())

    def release(self) -> None:
        """Give the lock back; without one, nothing happens."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> IO[str]:
        try:
            self._store.mkdir(parents=True, exist_ok=True)
            # A link in its place would have the file that it leads to overwritten.
            file = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
            if not stat.S_ISREG(os.fstat(file).st_mode):
                os.close(file)
                raise self._no_file()
            return open(file, "a+", encoding="utf-8")
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise self._no_file() from None
            raise StoreError(
                f"The store {self._store} cannot be written ({error.strerror}); name another folder with --store."
            ) from None

    def _no_file(self) -> StoreError:
        return StoreError(f"{self._path} is not a file; remove it, or name another folder with --store.")


_KEY = "hashtextextended(current_schema(), 0)"
_HOLDER = f"""SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE locktype = 'advisory'
              AND ((classid::bigint << 32) | objid::bigint) = {_KEY} AND granted"""


class ServerLock:
    """The right to write a catalog on a server, held by one process at a time."""

    def __init__(self, catalog: Catalog, seconds: float) -> None:
        self._catalog = catalog
        self._seconds = seconds
        self._session: Session | None = None

    def held(self) -> bool:
        """Return whether some process is writing."""
        return bool(self._catalog.database.rows(_HOLDER))

    def acquire(self) -> None:
        """Take the right to write, waiting at most for the seconds of the settings.

        Raises:
            StoreBusyError: another process held it all the while.
        """
        deadline = time.monotonic() + self._seconds
        session = self._catalog.database.session()
        try:
            while not session.rows(f"SELECT pg_try_advisory_lock({_KEY})", {})[0][0]:
                if time.monotonic() >= deadline:
                    holder = self._catalog.database.value(_HOLDER) or "another process"
                    raise StoreBusyError(f"{self._catalog.database.title} is being changed by {holder}; wait for it.")
                time.sleep(POLL_SECONDS)
            self._catalog.writer.take_turn(secrets.token_hex(8))
        except BaseException:
            session.close()
            raise
        self._session = session

    def release(self) -> None:
        """Let others write; on a server that was away meanwhile, the right is lost already."""
        session, self._session = self._session, None
        if session is None:
            return
        try:
            session.rows(f"SELECT pg_advisory_unlock({_KEY})", {})
        except DriverError:
            session.end()
        finally:
            session.close()


class WriteLock:
    """Held by the one thread of the one process that changes a store; use it as a context manager."""

    def __init__(self, server: ServerLock | None = None) -> None:
        self._thread = threading.Lock()
        self._server = server

    def busy(self) -> bool:
        """Return whether a thread of this process is changing the store."""
        return self._thread.locked()

    def __enter__(self) -> Self:
        self._thread.acquire()
        try:
            if self._server:
                self._server.acquire()
        except BaseException:
            self._thread.release()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if self._server:
                self._server.release()
        finally:
            self._thread.release()


def holder(store: Path) -> str:
    """Return what the process that holds the lock of a store's folder calls itself."""
    try:
        with _looked_at(store) as file:
            return file.read(200).decode("utf-8", errors="replace").strip() or "another process"
    except OSError:
        return "another process"


def waited_for(store: Path, seconds: float) -> str | None:
    """Return what a command that opens the store now will wait for, None where it need not wait."""
    if not held(store):
        return None
    return f"The store {store} is being changed by {holder(store)}; waiting up to {seconds:,.0f} s for it."


def held(store: Path) -> bool:
    """Return whether some process holds the lock of a store's folder."""
    try:
        with _looked_at(store) as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _looked_at(store: Path) -> IO[bytes]:
    """Return the file of a store's lock, open for reading; what is no file there, a pipe for one, is not waited for."""
    return open(os.open(store / "lock", os.O_RDONLY | os.O_NONBLOCK), "rb")


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _command() -> str:
    main = sys.modules.get("__main__")
    package = getattr(getattr(main, "__spec__", None), "name", "") or Path(sys.argv[0] or "python").name
    return package.removesuffix(".__main__")
