"""Tables: a row is a document where there is a column for its text, else the table is one document, a line a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from errors import DocumentError
from index.readers.parsed import Parsed, decoded, normalised

_TEXT = ("text", "content", "body", "statement", "quote", "transcript", "article")
_FIELDS = {
    **{name: name for name in ("title", "source", "url", "author", "language", "speaker")},
    **{"headline": "title", "date": "published", "published": "published", "link": "url", "publisher": "source"},
}
_IDS = ("id", "_id", "doc_id")
LONGEST_FIELD = 50_000_000


def read_csv(content: bytes) -> list[Parsed]:
    """Return the documents of a file of comma-, semicolon- or tab-separated values."""
    text = decoded(content).text
    csv.field_size_limit(LONGEST_FIELD)
    head = text[:20_000].splitlines()[:1]
    separator = max(",;\t|", key=(head[0] if head else "").count)
    try:
        rows = [row for row in csv.reader(io.StringIO(normalised(text)), delimiter=separator) if any(row)]
    except csv.Error as error:
        raise DocumentError(f"is no table ({error}); save it again as CSV.") from None
    return _documents(rows, "")


def read_xlsx(content: bytes) -> list[Parsed]:
    """Return the documents of a workbook, sheet by sheet."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {sheet.title: list(_cells(sheet.iter_rows(values_only=True))) for sheet in book.worksheets}
        book.close()
    except Exception as error:  # The library lets errors of zip, XML and its own through as they come.
        raise DocumentError("is no readable workbook; open it in its program and save it again.") from error
    several = len([rows for rows in sheets.values() if rows]) > 1
    return [each for name, rows in sheets.items() for each in _documents(rows, f"{name}/" if several else "")]


def _cells(rows: Iterable[Iterable[Any]]) -> Iterable[list[str]]:
    for row in rows:
        cells = ["" if cell is None else _shown(cell) for cell in row]
        if any(cells):
            yield cells


def _shown(cell: Any) -> str:
    if hasattr(cell, "hour") and not any((cell.hour, cell.minute, cell.second)) and hasattr(cell, "date"):
        return str(cell.date())
    return normalised(str(cell)).strip()


def _documents(rows: list[list[str]], prefix: str) -> list[Parsed]:
    if not rows:
        return []
    names = [name.strip().lower() for name in rows[0]]
    column = next((names.index(name) for name in _TEXT if name in names), None)
    if column is None:
        lines = "\n".join(" | ".join(cell for cell in row if cell) for row in rows)
        return [Parsed(lines + "\n", key=prefix.rstrip("/") or None)]
    return [
        _row(dict(zip(names, row, strict=False)), row[column], f"{prefix}{number}")
        for number, row in enumerate(rows[1:], start=2)
        if len(row) > column and row[column].strip()
    ]


def _row(row: dict[str, str], text: str, number: str) -> Parsed:
    key = next((row[name] for name in _IDS if row.get(name)), number)
    told = {
        ours: (row[theirs].strip(), f"column {theirs}")
        for theirs, ours in _FIELDS.items()
        if row.get(theirs, "").strip()
    }
    return Parsed(text, told, key)
