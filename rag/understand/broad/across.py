"""A question for what all documents say of a subject, each by itself, or for what different people say of it."""

from __future__ import annotations

import re

from index.text.expressions import expression
from rag.records import Aspect
from rag.understand.broad.mentions import mention_asked
from rag.understand.speakers import EDGES

_PAPERS = r"(?:papers|documents|files|sources|texts|articles|reports|material|collection|archive|library|index)"
_ALL = rf"(?:all|each|every one|any)(?: of)?(?: (?:the|my|our|your|these|those|them))? ?{_PAPERS}?"
_FROM_ALL = expression(
    rf"^(?:from|across|over|using|going by|out of|in|taking) {_ALL}(?: together)?(?:[:,;]| [-–—])? "
    r"(?=\S+ \S+ \S)",
    re.IGNORECASE,
)
_AND_EACH = expression(
    r"^(?P<which>.{8,160}?)(?:[?,;]|,? and| [-–—]) ?(?:and )?what (?:do|does|did) (?:each|every|any|they|these|those)"
    r"(?: (?:one|of them|single one|document|paper|article|of these))?(?: all)? "
    r"(?:say|tell(?: us| me)?|report|write|claim|argue|have to say)(?: (?:about|on|of) (?:it|that|this|him|her|"
    r"them))?$",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:the )?(?:different|various|several|all(?: the| of the)?|each of the|those) (?:people|persons|speakers|"
    r"sides|witnesses|"
    r"parties|voices|participants|experts|sources|accounts)(?: (?:in (?:it|them)|concerned|involved|heard))?"
)
_SEE = r"(?:sees?|saw|tells?|told|puts?|describes?d?|explain(?:s|ed)?|view(?:s|ed)?|understands?|give[sn]?|gave)"
_AS_PEOPLE_SEE = expression(
    rf"^(?P<asked>.{{12,200}}?)(?:,| [-–—])? (?:as|in the (?:eyes|view|words|opinion) of|according to|through the "
    rf"eyes of|"
    rf"by) {_PEOPLE}(?: {_SEE}(?: (?:it|them|this|that))?)?$",
    re.IGNORECASE,
)
_PEOPLE_SAY = expression(
    rf"^what (?:do|did|does|have|has) {_PEOPLE} (?:say|said|think|thought|tell|told|believe|give|given)(?: us)?"
    r"(?: (?:about|on|of|were|was|are|is|as))? (?P<asked>\S.{8,160})$",
    re.IGNORECASE,
)
_SUBJECT = expression(
    r"^(?:what (?:all )?(?:has |had |is |was )?(?:happened|happening|went on|going on|gone on|became|been (?:said|"
    r"written))|"
    r"the (?:whole )?(?:story|events|course of events|affair|matter)|everything(?: that happened)?|"
    r"(?:all|what) (?:that )?(?:you|we|i) (?:have|know|hold)) (?:with|to|in|at|on|about|around|of|during|regarding|"
    r"over) ",
    re.IGNORECASE,
)
_BEHIND = expression(
    rf"(?:,? (?:from|across|over|using|going by|out of|in|based on) (?:all|each)(?: of)? (?:the|my|our|your|these|"
    rf"those) "
    rf"{_PAPERS})$",
    re.IGNORECASE,
)


def across_asked(question: str) -> tuple[Aspect, str] | None:
    """Return whether each document's words on a subject are asked for, or different people's; and the subject."""
    bare = _FROM_ALL.sub("", question).strip(EDGES)
    if (match := _AND_EACH.match(bare)) and (mention := mention_asked(match["which"].strip(EDGES))):
        return "across", mention[1]
    match = _AS_PEOPLE_SEE.match(bare) or _PEOPLE_SAY.match(bare)
    return ("views", match["asked"].strip(EDGES)) if match else None


def subject_of(words: str) -> str:
    """Return the subject of a summary: "what happened with the ferry, from all my papers" is of the ferry."""
    bare = re.sub("^(?:about|on|of) ", "", _BEHIND.sub("", words))
    return _SUBJECT.sub("", bare).strip(EDGES)
