"""Some words -> the sense that they have by themselves: a question, a condition, a supposition, none."""

from __future__ import annotations

import re

from index.records import Sense
from index.senses.operators import (
    AHEAD,
    CLOSING,
    CONDITIONAL,
    INVERTED,
    THEN_ELSE,
    WILL_HOLD,
    Cut,
    blank,
    in_question,
    qualifies_a_detail,
)
from index.text.expressions import expression
from index.text.negation import LEXICON

_TIMES = frozenset({"as soon as", "the moment"})
"""Conditions that are only times where nothing is to come."""
_CLOSED = expression(r"\?[”»\"']{1,3}[\s.,]*$")
_OPENED = expression(r"(?:^|(?<=[\s(,:—–-]))[“‘„«\"'](?=\w)")
_ASKS = expression(
    r"\W*(?:(?:and|but|so|or|then|well|now),? )*(?:(?:in|on|at|to|from|for|by|with|of) )?"
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|"
    r"shall|should|may|might|must|\w+n't|isn|aren)\b(?! (?:we|i|you|they|he|she|it) \w+ (?:is|was|are)\b)"
)
WHOLE: dict[Sense, re.Pattern[str]] = {
    sense: expression("|".join(LEXICON["whole"][sense])) for sense in ("denied", "reported")
}
"""What gives a whole sentence its sense by itself."""
_TAG = expression(r",\s*[\w']+ ?(?:not )?(?:i|we|they|he|she|it|you|there)?(?: not)?\s*\?\W*$")
_NEW_QUESTION = expression(
    r"(?:;|:|[—–]|, (?:but|so|and|yet)|,) (?:why|how|who|what|when|where|which|do|does|did|is|are|was|were|will|would|"
    r"can|could|should|shall|have|has|had)\b(?! (?:not )?(?:i|we|they|he|she|it|you|there)\?)"
)


def is_asked(cut: Cut) -> bool:
    """Return whether the sentence asks and the words are of its question."""
    sentence = f"{cut.before}{cut.own}{cut.after}"
    if not sentence.rstrip(CLOSING + " ").endswith("?"):
        return False
    quoted = quoted_question(sentence)
    if quoted is not None and len(cut.before) < quoted:
        return False
    ahead = f"{cut.own[-1:]}{cut.after}"
    new = _NEW_QUESTION.search(ahead)
    return new is None or bool(_TAG.search(ahead))


def whole(cut: Cut) -> Sense:
    """Return the sense that words have by themselves: a question, a condition, a supposition, or none."""
    if is_asked(cut) or cut.own.rstrip(CLOSING + " ").endswith("?") and quoted_question(cut.own) is None:
        return "asked"
    own = blank(cut.own)
    if _has_a_condition(own) or _begins_with_a_condition(cut, own):
        return "conditional"
    if re.match(r"(?:suppose|supposing|imagine|picture|let us suppose|assume)\b", own):
        return "hypothetical"
    # "My father used to say …" in one's own words, "over my dead body": no position of the speaker as it stands.
    return next((sense for sense in ("denied", "reported") if WHOLE[sense].search(own)), "plain")


def _has_a_condition(own: str) -> bool:
    """Return whether the first condition in some words is one, with no clause of its own before it."""
    # "As soon as one leaves, you have no time to rest": what holds each time
    times = frozenset() if WILL_HOLD.search(own) else _TIMES
    found = (each for each in CONDITIONAL.finditer(own) if each[0] not in times)
    condition = next((each for each in found if not in_question(own, each.start())), None)
    if condition is None:
        return False
    before = own[: condition.start()]
    if qualifies_a_detail(before, condition[0]):
        return False
    return not before.rstrip().endswith("even") and not re.search(r";|\bbut\b(?! only)|\bas$", before)


def _begins_with_a_condition(cut: Cut, own: str) -> bool:
    """Return whether words open with a condition without "if": "Had we known, …", "Otherwise the mill will close"."""
    inverted = not cut.before.strip() and INVERTED.match(own) and "," in own
    return bool(inverted or THEN_ELSE.match(f"{own}{cut.after[:AHEAD]}"))


def quoted_question(sentence: str) -> int | None:
    """Return where the quotation begins whose question mark ends a sentence that asks nothing itself, or None.

    The sentence is in small letters; None is returned too where it is all that quotation.
    """
    closed = _CLOSED.search(sentence)
    if closed is None:
        return None
    opened = [each.start() for each in _OPENED.finditer(sentence, 0, closed.start())]
    if not opened or not re.search(r"\w", sentence[: opened[-1]]):
        return None
    return None if _ASKS.match(sentence) else opened[-1]
