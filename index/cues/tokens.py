"""A sentence as tagged tokens, and the phrases of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from index.cues.verbs import Verb

# What a token is. Each tag is one character, so that a string of them is a set and a feature of the statistical models.
NAME = "N"
"""A word with a capital that is none by its place."""
NOUN = "n"
"""Also an adjective: any word of small letters that nothing else claims."""
PRONOUN = "P"
OBJECT = "O"
"""A pronoun that is no subject: "him"."""
DETERMINER = "D"
PREPOSITION = "I"
SUBORDINATOR = "S"
RELATIVE = "W"
"""Who, which, whom, whose."""
AUXILIARY = "A"
ADVERB = "R"
TIME = "Z"
"""A day, a month or a part of the day."""
CUE_VERB = "V"
"""A form of `index.cues.verbs`."""
OTHER_VERB = "v"
TO = "T"
CONJUNCTION = "C"
NUMBER = "#"
QUOTATION = "Q"
"""A whole quotation."""
COMMA = ","
SEMICOLON = ";"
COLON = ":"
DASH = "-"
OPENING = "("
CLOSING = ")"
FULL_STOP = "."
OTHER_MARK = "x"


@dataclass(slots=True)
class Tokens:
    """A sentence as parallel lists; offsets count in the document; `verbs[i]` is set where tag i is `CUE_VERB`."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    verbs: list[Verb | None]
    quotations: list[int]
    """For tokens that stand for a quotation its number, else -1."""
    clauses: list[Clause] | None = None
    """What `clause_subjects` found, kept because each cue and quotation of a sentence asks for it."""

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, last: int) -> Tokens:
        """Return the tokens from `first` to before `last`."""
        cut = slice(first, last)
        return Tokens(
            self.words[cut], self.lower[cut], self.starts[cut], self.ends[cut], self.tags[cut], self.verbs[cut],
            self.quotations[cut],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to before `last`."""

    first: int
    last: int


class Clause(NamedTuple):
    """A finite verb with its subject."""

    verb: int
    subject: Phrase
    main: bool
    """Whether no other clause has it as a part."""


def skipped_left(made: Tokens, position: int) -> int:
    """Return the last token before the position that is no adverb."""
    position -= 1
    while position >= 0 and made.tags[position] == ADVERB:
        position -= 1
    return position
