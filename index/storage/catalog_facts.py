"""What a catalog records of its store: the version, the embedder, which set of vectors is in use, what is due."""

from __future__ import annotations

from errors import EmbedderError
from index.storage.database import Database

_IN_LINE = "in line by content"
"""Stores of before, whose vectors stood under ids that did not change with the text, are brought in line once more."""


class Facts:
    """The facts of one store by their names; any thread may use them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str | None:
        """Return a fact about the store (`schema`, `embedder`, `version`, `vectors`), or None."""
        found: str | None = self._database.value("SELECT value FROM facts WHERE name = :name", name=name)
        return found

    def set(self, name: str, value: str) -> None:
        """Record a fact in place of what stood under its name."""
        query = """INSERT INTO facts (name, value) VALUES (:name, :value)
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
        self._database.run(query, name=name, value=value)

    def claim(self, fingerprint: str) -> None:
        """Bind the store to an embedder the first time; later, refuse any other.

        Raises:
            EmbedderError: the store's vectors were made by another embedder.
        """
        bound_to = self.get("embedder")
        if bound_to is None:
            self.set("embedder", fingerprint)
        elif bound_to != fingerprint:
            raise EmbedderError(
                f"{self._database.title} was made with the embedder {bound_to}, and {fingerprint} is set; set the "
                "first again, or remove it and run: python -m index PATH"
            )

    def in_line(self) -> bool:
        """Return whether the vectors were brought in line with the catalog since the last change."""
        return self.get("vectors") == _IN_LINE

    def set_in_line(self) -> None:
        """Record that the vectors are in line with the catalog."""
        # In a transaction, which is refused for a store that was removed meanwhile: a run must not end as if done.
        with self._database.transaction():
            self.set("vectors", _IN_LINE)

    def set_behind(self) -> None:
        """Record that the vectors are no longer in line with the catalog."""
        self.set("vectors", "behind")

    def chroma(self) -> int:
        """Return the number of the set of vectors in use now, also for a thread that reads an earlier state."""
        query = "SELECT value FROM facts WHERE name = 'chroma'"
        return int(self._database.value_now(query) or 1)

    def set_chroma(self, number: int) -> None:
        """Record which set of vectors is in use."""
        with self._database.transaction():
            self.set("chroma", str(number))

    def trying(self) -> int:
        """Return the number of the set of vectors that a process began to read and did not come to read, or 0."""
        return int(self.get("trying") or 0)

    def set_trying(self, number: int) -> None:
        """Record which set of vectors is about to be read; 0 when it was."""
        self.set("trying", str(number))

    def dead(self) -> int:
        """Return how many passages were deleted since the last `compact`; traces of them may be on disk."""
        return int(self.get("dead") or 0)

    def removed(self) -> bool:
        """Return whether something was removed, not only changed, since the last `compact` that came to its end."""
        return self.get("removed") == "1"
