"""What of an answer's sources people corrected, so that nobody takes a correction for what the file says."""

from __future__ import annotations

from collections.abc import Sequence

from index.storage.catalog import Catalog
from index.storage.corrections import is_corrected_at
from rag.phrasing import row
from rag.records import Citation

_FIELDS = {"title": "title", "published": "day", "source": "source", "speaker": "speaker"}


def notice_of_corrections(citations: Sequence[Citation], catalog: Catalog) -> str | None:
    """Return which titles, days, sources and speakers of the cited words were corrected, None where none was."""
    corrected = catalog.corrected()
    by_field: dict[str, list[int]] = {}
    for each in citations:
        read = corrected.get(each.doc, ())
        fields = {field for field, _ in read if field in _FIELDS}
        fields |= {"speaker"} if is_corrected_at(read, (each.start, each.end)) else set()
        fields |= {"published"} if is_corrected_at(read, (each.start, each.end), "said_on") else set()
        for field in fields:
            by_field.setdefault(_FIELDS[field], []).append(each.n)
    if not by_field:
        return None
    parts = [
        f"the {name}{'s' if len(by_field[name]) > 1 else ''} of {', '.join(f'[{number}]' for number in by_field[name])}"
        for name in _FIELDS.values()
        if name in by_field
    ]
    were = "was" if len(parts) == 1 and "," not in parts[0] else "were"
    listed = row(parts)
    return f"{listed[0].upper()}{listed[1:]} {were} corrected by hand."
