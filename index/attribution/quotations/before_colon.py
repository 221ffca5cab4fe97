"""Who gives the words that a noun before a colon names: "Her answer was short: “…”", "Holt began with a plea: “…”"."""

from __future__ import annotations

from index.attribution.quotations.quoted import WAS
from index.cues.clauses import clause_subjects
from index.cues.noun_cues import POSSESSIVES
from index.cues.phrases import name_ending
from index.cues.tokens import Phrase, Tokens

_WORDS = frozenset(
    """statement message answer reply response verdict plea appeal warning promise comment remark post tweet text motto
    line explanation summary assessment conclusion argument advice request question confession declaration admission
    quip joke toast words""".split()
)
_GIVES = frozenset(
    """had has sent sends issued issues gave gives offered offers delivered delivers posted posts left leaves
    shared shares made makes opened opens began begins started starts concluded concludes closed closes ended ends
    finished finishes released releases published publishes repeated repeats""".split()
)
_LONGEST = 14
"""Tokens between the verb and the colon."""
_SHORT = 7
"""Tokens between such a noun and the colon: "Her message to the voters of Vesk was simple:"."""


def giver_before_colon(tokens: Tokens, colon: int) -> Phrase | None:
    """Return who gives the words behind the colon at a token, None where no noun of words stands before it."""
    noun = next((at for at in range(colon - 1, max(-1, colon - 2 - _SHORT), -1) if tokens.lower[at] in _WORDS), None)
    if noun is None or "Q" in tokens.tags[noun:colon]:
        return None
    if any(word in WAS for word in tokens.lower[noun + 1 : colon]):
        return _whose(tokens, noun)
    return _who_gives(tokens, noun, colon)


def _whose(tokens: Tokens, noun: int) -> Phrase | None:
    """Return whose the noun at a token is, where its phrase opens the clause: "Her answer", "Ana Ruiz’s own advice"."""
    at = noun - 1
    while at >= 0 and tokens.tags[at] in "nvVR" and tokens.lower[at] not in POSSESSIVES:
        at -= 1
    if at < 0:
        return None
    if tokens.lower[at] in POSSESSIVES:
        return Phrase(at, at + 1)
    return name_ending(tokens, at) if tokens.lower[at].endswith(("'s", "s'")) else None


def _who_gives(tokens: Tokens, noun: int, colon: int) -> Phrase | None:
    """Return the subject of a verb of giving whose object the noun is: "Holt had one message for the town:"."""
    main = [each for each in clause_subjects(tokens) if each.verb < noun]
    if not main or colon - main[-1].verb > _LONGEST or tokens.lower[main[-1].verb] not in _GIVES:
        return None
    before = noun - 1
    while before > 0 and tokens.tags[before] in "nR":
        before -= 1
    its_own = tokens.tags[before] in "D#" and "from" not in tokens.lower[main[-1].verb : colon]
    return main[-1].subject if its_own else None
