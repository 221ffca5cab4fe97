"""Follow-ups without words of their own ("when was that", "what else", "who else") -> the whole question.

Each form is a pattern and the question that it stands for after the question before, if it stands for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from index.text.expressions import expression
from rag.phrasing import lowered, possessive
from rag.understand.intent import Reading
from rag.understand.pronouns import thing_of
from rag.understand.speakers import EDGES

_THAT = r"(?:that|it|this|so|those things|that stuff)"
_SAY = r"(?:say|said|mention|mentioned|tell|told|talk|speak)"
_WHEN = expression(
    rf"^(?P<word>when|where|why|how come|how)(?: (?:was|is|were|did|does) {_THAT}(?: (?:happen|take place|be|said))?)?$"
    rf"|^(?P<spoken>when|where|why) (?:did|does|has) (?:he|she|they) {_SAY}(?: {_THAT})?$"
    rf"|^(?:did|does) (?:he|she|they) (?:say|explain|tell) (?P<asked>why|when|where|how)$",
    re.IGNORECASE,
)
_TO_WHOM = expression(
    rf"^(?:to whom|to who|who to|who(?:m)? did (?:he|she|they) (?:say {_THAT} to|tell(?: {_THAT})?(?: to)?)"
    rf"|to whom did (?:he|she|they) {_SAY}(?: {_THAT})?)$",
    re.IGNORECASE,
)
_ELSE = expression(
    r"^(?:what else|anything else|something else|what more|anything more|more|tell me more|go on|continue"
    r"|(?:what else|what more|anything else) (?:did|does|has) (?:he|she|they) (?:say|said|mention|mentioned|have "
    r"to say)"
    r"|did (?:he|she|they) (?:say|mention) (?:anything|something) (?:else|more))$",
    re.IGNORECASE,
)
_WHO_ELSE = expression(
    rf"^(?:who else(?: (?:said|says|mentioned) {_THAT}| spoke about {_THAT}| did)?|anyone else|anybody else|did "
    r"any(?:one|body) else(?: (?:say|mention) (?:that|it|this|anything))?|what did (?:the )?others say)$",
    re.IGNORECASE,
)
_WHO_TOLD = expression(rf"^who told (?P<whom>him|her|them)(?: {_THAT})?$", re.IGNORECASE)
_WHO_SAID = expression(rf"^(?:who said {_THAT}|says who|who says {_THAT}|who said it)$", re.IGNORECASE)
_HOW_OFTEN = expression(
    rf"^how (?:often|many times)(?: (?:did|has|does) (?:he|she|they) (?:say|said|mention|mentioned)(?: {_THAT})?)?$",
    re.IGNORECASE,
)
_ALL = expression(
    r"^(?:(?:list|show|give)(?: me)? (?:them )?(?:all|everything|all of (?:them|it))|all of (?:them|it)|list them"
    r"|everything|show (?:me )?all)$",
    re.IGNORECASE,
)
_CHANGED = expression(
    r"^(?:how )?(?:has|have|did) (?:that|it|this|(?:his|her|their) (?:view|position|opinion|mind|stance)) "
    r"(?:changed?|evolved?|developed?|shift(?:ed)?)(?: (?:over time|since(?: then)?))?$",
    re.IGNORECASE,
)
_ASKS = expression(
    r"^(?:what|who|whom|where|when|why|how(?: (?:many|much|long|often|far|old))?|which)\b(?P<middle>[^?]*?) ?\b"
    r"(?P<verb>did|does|do|was|were|is|are|has|have|had|will|would|can|could) (?P<rest>\S.*)$",
    re.IGNORECASE,
)


def whole_form(rest: str, before: Reading) -> str | None:
    """Return the whole question behind one that has no words of its own, None where it is of no such form."""
    for pattern, whole in _FORMS:
        if (match := pattern.match(rest)) and (question := whole(match, before)):
            return question
    return None


def _when(match: re.Match[str], before: Reading) -> str:
    word = (match["word"] or match["spoken"] or match["asked"]).lower()
    if not before.asked.speaker:
        return _other_word(word, before)
    return f"{word.capitalize()} did {before.asked.speaker} say that{_on_topic(before)}{before.when}?"


def _to_whom(match: re.Match[str], before: Reading) -> str | None:
    speaker = before.asked.speaker
    return f"To whom did {speaker} say that{_on_topic(before)}{before.when}?" if speaker else None


def _else(match: re.Match[str], before: Reading) -> str:
    if before.asked.speaker:
        return f"What else did {before.asked.speaker} say{_on_topic(before)}{before.when}?"
    return f"What else is said about {thing_of(before) or before.topic}{before.when}?"


def _who_else(match: re.Match[str], before: Reading) -> str | None:
    return f"Who else said something about {before.topic}{before.when}?" if before.topic else None


def _who_told(match: re.Match[str], before: Reading) -> str | None:
    return f"Who told {before.asked.speaker}{_on_topic(before)}?" if before.asked.speaker else None


def _who_said(match: re.Match[str], before: Reading) -> str | None:
    if not before.topic:
        return None
    if before.asked.kind == "fact":
        return f"Who said this: {before.text}"
    return f"Who said that{_on_topic(before)}{before.when}?"


def _how_often(match: re.Match[str], before: Reading) -> str | None:
    speaker, topic = before.asked.speaker, before.topic
    if not speaker:
        return None
    if topic:
        return f"How many times did {speaker} mention {topic}{before.when}?"
    return f"How often did {speaker} speak{before.when}?"


def _all(match: re.Match[str], before: Reading) -> str | None:
    speaker = before.asked.speaker
    return f"List all statements by {speaker}{_on_topic(before)}{before.when}" if speaker else None


def _changed(match: re.Match[str], before: Reading) -> str | None:
    if not before.asked.speaker:
        return None
    on = f" on {before.topic}" if before.topic else ""
    return f"How has {possessive(before.asked.speaker)} position{on} changed over time?"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Reading], str | None]], ...] = (
    (_WHEN, _when),
    (_TO_WHOM, _to_whom),
    (_ELSE, _else),
    (_WHO_ELSE, _who_else),
    (_WHO_TOLD, _who_told),
    (_WHO_SAID, _who_said),
    (_HOW_OFTEN, _how_often),
    (_ALL, _all),
    (_CHANGED, _changed),
)


def _on_topic(before: Reading) -> str:
    return f" about {before.topic}" if before.topic else ""


def _other_word(word: str, before: Reading) -> str:
    """Return a fact question with another asking word: "Where did Tell build it?", "When did Tell build it?"."""
    text = before.text.strip(EDGES)
    match = _ASKS.match(text)
    if (
        match
        and not match["middle"].strip()
        and not re.match(r"(?:who|what)\b.*\b(?:was|were|is|are|has|had|have)$", text[: match.end("verb")], re.I)
    ):
        return f"{word.capitalize()} {match['verb'].lower()} {match['rest']}?"
    if text.lower().startswith("who ") and not match:
        return f"{word.capitalize()} was it that somebody {text[4:]}?"
    return f"{word.capitalize()} was that: {lowered(text)}?"
