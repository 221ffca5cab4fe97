"""Connections to PostgreSQL, through SQLAlchemy: a pool that notices when a restarted server closed one."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from errors import SettingError, StoreUnreachableError
from index.storage.engines.sessions import POOL, DriverError

logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)  # Else Ctrl-C may show its traceback.

CONNECT_SECONDS = 5
MOST_CONNECTIONS = 20
"""The most connections that a process opens to a server, whose own limit is 100 by default."""


class ServerEngine:
    """A PostgreSQL database at an address; any thread may use it.

    Raises:
        SettingError: the address is none of PostgreSQL's.
    """

    def __init__(self, address: str) -> None:
        url = _read(address)
        self.name = f"the catalog {url.host or 'here'}/{url.database}"
        self._engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            isolation_level="AUTOCOMMIT",
            pool_size=POOL,
            max_overflow=MOST_CONNECTIONS - POOL,
            hide_parameters=True,
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "application_name": f"On the Record, process {os.getpid()} on {socket.gethostname()}",
            },
        )
        event.listen(self._engine, "connect", _set_up)

    def connect(self) -> ServerSession:
        """Return a connection, one that is kept or another; raises StoreUnreachableError where too many are in use."""
        try:
            with _told():
                return ServerSession(self._engine.connect())
        except PoolTimeoutError as error:
            raise StoreUnreachableError(f"Too many questions reach {self.name} at once; ask again.") from error

    def dispose(self) -> None:
        """Close the connections that are kept."""
        self._engine.dispose()


class ServerSession:
    """A connection to PostgreSQL, in no transaction unless one is begun; see `Session`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, query: str, values: Mapping[str, Any]) -> list[Any]:
        """Return all rows of a query with its values."""
        with _told():
            return list(self._connection.execute(_text(query), dict(values)).all())

    def run(self, statement: str, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Run a statement once with the values, or once for each of several."""
        given = dict(values) if isinstance(values, Mapping) else list(map(dict, values))
        with _told():
            self._connection.execute(_text(statement), given)

    def plain(self, statement: str, rows: Sequence[tuple[Any, ...]] = ()) -> None:
        """Run a statement as it stands, once for each of the rows."""
        with _told():
            self._connection.exec_driver_sql(statement, list(rows) or None)

    def lost(self) -> bool:
        """Return whether the connection has died."""
        return self._connection.invalidated

    def end(self) -> None:
        """Close the connection instead of keeping it."""
        self._connection.invalidate()

    def close(self) -> None:
        """Give the connection back."""
        with _told():
            self._connection.close()


@lru_cache(maxsize=512)
def _text(query: str) -> TextClause:
    return text(query)


@contextmanager
def _told() -> Iterator[None]:
    """Raise what the driver raises as DriverError."""
    try:
        yield
    except DBAPIError as error:
        raise DriverError(error.orig or error, error.connection_invalidated) from error


def _read(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.get_backend_name() not in ("postgresql", "postgres"):
        # The address is not repeated: it may hold a password.
        raise SettingError(
            "ON_THE_RECORD_CATALOG_URL is not the address of PostgreSQL; set one such as "
            "postgresql://user:password@host/database."
        )
    return url


def _set_up(connection: Any, _: object) -> None:
    # Compiling a query takes longer than running it: 20 ms against 2 for the words of a question over 9 passages.
    connection.execute("SET jit = off")
