"""Questions for the whole of what a text holds: a plan's points, an article's argument, a body's advice, each view."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.text.expressions import expression
from rag.understand.speakers import EDGES

_PLAN = (
    r"(?:plans?|programmes?|programs?|schemes?|strateg(?:y|ies)|proposals?|packages?|road ?map|agenda|pledges?|"
    r"manifesto|charter|deal|agreement|initiative|accord|compact|blueprint|resolution|reforms?|guidelines?|code)"
)
_POINTS = (
    r"(?:points?|parts?|steps?|elements?|measures?|pillars?|components?|items?|goals?|aims|priorities|proposals?|"
    r"demands?|stages?|phases?|actions?|provisions?|commitments?|terms|contents?|details)"
)
_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_HOLDS = (
    r"(?:(?:actually |all |exactly )?(?:consist of|includes?|involves?|contains?|comprises?|entails?|provide for|"
    r"foresee|propose|call for|set out|promise|look like|made (?:up )?of))"
)
_PLANNED = rf"(?P<words>(?:\S+ ){{0,12}}?(?:\S+-)?{_PLAN}\b(?: \S+){{0,12}}?)"
_WRITTEN = (
    r"(?:article|op-?ed|opinion piece|piece|essay|column|editorial|commentary|(?:open )?letter|guest post|blog post|"
    r"paper|pamphlet)"
)
_ARGUES = (
    r"(?:argue|say|write|claim|think|contend|maintain|state|conclude|propose|call for|demand|ask for|recommend|urge|"
    r"want|have to say)"
)
_ADVISES = (
    r"(?:recommend|propose|demand|call for|ask for|order|suggest|urge|advise|want changed|want done|tell (?:it|them)"
    r" to do)"
)
_ADVICE = r"(?:recommendations?|demands?|proposals?|orders?|advice|measures|steps|actions|changes)"
_AFTER = (
    r"(?:after|following|in response to|in reply to|because of|in the wake of|in (?:its|their|the|his|her)|as to|about"
    r"|on|over|regarding|concerning|for|since)"
)
CALLED_BY_OFFICE = (
    r"senators?|councill?ors?|council ?(?:members|men|women)|ministers?|governors?|mayors?|mps|representatives|"
    r"deputies|congress(?:men|women|people)|commissioners?|judges?|professors?|doctors?"
)
_ANYBODY = (
    r"people|persons?|residents?|locals?|neighbou?rs|inhabitants|villagers|citizens|townspeople|riders|commuters|"
    r"passengers|tenants|landlords|parents|pupils|students|teachers|workers|employees|staff|experts|scientists|"
    r"researchers|critics|supporters|opponents|activists|advocates|campaigners|witnesses|speakers|participants|"
    r"panell?ists|customers|visitors|farmers|fishermen|shopkeepers|traders|owners|drivers|cyclists|doctors|nurses|"
    r"patients|members|politicians|officials|voters|families|readers|guests|business(?:es| owners)|everyone|everybody|"
    r"they all|those (?:quoted|who speak|interviewed)|voices|both sides|all sides"
)
_GROUP = (
    r"(?:(?:all |some |most )?(?:of )?(?:the |these |those |different |various |local |other )*)"
    rf"(?P<who>(?:\w+ )?(?:{CALLED_BY_OFFICE}|{_ANYBODY}))"
)
_WHERE = (
    r"(?P<where>(?: (?:living |heard |quoted |who spoke |speaking )?(?:in|at|from|of|on|near|along|around|before) "
    r"\S.{1,70}?)?)"
)
_SAY = (
    r"(?:(?:all )?(?:say|said|think|thought|feel|felt|tell|told|have to say|had to say|believe)(?: us)? "
    r"(?:about|of|on|regarding|concerning))"
)
_TOPIC = r"(?P<topic>\S.{2,90})"
Form = Literal["plan", "argued", "advised", "views"]
_FORMS: tuple[tuple[Form, str], ...] = (
    ("plan", rf"what (?:does|do|did|would|will|is|was) {_PLANNED} {_HOLDS}"),
    ("plan", rf"what (?:['’]s|is|are|was|were) (?:in|part of) {_PLANNED}"),
    ("plan", rf"(?:what|which) (?:are|were|is|was) (?:all )?(?:the |its )?(?:\w+ ){{0,2}}{_POINTS} (?:of|in) "
     rf"{_PLANNED}"),
    (
        "plan",
        r"(?:list|name|give me|tell me|show me|outline|describe|explain|summari[sz]e|sum up)"
        rf"(?: all)?(?: of)? (?:the )?(?:\w+ )?{_POINTS} (?:of|in) {_PLANNED}",
    ),
    (
        "plan",
        rf"(?:outline|describe|explain|summari[sz]e|sum up) (?P<words>(?:\S+ ){{0,8}}?{_NUMBER}[- ](?:point|part|step)"
        rf"s? (?:\S+ ){{0,2}}?{_PLAN}\b(?: \S+){{0,10}}?)",
    ),
    (
        "argued",
        rf"what (?:did|do|does|have|has) (?P<who>\S.{{2,70}}?) {_ARGUES} in (?:the(?:ir)?|his|her|its|an?) "
        rf"(?P<words>(?:\S+ ){{0,8}}?{_WRITTEN})(?P<tail>(?: (?:in|of|to|on|for|about|against) \S.{{1,60}})?)",
    ),
    (
        "argued",
        rf"what (?:is|was) the (?:main |central )?(?:argument|case|point|thesis|message) (?:of|in|made in) the "
        rf"(?P<words>(?:\S+ ){{0,8}}?{_WRITTEN}) (?:by|from) (?P<who>\S.{{2,70}}?)"
        r"(?P<tail>(?: (?:in|for) \S.{1,60})?)",
    ),
    ("advised", rf"what (?:all )?(?:did|does|do|has|have) (?P<who>\S.{{3,60}}?) {_ADVISES}(?:ed|d)? "
     rf"(?P<words>{_AFTER} \S.{{2,80}})"),
    (
        "advised",
        rf"(?:what|which) (?:were|are|was|is) (?:all )?the (?:\w+ )?{_ADVICE} (?:of|by|from|made by) "
        rf"(?P<who>\S.{{3,60}}?) (?P<words>{_AFTER} \S.{{2,80}})",
    ),
    (
        "advised",
        rf"(?:what|which) (?:\w+ )?{_ADVICE} (?:did|does|do|has|have) (?P<who>\S.{{3,60}}?) (?:{_ADVISES}|make|made|"
        rf"give|issue)(?:ed|d)? (?P<words>{_AFTER} \S.{{2,80}})",
    ),
    ("views", rf"what (?:all )?(?:do|did|does|have|has) {_GROUP}{_WHERE} {_SAY} {_TOPIC}"),
    ("views", rf"how (?:do|did|does|have|has) {_GROUP}{_WHERE} (?:feel|felt|react|reacted|respond|responded|see|"
     rf"view) (?:about |to )?{_TOPIC}"),
    ("views", rf"what (?:is|was|has been) said (?:about|of|on) {_TOPIC} by {_GROUP}{_WHERE}"),
    (
        "views",
        rf"what (?:are|were|is) the (?:\w+ )?(?:views?|opinions?|reactions?|positions?|thoughts) of {_GROUP}{_WHERE} "
        rf"(?:about|on|to|regarding|towards?) {_TOPIC}",
    ),
)  # fmt: skip
_COMPILED: tuple[tuple[Form, re.Pattern[str]], ...] = tuple(
    (form, expression(rf"^{pattern}$", re.IGNORECASE)) for form, pattern in _FORMS
)
_POLITE = expression(
    r"^(?:(?:please|so|well|and|now|ok|okay|tell me|(?:can|could|would) you(?: please)? (?:tell me|say|explain))\b"
    r"[,:]? )+",
    re.IGNORECASE,
)
_ENDS = expression(r",? (?:please|in all|exactly|altogether|in short|in full|in detail)$", re.IGNORECASE)
_POINTING = expression(r"(?:it|this|that|these|those|they|them|he|she|him|her|you|we|i|who|what)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Whole:
    """What a question asks the whole of: whose words, by which words the document is found, and on what."""

    form: Form
    words: str = ""
    who: str = ""
    topic: str = ""

    @property
    def by_office(self) -> bool:
        """Return whether those who are asked about are called by an office, as "the senators" are."""
        return bool(_BY_OFFICE.fullmatch(self.who))


_BY_OFFICE = expression(rf"(?:\w+ )?(?:{CALLED_BY_OFFICE})", re.IGNORECASE)


def whole_asked(question: str) -> Whole | None:
    """Return the whole that a question asks for, None of one that asks for something else or only points at it."""
    bare = _ENDS.sub("", _POLITE.sub("", " ".join(question.split()).strip(EDGES + "-"))).strip(EDGES)
    for form, pattern in _COMPILED:
        match = pattern.match(bare)
        if match is None:
            continue
        groups = {name: (value or "").strip(EDGES) for name, value in match.groupdict().items()}
        words = " ".join(filter(None, (groups.get("words"), groups.get("where"), groups.get("tail"))))
        found = Whole(form, words, groups.get("who", ""), groups.get("topic", ""))
        if not any(_POINTING.match(each) for each in (found.who, found.topic, words) if each != "they all"):
            return found
    return None
