"""A text as a document, and what is said in it: the helpers of the tests of this folder."""

from __future__ import annotations

from typing import Any

from index.records import Document, Statement
from tests.index.analysed import SURE, document, over, statements

NEWS: dict[str, Any] = {"title": "a", "published": "2031-09-10", "language": "en"}


def news(text: str) -> Document:
    """Return a text as an English article of 10 September 2031."""
    return document(text, **NEWS)


def said(text: str) -> list[tuple[str | None, str, str]]:
    return [(each.speaker, each.kind, text[each.start : each.end]) for each in statements(text)]


def holding(text: str, words: str) -> Statement | None:
    """Return the innermost statement of an article that holds the beginning of the words."""
    return min(over(text, words, **NEWS), key=lambda each: each.end - each.start, default=None)


def sure_speaker(text: str, words: str) -> str | None:
    found = holding(text, words)
    return found.speaker if found and found.confidence >= SURE else None
