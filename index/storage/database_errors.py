"""What the databases say went wrong -> errors of ours, with what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

from errors import StoreError, StoreUnreachableError

SHARED_MEMORY_BYTES = 65_536
"""SQLite's index of the log is 32 KiB at least, and grows by as much (sqlite.org/walformat.html)."""


def _has_no_room(file: Path | None) -> bool:
    """Return whether the disk lacks room for what SQLite makes beside a file: without, it says that it cannot open."""
    return file is not None and file.exists() and shutil.disk_usage(file.parent).free < SHARED_MEMORY_BYTES


def sqlite_error(message: str, name: str, file: Path | None) -> StoreError:
    """Return what went wrong in the file of SQLite's message, as an error of ours."""
    if "is full" in message or ("unable to open" in message or "disk I/O error" in message) and _has_no_room(file):
        return full(name)
    if "readonly" in message or "read-only" in message:
        return StoreError(f"{capital(name)} cannot be written; let this user write there, or name another --store.")
    if "unable to open" in message or "no such table" in message or "disk I/O error" in message:
        return StoreError(f"{capital(name)} is not there any more or cannot be reached; open and index it again.")
    if "locked" in message:
        return StoreError(f"{capital(name)} was locked by another process for too long; try again.")
    return damaged(name, message)


def damaged(name: str, reason: str) -> StoreError:
    """Return the error of a database that is not whole, with the way to another."""
    return StoreError(
        f"{capital(name)} is damaged ({reason}); move it away, then run: "
        "python -m index --import EXPORT, or index the documents again."
    )


def postgres_error(error: BaseException | None, name: str, lost: bool) -> StoreError:
    """Return an error of PostgreSQL's driver, by which the connection may be lost, as one of ours."""
    state = getattr(error, "sqlstate", None) or ""
    message = str(error)
    if state.startswith("53"):
        return StoreError(f"The server of {name} has no space left ({state}); what was indexed is kept: free some.")
    if state in ("42P01", "3F000"):
        return damaged(name, "a table is missing")
    if state.startswith("28") or "authentication failed" in message:
        return StoreError(f"{capital(name)} rejects this user; correct ON_THE_RECORD_CATALOG_URL.")
    if state == "3D000" or ("database" in message and "does not exist" in message):
        return StoreError(
            f"{capital(name)} does not exist; create it with createdb, or correct ON_THE_RECORD_CATALOG_URL."
        )
    if lost or not state or state.startswith(("08", "57")):
        return StoreUnreachableError(
            f"{capital(name)} does not answer; start its server or wait for it, or correct ON_THE_RECORD_CATALOG_URL."
        )
    return StoreError(f"{capital(name)} refused a query ({type(error).__name__} {state}); see the server's log.")


def full(name: str) -> StoreError:
    """Return the error of a place whose disk is full."""
    return StoreError(f"The disk of {name} is full; what was indexed is kept: free some space and try again.")


def capital(name: str) -> str:
    """Return a name as a sentence begins with it."""
    return name[0].upper() + name[1:]
