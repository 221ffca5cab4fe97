"""Connections to a SQLite file, by Python's own module: SQLAlchemy's import takes a tenth of a question's time."""

from __future__ import annotations

import sqlite3
import threading
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any

from index.storage.engines.sessions import POOL, DriverError

BUSY_SECONDS = 30.0
"""So long SQLite waits for another process that writes."""


class FileEngine:
    """A SQLite file at a URI; `set_up` is called with each new connection. Any thread may use it."""

    def __init__(self, address: str, set_up: Callable[[sqlite3.Connection], None] | None = None) -> None:
        self._address = address
        self._set_up = set_up
        self._guard = threading.Lock()
        self._kept: list[sqlite3.Connection] = []
        self._disposed = False

    def connect(self) -> FileSession:
        """Return a connection, one that is kept or another."""
        with self._guard:
            kept = self._kept.pop() if self._kept else None
        return FileSession(kept or self._opened(), self._taken_back)

    def dispose(self) -> None:
        """Close the connections that are kept; those in use are closed when they are given back."""
        with self._guard:
            self._disposed = True
            closed, self._kept = self._kept, []
        for each in closed:
            each.close()

    def _opened(self) -> sqlite3.Connection:
        with _told():
            connection = sqlite3.connect(
                self._address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                if self._set_up:
                    self._set_up(connection)
            except BaseException:
                connection.close()
                raise
            return connection

    def _taken_back(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            if not self._disposed and len(self._kept) < POOL:
                self._kept.append(connection)
                return
        connection.close()


class FileSession:
    """A connection to a SQLite file, in no transaction unless one is begun; see `Session`."""

    def __init__(self, connection: sqlite3.Connection, give_back: Callable[[sqlite3.Connection], None]) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._give_back = give_back

    def rows(self, query: str, values: Mapping[str, Any]) -> list[Any]:
        """Return all rows of a query with its values."""
        with _told():
            cursor = self._open().execute(query, dict(values))
            found = cursor.fetchall()
            if not found:
                return found
            make = _row(tuple(name for name, *_ in cursor.description))
            return list(map(make, found))

    def run(self, statement: str, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Run a statement once with the values, or once for each of several."""
        with _told():
            if isinstance(values, Mapping):
                self._open().execute(statement, dict(values))
            else:
                self._open().executemany(statement, list(map(dict, values)))

    def plain(self, statement: str, rows: Sequence[tuple[Any, ...]] = ()) -> None:
        """Run a statement as it stands, once for each of the rows."""
        with _told():
            if rows:
                self._open().executemany(statement, rows)
            else:
                self._open().execute(statement)

    def lost(self) -> bool:
        """Return whether the connection has died."""
        return self._connection is None

    def end(self) -> None:
        """Close the connection instead of keeping it."""
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    def close(self) -> None:
        """Give the connection back, out of any transaction that it was left in."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.rollback()
        self._give_back(connection)

    def _open(self) -> sqlite3.Connection:
        assert self._connection is not None
        return self._connection


@lru_cache(maxsize=512)
def _row(names: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
    """Return what makes a row of these columns, each of which has its name where one can be written so."""
    row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]
    make: Callable[[Sequence[Any]], Any] = row._make
    return make


@contextmanager
def _told() -> Iterator[None]:
    """Raise what SQLite raises as DriverError."""
    try:
        yield
    except sqlite3.Error as error:
        raise DriverError(error) from error
