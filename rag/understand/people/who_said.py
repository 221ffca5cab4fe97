"""A question for who said something -> what was said, and where or of whom it was: "Who at the port said that …?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.text.expressions import expression
from rag.understand.speakers import EDGES

_PLAIN = (
    r"(?:said|says|say|argue[sd]?|claim(?:s|ed)?|complain(?:s|ed)?|warn(?:s|ed)?|admit(?:s|ted)?|believe[sd]?|thinks?"
    r"|thought|reckon(?:s|ed)?|feels?|felt|insist(?:s|ed)?|joke[sd]?|boast(?:s|ed)?|moan(?:s|ed)?|suggest(?:s|ed)?"
    r"|predict(?:s|ed)?|remark(?:s|ed)?|note[sd]?|observe[sd]?|stress(?:es|ed)?|state[sd]?|declare[sd]?|maintain(?:s|ed)?"
    r"|acknowledge[sd]?|concede[sd]?|announce[sd]?|pointed out|points out|recall(?:s|ed)?|explain(?:s|ed)?"
    r"|conclude[sd]?|mention(?:s|ed)?|confess(?:es|ed)?|wrote|tweeted|posted|swore|holds?|held)"
)
_WITH_THAT = (
    r"(?:found|finds|heard|means?|meant|promise[sd]?|asked|hope[sd]?|denie[sd]|denies|worrie[sd]|fear(?:s|ed)?)"
)
_ACTS = (
    r"(?:accuse[sd]?|compare[sd]?|liken(?:s|ed)?|call(?:s|ed)?|describe[sd]?|blame[sd]?|credit(?:s|ed)?|promise[sd]?"
    r"|dismiss(?:es|ed)?|wants?|wanted|demand(?:s|ed)?|propose[sd]?|urge[sd]?|praise[sd]?|mock(?:s|ed)?|rejects?"
    r"|rejected|denie[sd]|denies|vow(?:s|ed)?|pledge[sd]?|threaten(?:s|ed)?|asked|asks)"
)
_TOLD = r"(?:told|tells?|reminded|reminds?|assured|assures?|advised?|advises|begged|informed)"
_HEARER = (
    r"(?:(?:the|his|her|their|our|an?) (?:\w+ )??[^\W\d]\w*(?: of \w+)?|people|reporters|journalists|everyone|everybody"
    r"|[A-Z][\w.]*(?: [A-Z][\w.]*)*|us|them|him|her)"
)
_PLACED = r"(?: (?:at|in|on|from|of|inside) (?:the )?[^\s?,]+(?: [^\s?,]+){0,4}?)?"
_AUXILIARY = r"(?:did|do|does|was|were|is|are|has|have|had|exactly)"
_WHO = (
    rf"(?:(?:and |so )?who(?:['’]s| is| was)? ?(?:it|the one)? ?(?:who|that)?{_PLACED}"
    rf"|(?:which|what) (?:of the )?(?!{_AUXILIARY}\b)[^\s?,]+(?: [^\s?,]+){{0,4}}?{_PLACED}"
    rf"|(?:some|any)(?:body|one){_PLACED})"
)
_LED = rf"^\W*(?P<who>{_WHO}) (?:(?:has|have|had|once|also|ever|even|really|first|openly|publicly) )*"
_FORMS = (
    expression(rf"{_LED}{_TOLD} (?:{_HEARER} )?(?:that|how|about|(?P<to>to)) (?P<said>\S.*)$", re.IGNORECASE),
    expression(rf"{_LED}{_TOLD} {_HEARER} (?P<said>\S.*)$", re.IGNORECASE),
    expression(
        rf"{_LED}{_PLAIN}(?: to {_HEARER})?(?: (?:that|how|about|of|if))? (?P<said>\S.*)$",
        re.IGNORECASE,
    ),
    expression(rf"{_LED}{_WITH_THAT} (?:that|how) (?P<said>\S.*)$", re.IGNORECASE),
    expression(rf"{_LED}(?P<act>{_ACTS}) (?P<said>\S.*)$", re.IGNORECASE),
)
_ASKED_BESIDE = expression(
    r"[,;.?]? (?:and )?(?:who|what|when|where|why|how|which)\b (?:was|is|did|does|exactly)\b.*$", re.IGNORECASE
)
"""What is asked behind the words: "…, who was that and what did he say exactly"."""
_ASKS_FOR_A_THING = expression(r"\basked for (?!.* to )", re.IGNORECASE)
"""Who asked for the ledger is asked about a deed, who asked for the hall to be shut about words."""
FEWEST = 3
"""Fewer words are a topic: "Who mentioned the quay?"."""


class Said(NamedTuple):
    """What somebody is said to have said, as the question puts it, and the question whether anybody did."""

    words: str
    whether: str


def what_was_said(question: str) -> Said | None:
    """Return what was said of which a question asks who said it, None where it asks for anything else."""
    bare = question.strip(EDGES)
    if _ASKS_FOR_A_THING.search(bare):
        return None
    for form in _FORMS:
        if match := form.match(bare):
            words = _ASKED_BESIDE.sub("", match["said"]).strip(EDGES)
            asks = "Did anybody say:" if match.groupdict().get("to") else "Did anybody say that"
            return Said(words, f"{asks} {words}?") if len(words.split()) >= FEWEST else None
    return None
