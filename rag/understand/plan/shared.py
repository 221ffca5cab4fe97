"""What a question leaves to the one before it in the same sentence -> that question with it, to be asked by itself.

"How many died in the fire at Eskby and how many were hurt?" asks who was hurt in that fire; "When was that?" behind
"Who spoke from the tower?" asks when somebody spoke from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from index.text.stems import content_words
from rag.phrasing import lowered, raised

_JOIN = expression(r"^(?:(?:and|but|so|also|then) )+", re.IGNORECASE)
_AUXILIARY = r"(?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)"
_THAT = r"(?:that|this|it)"
_WHEN_THAT = expression(
    rf"^(?P<word>when|where|why|how|in which year|on which day) (?:was|is|did) {_THAT}"
    r"(?: happen(?:ed)?)?$",
    re.IGNORECASE,
)
_REASON = expression(
    r"^(?:what (?:was|is|were|are) (?:the|his|her|their|its) (?:(?:main|stated|given|official) )?"
    r"(?:reason|cause|motive)s?(?: (?:given|behind|for) ?(?:it|this|that)?)?"
    r"|(?:for|on) what (?:reasons?|grounds?)|why|why so|over what)$",
    re.IGNORECASE,
)
_PLURAL = expression(
    rf"\b{_AUXILIARY} (?P<who>(?:(?:the|these|those|all|most|some) )?(?:[\w’'-]+ ){{0,3}}?"
    r"(?:(?-i:[a-z])[\w’-]{2,20}(?<![siu])s|people|men|women|children|staff|police)"
    r"(?: (?:in|of|at|from) (?-i:[A-Z])[\w’-]+)?)"
    r"(?= (?:[a-z]+ly )?(?-i:[a-z])[\w’-]+\b)",
    re.IGNORECASE,
)
"""Several who do what a question asks of: "What did the dock workers demand"; not of "does", which one alone does."""
_SEVERAL = expression(r"\b(?:they|them)\b", re.IGNORECASE)
_INVERTED = expression(rf"^(?:what|whom|which|when|where|why|how)\b.*?(?P<rest>\b{_AUXILIARY} .+)$", re.IGNORECASE)
_SUBJECT_ASKED = expression(
    rf"^(?:(?P<who>who)|(?:which|what) (?P<noun>(?!{_AUXILIARY}\b)\w+)) (?!{_AUXILIARY}\b)(?P<did>.+)$", re.I
)
_COMPARES = expression(
    r"^how (?:does|did|do|is) (?:that|this|it|they|those|these|the (?:number|figure)s?) "
    r"(?:compared?|differ(?:ent)?|look compared) (?:with|to|from) (?:that of |those of )?(?P<other>.+)$",
    re.IGNORECASE,
)
_TIME = expression(
    r",? (?:(?:in|of|during|for|on) )?(?:(?:the )?(?:year )?(?:1[5-9]|20)\d\d|(?:this|last) (?:year|month|season))\b",
    re.IGNORECASE,
)
_PREPOSITION = expression(r" (?=(?:in|at|on|during|near|after|before|around) (?:the|[A-Z]|an? ))")
_VERB = expression(rf"\b{_AUXILIARY}\b", re.IGNORECASE)
_OWN = expression(r"(?<=[ (])[A-Z][\w’'-]+|\d{4}|\b(?:in|at|on|during|near|about|of) (?:the|that|this)\b")
"""A name, a year or a place of a question's own."""
_WHO_IS = expression(r"^who (?:is|was|are|were) (?:the )?(?P<post>(?!going\b|\w+ing\b)\S.+)$", re.IGNORECASE)
_THEY = expression(r"\b(?:he|she)\b", re.IGNORECASE)
_WHO_DID = expression(r"^who (?:all )?(?P<did>(?!did\b|does\b|do\b).+)$", re.IGNORECASE)
_THEM = expression(r"\b(?:(?P<each>each) (?:of them|one)|they|them)\b", re.IGNORECASE)
_ITS = expression(r"\b(?:its|their|his|her) (?P<noun>[a-z][\w’'-]*)\b", re.IGNORECASE)
_PAID = expression(r"^who (?:(?:is|was|will|has) )?(?:pays?|paid|paying|to pay)$", re.IGNORECASE)
_COST = expression(r"^(?:how much|what) (?:did|does|do|will|has|have|would) (?P<thing>.+?) (?:cost|come to)\b", re.I)
_OF_ITS_ANSWER = expression(
    rf"^(?:what|why|how)\b.*\b(?:say|said|tell|told|called)\b|"
    rf"^(?:what|why|how|when|where)\b(?: {_AUXILIARY})? (?:its|their|his|her)\b|"
    rf"^how (?:long|old|big|high) {_AUXILIARY} (?:it|he|she|they)$",
    re.IGNORECASE,
)
"""A clause about what the first question asks for, no place of it: "what was their excuse", "what did it say"."""
LONGEST = 6
"""So many words at most take the place of a pronoun."""
FEW = 2
"""Of so many words with a meaning a clause is about nothing by itself: "how big was the gap"."""


def without_join(clause: str) -> str:
    """Return a clause without the words that join it to the one before: "and when was that"."""
    return _JOIN.sub("", clause)


