"""What a question leaves to the one before it in the same sentence -> that question with it, to be asked by itself.

"How many died in the fire at Eskby and how many were hurt?" asks who was hurt in that fire; "When was that?" behind
"Who spoke from the tower?" asks when somebody spoke from it.
"""

from __future__ import annotations

import re

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
    if match := _WHEN_THAT.match(bare):
        return _of_event(first, match["word"]) or clause
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
    they, its = _THEY.search(clause), _ITS.search(clause)
    if they and (match := _WHO_IS.match(first)):
        return f"{clause[: they.start()]}the {match['post']}{clause[they.end() :]}"
    if its and (match := _SUBJECT_ASKED.match(first)) and match["noun"]:
        if len(match["did"].split()) > LONGEST:
            return ""
        one = f"the {its['noun']} of the {match['noun']} that {match['did']}"
        return f"{clause[: its.start()]}{one}{clause[its.end() :]}"
    return ""


def _where(first: str) -> str:
    """Return where or in what event a question ends, from its first preposition before that on: "in the fire at Eskby".

    What an auxiliary follows is no end of a clause: "on the bridge when it was closed".
    """
    for match in _PREPOSITION.finditer(first):
        rest = first[match.end() :]
        if not _VERB.search(rest):
            return rest
    return ""
