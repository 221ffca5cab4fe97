"""A sentence as tagged tokens, and its phrases and clauses: the records that the grammar of cues shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from index.cues import tags
from index.cues.verbs import Verb


@dataclass(slots=True)
class Tokens:
    """A sentence as parallel lists; offsets count in the document; `verbs[i]` is set where tag i is `CUE_VERB`."""

    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    verbs: list[Verb | None] = field(default_factory=list)
    quotations: list[int] = field(default_factory=list)
    """For tokens that stand for a quotation its number, else -1."""
    clauses: list[Clause] | None = None
    """What `clause_subjects` found, kept because each cue and quotation of a sentence asks for it."""

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, last: int) -> Tokens:
        """Return the tokens from `first` to before `last`."""
        cut = slice(first, last)
        return Tokens(
            words=self.words[cut],
            lower=self.lower[cut],
            starts=self.starts[cut],
            ends=self.ends[cut],
            tags=self.tags[cut],
            verbs=self.verbs[cut],
            quotations=self.quotations[cut],
        )


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


def skipped_left(tokens: Tokens, position: int) -> int:
    """Return the last token before the position that is no adverb."""
    position -= 1
    while position >= 0 and tokens.tags[position] == tags.ADVERB:
        position -= 1
    return position