_ASKED_FOR = expression(
    r"^(?:how (?:many|much|long|old|far|high|big|large|tall|often)|what (?:do|does|did|was|were|is|are|has|have)|where"
    r"|who|(?:what|which) (?:share|number|price|rate|size))\b",
    re.IGNORECASE,
)
_AT_ANOTHER_TIME = expression(
    r"\b(?:now|today|nowadays|these days|at present|currently|then|before|after(?:wards)?|earlier|later|since"
    r"|previously|at first|originally|(?:in|by) (?:1[5-9]|20)\d\d|back in)\b",
    re.IGNORECASE,
)


def asks_again(clauses: Sequence[str]) -> bool:
    """Return whether a second clause asks for the same as the first at another time: "and how many are there now?"."""
    if len(clauses) != PAIR or not _AT_ANOTHER_TIME.search(clauses[1]):
        return False
    asked = [_ASKED_FOR.match(each) for each in clauses]
    words = [set(content_words(_AT_ANOTHER_TIME.sub(" ", each))) for each in clauses]
    is_same = asked[0] and asked[1] and asked[0][0].lower().split()[:2] == asked[1][0].lower().split()[:2]
    return bool(is_same) and words[1] <= words[0]


PAIR = 2
_HOW_OLD = expression(r"^how old (?:was|were|is) (?P<who>he|she|they)$", re.IGNORECASE)
_WHEN_DID = expression(
    r"^(?i:when|(?:in|on) (?:what|which) (?:year|month|day)|what year) did "
    r"(?:(?:(?:the )?[a-z][\w’'-]*|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})) (?P<did>[a-z].+)$"
)


def with_what_is_shared(first: str, clause: str) -> str:
    """Return a clause with what it leaves to the first: what "that" is, the place or event, the thing that is paid."""
    first, bare = first.strip(" ?"), clause.strip(" ?")
    if (old := _HOW_OLD.match(bare)) and (when := _WHEN_DID.match(first)):
        return f"{bare} when {old['who'].lower()} did {when['did']}"
    if word := _asked_of_event(bare):
        return _of_event(first, word) or clause
    if match := _COMPARES.match(bare):
        without = _TIME.sub("", first, count=1)
        return clause if without == first else f"{without} in {re.sub('^(?:in|the) ', '', match['other'])}"
    if named := _of_whom(first, bare):
        return named
    if _PAID.match(bare):
        cost = _COST.match(first)
        return f"{bare} for {cost['thing']}" if cost else clause
    if _OWN.search(bare) or len(set(content_words(bare))) > FEW or _OF_ITS_ANSWER.match(bare):
        return clause
    where = _where(first)
    return f"{bare} {where}" if where else clause


def _asked_of_event(clause: str) -> str:
    """Return with what word a clause asks of what the first question is about: "when" was that, "why"; else nothing."""
    match = _WHEN_THAT.match(clause)
    return match["word"] if match else "why" if _REASON.match(clause) else ""


def _of_event(first: str, word: str) -> str:
    """Return the question for when or where something happened that the first question is about."""
    if match := _SUBJECT_ASKED.match(first):
        who = f"a {match['noun']}" if match["noun"] else "somebody"
        return raised(f"{word.lower()} was it that {who} {match['did']}")
    inverted = _INVERTED.match(first)
    return raised(f"{word.lower()} {lowered(inverted['rest'])}") if inverted else ""


def _of_whom(first: str, clause: str) -> str:
    """Return a clause whose pronoun stands for whom or what the first question asks after: "Who was the winner?"."""
    if (match := _WHO_DID.match(first)) and (them := _THEM.search(clause)):
        those = f"those who {re.sub('^is ', 'are ', re.sub('^was ', 'were ', match['did']))}"
        each = "each of " if them["each"] else ""
        return f"{clause[: them.start()]}{each}{those}{clause[them.end() :]}"
    if (them := _SEVERAL.search(clause)) and (several := _several(first)):
        return f"{clause[: them.start()]}{several}{clause[them.end() :]}"
    they, its = _THEY.search(clause), _ITS.search(clause)
    if they and (match := _WHO_IS.match(first)):
        return f"{clause[: they.start()]}the {match['post']}{clause[they.end() :]}"
    if its and (match := _SUBJECT_ASKED.match(first)) and match["noun"]:
        if len(match["did"].split()) > LONGEST:
            return ""
        one = f"the {its['noun']} of the {match['noun']} that {match['did']}"
        return f"{clause[: its.start()]}{one}{clause[its.end() :]}"
    return ""


def _several(first: str) -> str:
    """Return the several who do what a question asks of, empty where it names none or more than these."""
    inverted = _PLURAL.finditer(first)
    found = [each for each in inverted if not each[0].lower().startswith(("does ", "is ", "was ", "has "))]
    return found[0]["who"] if len(found) == 1 and len(found[0]["who"].split()) <= LONGEST else ""


def _where(first: str) -> str:
    """Return where or in what event a question ends, from its first preposition before that on: "in the fire at Eskby".

    What an auxiliary follows is no end of a clause: "on the bridge when it was closed".
    """
    for match in _PREPOSITION.finditer(first):
        rest = first[match.end() :]
        if not _VERB.search(rest):
            return rest
    return ""
