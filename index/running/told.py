"""What an index run did, in words for a terminal."""

from __future__ import annotations

from typing import Any

from index.text.counts import counted, not_read, totals
from settings import Settings


def _failed_files(report: dict[str, Any]) -> int:
    """Return of how many files something failed: of one, several lines may."""
    return len({each["path"] for each in report["documents"]["failed"]})


def summary(report: dict[str, Any], settings: Settings) -> str:
    """Return in one line what became of the documents, and what the store holds now."""
    documents = report["documents"]
    counts = ", ".join(f"{documents[kind]:,} {kind}" for kind in ("added", "changed", "removed", "unchanged"))
    return (
        f"{counts}, {_failed_files(report):,} failed; {counted(report['passages'], 'passage')} and "
        f"{counted(report['statements'], 'statement')} in {settings.store} after {report['seconds']:.1f} s."
    )


def none_indexed(report: dict[str, Any]) -> str:
    """Return the sentence for a run that took in nothing, for its errors stand above it."""
    files = _failed_files(report)
    which = f"None of the {files:,} files could" if files > 1 else "The file could not"
    return f"{which} be indexed; fix what is named above and run this again."


MOST_LEFT_OUT = 20
"""For so many documents what was not read is named one by one, for more in one line."""


def left_out(omitted: list[dict[str, Any]]) -> str:
    """Return what of the documents that were taken in is not in their text."""
    by_document: dict[str, list[tuple[str, int]]] = {}
    for each in omitted:
        by_document.setdefault(each["path"], []).append((each["what"], each["count"]))
    if len(by_document) <= MOST_LEFT_OUT:
        return "\n".join(_capital(not_read(left, f" in {path}")) for path, left in by_document.items())
    where = f" in {counted(len(by_document), 'document')}"
    all_ = not_read(totals((each["what"], each["count"]) for each in omitted), where)
    return f"{_capital(all_)}; --show DOCUMENT lists it for each."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
