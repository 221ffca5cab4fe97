"""A question's first words written out: "What's Tell's view?" is "What is Tell's view?", which its forms know."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.question_forms import POLITE

_FIRST = expression(
    rf"^(?P<before>{POLITE})(?P<word>what|who|where|when|how|why|which|that|there)[’'](?P<verb>s|re|d|ll|ve)(?= \w)",
    re.IGNORECASE,
)
_HAS = expression(
    r" (?:\S+ ){0,4}?(?:said|told|done|been|changed|happened|promised|written|claimed|argued|had|given|warned|proposed"
    r"|announced|criticised|criticized|praised|become|called for|spoken)\b",
    re.IGNORECASE,
)
_DOES = expression(r" (?:\S+ ){1,4}?(?:stand|think|say|mean|want|feel|plan|believe|propose)\b", re.IGNORECASE)
_OWN_VERB = expression(r"(?: \S+){0,4}? (?:is|are|was|were|has|have|had|do|does|did)\b", re.IGNORECASE)
_VERBS = {"re": "are", "ll": "will", "ve": "have"}


def in_full(question: str) -> str:
    """Return a question whose first word and verb are written apart: "What is", "Who has", "Where does"."""
    match = _FIRST.match(question)
    if match is None:
        return question
    verb = match["verb"].lower()
    rest = question[match.end() :]
    return f"{match['before']}{match['word']} {_VERBS.get(verb) or _verb(verb, rest)}{rest}"


def _verb(short: str, rest: str) -> str:
    """Return what "'s" or "'d" is short for by the words behind it."""
    if short == "d":
        return "did" if _DOES.match(rest) else "would"
    if _OWN_VERB.match(rest):
        return "is"
    if _HAS.match(rest):
        return "has"
    return "does" if _DOES.match(rest) else "is"
