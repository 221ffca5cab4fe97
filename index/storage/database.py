"""The catalog's database: a SQLite file in the store's folder, or PostgreSQL at an address.

The queries are the same text for both; what the two write differently is named here once. Each statement takes a
connection of the pool for as long as it runs; inside `transaction` and `reading` a thread keeps one.
"""

from __future__ import annotations

import errno
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from errors import StoreError
from index.storage.database_errors import capital, damaged, postgres_error, sqlite_error
from index.storage.engines.file import FileEngine
from index.storage.engines.sessions import DriverError, Engine, Session

_Got = TypeVar("_Got")
CHECKED_BYTES = 200_000_000
"""A file of so much is checked in a quarter of a second whenever it is opened."""
NO_CHARACTER = "\ufffd"
"""Unicode's mark for what is no character; one for one, so that offsets hold."""


class Database:
    """Runs the catalog's queries on SQLite or PostgreSQL; any thread may use it."""

    def __init__(self, engine: Engine, name: str, file: Path | None = None) -> None:
        self.name = name
        self.file = file
        self._engine = engine
        self._inode = file.stat().st_ino if file else None
        # SQLite removes its log when the last connection is closed, and not when its process is killed.
        self._closed = file is not None and not _log_of(file).exists()
        self._threads = threading.local()

    @property
    def title(self) -> str:
        """Return the name as a sentence begins with it."""
        return capital(self.name)

    @property
    def postgres(self) -> bool:
        """Return whether this is PostgreSQL, which several processes may write."""
        return self.file is None

    def rows(self, query: str, **values: Any) -> list[Any]:
        """Return all rows of a query; raises StoreError where the database fails, as all methods here do."""
        return self._run(lambda session: session.rows(query, self._storable(values)))

    def value(self, query: str, **values: Any) -> Any:
        """Return the first column of the first row, None without one."""
        found = self.rows(query, **values)
        return found[0][0] if found else None

    def value_now(self, query: str) -> Any:
        """Return the first column of the first row as it is now, also for a thread that reads an earlier state."""
        found = self._repeated(lambda: self._alone(lambda session: session.rows(query, {})))
        return found[0][0] if found else None

    def run(self, query: str, rows: Sequence[Mapping[str, Any]] | None = None, **values: Any) -> None:
        """Run a statement once with the values, or once for each of the rows."""
        if rows is None or rows:
            given = self._storable(values) if rows is None else [self._storable(each) for each in rows]
            self._run(lambda session: session.run(query, given))

    def add(self, table: str, kinds: Mapping[str, str], rows: Sequence[tuple[Any, ...]], or_else: str = "") -> None:
        """Insert many rows, whose columns have these kinds, in a fraction of the time of `run`.

        A server takes each column as one array, in a twentieth of the time of row by row.
        """
        into = f"INSERT INTO {table} ({', '.join(kinds)})"
        if rows and self.postgres:
            arrays = ", ".join(f"CAST(:{name} AS {kind}[])" for name, kind in kinds.items())
            columns = dict(zip(kinds, map(list, zip(*rows, strict=True)), strict=True))
            self.run(f"{into} SELECT * FROM unnest({arrays}) {or_else}", **columns)
        elif rows:
            query = f"{into} VALUES ({', '.join('?' * len(kinds))}) {or_else}"
            self._run(lambda session: session.plain(query, rows))

    def script(self, statements: Iterable[str]) -> None:
        """Run statements that take no values, such as those that make the tables."""
        for each in statements:
            self._run(lambda session, each=each: session.plain(each))  # type: ignore[misc]

    def among(self, column: str, name: str) -> str:
        """Return the condition that a column holds one of the values that `listed` makes for the name."""
        return f"{column} = ANY(:{name})" if self.postgres else f"{column} IN (SELECT value FROM json_each(:{name}))"

    def listed(self, values: Iterable[str] | Iterable[int]) -> Any:
        """Return many values as the one that `among` takes."""
        if not self.postgres:
            return json.dumps(list(values))
        return [self.storable(each) if isinstance(each, str) else each for each in values]

    def rows_among(self, query: str, column: str, values: Sequence[str] | Sequence[int]) -> list[Any]:
        """Return the rows of a query whose condition, left open as {}, is that a column holds one of the values."""
        if not values:
            return []
        return self.rows(query.format(self.among(column, "among")), among=self.listed(values))

    def together(self, column: str, distinct: bool = False) -> str:
        """Return the aggregate of a column's values that hold no comma as one text, with commas between."""
        each = "DISTINCT " if distinct else ""
        return f"string_agg({each}CAST({column} AS TEXT), ',')" if self.postgres else f"group_concat({each}{column})"

    def texts_among(self, read: str, table: str, column: str, values: Sequence[str] | Sequence[int]) -> list[str]:
        """Return what an expression is for the rows of a table whose column holds one of the values, without commas.

        It comes as one text: a driver takes 2 µs to read a row, and half a million ids take 0.3 s instead of 1.2.
        """
        rows = self.rows_among(f"SELECT {self.together(read)} FROM {table} WHERE {{}}", column, values)
        return [each for (found,) in rows if found for each in found.split(",")]

    def storable(self, text: str) -> str:
        """Return a text as the database can hold it: PostgreSQL has no NUL in a text, so another mark stands there."""
        return text.replace("\x00", NO_CHARACTER) if self.postgres else text

    def _storable(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of a statement as the database can hold them."""
        if not self.postgres:
            return dict(values)
        return {name: self.storable(value) if isinstance(value, str) else value for name, value in values.items()}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Let what this thread writes inside be written whole or not at all."""
        self.check_there()
        with self._within("BEGIN" if self.postgres else "BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all that this thread reads inside come from one state of the database, whatever is written meanwhile."""
        if getattr(self._threads, "session", None):
            yield
            return
        with self._within("BEGIN ISOLATION LEVEL REPEATABLE READ" if self.postgres else "BEGIN"):
            yield

    def tables(self) -> set[str]:
        """Return the names of the tables that there are."""
        if self.postgres:
            query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        else:
            query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        return {name for (name,) in self.rows(query)}

    def check(self) -> None:
        """Raise StoreError where a file is not whole; a server checks its own pages.

        It reads the whole file, 0.8 s for 630 MB that the system holds in memory, so a large one is read only where its
        last writer did not close it. What is damaged otherwise shows when it is read.
        """
        if self.file is None or (self._closed and self.file.stat().st_size > CHECKED_BYTES):
            return
        if (answer := self.value("PRAGMA quick_check(1)")) != "ok":
            raise damaged(self.name, str(answer).splitlines()[-1])

    def check_there(self) -> None:
        """Raise StoreError where `gone` is so."""
        if self.file and self.gone():
            raise StoreError(
                f"The store {self.file.parent} was removed or replaced while it was open; open and index it again."
            )

    def gone(self) -> bool:
        """Return whether the file was removed, or another stands in its place: what is written would be lost."""
        try:
            return self.file is not None and self.file.stat().st_ino != self._inode
        except OSError:
            return True

    def session(self) -> Session:
        """Return a connection of the caller's own, such as for a lock that ends with it; the caller closes it."""
        with self._translated():
            return self._engine.connect()

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    @contextmanager
    def _within(self, begin: str) -> Iterator[None]:
        session = self._begun(begin)
        self._threads.session = session
        try:
            yield
            with self._translated():
                session.plain("COMMIT")
        except BaseException:
            if not session.lost():
                # What ended the transaction is being raised; a rollback that fails is no second error.
                with suppress(DriverError):
                    session.plain("ROLLBACK")
            raise
        finally:
            self._threads.session = None
            with suppress(DriverError):
                session.close()

    def _begun(self, begin: str) -> Session:
        """Return a connection in a transaction; one that a restarted server closed is changed for a new one."""

        def opened() -> Session:
            session = self._engine.connect()
            try:
                session.plain(begin)
            except BaseException:
                session.close()
                raise
            return session

        return self._repeated(opened)

    def _run(self, work: Callable[[Session], _Got]) -> _Got:
        session: Session | None = getattr(self._threads, "session", None)
        if session is not None:
            with self._translated():
                return work(session)
        return self._repeated(lambda: self._alone(work))

    def _alone(self, work: Callable[[Session], _Got]) -> _Got:
        session = self._engine.connect()
        try:
            return work(session)
        finally:
            session.close()

    def _repeated(self, work: Callable[[], _Got]) -> _Got:
        """Return what the work returns, done once more where the connection that it took had died."""
        with self._translated():
            try:
                return work()
            except DriverError as error:
                if not error.lost:
                    raise
            return work()

    def _error(self, error: DriverError) -> StoreError:
        if self.postgres:
            return postgres_error(error.original, self.name, lost=error.lost)
        return sqlite_error(str(error.original), self.name, self.file)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Raise the errors of the database's driver as ours."""
        try:
            yield
        except DriverError as error:
            raise self._error(error) from error


def open_file(path: Path) -> Database:
    """Return the database in a file, made when missing.

    Raises:
        StoreError: it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError as error:
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and path.is_file():
            return _file_to_read(path)
        raise StoreError(f"{path} cannot be written ({error.strerror}); name another folder with --store.") from None
    # Never made by a connection: that of a store whose folder was removed would begin an empty one in silence.
    return Database(FileEngine(f"file:{_escaped(path)}?mode=rw", _set_up_file), f"the catalog {path}", path)


def _file_to_read(path: Path) -> Database:
    """Return the database in a file that this user cannot write, such as one on a read-only disk.

    SQLite reads it without making the files beside it only where it may take it for one that nobody changes. Then a
    log that was not yet written back would be passed over, and what it holds with it (sqlite.org/wal.html).
    """
    log = _log_of(path)
    if log.exists() and log.stat().st_size:
        raise StoreError(
            f"{path} cannot be written, and its last writer did not close it; copy its folder to where you may write, "
            "and name the copy with --store."
        )
    return Database(FileEngine(f"file:{_escaped(path)}?mode=ro&immutable=1"), f"the catalog {path}", path)


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _escaped(path: Path) -> str:
    """Return a path within a SQLite URI, in which three characters mean something (sqlite.org/uri.html)."""
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _set_up_file(connection: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # What is deleted is overwritten, so that a document's words leave the disk with it.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA busy_timeout = 30000")
    # The log is emptied after 40 MB instead of 4: writing 9,000 passages takes 0.84 of the time.
    connection.execute("PRAGMA wal_autocheckpoint = 10000")


def open_server(address: str) -> Database:
    """Return the PostgreSQL database at an address.

    Raises:
        SettingError: the address is none of PostgreSQL's.
    """
    # Imported here, as SQLAlchemy takes a tenth of a question's time from a standing start.
    from index.storage.engines.server import ServerEngine

    engine = ServerEngine(address)
    return Database(engine, engine.name)
