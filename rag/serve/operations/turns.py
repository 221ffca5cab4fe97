"""What a client gives with its work -> a turn, or what is looked at under the filters that it sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from errors import QuestionError
from index.storage.catalog import Catalog
from rag.answer.explore import View
from rag.phrasing import wrong_day
from rag.records import Query, Turn
from rag.understand.speakers import find_speakers


def turn_of(payload: Mapping[str, Any]) -> Turn:
    """Return the turn of a question's fields.

    Raises:
        QuestionError: a day is not one.
    """
    if wrong := wrong_day(payload):
        raise QuestionError(wrong)
    known = {name: payload[name] for name in Turn.__dataclass_fields__ if name in payload}
    known |= {name: _filter(payload, name) for name in ("speaker", "document") if name in known}
    return Turn(**{**known, "history": tuple(payload.get("history") or ()), "without": tuple(known.get("without", ()))})


def view_of(payload: Mapping[str, Any], catalog: Catalog) -> View:
    """Return what is looked at: the words of a speaker, on a topic, between two days.

    Raises:
        QuestionError: a day is not one.
    """
    if wrong := wrong_day(payload):
        raise QuestionError(wrong)
    speaker = _filter(payload, "speaker")
    return View(
        speaker=speaker,
        forms=tuple(find_speakers(speaker, catalog)) if speaker else (),
        topic=payload.get("topic") or "",
        since=payload.get("since") or None,
        until=payload.get("until") or None,
        document=_filter(payload, "document"),
    )


def _filter(payload: Mapping[str, Any], name: str) -> str | None:
    """Return what a filter is set to; a blank one is not set."""
    value = payload.get(name)
    return value if value and value.strip() else None


def query_of(view: View, quotation: str | None = None) -> Query:
    """Return the query of a view, or of whether a quotation stands under its filters."""
    return Query(
        standalone=quotation or view.title,
        kind="quote_check" if quotation else "list",
        topic=view.topic or quotation or "",
        speaker=view.speaker,
        speakers=view.forms,
        since=view.since,
        until=view.until,
        document=view.document,
        quotation=quotation,
    )
