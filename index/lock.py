"""One owner at a time for a store: an advisory lock on a file that says who holds it.

Two processes that open one Chroma folder destroy its vectors without an error, so nothing opens a store without this.
The operating system frees the lock when its process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
import sys
import time
from pathlib import Path
from typing import IO

from errors import StoreBusyError, StoreError

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
                file.seek(0)
                holder = file.read().strip() or "another process"
                file.close()
                raise StoreBusyError(
                    f"The store {self._store} is in use by {holder}; stop it, wait for it, "
                    "or name another with --store."
                )
            time.sleep(POLL_SECONDS)
        file.seek(0)
        file.truncate()
        file.write(f"process {os.getpid()} ({_command()})")
        file.flush()
        self._file = file

    def release(self) -> None:
        """Give the lock back; without one, nothing happens."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> IO[str]:
        try:
            self._store.mkdir(parents=True, exist_ok=True)
            return self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise StoreError(
                f"The store {self._store} cannot be written ({error.strerror}); name another folder with --store."
            ) from None


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
