"""Texts analysed as documents are, for the tests of what is read out of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.attribution.attribute import analyse
from index.read.load import Found, load
from index.records import Document, Statement, owner_of
from index.senses.sense import sense_in

SURE = 0.7


def document(text: str, **fields: Any) -> Document:
    """Return a text as a document of 1 January 2031; `fields` replace what is not the text."""
    given: dict[str, Any] = {
        "id": "a.txt",
        "path": "a.txt",
        "title": "A",
        "published": "2031-01-01",
        "source": None,
        "url": None,
        "language": None,
        "sha256": "0",
        **fields,
    }
    return Document(text=text, **given)


def statements(text: str, **fields: Any) -> list[Statement]:
    """Return the statements of a text, analysed as `document` makes it one."""
    return analyse(document(text, **fields)).statements


def over(text: str, words: str, **fields: Any) -> list[Statement]:
    """Return the statements over the place where the words begin."""
    at = text.index(words)
    return [each for each in statements(text, **fields) if each.start <= at < each.end]


def named(text: str, words: str) -> str | None:
    """Return whom the words are given to so surely that the product names them; None where it does not."""
    return next((each.speaker for each in over(text, words) if each.confidence >= SURE), None)


def innermost(text: str, words: str, **fields: Any) -> Statement | None:
    """Return the statement over the beginning of the words that ends first, None where there is none."""
    return min(over(text, words, **fields), key=lambda each: each.end, default=None)


def sense_of_cut(text: str, words: str, **fields: Any) -> str:
    """Return the sense of words as they stand in a text, in the statement that owns them if one does."""
    start = text.index(words)
    span = (start, start + len(words))
    return sense_in(text, span, owner_of(span, statements(text, **fields)))


def loaded(name: str, text: str, folder: Path) -> Document:
    """Return the document that a file of this name and text in the folder is read as."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    read = next(iter(load(Found(path, name))))
    assert isinstance(read, Document)
    return read


def turns_of(found: Document) -> list[tuple[str | None, str]]:
    """Return the speaker and the words of each turn of a document, spaces and line breaks as one space."""
    said = [each for each in analyse(found).statements if each.kind == "turn"]
    return [(each.speaker, " ".join(found.text[each.start : each.end].split())) for each in said]
