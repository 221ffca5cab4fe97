"""Words reported without quotation marks, by how their clause is joined: "asked whether …", "If so, she said …"."""

from __future__ import annotations

import re

from index.records import Sense, Statement
from index.senses.operators import CONDITIONAL, OPENING, plain
from index.text.expressions import expression
from index.text.sentences import sentences

_WHETHER = expression(r"whether\b", re.IGNORECASE)
_IF = expression(r"if\b", re.IGNORECASE)
_ASKING = expression(
    r"\b(?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|inquire[sd]?|enquire[sd]?)(?: [\w’'-]+){0,3} $",
    re.IGNORECASE,
)
_SAYER = expression(r", (?:[\w’'.-]+ ){1,8}(?:that )?$")
"""Who says it, between the comma of a condition and the words: ", the mayor said "."""
_REACH = 300


def sense_of_clause(text: str, owner: Statement) -> Sense | None:
    """Return the sense that a reported clause has from its cue's sentence, None for none or other statements."""
    if owner.kind != "reported":
        return None
    before = text[max(0, owner.start - _REACH) : owner.start]
    if _WHETHER.match(text, owner.start) or (_IF.match(text, owner.start) and _ASKING.search(before)):
        return "asked"
    return "conditional" if _stands_under_a_condition(text, owner) else None


def _stands_under_a_condition(text: str, owner: Statement) -> bool:
    """Return whether a condition opens the sentence before who says it: "If the rain stops, she said the boat …"."""
    first = max(0, owner.start - _REACH)
    start = next((each[0] for each in sentences(text, first, owner.end) if each[0] <= owner.start < each[1]), first)
    before = plain(text[start : owner.start]).lstrip(f" {OPENING}")
    sayer = _SAYER.search(before)
    return sayer is not None and CONDITIONAL.match(before) is not None and (owner.cue or "").lower() in sayer[0]
