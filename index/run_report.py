"""What an index run reports: how far it is, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from index.records import Document
from index.text.counts import counted, totals


@dataclass
class Report:
    """What a run did, for people and as the contract's object."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    failed: list[dict[str, str]] = field(default_factory=list)
    omitted: list[dict[str, str | int]] = field(default_factory=list)
    """What of each document that was taken in is not in its text."""
    passages: int = 0
    statements: int = 0
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the object of `python -m index --json`."""
        kinds = ("added", "changed", "removed", "unchanged", "failed")
        documents = {kind: getattr(self, kind) for kind in kinds}
        return {
            "documents": documents,
            "omitted": self.omitted,
            "passages": self.passages,
            "statements": self.statements,
            "seconds": round(self.seconds, 2),
        }

    def leave_out(self, document: Document) -> None:
        """Note what of a document's file is not in its text."""
        self.omitted += [{"path": document.id, "what": what, "count": count} for what, count in document.omitted]

    def left_out(self) -> list[tuple[str, int]]:
        """Return what is not in the texts of all documents together, the most first."""
        return totals((str(each["what"]), int(each["count"])) for each in self.omitted)

    def counted(self) -> dict[str, float]:
        """Return the numbers alone, without the name of any file."""
        counts = self.to_json()
        documents = counts.pop("documents")
        del counts["omitted"]
        return {**documents, "failed": len(self.failed), **counts}


@dataclass(frozen=True)
class Progress:
    """Where a run stands: files read of all, passages embedded so far, seconds since its start, share of the work."""

    files: int
    of_files: int
    passages: int
    seconds: float
    share: float
    documents: int = 0
    """How many were read: a file may hold thousands."""
    pages: int = 0
    reading: str = ""
    """The file that is being read."""

    def message(self) -> str:
        """Return it as one line for people, with the rate, about how long is left, and what is being read."""
        files = f"{self.files:,} of {counted(self.of_files, 'file')}"
        read = [counted(self.documents, "document"), *([counted(self.pages, "page")] if self.pages else [])]
        rate = self.passages / self.seconds if self.seconds else 0.0
        speed = f", {rate:.0f} a second" if self.passages else ""
        reading = f"; reading {self.reading}" if self.reading else ""
        embedded = f"{counted(self.passages, 'passage')} ready"
        return f"{self.share:.0%}: {', '.join(read)} from {files}, {embedded}{speed}{self._left()}{reading}"

    def _left(self) -> str:
        left = self.seconds * (1 - self.share) / self.share if 0 < self.share < 1 and self.seconds > 3 else 0.0
        return f", about {left / 60:.0f} min left" if left >= 90 else f", about {left:.0f} s left" if left >= 1 else ""
