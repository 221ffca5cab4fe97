"""A sentence as tagged tokens, and the phrases of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.cues.verbs import Verb

Tag = Literal[
    "N",
    "n",
    "P",
    "O",
    "D",
    "I",
    "S",
    "W",
    "A",
    "R",
    "Z",
    "V",
    "v",
    "T",
    "C",
    "#",
    "Q",
    ",",
    ";",
    ":",
    "-",
    "(",
    ")",
    ".",
    "x",
]


@dataclass(slots=True)
class Tokens:
    """A sentence as parallel lists; offsets count in the document; `verbs[i]` is set where tag i is V."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str]
    verbs: list[Verb | None]
    quotations: list[int]
    """For tokens that stand for a quotation its number, else -1."""
    clauses: list[tuple[int, Phrase, bool]] | None = None
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


def skipped_left(made: Tokens, position: int) -> int:
    """Return the last token before the position that is no adverb."""
    position -= 1
    while position >= 0 and made.tags[position] == "R":
        position -= 1
    return position
