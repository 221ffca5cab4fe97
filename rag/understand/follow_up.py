"""A later question and the questions before it -> a question that stands alone, in readable English.

What a follow-up leaves out (the speaker, the topic, the days) is taken from the question before it, which was itself
made to stand alone. A question that is complete is never touched: only one that opens as a follow-up, consists of one,
or has a pronoun with nothing before it to point at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.names.names import is_name
from index.storage.catalog import Catalog
from index.text.countries import country
from rag.understand.dates import AskedDates, asked_dates
from rag.understand.intent import Asked
from rag.understand.quoted_words import hidden, outside_marks
from rag.understand.speakers import EDGES, find_speakers

REMEMBERED = 12
"""How many earlier questions are read; what a question leaves out is seldom further back."""


@dataclass(frozen=True)
class Reading:
    """One question that stands alone, read: what it asks, and the days where they are the time of saying."""

    text: str
    asked: Asked
    dates: AskedDates | None

    @property
    def when(self) -> str:
        """Return the question's words for the days, with a space before them, or nothing."""
        return f" {_lowered(self.text[self.dates.start : self.dates.end])}" if self.dates else ""


Read = Callable[[str], Reading]

_OPENING = re.compile(
    r"^\W*(?:(?P<strong>(?:and |but |so )?(?:what|how) about|what of)|(?P<weak>and|but|also|or))\b[\s,]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_QUESTION_WORD = re.compile(
    r"^(?:what|when|where|why|who|whom|whose|which|how|did|does|do|is|was|are|were|has|have|had|can|could|will|would"
    r"|to whom|list|show|give|timeline)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"^(?P<preposition>about|on|of|regarding|concerning|in|at|from|for|with|by|near) (?P<rest>.+)$", re.IGNORECASE
)
_THAT = r"(?:that|it|this|so|those things|that stuff)"
_SUBJECT = r"(?:he|she|they|it|that|this)"
_SAY = r"(?:say|said|mention|mentioned|tell|told|talk|speak)"
_WHEN = re.compile(
    rf"^(?P<word>when|where|why|how come|how)(?: (?:was|is|were|did|does) {_THAT}(?: (?:happen|take place|be|said))?)?$"
    rf"|^(?P<spoken>when|where|why) (?:did|does|has) (?:he|she|they) {_SAY}(?: {_THAT})?$"
    rf"|^(?:did|does) (?:he|she|they) (?:say|explain|tell) (?P<asked>why|when|where|how)$",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    rf"^(?:to whom|to who|who to|who(?:m)? did (?:he|she|they) (?:say {_THAT} to|tell(?: {_THAT})?(?: to)?)"
    rf"|to whom did (?:he|she|they) {_SAY}(?: {_THAT})?)$",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"^(?:what else|anything else|something else|what more|anything more|more|tell me more|go on|continue"
    r"|(?:what else|what more|anything else) (?:did|does|has) (?:he|she|they) (?:say|said|mention|mentioned|have "
    r"to say)"
    r"|did (?:he|she|they) (?:say|mention) (?:anything|something) (?:else|more))$",
    re.IGNORECASE,
)
_WHO_ELSE = re.compile(
    rf"^(?:who else(?: (?:said|says|mentioned) {_THAT}| spoke about {_THAT}| did)?|anyone else|anybody else|did "
    r"any(?:one|body) else(?: (?:say|mention) (?:that|it|this|anything))?|what did (?:the )?others say)$",
    re.IGNORECASE,
)
_WHO_TOLD = re.compile(rf"^who told (?P<whom>him|her|them)(?: {_THAT})?$", re.IGNORECASE)
_WHO_SAID = re.compile(rf"^(?:who said {_THAT}|says who|who says {_THAT}|who said it)$", re.IGNORECASE)
_HOW_OFTEN = re.compile(
    rf"^how (?:often|many times)(?: (?:did|has|does) (?:he|she|they) (?:say|said|mention|mentioned)(?: {_THAT})?)?$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:(?:list|show|give)(?: me)? (?:them )?(?:all|everything|all of (?:them|it))|all of (?:them|it)|list them"
    r"|everything|show (?:me )?all)$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"^(?:how )?(?:has|have|did) (?:that|it|this|(?:his|her|their) (?:view|position|opinion|mind|stance)) "
    r"(?:changed?|evolved?|developed?|shift(?:ed)?)(?: (?:over time|since(?: then)?))?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?P<pronoun>he|she|they|him|them|his|her|hers|their|theirs)\b", re.IGNORECASE)
