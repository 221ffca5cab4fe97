"""What was computed from a catalog, remembered until the catalog changes, and the state of it that a thread reads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from index.storage.catalog_facts import Facts
from index.storage.database import Database

_Computed = TypeVar("_Computed")


class Memory:
    """Remembers what was computed since the last change of a catalog; any thread may use it."""

    def __init__(self, database: Database, facts: Facts) -> None:
        self._database = database
        self._facts = facts
        self._threads = threading.local()
        self._remembered: tuple[int, dict[object, Any]] = (-1, {})

    @contextmanager
    def reading(self, between: Callable[[], None] | None = None) -> Iterator[None]:
        """Let all that this thread reads inside come from one state of the catalog, whatever is written meanwhile.

        `between` is called again and again between what is read, and may raise to leave the block off.
        """
        if getattr(self._threads, "changes", None) is not None:
            yield
            return
        with self._database.reading():
            self._threads.changes = self.changes()
            self._threads.between = between
            try:
                yield
            finally:
                self._threads.changes = self._threads.between = None

    def changes(self) -> int:
        """Return a number that grows with every document that is written or removed."""
        seen: int | None = getattr(self._threads, "changes", None)
        return int(self._facts.get("changes") or 0) if seen is None else seen

    def remember(self, key: object, compute: Callable[[], _Computed]) -> _Computed:
        """Return what was computed for the key since the last change of the store, computed now if need be."""
        changes, computed = self._current()
        if key in computed:
            found: _Computed = computed[key]
            return found
        return self._store(computed, changes, key, compute)

    def remember_last(self, kind: str, key: object, compute: Callable[[], _Computed], most: int) -> _Computed:
        """Return the same of what takes room, of which the last `most` of a kind are kept."""
        changes, computed = self._current()
        of_kind: dict[object, _Computed] = computed.setdefault(kind, {})
        if (earlier := of_kind.get(key)) is not None:
            return earlier
        found = self._store(of_kind, changes, key, compute)
        for each in list(of_kind)[:-most]:
            of_kind.pop(each, None)
        return found

    def _current(self) -> tuple[int, dict[object, Any]]:
        """Return the count of changes that this thread sees, and what was computed since the last of them."""
        if between := getattr(self._threads, "between", None):
            between()
        changes = self.changes()
        if self._remembered[0] != changes:
            self._remembered = (changes, {})
        remembered_at, computed = self._remembered
        return (changes, computed) if remembered_at == changes else (changes, {})

    def _store(
        self, computed: dict[object, Any], changes: int, key: object, compute: Callable[[], _Computed]
    ) -> _Computed:
        """Return what is computed; where the store changed meanwhile it may be of either state, and is not kept."""
        found = compute()
        if self.changes() == changes:
            computed[key] = found
        return found
