"""What to say of a store or a document that is named and is not there: a file may have become several documents."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from errors import NothingIndexedError
from index.storage.catalog import Catalog, has_catalog
from index.text.counts import counted
from settings import Settings

_NAMED = 3


def nothing_yet(store: Path) -> NothingIndexedError:
    """Return the error that a store contains no document, with the command that adds some to that very store."""
    return NothingIndexedError(
        f"The store {store} contains no document yet; run: python -m index PATH --store {quote(str(store))}"
    )


def check_store(settings: Settings) -> None:
    """Refuse a folder that contains no store, which opening would make: a name may be mistyped.

    Raises:
        NothingIndexedError: nothing was indexed there.
    """
    if not has_catalog(settings):
        raise nothing_yet(settings.store)


def listing(store: Path) -> str:
    """Return the command that lists the documents of a store."""
    return f"python -m index --list --store {quote(str(store))}"


def missing(named: str, catalog: Catalog, store: Path) -> str:
    """Return a sentence that there is no such document, with those that may be meant."""
    ids = [each.id for each in catalog.documents()]
    parts = [each for each in ids if each.startswith((f"{named}#", f"{named}/"))]
    if parts:
        more = f" and {len(parts) - _NAMED:,} more" if len(parts) > _NAMED else ""
        read = counted(len(parts), "document")
        return f"'{named}' was read as {read}; name one of them: {', '.join(parts[:_NAMED])}{more}."
    alike = [each for each in ids if each.casefold().rpartition("/")[2] == named.casefold().rpartition("/")[2]]
    if alike:
        return f"There is no document '{named}'; there is {', '.join(alike[:_NAMED])}."
    return f"There is no document '{named}'; run: {listing(store)}"
