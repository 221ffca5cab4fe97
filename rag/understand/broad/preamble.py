"""What stands before a question and asks nothing: "I keep bees. Can you sum up what a hive needs in winter?"."""

from __future__ import annotations

import re

_PREAMBLE = re.compile(
    r"^(?:I|I['’]m|I['’]ve|I['’]d|We|We['’]re|My|Our)\b[^.?!\"“”]*(?-i:[a-z])[.!] +"
    r"(?=(?:(?:so|and|now|but),? )?(?:(?:can|could|would|will) you|please|what|which|who|whose|how|why|where|when"
    r"|did|does|do|is|are|was|were|has|have|sum|summari[sz]e|give|tell|compare|list)\b)",
    re.IGNORECASE,
)
_SUM_UP = re.compile(
    r"^(?:(?:can|could|would|will) you )?(?:please )?(?:sum up|summari[sz]e|recap|explain)(?: for me| to me)? "
    r"(?=(?:what|how|why|when|where|which|who) (?P<clause>.+)$)",
    re.IGNORECASE,
)
"""Before a clause it asks for what the clause asks, unless that is somebody's words: "sum up what Tell said"."""
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells|thinks?|thought|argued|argues|spoke|speaks|talked|talks|wrote|stated|happened)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:it|its|this|these|those|they|them|their|he|she|him|his|her|there)\b", re.I)
LEFT = 6
"""A question of fewer words leaves its topic to the sentence before it: "I keep bees. How often?"."""


def without_preamble(question: str) -> str:
    """Return a question without the sentence in which people tell of themselves first, where it stands alone."""
    rest = _PREAMBLE.sub("", question, count=1)
    if len(rest.split()) < LEFT or _POINTS_BACK.search(rest):
        rest = question
    match = _SUM_UP.match(rest)
    return rest[match.end() :] if match and not _SAYING.search(match["clause"]) else rest
