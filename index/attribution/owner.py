"""Whose a quotation or a reported clause is: the speaker, or between whom the text does not decide, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.attribution.confidence import UNSURE

# Measured on the development half of PolNeAR: how often each rule names the right speaker.
AFTER, BEFORE, COLON, TRAILING, INHERITED, CARRIED, CONTEXT = 0.9, 0.83, 0.81, 0.86, 0.89, 0.82, 0.65
MINDED = 0.65
"""A quotation after a verb of the mind or of an act ("she wants “…”", "dismissed “…”"), not of saying."""
SAID_BEFORE = 0.8
"""A quotation behind a sentence that ends with who says it ("…, she said. “…”") or has that in its midst."""
GOES_ON = 0.75
"""The end of a sentence in marks that no verb gives to anybody, behind somebody's quotation."""
LED_IN = 0.75
"""A paragraph of nothing but a quotation after one that a colon ends, in which no verb of saying names a speaker."""
NESTED = 0.6
TURN = 0.95
REPORTED_SURELY = 0.7
"""From so much on a reported clause tells that its speaker is one who speaks."""
LABELS = frozenset(
    """call describe dub term label brand denounce dismiss condemn decry deride slam hail characterize
    characterise""".split()
)
"""Verbs of which a few words in marks are what somebody calls a thing."""


@dataclass(frozen=True)
class Owner:
    """Whose a quotation is, by which cue, how surely."""

    speaker: str | None = None
    cue: str | None = None
    confidence: float = 0.0
    reported_by: str | None = None
    negated: bool = False
    attached: bool = False
    """Whether a cue of the quotation's own sentence names the speaker."""
    said_on: str | None = None
    candidates: tuple[str, ...] = ()
    """Between whom the text does not decide; then there is no speaker."""
    governed: bool = False
    """Whether a verb of saying stands right beside the quotation: only so is a title somebody's words."""

    @property
    def known(self) -> bool:
        """Whether something is known of whose it is: the speaker, or between whom the text does not decide."""
        return self.speaker is not None or bool(self.candidates)


def lowered(owner: Owner, unsure: bool) -> Owner:
    """Return the owner, below the line from which a speaker is shown as sure if it is unsure."""
    return replace(owner, confidence=min(owner.confidence, UNSURE)) if unsure else owner


def undecided(owner: Owner, *between: str) -> Owner:
    """Return the owner as nobody's in particular of those between whom the text does not decide."""
    return replace(owner, speaker=None, confidence=0.0, candidates=between)


def is_same_person(one: str | None, other: str | None) -> bool:
    """Return whether two names are one person's: "Cartographer Ylva Ostrand" is Ylva Ostrand."""
    if not one or not other:
        return one == other
    return one == other or f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")
