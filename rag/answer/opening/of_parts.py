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
    if len(parts) < 2 or any(not heading or heading.endswith("?") for heading, _, _ in parts):
        return ""
    found = [f"{heading} [{number}]" for heading, _, number in parts if number]
    missing = [heading for heading, _, number in parts if not number]
    if not found:
        return ""
    speakers = {query.speaker for _, query, _ in parts}
    nothing = f"; nothing was found for {row(missing)}" if missing else ""
    if len(speakers) == len(parts) and not any("," in heading or " on " in heading for heading, _, _ in parts):
        if missing:
            speak = "speaks" if len(found) == 1 else "speak"
            return f"Of {len(parts)} who were asked for, {row(found)} {speak} of it{nothing}."
        return f"{row(found)} {'both' if len(found) == 2 else 'all'} speak of it."
    return f"{raised(row(found))}: {number_word(len(found)).lower()} of {len(parts)} parts found{nothing}."
