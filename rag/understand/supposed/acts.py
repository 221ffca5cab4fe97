"""Questions whether somebody did something by words ("Did Tell attack the council?") -> of what he would have spoken.

Who criticises, praises or blames seldom says "I criticise"; so no text has the word, and his words on it are what there
is to judge by. Words that are said in doing it (thank, apologise, promise) are not here: where they are missing it was
not done.
"""

from __future__ import annotations

import re

from index.text.expressions import expression
from rag.understand.supposed.premise import Premise

_ACT = expression(
    r"(?:critici[sz]e|attack|accuse|blame|condemn|denounce|insult|mock|ridicule|belittle|praise|defend|complain"
    r"|rail|lash out|hit out|den(?:y|ies|ied)|dismiss|question|warn|scold|rebuke|lambast|slam|bash|rant|brag|boast|joke"
    r"|gloat|speak (?:out|up)|spoke (?:out|up)|take issue|took issue|make fun|made fun"
    r"|play down|played down|justify|excuse)"
    r"(?:e?d|d|e?s|ies|ied)?(?: (?:at|about|against|on|for|of|to|with|over|that|in favou?r of))?"
    r" (?P<what>\S.*)",
    re.IGNORECASE,
)
_ANYBODY = expression(
    r"(?:any(?:body|one|thing)|some(?:body|one|thing)|people|others)(?: (?:else|in particular))? "
    r"(?:for|of|about|over) ",
    re.IGNORECASE,
)
_OF_ANYTHING = expression(
    r" (?:of|for|over|about) (?:any|some)thing\b.*$| (?:at all|in public|openly|publicly)\b.*$", re.IGNORECASE
)
_CLAUSE = expression(
    r"(?:that )?(?:he|she|they|it|there) (?:would|will|had|has|have|was|were|is|are|did|could|should) "
    r"(?:(?:be|been) )?",
    re.IGNORECASE,
)
_SURELY = expression(r"\b(?:certainly|definitely|surely|probably|publicly|openly|personally) ", re.IGNORECASE)


def spoken_of(premise: Premise | None) -> str | None:
    """Return on what somebody would have spoken who did what is asked about; None where it is not done by words."""
    if premise is None or not premise.asked or not premise.of_an_actor:
        return None
    act = _ACT.fullmatch(_SURELY.sub("", premise.predicate))
    if act is None:
        return None
    what = _OF_ANYTHING.sub("", _ANYBODY.sub("", _CLAUSE.sub("", act["what"])))
    return what if re.search(r"\w{3}", what) and not re.fullmatch(r"(?:any|some)\w+", what, re.IGNORECASE) else None
