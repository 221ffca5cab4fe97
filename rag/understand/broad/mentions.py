"""A question for which documents, or how many, name something, or whether any does -> what that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.expressions import expression
from rag.records import Aspect
from rag.understand.documents.scope_words import DOCUMENTS, ONE
from rag.understand.speakers import EDGES

_MANY = rf"(?:{DOCUMENTS}|docs|pieces|sources|pages|letters|posts|memos|items|minutes)"
_THE = "(?:(?:of|all|the|these|those|your|my|our|different|other|indexed|stored) )*"
_THEM = rf"{_THE}(?:{_MANY}|them|these|those)"
_SOME = rf"{_THE}(?:{_MANY}|{ONE}|them|these|those)"
_WHICH = rf"(?:and )?(?:in )?(?:which|what) (?:ones|{_SOME})"
_HOW_MANY = rf"(?:and )?(?:in )?how many {_SOME}(?: are there)?"
_ABOUT = r"(?:about|on|regarding|concerning|mentioning|naming|discussing|with the (?:word|name))"
_NAMES = (
    r"(?:do |does |did |have |has |ever |even |also )*"
    r"(?:(?:mention(?:s|ed)?|name(?:s|d)?|refer(?:s|red)? to|(?:talk|speak)(?:s|ed)? (?:about|of)|spoke (?:about|of)|"
    r"discuss(?:es|ed)?|deal(?:s|t)? with|cover(?:s|ed)?|(?:is|are|was|were) (?:about|on)|touch(?:es|ed)? on|"
    r"(?:say|says|said|have|has|had|contain|contains) (?:anything|something|any words|a word) (?:about|on|of)|"
    r"contain(?:s|ed)?(?: the (?:word|words|name|phrase))?|ha(?:s|ve) the (?:word|words|name))"
    r"(?: (?:the )?(?:word|name) (?=[“\"‘']))?)"
)
_IS = "(?:is|are|was|were|gets?|got|has been|have been)"
_NAMED = (
    r"(?:ever |even |also |being |been ){0,3}(?:mentioned|named|discussed|talked about|spoken of|referred to|"
    r"touched on|covered|brought up)"
)
_OCCUR = r"(?:ever )?(?:appear|occur|come up|feature|figure|show up|turn up|crop up|get (?:mentioned|named))"
_WORD = r"(?:the )?(?:word|name|term) "
_WHERE = (
    rf"(?: (?:anywhere|at all|somewhere|here|by any(?:one|body)|in (?:here|there|any(?: of)?(?: {_SOME})?|{_THEM}|"
    r"the (?:index|collection|library|archive)|what (?:you|we|i) have)))"
)
_ANY = rf"(?:(?:any(?: one)?(?: of)?|one of|some of|all of) {_SOME}|{_THEM})"
_GET = "(?:list|show|find|give|get|display|bring up)(?: me)?(?: all)?"
_NUMBER_OF = "(?:(?:what(?: is|['’]s) )?the number of|number of|count(?: up)?)"
_FORMS: tuple[tuple[Aspect, str], ...] = (
    ("count", rf"{_HOW_MANY} (?:(?:that|which) )?{_NAMES}{{X}}"),
    ("count", r"how many (?:do |does )?mention{X}"),
    ("count", rf"{_HOW_MANY} {_IS}{{X}} {_NAMED}(?: in)?"),
    ("count", rf"{_HOW_MANY} (?:do|does|did){{X}} {_OCCUR}(?: in)?"),
    ("count", rf"how many {_SOME} (?:(?:are there|do (?:you|we|i) have|have (?:you|we) got) )?{_ABOUT}{{X}}"),
    ("count", rf"{_NUMBER_OF} {_SOME} (?:that|which) {_NAMES}{{X}}"),
    ("count", rf"{_NUMBER_OF} {_SOME} {_ABOUT}{{X}}"),
    ("documents", rf"{_WHICH} (?:(?:that|which) )?{_NAMES}{{X}}"),
    ("documents", rf"{_WHICH} {_IS}{{X}} {_NAMED}(?: in)?"),
    ("documents", rf"{_WHICH} (?:do|does|did){{X}} {_OCCUR}(?: in)?"),
    ("documents", rf"{_GET} {_SOME} (?:that|which) {_NAMES}{{X}}"),
    ("documents", rf"{_GET} {_SOME} (?:where|in which){{X}} {_IS} {_NAMED}"),
    ("documents", rf"{_GET} {_THEM} {_ABOUT}{{X}}"),
    ("documents", rf"where(?: all| else)? {_IS}{{X}} (?:mentioned|talked about|referred to){_WHERE}?"),
    ("documents", rf"(?:(?:are there )?any|are there) {_MANY} (?:that|which) {_NAMES}{{X}}"),
    ("documents", rf"(?:(?:are there )?any|are there) {_MANY} {_ABOUT}{{X}}"),
    ("mentioned", rf"{_IS}{{X}} {_NAMED}{_WHERE}"),
    ("mentioned", rf"{_IS}{{X}} (?:ever |even |been ){{0,3}}(?:mentioned|brought up)"),
    ("mentioned", rf"(?:do|does|did){{X}} {_OCCUR}{_WHERE}"),
    ("mentioned", rf"(?:do|does|did|has|have|is|are) {_ANY} {_NAMES}{{X}}"),
    ("mentioned", rf"(?:{_IS} there )?(?:any|a) mentions? of{{X}}{_WHERE}?"),
)  # fmt: skip
_ENDS: tuple[tuple[Aspect, str], ...] = (
    ("first_mention", r"(?:very )?(?:first|earliest|oldest)"),
    ("last_mention", r"(?:very )?(?:last|latest|newest|most recent(?:ly)?)"),
)
_ON = r"(?:about|on|regarding|concerning)"
_TELLING = (
    rf"(?:(?:mention|discussion|debate|reference|account|coverage)s? (?:of|to|{_ON})"
    rf"|(?:report|update|article|story|information|item|news|word|{ONE})s? {_ON})"
)
_ASKS_WHAT = r"(?:what(?:['’]s| is| was| are| were)?|when (?:is|was)|where (?:is|was)|(?:show|give|find|get)(?: me)?)"
_EVENT = rf"(?:meeting|session|agm|hearing|debate|sitting|episode|conference|call|{ONE})"
_BROUGHT_UP = (
    r"(?:mention|name|bring up|raise|discuss|suggest|propose|touch on|talk (?:about|of)|speak (?:about|of)|refer to"
    r"|tell of|report(?: on)?)"
)
_WAS_BROUGHT_UP = rf"(?:{_NAMED}|raised|suggested|proposed|floated|reported(?: on)?|noted|written about|aired)"
_OVER_WHAT = (
    r"(?:,? and (?:(?:over|about|on|for|concerning|in connection with) what(?: \w+)?"
    r"|in what (?:context|connection)|why))?"
)
"""What it is named over is told where it is named."""
_OF = r"(?:(?P<of>(?!(?:the|of|one)\b)\S.{0,40}?) )?"
_END_FORMS = (
    rf"when (?:do|does|did){{X}} {{END}} {_OCCUR}(?:{_WHERE}|(?P<place> in \S.{{1,60}}?))?{_OVER_WHAT}",
    rf"(?:in|at|during) which {_OF}{_EVENT} {_IS}{{X}} {{END}} {_WAS_BROUGHT_UP}{_OVER_WHAT}",
    rf"(?:in|at|during) which {_OF}{_EVENT} (?:do|does|did){{X}} {{END}} {_OCCUR}{_OVER_WHAT}",
    rf"which {_OF}{_EVENT} (?:is|was) the {{END}}(?: one)? to {_BROUGHT_UP}{{X}}",
    rf"when {_IS}{{X}} {{END}} (?:{_NAMED}|raised|reported(?: on)?|noted|written about)"
    rf"(?:{_WHERE}|(?P<place> in \S.{{1,60}}))?",
    rf"{_ASKS_WHAT} (?:the |our |your )?{{END}} {_TELLING}{{X}}",
    r"what(?:['’]s| is) the (?:latest|newest)(?: news)? (?:on|about|with|regarding){X}",
    rf"(?:which|what) {_SOME} {{END}} {_NAMES}{{X}}",
    rf"(?:which|what) (?:is|was) the {{END}} {ONE} (?:to|that|which) {_NAMES}{{X}}",
)
"""Which of all that tell of something is the first or the last one."""
_NO_SUBJECT = expression(
    r"(?:it|this|that|these|those|them|he|she|him|her|they|there|anyone|anybody|someone|somebody|each|both)$"
    r"|(?:the )?(?:most|least)$"
    r"|.*\band (?:what|who|whom|when|where|why|how|which)\b"
    r"|(?:how|why|what|whether|who|when|where|if|by|to|in|for|from)\b|that (?!\w+$)|.*\b(?:by|as|to be)\b|.* about$",
    re.IGNORECASE,
)
"""What is only pointed at, a clause, or what is named by somebody or as something."""
LONGEST, LONGEST_OF_ENDS, MOST_LETTERS = 7, 12, 120
"""Of more words or letters a subject tells what happened: "the ferries that were sold to Lorn last year"."""


def _compiled() -> Iterator[tuple[Aspect, re.Pattern[str]]]:
    subject = rf" (?:{_WORD})?(?P<subject>\S.{{0,{MOST_LETTERS}}}?)"
    ends = [(aspect, form.replace("{END}", end)) for aspect, end in _ENDS for form in _END_FORMS]
    # "The latest on X" has no first.
    ends = [each for each in ends if each[0] == "last_mention" or "latest|newest)(?" not in each[1]]
    for aspect, form in (*ends, *_FORMS):
        yield aspect, expression(f"^{form.replace('{X}', subject)}$", re.IGNORECASE)


_COMPILED = tuple(_compiled())


def _place(match: re.Match[str]) -> str:
    """Return where it is named, as the question says: " in the council's minutes"."""
    groups = match.groupdict()
    return groups.get("place") or (f" in the {groups['of']} documents" if groups.get("of") else "")


def mention_asked(question: str) -> tuple[Aspect, str] | None:
    """Return whether documents that name something are asked for, their number, or if any does; and what they name."""
    for aspect, form in _COMPILED:
        match = form.match(question)
        subject = match["subject"].strip(EDGES + "‘’'") if match else ""
        subject += _place(match) if match and subject else ""
        longest = LONGEST_OF_ENDS if aspect.endswith("_mention") else LONGEST
        if subject and len(subject.split()) <= longest and not _NO_SUBJECT.match(subject):
            return aspect, subject
    return None
