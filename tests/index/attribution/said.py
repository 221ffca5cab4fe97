"""A text as a document, and what is said in it: the helpers of the tests of this folder."""

from __future__ import annotations

from index.attribution.attribute import analyse
from index.records import Document


def document(text: str) -> Document:
    return Document("a.txt", "a.txt", "A", "2031-01-01", None, None, None, text, "0")


def said(text: str) -> list[tuple[str | None, str, str]]:
    found = document(text)
    return [(each.speaker, each.kind, text[each.start : each.end]) for each in analyse(found).statements]
