"""The first line of an answer in parts: which of those that are compared say something of it, and which do not."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answer.opening.wording import number_word, row
from rag.phrasing import raised
from rag.records import Query

PartFound = tuple[str, Query, int | None]
"""A part's heading, its query, and the number of its first citation; None where nothing was found."""


def parts_line(parts: Sequence[PartFound]) -> str:
    """Return which parts have words and which have none, each with its first citation; nothing for several questions.

    The headings of several questions are these questions themselves.
    """
    headings = [heading for heading, _, _ in parts]
    found = [f"{heading} [{number}]" for heading, _, number in parts if number]
    missing = [heading for heading, _, number in parts if not number]
    if len(parts) < 2 or not found or not all(each and not each.endswith("?") for each in headings):
        return ""
    nothing = f"; nothing was found for {row(missing)}" if missing else ""
    if not _are_people(parts):
        return f"{raised(row(found))}: {number_word(len(found)).lower()} of {len(parts)} parts found{nothing}."
    if missing:
        return f"Of {len(parts)} who were asked for, {row(found)} {_speak(found)} of it{nothing}."
    return f"{row(found)} {'both' if len(found) == 2 else 'all'} {_speak(found)} of it."


def _speak(found: Sequence[str]) -> str:
    return "speaks" if len(found) == 1 else "speak"


def _are_people(parts: Sequence[PartFound]) -> bool:
    """Return whether the parts differ in nothing but who speaks."""
    different = len({query.speaker for _, query, _ in parts}) == len(parts)
    return different and not any("," in heading or " on " in heading for heading, _, _ in parts)
