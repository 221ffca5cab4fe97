"""What to say of a document that is named and is not there: a file may have become several documents."""

from __future__ import annotations

from index.storage.catalog import Catalog

_NAMED = 3


def missing(named: str, catalog: Catalog) -> str:
    """Return a sentence that there is no such document, with those that may be meant."""
    ids = [each.id for each in catalog.documents()]
    parts = [each for each in ids if each.startswith((f"{named}#", f"{named}/"))]
    if parts:
        more = f" and {len(parts) - _NAMED:,} more" if len(parts) > _NAMED else ""
        return f"'{named}' was read as {len(parts):,} documents; name one of them: {', '.join(parts[:_NAMED])}{more}."
    alike = [each for each in ids if each.casefold().rpartition("/")[2] == named.casefold().rpartition("/")[2]]
    if alike:
        return f"There is no document '{named}'; there is {', '.join(alike[:_NAMED])}."
    return f"There is no document '{named}'; run: python -m index --list"
