"""A quotation as one token of its sentence, with what the rules for its owner look at around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.attribution.confidence import governs
from index.cues.cues import Cue
from index.cues.marks.quotation_marks import Quotation
from index.cues.noun_cues import POSSESSIVES
from index.cues.tags import CLOSING, OPENING
from index.cues.tokens import Phrase, Tokens
from index.cues.verbs import SPEECH
from index.transcripts.turns import Turn

FIRST_PERSON = frozenset({"i", "we"})
UTTERED = frozenset("words word message reply answer advice response note letter".split())
WAS = frozenset("was were is are 's 're be been".split())
BESIDE = 5
"""Tokens between a verb of saying and the quotation: whom it was said to, and a comma."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotation at token `at` of a sentence, the cues of that sentence and the turn in which it stands."""

    text: str
    tokens: Tokens
    at: int
    quotation: Quotation
    cues: Sequence[Cue]
    turn: Turn | None

    @property
    def after_colon(self) -> bool:
        """Whether a colon stands right before the quotation."""
        return self.at > 0 and self.tokens.tags[self.at - 1] == ":"

    @property
    def ends_with_comma(self) -> bool:
        """Whether the words in marks end with a comma: the sentence goes on with who said them."""
        return "," in self.text[max(self.quotation.start, self.quotation.end - 2) : self.quotation.end]

    def next_quotation(self) -> int | None:
        """Return the token of the next quotation in the sentence, None without one."""
        tags = self.tokens.tags
        return next((at for at in range(self.at + 1, len(tags)) if tags[at] == "Q"), None)

    def closing_bracket(self) -> int:
        """Return the token that closes the brackets in which the quotation stands, the number of tokens where none do.

        What stands behind them is another clause: 'the criticism (“Why now?”) Ruiz wondered'.
        """
        tags, depth = self.tokens.tags, 0
        for at in range(self.at + 1, len(tags)):
            depth += (tags[at] == OPENING) - (tags[at] == CLOSING)
            if depth < 0:
                return at if OPENING in tags[: self.at] else len(tags)
        return len(tags)

    def cue_beside(self) -> Cue | None:
        """Return the verb of saying right before the quotation: "Holm told her, “…”"."""
        before = (each for each in reversed(self.cues) if each.last <= self.at and self.at - each.last <= BESIDE)
        return next((each for each in before if each.lemma in SPEECH), None)

    def is_governed_by(self, cue: Cue) -> bool:
        """Return whether a verb of saying stands right before the quotation."""
        return governs(self.tokens, cue, self.at)

    def is_first_person(self, phrase: Phrase) -> bool:
        """Return whether a phrase is "I" or "we"."""
        return self.tokens.lower[phrase.first] in FIRST_PERSON

    def has_anothers_words(self) -> bool:
        """Return whether whose words follow stands before the colon: "recalls her words: “…”", "the cook's answer:"."""
        lower, at = self.tokens.lower, self.at
        if at < 3 or self.tokens.tags[at - 1] != ":" or lower[at - 2] not in UTTERED:
            return False
        return lower[at - 3] in POSSESSIVES or lower[at - 3].endswith("'s")
