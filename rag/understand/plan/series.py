"""Questions in a row before one question mark -> each by itself: "In the fire, how many died, what burnt and why?"."""

from __future__ import annotations

import re

from index.text.expressions import expression
from rag.phrasing import lowered, raised

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
