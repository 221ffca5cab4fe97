"""Questions in a row before one question mark -> each by itself: "In the fire, how many died, what burnt and why?"."""

from __future__ import annotations

import re

from index.text.expressions import expression
from rag.phrasing import lowered, raised
from rag.understand.plan.shared import without_join
from rag.understand.speakers import EDGES

_ASKING = r"(?:what|when|where|why|how|who|whom|whose|which)"
_AUXILIARY = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could|should|must|may|might)(?:n?['’]?t)?"
_BETWEEN = expression(rf"(?:[,;]|,? and|, and) (?=(?:and )?{_ASKING}\b)", re.IGNORECASE)
_SUBORDINATE = expression(
    rf"(?:and )?{_ASKING} (?:it|he|she|they|we|you|I|the|an?|his|her|its|their|this|that|these|those)\b", re.IGNORECASE
)
"""A clause in the order of a statement depends on a verb before it: "who knows what happened, where it was and why"."""
_PREFACE = expression(
    rf"^(?P<where>(?:in|at|during|after|before|on|for|of|with) [^,?]{{3,60}}), (?P<rest>{_ASKING}\b.+)$", re.IGNORECASE
)
_FIRST = expression(
    rf"^(?:what|which|how (?:much|many|long|far|old|big)|when|where|who)\b.*? ?\b(?P<said>{_AUXILIARY} .+)$", re.I
)
_ELLIPTIC = expression(r"^(?P<word>why|how|when|where) (?P<rest>(?:\S+ ?){1,6})$", re.IGNORECASE)
_INVERTED = expression(
    r"\b(?:comes?|came|begins?|began|starts?|started|ends?|ended|opens?|opened|not)\b", re.IGNORECASE
)
_ALONE = expression(r"^(?:why|how|when|where)$", re.IGNORECASE)
LEAST, SHORTEST = 2, 3
_CLAUSES = expression(
    r"\?\s+(?=\S+ \S)|(?:,|;)? and (?=(?:what|when|where|why|how|who|which|to whom) "
    r"(?:(?:else|many|much|often) )?(?:did|does|do|was|were|is|are|has|have|had|will|said|says|told|wrote|called) \S+)|"
    r"(?:,|;)? and (?=(?:what|when|where|why|how|who) (?:would|could|should|can) (?:he|she|they|it|I|we|you) \S)|"
    r", and (?=how (?:big|high|long|far|large|old|deep|wide|tall|fast|great) (?:was|is|were|are|will) \S)|"
    r"(?:,|;) (?:and |but )?(?=(?:what|how) about \S)",
    re.IGNORECASE,
)
_CLAUSES_BUT_WHO = expression(
    rf"{_CLAUSES.pattern}|, and (?=(?:did|does|is|was|has|have) (?:the|he|she|it|they) \S+ \S)|"
    r"(?:(?:,|;)? and|[,;]) (?=how (?:many|much|high|long|far|big|large|old|deep|wide|tall|fast|"
    r"often|soon|late|heavy) \S+ \S|"
    r"(?:what|which) \w+ (?:\w+ ){0,3}(?:did|does|do|was|were|is|are|has|have|had|will) \S|"
    r"(?:what|when|where|why|who) (?:did|does|do|was|were|is|are|has|have|had|will) \S|"
    r"(?:what|who|where|how)['’]s \S|what (?:happened|became|came) \S|"
    r"(?:when|where|why|how) (?:comes?|came|begins?|began|starts?|started|ends?|ended|opens?|opened) \S)",
    re.IGNORECASE,
)
_CLAUSES_OF_FACTS = expression(
    rf"{_CLAUSES_BUT_WHO.pattern}|(?:,|;)? and (?=who (?:[a-z]{{2,12}}ed|won|lost|took|paid|gave|wrote|led|built|sold"
    r"|bought|sent|chose) (?:it|them|him|her|that)\b)",
    re.IGNORECASE,
)
"""Behind "What did she say about" a clause is a topic; a question for facts may join more of them."""


def clauses_of(text: str, kind: str) -> list[str]:
    """Return the clauses of a question."""
    between = _CLAUSES_OF_FACTS if kind == "fact" else _CLAUSES
    # "Who asked for it and who refused it?" asks twice; "when did it cross and who steered it" is told in one breath.
    between = between if text.lower().startswith("who ") or kind != "fact" else _CLAUSES_BUT_WHO
    return [raised(without_join(each.strip(EDGES))) for each in between.split(text) if each.strip(EDGES)]


def in_a_row(text: str) -> tuple[list[str], str]:
    """Return the questions of a row and what stands before all of them ("in the fire"), or no question."""
    preface = _PREFACE.match(text)
    rest = preface["rest"] if preface else text
    parts = [re.sub("^and ", "", each.strip(" ,;?"), flags=re.IGNORECASE) for each in _BETWEEN.split(rest)]
    where = lowered(preface["where"]) if preface else ""
    if (
        len(parts) < LEAST
        or not re.match(rf"{_ASKING}\b", rest, re.IGNORECASE)
        or any(map(_SUBORDINATE.match, parts[1:]))
    ):
        return [], ""
    if len(parts[0].split()) < SHORTEST:
        return [], ""
    whole = [_whole(each, parts[0]) for each in parts]
    return ([each for each in whole if each], where) if all(whole) else ([], "")


def _whole(part: str, first: str) -> str:
    """Return a part with what it leaves to the first: "why so much" -> "Why did it cost so much"."""
    said = _FIRST.match(first)
    if part == first or not (_ALONE.match(part) or _is_elliptic(part)):
        return raised(part)
    word, _, rest = part.partition(" ")
    return raised(f"{word} {said['said']} {rest}".strip()) if said else ""


def _is_elliptic(part: str) -> bool:
    has_verb = re.search(rf"\b{_AUXILIARY}\b", part, re.IGNORECASE) or _INVERTED.search(part)
    return (
        bool(_ELLIPTIC.match(part)) and not has_verb and not re.match(r"how (?:many|much|long|old|far)\b", part, re.I)
    )
