"""The first line of an answer in parts: which of those that are compared say something of it, and which do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rag.answer.opening.wording import number_word
from rag.phrasing import raised, row
from rag.records import Query


class PartFound(NamedTuple):
    """A part's heading and query, its first citation's number if any, and whether it does not name the topic itself."""

    heading: str
    query: Query
    number: int | None
    is_near: bool = False


def parts_line(parts: Sequence[PartFound]) -> str:
    """Return which parts have words and which have none, each with its first citation; nothing for several questions.

    The headings of several questions are these questions themselves.
    """
    found = _numbered([each for each in parts if not each.is_near])
    near = _numbered([each for each in parts if each.is_near])
    missing = [each.heading for each in parts if not each.number]
    if len(parts) < 2 or not found or _are_questions(parts):
        return ""
    rest = f"; only something near was found for {row(near)}" if near else ""
    rest += f"; nothing was found for {row(missing)}" if missing else ""
    if not _are_people(parts):
        return f"{raised(row(found))}: {number_word(len(found)).lower()} of {len(parts)} parts found{rest}."
    if rest:
        return f"Of {len(parts)} who were asked for, {row(found)} {_speak(found)} of it{rest}."
    return f"{row(found)} {'both' if len(found) == 2 else 'all'} {_speak(found)} of it."


def _numbered(parts: Sequence[PartFound]) -> list[str]:
    return [f"{each.heading} [{each.number}]" for each in parts if each.number]


def _are_questions(parts: Sequence[PartFound]) -> bool:
    return any(not each.heading or each.heading.endswith("?") for each in parts)


def _speak(found: Sequence[str]) -> str:
    return "speaks" if len(found) == 1 else "speak"


def _are_people(parts: Sequence[PartFound]) -> bool:
    """Return whether the parts differ in nothing but who speaks."""
    different = len({each.query.speaker for each in parts}) == len(parts)
    return different and not any("," in each.heading or " on " in each.heading for each in parts)
