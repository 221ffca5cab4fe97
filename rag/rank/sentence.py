"""A sentence of a candidate, and the stems of the words that count as its own: its speaker's name, its day, its cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.records import Document, Statement
from index.text.countries import unified
from index.text.expressions import expression
from index.text.sentences import Span
from index.text.stems import words
from rag.find.terms import Term
from rag.phrasing import readable_date
from rag.rank.features import Features

_WHOSE = expression(
    r"\b(?:statement|address|speech|remarks)[ ](?:of|by)[ ](?:the[ ])?(?P<whose>[^\n—–:;,(]{3,100}?)"
    r"(?:[ ](?:to|in|at|on|before|during|for)\b|[ ]?[—–:;,(]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a candidate, whose words it is and what is known of it."""

    document: Document
    span: Span
    owner: Statement | None
    candidate: int
    features: Features
    asked: tuple[Term, ...]
    """What of the question its document's sentences have to hold."""
    phrased: bool = True
    """Whether it holds all that the question puts in quotation marks."""
    score: float = 0.0
    lead: str = ""
    """What stands before it and says what it is about: the question that it answers, its columns, its heading."""
    leads: bool = False
    """Whether it says nothing but what another sentence is about."""
    replies_to: Span | None = None
    """Where the end of the turn stands that it replies to."""
    near_topic: float = 0.0
    """Cosine with the topic alone, read where no sentence names it."""
    around_near_topic: float = 0.0
    """As `near_topic`, with the sentences before and after it."""
    worst_word: float = 0.0
    """The cosine of the topic's word that its tokens match least."""

    @property
    def text(self) -> str:
        return self.document.text[slice(*self.span)]

    @property
    def meaning(self) -> float:
        """Return how near it is to the topic in meaning, by itself and with what stands around it."""
        return self.near_topic + self.around_near_topic

    @property
    def read(self) -> str:
        """Return what the model reads."""
        return f"{self.lead} {self.text}" if self.lead else self.text


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, the names of countries unified."""
    return tuple(words(unified(text)))


def stems_of_day(document: Document) -> frozenset[str]:
    """Return the stems of the day of publication: an article of November 2022 seldom says so."""
    return frozenset(stems_of(readable_date(document.published))) if document.published else frozenset()


def stems_of_cue(owner: Statement | None) -> tuple[str, ...]:
    """Return the stems of the words that report a statement: "warned" is part of what "warn about" asks for."""
    return stems_of(owner.cue) if owner and owner.cue else ()


def stems_of_speakers(
    owners: Iterable[Statement | None], terms: Sequence[Term], document: Document | None = None
) -> frozenset[str]:
    """Return the stems of the speakers' names: "I" and "we" are they, so their words hold their name.

    Of a speech so do its title's words for whose it is ("Statement of Norway", "address by the President of Chad").
    Where nothing else is asked for they are none: not all that King Osric said is about kings.
    """
    found = [owner for owner in owners if owner and owner.speaker]
    names = frozenset(each for owner in found for each in stems_of(owner.speaker or ""))
    if document and any(owner.kind == "turn" for owner in found):
        names |= _stems_of_whose(document.title)
    return names if any(not term.stems & names for term in terms) else frozenset()


@lru_cache(maxsize=2_000)
def _stems_of_whose(title: str) -> frozenset[str]:
    """Return the stems of the words of a speech's title for whose it is, none where it says nothing of that."""
    whose = _WHOSE.search(title)
    return frozenset(stems_of(whose["whose"])) if whose else frozenset()
