"""What stands before some words in their sentence -> the senses that it gives them: denied, conditional, reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.cues.verbs import VERBS
from index.records import Sense
from index.senses.clause_ends import (
    ENDS,
    ENDS_A_CLAUSE,
    ENDS_A_CONDITION,
    ENDS_A_QUESTION,
    ENDS_A_REPORT,
    RESUMED,
    denial_ended,
    ended,
    next_clause,
)
from index.senses.operators import (
    AHEAD,
    ASKED,
    CONDITIONAL,
    DENIED,
    HYPOTHETICAL,
    INVERTED,
    OPENING,
    REPORTED,
    TELLING,
    THEN_ELSE,
    WILL_HOLD,
    WOULD,
    blank,
    is_no_condition,
)
from index.text.expressions import expression
from index.text.negation import LEXICON

_ADJACENT = expression(rf"(?<![\w'])(?:{'|'.join(LEXICON['adjacent'])})\s*$")
_SAY = expression(r"(?:let's )?say,? ")
_OFFER = expression(
    r"(?:(?:give|grant|pay|bring|lend|let (?!me|us)[\w']+ [\w']+) [^,;]{1,80}|"
    r"(?:(?:one|another) (?:more )?|any more |a few more )[\w'-]+"
    r"(?: like (?:this|that|these|those))?)(?:,? and|,? or)\s*$"
)
_ONLY_THEN = expression(r"(?:and |but )?only (?:when|once|after|by|with|through) ")
_SUPPOSED = expression(
    r"(?:(?:and|but|so|now|well|just|okay|right),? )*(?:let(?:'s| us)(?:,)? (?:assume|suppose|imagine|say|pretend)|"
    r"suppos(?:e|ing)|imagine|picture(?= (?:an?|the|yourself|this|our|that)\b)|pretend|assum(?:e|ing)|what if|if only|"
    r"say,?(?= (?:that|the|we|you|i|they|he|she|a|an|it|our|my|there)\b))"
    r"(?! (?:our|my|his|her|their) (?:\w+ )?(?:surprise|relief|horror|joy|shock|delight|dismay|face)\b)(?!\w)"
)
_SO_THEN = expression(r"\W*(?:(?:and|so|but) )?(?:then\b|in that case\b)|[^.!?]*?(?:\b(?:would|could|might)\b|\w'd\b)")
_CHANGES = expression(r"[;:—–]")
_ONLY_A_PART = expression(
    r"(?:\b(?:is|was|are|were|be|been|'s|'re|s) not|\b(?:is|was|are|were)n't|(?<=\w)'(?:s|re) not) "
    r"(?:only|just|merely|simply|solely) (?!that\b|because\b|\w+ing\b|\w+ed\b)"
)
_CUT_NOT = expression(r"\b(?:not|\w+n't) *$")
_PART = expression(r"(?:only|just|merely|simply|solely)\b(?! (?:that|because)\b)")
_OR_ELSE, _WILL = expression(r"\bor(?: else)?\s*$"), expression(r"[\w']+ (?:will|shall|would)\b|[\w]+'ll\b")
_LACKING = expression(r"(?:but |and )?(?:without|but for) [^,;]{1,120},\s*$")
_LACKING_IT = expression(r"(?:but |and )?without (?:it|this|that|these|those|them|him|her|us|you|me)\b")
_ONCE = expression(
    r"(?:and |but |so )?once (?!(?:a|upon|again|more)\b)(?![^,]{0,60}\b(?:was|were|had|did|\w+ed|ago)\b)[^,]{1,80},"
)
_TELLS = "|".join(sorted(word for word, verb in VERBS.items() if verb.lemma in TELLING))
# Subjects that stand for nobody in particular, which the cues of attribution leave aside.
_GENERAL = expression(
    r"\b(?:they|he|she|you|people|some|many|most|others|one|everyone|everybody|somebody|someone|"
    r"(?!us\b|always|sometimes|perhaps|besides|this|was|has|does)\w+s) "
    rf"(?:(?:\w+ly|still|now|always|also|often|even|will|would|may|used to|like to|love to) ){{0,2}}(?:{_TELLS}) "
    r"(?=(?:(?:to )?(?:me|us|him|her|them)(?: that|,|:| \w+)|that|:|the|we|i|our|my)(?!\w))"
)
_EVEN = expression(r"(?<![\w'])(?:even if|даже если)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before some words, and the words."""

    before: str
    own: str
    text: str
    """Both, as far as an operator may look ahead, with spaces for what only looks like one."""
    resumed: bool
    """Whether a clause goes on behind an aside: "they said, and I agree, that"."""

    @property
    def length(self) -> int:
        return len(self.before)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches that end before the words begin; a pattern may look ahead into the words."""
        for match in pattern.finditer(self.text):
            if match.end() > self.length:
                return
            yield match

    def ended(self, operator: re.Match[str], ends: re.Pattern[str]) -> bool:
        """Return whether the clause of an operator ends before the words, one that goes on at a semicolon alone."""
        return ended(self.text, operator.end(), self.length, ends, self.resumed)

    def ended_for_good(self, operator: re.Match[str], ends: re.Pattern[str]) -> bool:
        """Return whether the clause of an operator ends before the words, one that goes on behind an aside too."""
        return ended(self.text, operator.end(), self.length, ends)


def governing(before: str, own: str) -> Iterator[Sense]:
    """Yield the senses of the operators before the words that nothing ends, each once."""
    if not before.strip():
        return
    lead = _Lead(before, own, text=blank(f"{before}{own[:AHEAD]}"), resumed=bool(RESUMED.search(before)))
    for sense, rules in _GOVERNING:
        if any(rule(lead) for rule in rules):
            yield sense


def _asks(lead: _Lead) -> bool:
    return any(not lead.ended(match, ENDS_A_QUESTION) for match in lead.matches(ASKED))


def _denies(lead: _Lead) -> bool:
    return any(not denial_ended(lead.text, match, lead.length, lead.resumed) for match in lead.matches(DENIED))


def _drops_only(lead: _Lead) -> bool:
    """Return whether a cut leaves out "it is not" of "it is not just about bread", or the "not" of "not only"."""
    if _CUT_NOT.search(lead.before) and _PART.match(lead.own):
        return True
    text = f"{lead.before}{lead.own[:AHEAD]}"
    part = next((each for each in _ONLY_A_PART.finditer(text) if each.end() <= lead.length), None)
    if part is None:
        return False
    return not any(ended(text, part.end(), lead.length, each) for each in (ENDS, ENDS_A_CLAUSE))


def _goes_on_supposing(lead: _Lead) -> bool:
    """Return whether the words tell what would follow from what was supposed: "Suppose we win; then we …"."""
    if not _SUPPOSED.match(lead.before) or not _CHANGES.search(lead.before):
        return False
    return follows_a_supposition(_CHANGES.split(lead.before)[-1] + lead.own)


def _supposes_before(lead: _Lead) -> bool:
    return any(_is_hypothesis(lead, match) for match in lead.matches(HYPOTHETICAL))


def _is_hypothesis(lead: _Lead, match: re.Match[str]) -> bool:
    if match[0].endswith(" like") and lead.ended_for_good(match, ENDS_A_CLAUSE):
        return False
    adverb = lead.text[match.end() : match.end() + 1] == ","
    return not lead.ended(match, ENDS_A_CONDITION if adverb else ENDS_A_REPORT)


def _supposes_beside(lead: _Lead) -> bool:
    """Return whether an operator that counts right before the words alone stands there: "perhaps", "let's say"."""
    before = lead.text[: lead.length]
    say = _SAY.match(lead.text) and before.strip(" ,") in {"say", "let's say"}
    return bool(_ADJACENT.search(before) or say)


def _reports(lead: _Lead) -> bool:
    matches = (match for pattern in (REPORTED, _GENERAL) for match in lead.matches(pattern))
    return any(not lead.ended(match, ENDS_A_REPORT) for match in matches)


def _sets_a_condition(lead: _Lead) -> bool:
    return any(_is_condition(lead, match) for match in lead.matches(CONDITIONAL))


def _is_condition(lead: _Lead, match: re.Match[str]) -> bool:
    if is_no_condition(lead.text, match) or lead.ended_for_good(match, ENDS_A_CONDITION):
        return False
    return not next_clause(lead.text, match.end(), lead.length)


def _sets_even_that(lead: _Lead) -> bool:
    return any("," not in lead.before[even.end() :] for even in _EVEN.finditer(lead.before))


def _is_inverted_or_offered(lead: _Lead) -> bool:
    """Return whether a condition has no "if": "Had we known, …", "Give us the money and …"."""
    inverted = INVERTED.match(lead.text) and "," in lead.before
    unended = inverted and not ENDS_A_CONDITION.search(lead.text, 0, lead.length)
    return bool(unended or _OFFER.match(lead.before))


def _comes_otherwise(lead: _Lead) -> bool:
    """Return whether the words tell what comes if something is not done: "or else …", "Otherwise …"."""
    if _OR_ELSE.search(lead.before) and _WILL.match(lead.own):
        return True
    matches = (each for each in THEN_ELSE.finditer(f"{lead.before}{lead.own}") if each.end() <= lead.length)
    return any(not lead.ended_for_good(each, ENDS_A_CONDITION) for each in matches)


def _comes_only_then(lead: _Lead) -> bool:
    return bool(_ONCE.match(lead.text) and "," in lead.before or _ONLY_THEN.match(lead.text))


def _comes_without(lead: _Lead) -> bool:
    """Return whether the words tell what would be if something lacked: "Without the ferry, we would …"."""
    if not _LACKING.match(lead.before):
        return False
    return bool(WOULD.search(lead.own) or _LACKING_IT.match(lead.before) and WILL_HOLD.search(lead.own))


_GOVERNING: tuple[tuple[Sense, tuple[Callable[[_Lead], bool], ...]], ...] = (
    ("asked", (_asks,)),
    ("denied", (_denies, _drops_only)),
    ("hypothetical", (_goes_on_supposing,)),
    (
        "conditional",
        (
            _sets_a_condition,
            _sets_even_that,
            _is_inverted_or_offered,
            _comes_otherwise,
            _comes_only_then,
            _comes_without,
        ),
    ),
    ("hypothetical", (_supposes_before, _supposes_beside)),
    ("reported", (_reports,)),
)
"""The rules of each sense, in the order in which one goes before another."""


def supposes(sentence: str) -> bool:
    """Return whether a sentence in small letters asks to suppose something: "Imagine we had won."."""
    return _SUPPOSED.match(sentence.lstrip(f" {OPENING}")) is not None


def follows_a_supposition(words: str) -> bool:
    """Return whether words after a supposition tell what would follow from it: "then …", "we would …"."""
    return _SO_THEN.match(words) is not None
