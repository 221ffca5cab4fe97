"""What stands after some words in their sentence -> the senses that it gives them: "… if they agree", "… is a lie"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Sense
from index.senses.clause_ends import SPEAKS
from index.senses.operators import CONDITIONAL, WILL_HOLD, WOULD, Cut, blank, is_no_condition, qualifies_a_detail
from index.text.expressions import expression
from index.text.negation import LEXICON

_WERE = expression(
    r"\s*,? (?:were|had|should) (?:i|we|they|he|she|it|you|there|the|a|an|our|my|their|his|her|its|this|that|only)\b"
)
_THE_DAY = expression(r"\s*,? the (?:day|moment|minute|hour|instant) (?!of|after|before)")
# "No school will close while I hold this office", "it stays shut until it is mended": what holds only so long.
_HOLDER = r"(?:i|we|they|he|she|it|you|there|the|a|an|my|our|this|that|those|every|all|somebody|someone)\b"
_REFUSES = expression(r"\b(?:no|not|never|nobody|nothing|won't|cannot|can't|neither|nor)\b")
_WHILE = expression(rf"[^,;.:]{{0,40}}?,? (?:while|whilst) {_HOLDER}")
_UNTIL = expression(rf"[^,;.:]{{0,40}}?,? (?:until|till) {_HOLDER}")
_OWN_MAIN = expression(r"(?:[,;:.]|\s[—–-]+)\s*(?:and|but|so|or|yet) *$")
_ENDS_BEFORE_IF = expression(
    rf"[;:]|\bbut\b|, (?:and|so) (?:the|a|an|my|our|{SPEAKS})|\b(?:ask|wonder|know|see)\w*\s*$"
)
_AFTER_DENIAL = expression(rf"[\s,—–-]*(?:that )?(?:{'|'.join(LEXICON['after_denials'])})")
_AFTER_HYPOTHESIS = expression(rf"\s*[,—–-]+ (?:{'|'.join(LEXICON['after_hypotheses'])})(?!\w)")
_AFTER_REPORT = expression(rf"\s*[,—–-]+ (?:and |or )?(?:{'|'.join(LEXICON['after_reports'])})(?!\w)")


def following(cut: Cut) -> Iterator[Sense]:
    """Yield the senses of the operators that follow the words: "… if they agree", "… is a lie", "…, they say"."""
    after = blank(cut.after)
    clause = not cut.before.strip() or re.search(r"\bthat\s*$|[“\"'«,:]\s*$", cut.before)
    if clause and _AFTER_DENIAL.match(after):
        yield "denied"
    if _is_under_a_condition(cut, after):
        yield "conditional"
    if _AFTER_HYPOTHESIS.match(after):
        yield "hypothetical"
    if _AFTER_REPORT.match(after):
        yield "reported"


def _is_under_a_condition(cut: Cut, after: str) -> bool:
    """Return whether a condition follows the words, with "if" or without: "…, the day they agree", "… while I live"."""
    if any(_conditions_what_comes_before(cut, after, match) for match in CONDITIONAL.finditer(after)):
        return True
    if _is_limited(cut.before + cut.own, after) or _THE_DAY.match(after):
        return True
    return bool(_WERE.match(after) and WOULD.search(cut.own))


def _conditions_what_comes_before(cut: Cut, after: str, match: re.Match[str]) -> bool:
    between = after[: match.start()]
    if qualifies_a_detail(f"{cut.own}{between}", match[0]):
        return False
    if _OWN_MAIN.search(between) and not match[0].startswith("only"):
        # "We build it; and if we add a kitchen, it costs more": a condition of what comes after it.
        return False
    return not is_no_condition(after, match) and not _ENDS_BEFORE_IF.search(re.sub(r", but *$", "", between))


def _is_limited(words: str, after: str) -> bool:
    """Return whether a promise holds only while or until what comes after it does."""
    if not WILL_HOLD.search(words):
        return False
    return bool(_UNTIL.match(after) or _REFUSES.search(words) and _WHILE.match(after))
