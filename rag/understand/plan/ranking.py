"""Questions for whom or which countries somebody names, thanks or blames most -> what is counted, and whose words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text.expressions import expression
from rag.records import Counted

_VERB = (
    r"(?P<verb>name|mention|talk(?: about)?|speak(?: about| of)?|refer(?: to)?|cite|quote|discuss|thank|praise"
    r"|critici[sz]e|blame|accuse|condemn|congratulate|attack|greet|honou?r)(?:e?d|s)?"
)
_SPOKEN = r"(?P<verb>named|mentioned|talked about|spoken (?:of|about)|referred to|cited|quoted|discussed)"
_COUNTRIES = r"(?P<countries>countr(?:y|ies)|nations?)"
_PEOPLE = r"(?P<people>people|persons?|leaders?|politicians?|presidents?|names)"
_WHOM = rf"(?:(?:which|what) (?:other )?(?:{_COUNTRIES}|{_PEOPLE})|whom?|who)"
_MOST = r"(?: the)? (?:most(?: often| frequently)?|more than (?:any(?:body|one)?|others?)(?: else)?)"
_NAMES = (
    r"(?P<verb>name|mention|talk about|speak (?:about|of)|refer to|cite|discuss|bring up)(?:e?d|s)?"
    r"(?: by name| at all| so far)?"
)
_ALL = r"(?:all )?(?:the )?(?:other )?(?P<countries>countries|nations)"
"""Of several countries that somebody names all are asked for, who is named most first; a person has no such list."""
_FORMS = tuple(
    expression(f"^{form}$", re.IGNORECASE)
    for form in (
        rf"{_WHOM} (?:did|does|do|has|have) (?P<speaker>\S+(?: \S+){{0,5}}?) {_VERB}{_MOST}",
        rf"(?:which|what) {_ALL} (?:did|does|do|has|have) (?P<speaker>\S+(?: \S+){{0,5}}?) {_NAMES}",
        rf"(?:list|name|give(?: me)?|show(?: me)?) {_ALL} (?:that )?(?P<speaker>\S+(?: \S+){{0,5}}?) (?:has )?"
        "(?:name|mention)(?:e?d|s)",
        rf"{_WHOM} (?:is|are|was|were|has been|have been) {_SPOKEN}{_MOST}(?: by (?P<speaker>\S+(?: \S+){{0,5}}?))?",
    )
)
_NAMING = frozenset("name mention talk speak refer cite discuss bring".split())


@dataclass(frozen=True)
class Ranking:
    """What is to be counted, and whose words: None for everybody's."""

    counted: Counted
    speaker: str | None


def ranking_asked(question: str) -> Ranking | None:
    """Return what a question asks to be counted and put in order, or None."""
    for form in _FORMS:
        if match := form.match(question):
            verb = (match.groupdict().get("verb") or "name").lower().split()[0]
            does = None if any(verb.startswith(each) for each in _NAMING) or verb.startswith("spoke") else verb
            people = match.groupdict().get("people")
            counted = Counted("country" if match["countries"] else "person" if people else "anybody", does)
            return Ranking(counted, match["speaker"])
    return None
