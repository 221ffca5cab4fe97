"""A question for all who speak of something -> of what, and what their words do: "Who criticised the tax?"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from index.text.expressions import expression
from rag.understand.speakers import EDGES

Act = Literal["criticism", "praise", "a demand", "support", "opposition", "a warning", "thanks", "a promise"]

_PEOPLE = (
    r"(?:speakers?|leaders?|politicians?|people|persons?|officials?|ministers?|presidents?|experts?|countr(?:y|ies)"
    r"|nations?|delegates?|senators?|states?|lawmakers?|analysts?)"
)
_WHO = (
    r"(?:(?:please )?(?:list|name|show|give|tell)(?: me)? )?(?:all )?(?:the )?(?:who(?: all| else)?"
    rf"|(?:which|what) (?:other )?(?:of (?:the )?)?(?:\w+ )?{_PEOPLE}|(?:{_PEOPLE}|everyone|those) (?:who|that))"
    r"(?: (?:have|has|had|also|ever))*"
)
_ACTS: tuple[tuple[Act | None, str], ...] = (
    (
        None,
        r"(?:mention(?:s|ed)?|names?|named|discuss(?:es|ed)?|address(?:es|ed)?|rais(?:es|ed?)|brought up"
        r"|refer(?:s|red)? to|(?:spoke|spoken|speaks?|(?:talk|comment|remark)(?:s|ed)?) (?:about|on|of|to))",
    ),
    (
        "criticism",
        r"(?:critici[sz](?:es?|ed)|attack(?:s|ed)?|condemn(?:s|ed)?|denounc(?:es?|ed)|blam(?:es?|ed)|complain(?:s|ed)? "
        r"about)",
    ),
    ("praise", r"(?:prais(?:es?|ed)|commend(?:s|ed)?|applaud(?:s|ed)?|laud(?:s|ed)?|spoke well of|hail(?:s|ed)?)"),
    (
        "a demand",
        r"(?:(?:call|ask|push|plead|appeal)(?:s|es|ed)? for|demand(?:s|ed)?|urg(?:es?|ed))",
    ),
    (
        "support",
        r"(?:support(?:s|ed)?|back(?:s|ed)?|endors(?:es?|ed)|defend(?:s|ed)?|(?:is|are|was|were) in favou?r of)",
    ),
    ("opposition", r"(?:oppos(?:es?|ed)|reject(?:s|ed)?|(?:is|are|was|were) against)"),
    ("a warning", r"(?:warn(?:s|ed)? (?:of|about|against))"),
    ("thanks", r"(?:thank(?:s|ed)?)"),
    ("a promise", r"(?:promis(?:es?|ed)|pledg(?:es?|ed)|commit(?:s|ted) to)"),
)
_OF_EACH = expression(
    r"^\W*what (?:would|will|do|did|does|have|has|had) (?:(?:each|all|every one|everyone|both) of (?:the |them|these )?"
    r"(?:\w+ ){0,2}?|(?:each|every) )(?:\w+ )?"
    r"(?:do|say|said|think|want|wanted|propose|proposed|promise|promised|plan|planned|suggest|suggested|hold|make)"
    r" (?:about|on|regarding|over|with|of|for) (?P<topic>\S.*)$",
    re.IGNORECASE,
)
_FORMS = tuple((act, expression(rf"^\W*{_WHO} {verb} (?P<topic>\S.*)$", re.IGNORECASE)) for act, verb in _ACTS)
_ORDER = expression(
    r"\b(?:first|last|most|least|more|best|worst|when|why|how|and (?:what|who|when|why))\b", re.IGNORECASE
)
LONGEST = 8
"""A topic of more words is a sentence that somebody said."""


class SpeakersAsked(NamedTuple):
    """What all speakers are asked for who name it, and what else their words must do."""

    topic: str
    act: Act | None


def speakers_asked(question: str) -> SpeakersAsked | None:
    """Return of what a question asks for all who speak, None where it asks for one, for an order or for a fact."""
    bare = question.strip(EDGES)
    for act, form in (*_FORMS, (None, _OF_EACH)):
        if match := form.match(bare):
            topic = match["topic"].strip(EDGES)
            whole = len(topic.split()) <= LONGEST and not _ORDER.search(topic) and "“" not in topic and '"' not in topic
            return SpeakersAsked(topic, act) if whole else None
    return None