_POSSESSIVE = frozenset({"his", "their", "theirs", "hers"})
_OBJECT = re.compile(
    r"\b(?P<preposition>about|on|of|regarding|concerning|to|mention(?:ed)?) (?:it|that|this|them)(?= ?(?:$|[?.!,]))",
    re.IGNORECASE,
)
_THING = re.compile(r"\b(?:it|this)\b", re.IGNORECASE)
_EXPLETIVE = re.compile(
    r"\b(?:is|was|does|will) (?:it|this) (?:true|possible|likely|correct|right|known|mean|take|matter|called)\b",
    re.IGNORECASE,
)
# "And about …?" in Russian, Ukrainian, Belarusian and Polish.
_ABOUT_ELSEWHERE = re.compile("^(?:(?:(?:а|и|і) )?(?:о|об|обо|про|пра|аб)|(?:a|i) o) (?P<topic>.+)$", re.IGNORECASE)
_INITIALS = r"(?:(?:[A-Z]\.)+ )?"
_DETERMINED = re.compile(rf"\b(?:the|a|an|this|that) {_INITIALS}[\w’'-]+(?: of (?:the )?{_INITIALS}[\w’'-]+)?")
_ASKING_WORD = re.compile("^(?:Who|What|When|Where|Why|How|Which|Did|Does|Is|Was|Has) (?:the )?")
_CAPITALS = r"(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)"
_PROPER = re.compile(rf"\b{_CAPITALS}(?: (?:of |the )?{_CAPITALS})*")


_LEANS = re.compile(
    r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|it|its|the (?:former|latter|same)|there|then|the other)\b|"
    r"\b(?:that|this|those|these)(?=\W*$| (?:is|was|were|mean|happen|one)\b)|^\W*(?:and|but|so|or)\b",
    re.IGNORECASE,
)
_SHORT = 3


def leans(question: str) -> bool:
    """Return whether a question looks as if it pointed at something outside it, or leaves something out."""
    return bool(_LEANS.search(question)) or len(question.split()) <= _SHORT


def standalone(question: str, history: Sequence[str], read: Read, catalog: Catalog) -> str:
    """Return the question with what it leaves out taken from the questions before it (oldest first)."""
    before: Reading | None = None
    for past in [" ".join(each.split()) for each in history[-REMEMBERED:]]:
        if past:
            before = _next(before, read(_made_whole(past, before, read, catalog)))
    return _made_whole(question, before, read, catalog)


def _next(before: Reading | None, now: Reading) -> Reading:
    """Return the reading that later questions lean on: a greeting between two questions takes nothing away."""
    return before if before and now.asked.kind == "chat" else now


def _made_whole(question: str, before: Reading | None, read: Read, catalog: Catalog) -> str:
    """Return the question made whole; what it has between quotation marks is somebody's words and stays."""
    if before is None or before.asked.kind == "chat":
        return question
    return outside_marks(question, lambda plain: _completed(plain, before, read, catalog))


def _completed(question: str, before: Reading, read: Read, catalog: Catalog) -> str:
    bare = question.strip(EDGES + "…-")
    opening = _OPENING.match(bare)
    rest = opening["rest"].strip(EDGES) if opening else bare
    if rest and (whole := _fixed(rest, before)):
        return whole
    elsewhere = _ABOUT_ELSEWHERE.match(bare)
    if elsewhere and before.asked.speaker and before.asked.topic and before.asked.topic in before.text:
        kept, _, end = before.text.rpartition(before.asked.topic)
        return f"{kept}{elsewhere['topic']}{end}"
    if opening and rest:
        if _QUESTION_WORD.match(rest) and opening["weak"]:
            return _asked_again(_pointed(rest, before, catalog), before, read)
        if not _QUESTION_WORD.match(rest):
            return _instead(rest, before, catalog, strong=bool(opening["strong"]))
    elif _is_fragment(bare, question, catalog):
        return _instead(bare, before, catalog, strong=False)
    return _pointed(question, before, catalog)


def _is_fragment(bare: str, question: str, catalog: Catalog) -> bool:
    """Return whether a question is no more than a topic or a time: "About drones?", "In 2022?", "Poland?"."""
    words = bare.split()
    if not words or _QUESTION_WORD.match(bare):
        return False
    if re.match(r"(?:about|regarding|concerning) \w", bare, re.IGNORECASE) and len(words) <= 8:
        return True
    dates = asked_dates(bare, catalog.newest())
    if dates and dates.start == 0 and dates.end == len(bare):
        return True
    return len(words) <= 2 and question.rstrip().endswith("?")


