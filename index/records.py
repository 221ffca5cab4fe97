"""What the index stores: documents, passages and statements; which page of a document an offset is on.

All are frozen values. Offsets count Python characters of the document's text, end exclusive, so
`document.text[start:end]` is always the exact words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

StatementKind = Literal["direct", "reported", "turn"]
Sense = Literal["plain", "denied", "conditional", "asked", "reported", "hypothetical"]
"""What words stand under: nothing, a denial, a condition, a question, a report of others' words, or a hypothesis."""


VOICES = "voices"
"""The entry of a document's origins with whom its file names as who speak in it."""
ID_DIGITS, VECTOR_DIGITS = 24, 8


@dataclass(frozen=True)
class Document:
    """One source text and what it says of itself; `id` is its path relative to the indexed root, with `/`."""

    id: str
    path: str
    title: str
    published: str | None
    source: str | None
    url: str | None
    language: str | None
    text: str
    sha256: str
    speaker: str | None = None
    """The one speaker of the whole document (a speech), where a corpus file says so."""
    author: str | None = None
    pages: tuple[int, ...] = ()
    """Offsets at which pages 1, 2, … start; empty where the format has no pages."""
    times: tuple[tuple[int, float], ...] = ()
    """Of a transcript with times: offsets at which something is said, with its second; else empty."""
    origins: tuple[tuple[str, str], ...] = ()
    """For each thing that is known of the document, where it was found: ("published", "the first line"); and whom the
    file names as who speak in it, where several do: ("voices", "Ana Ruiz, Palo Brandt")."""
    omitted: tuple[tuple[str, int], ...] = ()
    """What of the file is not in the text, in the singular, with its count: ("picture", 3)."""
    read: tuple[tuple[str, str | None], ...] = ()
    """What people corrected, each with what was read in its place: a field, or START-END for a statement's speaker
    and START-END said_on for its day."""
    turns: tuple[tuple[int, int, str, str | None], ...] = ()
    """Spans of which the file itself marks whose words they are: start, end, speaker, and the
    day where it is not the document's (empty where it is not known).

    They are read into statements with the document, and not kept beside them."""

    def time_at(self, offset: int) -> float | None:
        """Return the second at which the words at the offset are said, or None without times."""
        return max((second for start, second in self.times if start <= offset), default=None)

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page that holds the offset, from 1, or None without pages."""
        return sum(start <= offset for start in self.pages) or None


@dataclass(frozen=True)
class Passage:
    """A stored span of a document; a document's text is its passages joined in order."""

    document_id: str
    start: int
    end: int
    tokens: int

    @property
    def id(self) -> str:
        """Return 24 hexadecimal digits that depend on the document and the offsets alone."""
        return record_id("passage", self.document_id, self.start, self.end)


@dataclass(frozen=True)
class Statement:
    """Words with a speaker; an unknown speaker is None, never a guess."""

    document_id: str
    start: int
    end: int
    speaker: str | None
    kind: StatementKind
    cue: str | None
    said_on: str | None
    reported_by: str | None
    confidence: float
    sense: Sense = "plain"
    candidates: tuple[str, ...] = ()
    """Where the speaker is unsure, and so None: the names between which the text does not decide."""

    @property
    def id(self) -> str:
        """Return 24 hexadecimal digits that depend on the document, the offsets and the kind alone."""
        return record_id("statement", self.document_id, self.start, self.end, self.kind)


@dataclass(frozen=True)
class Unread:
    """A file, or a record of one, that was not taken in: where the file is, what is shown of it, and why."""

    place: str
    path: str
    reason: str


def owner_of(span: tuple[int, int], statements: Iterable[Statement]) -> Statement | None:
    """Return the innermost statement that holds the whole span, or None."""
    holding = [each for each in statements if each.start <= span[0] and span[1] <= each.end]
    return min(holding, key=lambda each: each.end - each.start, default=None)


def day_of(statement: Statement | None, document: Document) -> str | None:
    """Return when a statement was said, None where its text places it elsewhere; of a document's own words its day."""
    return statement.said_on if statement else document.published


def vector_id(passage_id: str, text_hash: str) -> str:
    """Return the id of a passage's vector: the passage's own, and digits that depend on its text."""
    return passage_id + record_id(text_hash)[:VECTOR_DIGITS]


def passage_of(vector: str) -> str:
    """Return the id of the passage whose vector stands under an id."""
    return vector[:ID_DIGITS]


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text, under which its vector is stored."""
    return hashlib.sha256(text.encode()).hexdigest()


def record_id(*parts: object) -> str:
    """Return 24 hexadecimal digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:ID_DIGITS]
