"""What `python -m index` shows of a document and of what people corrected, as objects and for reading."""

from __future__ import annotations

from typing import Any

from index.dates import metadata
from index.dates.file_name_days import IN_NAME
from index.names.names import unsure
from index.records import Document
from index.storage.catalog import Catalog
from index.storage.corrections import Correction, as_read, corrected_fields, read_name, standing
from index.text.counts import counted, not_read, readable_date

_SHOWN = ("id", "path", "title", "published", "source", "url", "author", "language", "speaker", "sha256")
CORRECTED = "a correction"


def document_object(document: Document, catalog: Catalog) -> dict[str, Any]:
    """Return what is known of a document, where each thing was found, what people corrected and what was not read."""
    corrected = corrected_fields(document)
    return {
        **{key: getattr(document, key) for key in _SHOWN},
        "found_in": origins(document),
        "corrected": {
            field: {**each, "read_in": dict(document.origins).get(field)} for field, each in corrected.items()
        },
        "corrected_statements": _statements(document, catalog),
        "other_days": other_days(document),
        "omitted": dict(document.omitted),
        "pages": len(document.pages) or None,
        "characters": len(document.text),
        "passages": len(catalog.passages_of(document.id)),
        "statements": len(catalog.statements(document.id)),
    }


def origins(document: Document) -> dict[str, str]:
    """Return where each thing that is known of a document was found: what somebody set is from a correction."""
    return {**dict(document.origins), **dict.fromkeys(corrected_fields(document), CORRECTED)}


def _statements(document: Document, catalog: Catalog) -> list[dict[str, Any]]:
    read = dict(document.read)
    where = standing(document.text, catalog.statements(document.id), catalog.corrections(document.id))
    return [
        {
            "start": (at or (each.start, each.end))[0],
            "end": (at or (each.start, each.end))[1],
            each.field: each.value,
            "read": read.get(read_name(at, each.field)) if at else None,
            "applied": at is not None,
        }
        for each, at in where.items()
    ]


def other_days(document: Document) -> dict[str, str]:
    """Return the days that other parts of a document tell than the one that was read of it, by where they stand.

    Where the text tells none, they are those that its first lines mention; the day that somebody set is none of them.
    """
    said = as_read(document).published
    name = document.id.rpartition("#")[2]
    lines = {f"line {line}, perhaps of something else": day for line, day in metadata.mentioned(document.text)}
    told = metadata.published(document.text, "")
    if said is None:
        found = lines
    elif dict(document.origins).get("published") == IN_NAME:
        found = lines if told is None else {told[1]: told[0]}
    else:
        found = {where: day for each in (told, metadata.published("", name)) if each for day, where in [each]}
    known = [each for each in (said, document.published) if each]
    return {where: day for where, day in found.items() if not any(_agree(day, each) for each in known)}


def _agree(one: str, other: str) -> bool:
    """Return whether two days can be one: the month is known of one, its day of the other."""
    return one.startswith(other) or other.startswith(one)


def document_lines(found: dict[str, Any]) -> list[str]:
    """Return the object of a document as lines for reading."""
    corrected, origins = found["corrected"], found["found_in"]
    hidden = ("found_in", "corrected", "corrected_statements", "other_days", "omitted")
    lines = [
        _line(key, value, origins.get(key), corrected.get(key))
        for key, value in found.items()
        if key not in hidden and (value is not None or key in corrected)
    ]
    lines += [f"another day: {day}  (from {where})" for where, day in found["other_days"].items()]
    lines += [not_read(found["omitted"].items())] if found["omitted"] else []
    return lines + [f"statement {_statement_line(each)}" for each in found["corrected_statements"]]


def _line(key: str, value: object, origin: str | None, corrected: dict[str, str | None] | None) -> str:
    if corrected is None:
        return f"{key}: {value}" + (f"  (from {origin})" if origin else "")
    return f"{key}: {value or 'none'}  ({correction_note(corrected)})"


def correction_note(corrected: dict[str, str | None]) -> str:
    """Return that a value was corrected, with what the file says."""
    read, where = corrected["read"], corrected.get("read_in")
    if read == corrected["value"]:
        return "corrected; the file says the same"
    return f"corrected; the file says {read or 'none'}" + (f", in {where}" if where and read else "")


