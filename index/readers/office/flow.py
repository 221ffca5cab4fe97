"""What the readers of office formats share: runs of text -> paragraphs, with what stands beside the text kept apart.

A text box, a note or a page header is no part of the sentence that it hangs on. Boxes follow the paragraph that they
hang on, notes follow the body, and what is not taken is counted by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from index.readers.parsed import normalised
from index.text.expressions import expression

NOTE_NUMBER = "raised note number"
_RAISED_DIGITS = expression(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,9}", re.ASCII)
_DIGITS_OF_A_DAY = 6
_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A raised number after a word of three letters or more, after the end of a sentence or quotation, or before all words
# of a paragraph is a note's;
# after a digit ("10⁶") or a unit ("km²") it is a power.
_BEFORE_NOTE = expression(r"(?:[^\W\d_]{3}|[.,;:!?)\]»”’\"'…])\s?\Z")
_INVISIBLE = expression("[\u00ad\u200b\u2060\ufeff]")
_FILE_TITLE = expression(
    r"microsoft (?:office )?(?:word|powerpoint)|(?:untitled|document|presentation|presentación|dokument|документ|"
    r"normal|slide|folie|template|title|word document|powerpoint presentation|no slide title)\s*\d*\Z|"
    r".{0,200}\.(?:docx?|dot[xm]?|docm|rtf|odt|ott|pptx?|potx?|tmp|wpd|pdf|txt)\Z",
    re.IGNORECASE,
)


@dataclass
class Flow:
    """The paragraphs of one stream of text; what is written goes to the paragraph that is open."""

    omitted: Counter[str] = field(default_factory=Counter)
    paragraphs: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _beside: list[str] = field(default_factory=list)

    def write(self, text: str, *, raised: bool = False) -> None:
        """Add text to the open paragraph; a raised number is kept apart from the figure or word before it."""
        if raised and (number := _RAISED_DIGITS.fullmatch(text.strip())):
            before = "".join(self._parts[-3:])[-8:]
            if _BEFORE_NOTE.search(before) or not before.strip():
                self.omitted[NOTE_NUMBER] += 1
                return
            text = text.replace(number[0], number[0].translate(_TO_RAISED))
        self._parts.append(text)

    def end(self) -> None:
        """End the open paragraph; the boxes that hang on it follow."""
        text = _INVISIBLE.sub("", "".join(self._parts)).strip()
        if text:
            self.paragraphs.append(text)
        self.paragraphs += self._beside
        self._parts, self._beside = [], []

    def beside(self, paragraphs: Iterable[str]) -> None:
        """Keep paragraphs of a box for after the open paragraph."""
        self._beside += paragraphs

    def add(self, paragraphs: Iterable[str]) -> None:
        """End the open paragraph and add whole ones."""
        self.end()
        self.paragraphs += paragraphs

    def taken_back(self) -> Flow:
        """Return the open paragraph as a stream of its own, which this one no longer has."""
        taken = Flow(omitted=self.omitted, paragraphs=[], _parts=self._parts, _beside=self._beside)
        self._parts, self._beside = [], []
        return taken

    def inner(self) -> Flow:
        """Return a stream of its own, for a cell, a box or a note, that counts what is left out in the same place."""
        return Flow(omitted=self.omitted)

    def closed(self) -> list[str]:
        """Return all paragraphs, the open one ended."""
        self.end()
        return self.paragraphs


class Story(Protocol):
    """What reads the elements of a format into a flow."""

    flow: Flow

    def inside(self, element: Any) -> None:
        """Take what stands in an element."""


def cell_paragraphs(story: Story, element: Any) -> list[str]:
    """Return the paragraphs of a cell, kept apart from the open one."""
    outer = story.flow
    story.flow = outer.inner()
    story.inside(element)
    found, story.flow = story.flow.closed(), outer
    return found


def row_paragraphs(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's row as one paragraph, or as those of its cells where a cell holds several of its own."""
    filled = [cell for cell in cells if cell]
    if any(len(cell) > 1 for cell in filled):
        # A table for the layout of a page: a letter or an article in cells.
        return [paragraph for cell in filled for paragraph in cell]
    return [" | ".join(" ".join(cell[0].split()) for cell in filled)] if filled else []


def is_worded(paragraphs: Sequence[str]) -> bool:
    """Return whether the paragraphs above or below a page hold more than its number: a letter, or a day in figures."""
    text = "".join(paragraphs)
    return any(map(str.isalpha, text)) or sum(map(str.isdigit, text)) >= _DIGITS_OF_A_DAY


def title_of_file(title: str | None) -> str | None:
    """Return a title out of a file's properties, None where a program wrote it: a file's name, a template's."""
    plain = " ".join(normalised(title or "").split())
    return plain if plain and not _FILE_TITLE.match(plain) else None


def omissions(omitted: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return what was left out with its counts, in the order in which it was met."""
    return tuple((name, number) for name, number in omitted.items() if number > 0)
