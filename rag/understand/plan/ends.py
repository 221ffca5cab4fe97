"""A question for the first or the last words in a document: "What was the last thing Tell said in the debate?".

Whose they are may be a name, what a label says of its speaker ("the Herald man"), or what is asked ("Who had the last
word?"); where they were said may be told by the document's name or by those who were there.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from index.text.expressions import expression
from rag.understand.speakers import EDGES

_END = r"(?:very )?(?P<end>first|last|opening|closing|final)"
_VERB = r"(?P<verb>said|says|say|asked|asks|ask|told|tell|wrote|wanted to know|put to|brought up|mentioned)"
_FORMS = tuple(
    expression(form, re.IGNORECASE)
    for form in (
        rf"^what (?:was|is|were|are) the {_END} (?:thing|words?|sentence|question|remark|statement|point)s? "
        rf"(?:that )?(?P<who>\S+(?: \S+){{0,5}}?) (?:had |has )?{_VERB}(?: (?P<rest>.+))?$",
        rf"^what (?:did|does) (?P<who>\S+(?: \S+){{0,5}}?) {_VERB} {_END}(?P<rest>.*)$",
        rf"^what (?:was|is|were|are) (?P<who>\S+(?: \S+){{0,5}}?)(?:['’]s|(?<=s)['’]) {_END} "
        r"(?P<verb>words?|sentence|question|remark|statement|point)s?(?: (?P<rest>.+))?$",
        rf"^(?P<who>who|which \S+(?: \S+)?) (?:had|got|has|was given) the {_END} word(?P<verb>)"
        r"(?: (?P<rest>.+))?$",
        rf"^(?P<who>who|which \S+(?: \S+)?) (?P<verb>spoke|speaks) {_END}(?: (?P<rest>.+))?$",
    )
)
_AND_WHAT = expression(r",? and what (?:was it|did (?:he|she|they) say|were they)$", re.IGNORECASE)
_SPEECH = (
    r"(?:speech|address|talk|interview|letter|remarks|statement|lecture|debate|hustings|meeting|hearing|podcast|episode"
    r"|panel|discussion|session|message|sermon|conference|briefing|call)"
)
SPEECH = expression(rf"\b{_SPEECH}\b", re.IGNORECASE)


_ON_TOPIC = expression(
    rf"^(?:(?:at|in|during) (?P<before>[^,]{{3,80}}), )?what (?:was|is|were|are) the {_END} "
    r"(?:thing|words?|sentence|remark|statement|point|comment)s? (?:that )?(?P<who>\S+(?: \S+){0,5}?) (?:had |has )?"
    r"(?:said|says|say|told \S+) (?:about|on|of|regarding|concerning) (?P<topic>\S.*?)"
    rf"(?: (?:at|in|during) (?P<after>(?:the|his|her|their) (?:\S+ ){{0,6}}?{_SPEECH}(?: .+)?))?$",
    re.IGNORECASE,
)
"""Of a topic the first or last words are those of one talk only where the question names the talk."""


class EndAsked(NamedTuple):
    """Whose first or last words are asked for, of which document, and whether a question of theirs is."""

    end: Literal["first", "last"]
    who: str
    """As the question has it; "who" or "which candidate" where that is asked."""
    where: str
    is_question: bool
    topic: str = ""
    """What the words have to be on, empty where any are asked for."""


def end_of_document(question: str) -> EndAsked | None:
    """Return whose first or last words in a document are asked for, None where it is of no document or nothing such."""
    bare = _AND_WHAT.sub("", question.strip(EDGES)).strip(EDGES)
    if (on_topic := _ON_TOPIC.match(bare)) and SPEECH.search(where := on_topic["before"] or on_topic["after"] or ""):
        return EndAsked(_end(on_topic), on_topic["who"], where, is_question=False, topic=on_topic["topic"])
    for form in _FORMS:
        match = form.match(bare)
        if match is None:
            continue
        rest = (match["rest"] or "").strip(EDGES)
        asks = match["verb"].lower() in ("asked", "asks", "ask", "wanted to know", "put to", "question")
        placed = bool(SPEECH.search(rest))
        if re.match(r"(?:about|on|regarding|concerning) ", rest, re.IGNORECASE):
            return None
        if rest and not placed and not asks:
            return None
        return EndAsked(_end(match), match["who"], rest, asks)
    return None


def _end(match: re.Match[str]) -> Literal["first", "last"]:
    return "first" if match["end"].lower() in ("first", "opening") else "last"
