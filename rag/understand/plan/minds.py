"""A question for a change of mind -> whose and about what: "Has Tell always wanted the ferry?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.storage.catalog import Catalog
from index.text.expressions import expression
from rag.understand.speakers import EDGES, as_speaker

_S = r"(?P<who>\S+(?: \S+){0,6}?)"
_TURNS = (
    r"(?:chang(?:e[ds]?|ing) (?:his|her|their|its) (?:minds?|views?|position|stance|opinion|tune)"
    r"|chang(?:e[ds]?|ing) course|moved?(?= on )|shift(?:ed)?(?= on )|"
    r"(?:turn(?:ed)?|come out|came out) against|c(?:o|a)me (?:round|around) to"
    r"|switch(?:ed)? sides"
    r"|go back|went back|backtrack(?:ed)?|reverse(?:d)? course)"
)
_HOLDS = (
    r"(?:want(?:ed)?|support(?:ed)?|oppose[d]?|back(?:ed)?|favou?r(?:ed)?|reject(?:ed)?|believe[d]? in|like[d]?"
    r"|said|thought|been (?:for|against|in favou?r of|opposed to)|demanded|called for|defended)"
)
_ABOUT = r"(?: (?:about|on|over|of|regarding|towards?))?"
_VIEW = (
    r"(?:\w+ )?(?:views?|opinions?|positions?|stances?|mind|thinking|attitude|tune|tone|line|ideas?|"
    r"take|approach|message|claims?|plans?)"
)
_FORMS = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"^(?:has|have|had|did) {_S} (?:always|ever since|all along|from the start|never) {_HOLDS} (?P<topic>.+)$",
        rf"^(?:was|were|is|are) {_S} always (?:for|against|in favou?r of|opposed to) (?P<topic>.+)$",
        rf"^(?:why |when |how |what made )?(?:has|have|had|did )? ?{_S} (?:ever )?{_TURNS}{_ABOUT}(?: (?P<topic>.+))?$",
        rf"^(?:(?:how|why|how and why|in what way|how far|when) )?(?:did|does|do|has|have) {_S}(?:['’]s|(?<=s)['’]) "
        rf"{_VIEW}"
        rf"{_ABOUT} (?P<topic>.+?) (?:chang(?:e[ds]?|ing)|shift(?:ed)?|evolved?|develop(?:ed)?|move[d]?)"
        r"(?: (?:over (?:time|the (?:years|months|weeks))|with time|since then|in the end|at all|later))?$",
        rf"^(?:why|what made) (?:has|have|had|did )? ?{_S} (?:to )?{_TURNS}{_ABOUT}(?: (?P<topic>.+))?$",
    )
)
_AND_WHY = expression(
    r"[?,.;:–-]+ (?:and )?(?:(?:if (?:so|not),? )?(?:why|when|how)(?: (?:did|has) (?:he|she|they|it)\b.*)?"
    r"|(?:if (?:so|not),? )?what did (?:he|she|they|it) (?:say|think|want|claim) (?:at )?(?:first|before|then|earlier)"
    r"(?:,? (?:and|then) (?:what )?(?:did (?:he|she|they|it) (?:say|think|want|claim) )?(?:\w+ )?\w+)?"
    r"|(?:if (?:so|not),? )?what (?:made|changed|convinced|persuaded|moved|brought|caused)\b.*"
    r"|what was the reason|for what reason)$",
    re.IGNORECASE,
)


class MindAsked(NamedTuple):
    """Whose change of mind is asked for, and about what."""

    who: str
    topic: str


def mind_asked(question: str, catalog: Catalog) -> MindAsked | None:
    """Return whose change of mind a question asks after and about what, None for other questions."""
    bare = _AND_WHY.sub("", question.strip(EDGES)).strip(EDGES)
    for form in _FORMS:
        if match := form.match(bare):
            who = as_speaker(match["who"], catalog, "known") or as_speaker(match["who"], catalog, "heard")
            topic = (match["topic"] or "").strip(EDGES)
            if who and topic:
                return MindAsked(who, topic)
    return None