def _fixed(rest: str, before: Reading) -> str | None:
    """Return the whole question behind one that has no words of its own: "when was that", "what else", "who else"."""
    speaker, topic, when = before.asked.speaker, _topic(before), before.when
    on = f" about {topic}" if topic else ""
    if match := _WHEN.match(rest):
        word = (match["word"] or match["spoken"] or match["asked"]).lower()
        return f"{word.capitalize()} did {speaker} say that{on}{when}?" if speaker else _other_word(word, before)
    if speaker and _TO_WHOM.match(rest):
        return f"To whom did {speaker} say that{on}{when}?"
    if _ELSE.match(rest):
        return (
            f"What else did {speaker} say{on}{when}?"
            if speaker
            else f"What else is said about {_thing(before) or topic}{when}?"
        )
    if _WHO_ELSE.match(rest) and topic:
        return f"Who else said something about {topic}{when}?"
    if speaker and _WHO_TOLD.match(rest):
        return f"Who told {speaker}{on}?"
    if _WHO_SAID.match(rest) and topic:
        return f"Who said that{on}{when}?" if before.asked.kind != "fact" else f"Who said this: {before.text}"
    if speaker and _HOW_OFTEN.match(rest):
        return (
            f"How many times did {speaker} mention {topic}{when}?" if topic else f"How often did {speaker} speak{when}?"
        )
    if speaker and _ALL.match(rest):
        return f"List all statements by {speaker}{on}{when}"
    if speaker and _CHANGED.match(rest):
        return f"How has {_possessive(speaker)} position{f' on {topic}' if topic else ''} changed over time?"
    return None


def _instead(rest: str, before: Reading, catalog: Catalog, strong: bool) -> str:
    """Return the question before with a part of it exchanged: the days, the speaker, or else the topic."""
    dates = asked_dates(rest, catalog.newest()) or asked_dates(f"in {rest}", catalog.newest())
    days = f"in {rest}" if dates and dates.end > len(rest) else rest[dates.start : dates.end] if dates else ""
    left = (
        re.sub(r"^(?:and|about)\b ?", "", rest.replace(days, "", 1).strip(" ,"))
        if days and days in rest
        else ""
        if days
        else rest
    )
    speaker, topic = before.asked.speaker, _topic(before)
    if days and not left:
        return (
            _said(before, speaker, topic, _lowered(days)) if before.asked.kind != "fact" else _fact_with(before, days)
        )
    preposition = _PREPOSITION.match(left)
    named = preposition["rest"] if preposition else left
    own_days = f" {_lowered(days)}" if days else before.when
    someone = None if preposition or country(named) else find_speakers(named, catalog)
    if someone and is_name(someone[0]) and before.asked.kind != "fact":
        return _said(before, named, topic, own_days.strip())
    if before.asked.kind == "fact":
        return _fact_with(before, left)
    if preposition and preposition["preposition"].lower() in {"in", "at", "from", "near"} and topic:
        # "And in Kestria?": the place joins or takes the place of another.
        return _said(before, speaker, _exchanged(topic, left) or f"{topic} {left}", own_days.strip())
    return _said(before, speaker, named, own_days.strip())


def _said(before: Reading, speaker: str | None, topic: str, days: str) -> str:
    """Return a question of the kind before for a speaker, a topic and days."""
    on, when = (f" about {topic}" if topic else ""), (f" {days}" if days else "")
    asked = before.asked
    if asked.kind == "list" and asked.counts and speaker and topic:
        return f"How many times did {speaker} mention {topic}{when}?"
    if asked.kind == "list":
        return f"List all statements{f' by {speaker}' if speaker else ''}{on}{when}"
    if asked.kind == "timeline" and speaker:
        return f"Timeline of {_possessive(speaker)} statements{on}{when}"
    if asked.kind == "timeline":
        return f"Timeline of {topic}{when}"
    return f"What did {speaker} say{on}{when}?" if speaker else f"Who said something{on}{when}?"


def _fact_with(before: Reading, part: str) -> str:
    """Return a fact question with a part exchanged for one of its kind, or with it added."""
    text = before.text.strip(EDGES)
    return f"{_exchanged(text, part) or f'{text}, {_lowered_preposition(part)}'}?"


def _exchanged(text: str, part: str) -> str | None:
    """Return the text with its last phrase like the part exchanged for it: same preposition, a country, "the …".

    No phrase between quotation marks is exchanged.
    """
    whole, text = text, hidden(text)
    part = re.sub(r"^about ", "", part, flags=re.IGNORECASE)
    if match := _PREPOSITION.match(part):
        preposition = match["preposition"].lower()
        alike = list(re.finditer(rf"\b{preposition} (?:the )?(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|[\w’'-]+)", text))
    elif country(part):
        alike = [each for each in re.finditer(r"[\w’'-]+", text) if country(each[0])]
    elif re.match(r"(?:the|a|an)\s", part, re.IGNORECASE):
        alike = list(_DETERMINED.finditer(text))
    elif part[:1].isupper():
        alike = [each for each in _PROPER.finditer(text) if each.start() > 0]
    else:
        alike = []
    if not alike:
        return None
    last = alike[-1]
    return whole[: last.start()] + _lowered_preposition(part) + whole[last.end() :]


