"""What stands before a question and asks nothing: "I keep bees. Can you sum up what a hive needs in winter?"."""

from __future__ import annotations

import re

from index.dates.days import MONTH
from index.text.expressions import expression

_PREAMBLE = expression(
    r"^(?:I|I['’]m|I['’]ve|I['’]d|We|We['’]re|My|Our)\b[^.?!\"“”]*(?-i:[a-z])[.!] +"
    r"(?=(?:(?:so|and|now|but),? )?(?:(?:can|could|would|will) you|please|what|which|who|whose|how|why|where|when"
    r"|did|does|do|is|are|was|were|has|have|sum|summari[sz]e|give|tell|compare|list)\b)",
    re.IGNORECASE,
)
_SUM_UP = expression(
    r"^(?:(?:can|could|would|will) you )?(?:please )?(?:sum up|summari[sz]e|recap|explain)(?: for me| to me)? "
    r"(?=(?:what|how|why|when|where|which|who) (?P<clause>.+)$)",
    re.IGNORECASE,
)
"""Before a clause it asks for what the clause asks, unless that is somebody's words: "sum up what Tell said"."""
_THROUGH = expression(
    r"(?:[.?!;:]{1,3}|,| [-–—]) ?(?:and )?(?:please )?(?:go|look|search|check|read|use|consider|include|comb)"
    r"(?: (?:through|in|at|into|over))*"
    r"(?: (?:all|every|each|any|both))?(?: of)?(?: (?:the|my|our|your|these|those|one of the))? "
    r"(?:documents?|papers?|files?|articles?|texts?|sources?|pages?|reports?|transcripts?|material|archive|"
    r"collection|them|it)(?: (?:please|you have|we have|there are)){0,3}[.! ]{0,4}$",
    re.IGNORECASE,
)
"""Where to search, said behind the question: every document is searched in any case."""
_DAY_FIRST = expression(
    rf"^(?P<day>\d{{1,2}} {MONTH} \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}}) ?(?::| [-–—]|,) (?P<rest>\w.+)$", re.IGNORECASE
)
_SAYING = expression(
    r"\b(?:said|says?|saying|told|tells|thinks?|thought|argued|argues|spoke|speaks|talked|talks|wrote|stated|happened)\b",
    re.IGNORECASE,
)
_POINTS_BACK = expression(r"\b(?:it|its|this|these|those|they|them|their|he|she|him|his|her|there)\b", re.I)
LEFT = 6
"""A question of fewer words leaves its topic to the sentence before it: "I keep bees. How often?"."""


def without_preamble(question: str) -> str:
    """Return a question without the sentence in which people tell of themselves first, where it stands alone.

    And without where to search, and with a day before it as one says it: "9 May 2031: what did Tell say?" is "On …".
    """
    question = _THROUGH.sub("?", question)
    if match := _DAY_FIRST.match(question):
        question = f"On {match['day']}, {match['rest']}"
    rest = _PREAMBLE.sub("", question, count=1)
    if len(rest.split()) < LEFT or _POINTS_BACK.search(rest):
        rest = question
    match = _SUM_UP.match(rest)
    return rest[match.end() :] if match and not _SAYING.search(match["clause"]) else rest
