"""Tables: a row is a document where there is a column for its text, else the table is one document, a line a row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from errors import DocumentError
from index.dates.days import Written, written
from index.readers import fields
from index.readers.parsed import Parsed, decoded, normalised
from index.readers.web.raw_html import body
from index.text.expressions import expression

_SEPARATORS = ";\t|,"
_NUMERIC = expression(r"\s*(\d\d?)[-/](\d\d?)[-/]\d{4}")
_HEAD_ROWS = 12
"""Rows among which the one with the names of the columns is looked for: titles and notes stand above it."""
FEW_COLUMNS = 2
CELL_WORDS = 40
"""A cell of more words is a text: its row is read as one, whatever is empty beside it."""
LONGEST_FIELD = 50_000_000


def read_csv(content: bytes) -> list[Parsed]:
    """Return the documents of a file of comma-, semicolon- or tab-separated values."""
    found = decoded(content)
    csv.field_size_limit(LONGEST_FIELD)
    text = normalised(found.text)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=_separator(text)) if any(map(str.strip, row))]
    except csv.Error as error:
        raise DocumentError(f"is not a table ({error}); save it again as CSV.") from None
    documents = _documents(rows, "")
    return [*(replace(each, omitted=each.omitted + found.omitted) for each in documents[:1]), *documents[1:]]


def _separator(text: str) -> str:
    """Return what parts the columns: the sign with which a row of columns' names is found, else the commonest."""
    lines = text[:20_000].splitlines()[:_HEAD_ROWS]
    heads = {each: _head(list(csv.reader(lines, delimiter=each))) for each in _SEPARATORS}
    named = [each for each in _SEPARATORS if heads[each] is not None]
    first = next((line for line in lines if line.strip()), "")
    return max(
        named or ",;\t|",
        key=lambda each: max((line.count(each) for line in lines), default=0) if named else first.count(each),
    )


def read_xlsx(content: bytes) -> list[Parsed]:
    """Return the documents of a workbook, sheet by sheet."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {sheet.title: list(_cells(sheet.iter_rows(values_only=True))) for sheet in book.worksheets}
        book.close()
    except Exception as error:  # The library lets errors of zip, XML and its own through as they come.
        raise DocumentError("is not a readable workbook; open it in its program and save it again.") from error
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


def _head(rows: list[list[str]]) -> int | None:
    """Return the number of the row that names the columns, one of them the text's; None where there is none."""
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        names = [fields.plain(cell) for cell in row if cell.strip()]
        found = fields.meanings(names)
        # "Statement" alone in a row may be a title.
        if "text" in found and (len(found) > 1 or len(names) > 1 or len({len(each) for each in rows}) == 1):
            return number
    return None


def _documents(rows: list[list[str]], prefix: str) -> list[Parsed]:
    if not rows:
        return []
    head = _head(rows)
    if head is None or _are_remarks(rows, head):
        lines = "\n".join(" | ".join(row).strip(" ") for row in _in_columns(rows))
        return [Parsed(lines + "\n", key=prefix.rstrip("/") or None)]
    names = [fields.plain(cell) for cell in rows[head]]
    meant = fields.meanings(names)
    records = [(number, dict(zip(names, row, strict=False))) for number, row in enumerate(rows[head + 1 :], head + 2)]
    days = _days([record.get(meant.get("published", ""), "") for _, record in records])
    found = [
        _row(record, meant, day, f"{prefix}{number}")
        for (number, record), day in zip(records, days, strict=True)
        if record.get(meant["text"], "").strip()
    ]
    return [
        *(replace(each, omitted=each.omitted + _omitted(rows[:head], records, meant)) for each in found[:1]),
        *found[1:],
    ]


def _are_remarks(rows: list[list[str]], head: int) -> bool:
    """Return whether the column of texts only remarks on some rows of a table of other things: most have none."""
    names = [fields.plain(cell) for cell in rows[head]]
    at = names.index(fields.meanings(names)["text"])
    told = [at < len(row) and bool(row[at].strip()) for row in rows[head + 1 :]]
    return len(names) > FEW_COLUMNS and 2 * sum(told) < len(told)


def _in_columns(rows: list[list[str]]) -> list[list[str]]:
    """Return the cells of rows, empty ones too where the first row names the columns: else they would change places.

    Of a table of texts, such as a talk in cells, empty cells are left out.
    """
    cells = [[each.strip() for each in row] for row in rows]
    width = len(cells[0])
    is_table = width > 1 and all(cells[0]) and all(len(row) <= width for row in cells)
    if not is_table or any(len(cell.split()) > CELL_WORDS for row in cells for cell in row):
        return [[cell for cell in row if cell] for row in cells]
    return [row + [""] * (width - len(row)) for row in cells]


def _omitted(
    above: list[list[str]], records: list[tuple[int, dict[str, str]]], meant: dict[str, str]
) -> tuple[tuple[str, int], ...]:
    """Return the rows and columns that are no document's text or field."""
    known = {*meant.values(), *fields.IDS, *fields.FIRST_NAMES, *fields.LAST_NAMES, ""}
    other = Counter(
        name for _, record in records for name, cell in record.items() if cell.strip() and name not in known
    )
    empty = sum(not record.get(meant["text"], "").strip() for _, record in records)
    rows = [("row above the columns' names", len(above)), ("row without a text", empty)]
    return (*((what, count) for what, count in rows if count), *((f"cell of {name}", n) for name, n in other.items()))


def _days(cells: list[str]) -> list[str]:
    """Return the cells of a column of days, numeric ones in the order (day or month first) that other rows settle."""
    found = [written(cell)[:1] for cell in cells]
    first = {
        int(match[1]) > 12 for cell in cells if (match := _NUMERIC.match(cell)) and max(map(int, match.groups())) > 12
    }
    return [_settled(cell, each, first) for cell, each in zip(cells, found, strict=True)]


def _settled(cell: str, found: list[Written], day_first: set[bool]) -> str:
    if not found:
        return cell
    day = found[0]
    if day.either_way and len(day_first) == 1:
        day = day.settled() if day_first == {True} else day.swapped()
    on = day.on()
    return on.isoformat() if on else cell


def _row(row: dict[str, str], meant: dict[str, str], day: str, number: str) -> Parsed:
    key = next((row[name].strip() for name in fields.IDS if row.get(name, "").strip()), number)
    values = {field: row.get(name, "") for field, name in meant.items() if field != "text"}
    values |= {"published": day} if "published" in meant else {}
    first, last = (
        next((row[name] for name in names if row.get(name)), "") for names in (fields.FIRST_NAMES, fields.LAST_NAMES)
    )
    if first and last and meant["text"] in fields.QUOTED:
        values["speaker"] = f"{first.strip()} {last.strip()}"
    about = {
        field: (value.strip(), f"column {meant.get(field, 'name')}") for field, value in values.items() if value.strip()
    }
    text, omitted = body(row[meant["text"]])
    return Parsed(text, about, key, omitted=omitted)