def _statement_line(each: dict[str, Any]) -> str:
    place = f"{each['start']}-{each['end']}: {each.get('speaker') or 'speaker not known'}"
    if "said_on" in each:
        place = f"{each['start']}-{each['end']}: said on {each['said_on'] or 'a day not known'}"
    if each["applied"]:
        return f"{place}  ({statement_note(each)})"
    return f"{place}  (not applied: the words it was made for are no longer there, or occur less often)"


def statement_note(each: dict[str, Any]) -> str:
    """Return that a statement's speaker or day was corrected, with what was read."""
    if "said_on" in each:
        return f"day corrected; it was read as {each['read'] or 'none'}"
    return f"speaker corrected; it was read as {each['read'] or 'nobody known'}"


def corrections_object(catalog: Catalog) -> list[dict[str, Any]]:
    """Return all that people corrected, whether it is applied, and of a document that is not there as not applied."""
    return [_correction(each, catalog) for each in catalog.corrections()]


def _correction(each: Correction, catalog: Catalog) -> dict[str, Any]:
    document = catalog.document(each.document_id)
    at = None
    if document and each.words:
        at = standing(document.text, catalog.statements(document.id), [each])[each]
    start, end = at or (each.start, each.end)
    return {
        "doc": each.document_id,
        "field": each.field,
        "value": each.value,
        "start": start if each.words else None,
        "end": end if each.words else None,
        "applied": bool(document) and (at is not None or not each.words),
    }


def correction_lines(found: list[dict[str, Any]]) -> list[str]:
    """Return the corrections as lines for reading."""
    return [
        f"{each['doc']}{'' if each['start'] is None else '@{start}-{end}'.format(**each)}  "
        f"{each['field']}={each['value'] or ''}" + ("" if each["applied"] else "  (not applied)")
        for each in found
    ] or ["Nothing was corrected."]


def stats_lines(found: dict[str, Any]) -> list[str]:
    """Return what a store holds as lines for reading: the counts, then each speaker on a line."""
    counts = [f"{key}: {value:,}" for key, value in found.items() if isinstance(value, int)]
    speakers = [f"  {_speaker_line(each)}" for each in found["speakers"]]
    return [*counts, f"version: {found['version']}", f"speakers: {len(speakers):,}", *speakers]


def _speaker_line(each: dict[str, Any]) -> str:
    said = f"{each['name']}: {counted(each['statements'], 'statement')}"
    days = [readable_date(day) for day in dict.fromkeys((each["first"], each["last"])) if day]
    said += f", {' to '.join(days)}" if days else ""
    return f"{said}; also {', '.join(each['forms'])}" if each["forms"] else said


def readable(found: dict[str, Any]) -> str:
    """Return any object of `python -m index` for a terminal."""
    if "text" in found:
        return str(found["text"])
    if "statements" in found and isinstance(found["statements"], list):
        return "\n\n".join(_readable_statement(row) for row in found["statements"]) or "No statements."
    if "documents" in found and isinstance(found["documents"], list):
        return "\n".join(map(_listed_line, found["documents"])) or "No documents."
    if "speakers" in found:
        return "\n".join(stats_lines(found))
    if "corrections" in found:
        return "\n".join(correction_lines(found["corrections"]))
    if "found_in" in found:
        return "\n".join(document_lines(found))
    return "\n".join(f"{key}: {value}" for key, value in found.items() if value is not None)


def _readable_statement(row: dict[str, Any]) -> str:
    """Return a statement as a block: who, how and when, then the words, then where they stand."""
    who = row["speaker"] or (unsure(row["candidates"]) if row["candidates"] else "Speaker not known")
    how = {"direct": "quoted", "reported": "in the document's words", "turn": "own words"}[row["kind"]]
    reporter = f", as reported by {row['reported_by']}" if row["reported_by"] else ""
    when = f", {row['said_on']}" if row["said_on"] else ""
    when += "".join(f", {'speaker' if field == 'speaker' else 'day'} corrected" for field in row.get("corrected", ()))
    return (
        f"{who} ({how}{reporter}{when})\n  {' '.join(row['text'].split())}\n  {row['doc']} {row['start']}-{row['end']}"
    )


def _listed_line(row: dict[str, Any]) -> str:
    return f"{row['id']}  {row['published'] or 'no date'}  {row['title']}"
