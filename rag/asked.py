"""Parts of what a question was understood to ask: of documents as a whole, and in another language than English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Aspect = Literal[
    "summary",
    "event",
    "decisions",
    "topics",
    "speakers",
    "requests",
    "findings",
    "part",
    "across",
    "views",
    "documents",
    "mentioned",
    "first_mention",
    "last_mention",
    "coverage",
    "count",
    "period",
    "published",
    "sources",
    "author",
    "length",
    "greeting",
    "thanks",
    "farewell",
    "help",
]
"""What is asked of documents as a whole: what they say (overview), what is known of them (catalog); or small talk."""


@dataclass(frozen=True)
class Broad:
    """What a question asks of documents as a whole, and which of them it means; or which small talk it is."""

    aspect: Aspect
    named: str = ""
    """Words for one document ("the bridge" of "the bridge article"), to be found in a title, an id or a text."""
    what: str = ""
    """The word for it: "article", "minutes", "press release"."""
    points: bool = False
    """Whether it says "this", "it", "the speech", or nothing: which document is meant stands elsewhere."""
    several: bool = False
    """Whether it says "these documents", "the speeches", "everything"."""
    speech: bool = False
    """Whether it says "speech", so that documents which only quote somebody are not meant."""
    end: Literal["newest", "oldest"] | None = None
    """Whether of several it means the newest or the oldest."""
    length: int | None = None
    """How many sentences or bullets are asked for."""
    part: str = ""
    """The heading of the part of a document that is meant."""
    among: tuple[str, ...] = ()
    """The ids of the documents that may be the one that is meant, where its name does not tell which."""
    language: str = "en"
    """In which language somebody greets."""


@dataclass(frozen=True)
class Heard:
    """A question that was asked in another language than English: the English one it was read as, and its own words."""

    language: str
    """ru, uk, be, pl or de."""
    question: str
    asked: str = ""
    """As it was asked."""
    words: tuple[tuple[str, str], ...] = ()
    """Stems of the English words, each with the word of the question that it was read from."""
    topic: str = ""
    """What it asks about in its own words, with what introduces it: "о границе"."""
    names: tuple[tuple[str, str], ...] = ()
    """The names as they were read, each with how the question writes it."""


class Counted(NamedTuple):
    """What is counted and put in order: whom or which countries words name, or to whom is done what the verb says."""

    what: Literal["country", "person", "anybody"]
    verb: str | None = None