_ASKS = re.compile(
    r"^(?:what|who|whom|where|when|why|how(?: (?:many|much|long|often|far|old))?|which)\b(?P<middle>[^?]*?) ?\b"
    r"(?P<verb>did|does|do|was|were|is|are|has|have|had|will|would|can|could) (?P<rest>\S.*)$",
    re.IGNORECASE,
)


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
    return f"{word.capitalize()} was that: {_lowered_first(text)}?"


def _asked_again(rest: str, before: Reading, read: Read) -> str:
    """Return "and what did Quill say?" with the topic and days before it, where it has none."""
    now = read(rest)
    if now.asked.kind == "fact" or now.asked.topic or not _topic(before):
        return _upper_first(rest) + ("" if rest.endswith("?") else "?")
    return _said(now, now.asked.speaker, _topic(before), before.when.strip())


def _pointed(question: str, before: Reading, catalog: Catalog) -> str:
    """Return the question with pronouns that point at nothing in it replaced by what the question before names."""
    first_name = next(
        (each.start() for each in _PROPER.finditer(question) if _is_somebody(each, question, catalog)), len(question)
    )
    person, thing = _person(before, catalog), _thing(before)
    if person:
        question = _PRONOUN.sub(lambda match: _in_place(match, person, first_name), question)
    topic = _topic(before) if before.asked.kind != "fact" else thing
    if (
        topic
        and _OBJECT.search(question)
        and first_name == len(question)
        or (topic and before.asked.speaker and _OBJECT.search(question))
    ):
        question = _OBJECT.sub(lambda match: f"{match['preposition']} {topic}", question, count=1)
    elif thing and before.asked.kind == "fact" and _lone_thing(question):
        question = _THING.sub(thing, question, count=1)
    return question


def _is_somebody(match: re.Match[str], question: str, catalog: Catalog) -> bool:
    """Return whether a run of capitals names what a pronoun after it may mean, and does not just open the question."""
    return match.start() > 0 and not country(match[0])


def _in_place(match: re.Match[str], person: str, first_name: int) -> str:
    pronoun = match["pronoun"].lower()
    # "What did Quill say about him": whom a verb is done to is somebody else than who does it.
    if match.start() > first_name and pronoun not in {"him", "them"}:
        return match[0]
    rest = match.string[match.end() :]
    of_her = pronoun == "her" and re.match(
        r" (?!about\b|that\b|to\b|on\b|in\b|at\b|and\b|or\b|by\b|with\b|for\b|when\b|why\b|how\b|say\b)[a-z]", rest
    )
    return _possessive(person) if pronoun in _POSSESSIVE or of_her else person


def _lone_thing(question: str) -> bool:
    """Return whether "it" has nothing before it in the question that it could stand for."""
    match = _THING.search(question)
    return bool(
        match
        and len(question.split()) <= 9
        and not _EXPLETIVE.search(question)
        and not re.search(r"\b(?:the|a|an) \w+|(?<=\s)[A-Z]\w+", question[: match.start()])
    )


def _person(before: Reading, catalog: Catalog) -> str | None:
    """Return whom "he" or "she" means after a question: the asked speaker, or the one person it names."""
    if before.asked.speaker:
        return before.asked.speaker
    names = [
        each[0].removesuffix("'s").removesuffix("’s")
        for each in _PROPER.finditer(before.text)
        if each.start() > 0 or " " in each[0]
    ]
    names = [_ASKING_WORD.sub("", each) for each in names]
    people = [each for each in names if not country(each) and (find_speakers(each, catalog) or len(each.split()) >= 2)]
    return people[0] if people else None


def _thing(before: Reading) -> str | None:
    """Return what "it" means after a question: its first "the …", else its last name, or the topic."""
    if before.asked.kind != "fact":
        return before.asked.topic or None
    if determined := _DETERMINED.search(before.text):
        return determined[0]
    names = [each[0] for each in _PROPER.finditer(before.text) if each.start() > 0]
    return names[-1] if names else None


def _topic(before: Reading) -> str:
    asked = before.asked
    return (f"“{asked.topic}”" if asked.kind == "quote_check" else asked.topic).strip()


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _lowered(phrase: str) -> str:
    """Return a phrase of time without the capital of a sentence's beginning."""
    return phrase[:1].lower() + phrase[1:]


def _lowered_preposition(part: str) -> str:
    return (
        part[:1].lower() + part[1:]
        if _PREPOSITION.match(part) or re.match(r"(?:the|an?)\s", part, re.IGNORECASE)
        else part
    )


def _lowered_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
