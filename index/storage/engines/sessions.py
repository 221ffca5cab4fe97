"""What the catalog asks of a database's connections, whichever database it is, and how they say that it failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

POOL = 5
"""So many connections are kept for the next query."""


class DriverError(Exception):
    """What a database's driver raised; `lost` where the connection died with it."""

    def __init__(self, original: BaseException, lost: bool = False) -> None:
        super().__init__(str(original))
        self.original = original
        self.lost = lost


class Session(Protocol):
    """A connection taken from those that are kept; each method raises DriverError where the database fails."""

    def rows(self, query: str, values: Mapping[str, Any]) -> list[Any]:
        """Return all rows of a query with its values; a row has its columns by place and by name."""

    def run(self, statement: str, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> None:
        """Run a statement once with the values, or once for each of several."""

    def plain(self, statement: str, rows: Sequence[tuple[Any, ...]] = ()) -> None:
        """Run a statement as it stands, once for each of the rows, whose values stand for its question marks."""

    def lost(self) -> bool:
        """Return whether the connection has died."""

    def end(self) -> None:
        """Close the connection instead of keeping it."""

    def close(self) -> None:
        """Give the connection back."""


class Engine(Protocol):
    """A database that can be connected to."""

    def connect(self) -> Session:
        """Return a connection, one that is kept or another."""

    def dispose(self) -> None:
        """Close the connections that are kept."""
