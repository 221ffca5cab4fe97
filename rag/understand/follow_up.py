"""A later question and the questions before it -> a question that stands alone, in readable English.

What a follow-up leaves out (the speaker, the topic, the days) is taken from the question before it, which was itself
made to stand alone. A question that is complete is never touched: only one that opens as a follow-up, consists of one,
or has a pronoun with nothing before it to point at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.names.names import is_name
from index.storage.catalog import Catalog
from index.text.countries import country
from index.text.expressions import expression
from rag.phrasing import lowered, possessive, raised
from rag.records import Query, Turn
from rag.understand.broad.contractions import in_full
from rag.understand.dates import asked_dates
from rag.understand.follow_up_forms import whole_form
from rag.understand.intent import Reading
from rag.understand.pronouns import DETERMINED, PROPER, resolved
from rag.understand.quoted_words import hidden, outside_marks
from rag.understand.speakers import EDGES, find_speakers

REMEMBERED = 12
"""How many earlier questions are read; what a question leaves out is seldom further back."""

Read = Callable[[str], Reading]
_OPENING = expression(
    r"^\W*(?:(?:(?:and |but |so )?(?:what|how) about|what of)|(?P<weak>and|but|also|or))\b[\s,]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_QUESTION_WORD = expression(
    r"^(?:what|when|where|why|who|whom|whose|which|how|did|does|do|is|was|are|were|has|have|had|can|could|will|would"
    r"|(?:against|at|by|for|from|in|since|to|until|with) (?:what|which|whom|whose|how (?:many|much|long))"
    r"|list|show|give|timeline)\b",
    re.IGNORECASE,
)
_PREPOSITION = expression(
    r"^(?P<preposition>about|on|of|regarding|concerning|in|at|from|for|with|by|near) (?P<rest>.+)$", re.IGNORECASE
)
_NEEDS_CONTEXT = expression(
    r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|it|its|the (?:former|latter|same)|there|then|the other)\b|"
    r"\b(?:that|this|those|these)(?=\W*$| (?:is|was|were|mean|happen|one)\b)|^\W*(?:and|but|so|or)\b",
    re.IGNORECASE,
)
_SHORT = 3
_FRONTED = expression(
    r"^\W*(?:(?:and|but|so|now)\b[\s,]*)?"
    r"(?P<on>on|about|as (?:for|to)|regarding|concerning|when it comes to) (?P<topic>[^,?]{3,80}), "
    r"(?P<question>(?:what|how|where|when|why|did|does|do|has|have|had|is|was)\b[^?]{8,200})\??\s*$",
    re.IGNORECASE,
)
"""A question with a topic of its own before it: "And on exporting water, what did the minister say?"."""


def needs_context(question: str) -> bool:
    """Return whether a question looks as if it pointed at something outside it, or leaves something out."""
    return bool(_NEEDS_CONTEXT.search(question)) or len(question.split()) <= _SHORT


_POINTS_AT = expression(r"\b(?:that|this|those|these|such) \w", re.IGNORECASE)


def in_context(query: Query, turn: Turn) -> Query:
    """Return the query as what is nearest to it is looked for: behind the question before it where it may point there.

    "How is that sum made up?" has no word of what the sum is for.
    """
    if (
        not turn.history
        or _with_own_topic(turn.question)
        or not (needs_context(turn.question) or _POINTS_AT.search(turn.question))
    ):
        return query
    return replace(query, standalone=f"{turn.history[-1]} {query.standalone}")


def _with_own_topic(question: str) -> str | None:
    """Return a question with the topic that it puts before it in its place, None where it has none."""
    match = _FRONTED.match(question.strip())
    if match is None:
        return None
    on = match["on"].lower() if " " not in match["on"] else "on"
    return raised(f"{match['question'].strip()} {on} {match['topic'].strip()}?")


def _is_whole(question: str) -> bool:
    return bool(_with_own_topic(question)) and not _POINTS_BACK.search(question)


_POINTS_BACK = expression(
    r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|it|its|that|this|those|these"
    r"|the (?:former|latter|same|other))\b",
    re.IGNORECASE,
)


def standalone(question: str, history: Sequence[str], read: Read, catalog: Catalog) -> str:
    """Return the question with what it leaves out taken from the questions before it (oldest first)."""
    before: Reading | None = None
    for past in [in_full(" ".join(each.split())) for each in history[-REMEMBERED:]]:
        if past:
            before = _next(before, read(_standalone(past, before, read, catalog)))
    return _standalone(question, before, read, catalog)


def _next(before: Reading | None, now: Reading) -> Reading:
    """Return the reading that later questions refer to: a greeting between two questions takes nothing away."""
    return before if before and now.asked.kind == "chat" else now


def _standalone(question: str, before: Reading | None, read: Read, catalog: Catalog) -> str:
    """Return the question made whole; what it has between quotation marks is somebody's words and stays."""
    if before is None or before.asked.kind == "chat":
        return question
    return outside_marks(question, lambda plain: _completed(plain, before, read, catalog))


def _completed(question: str, before: Reading, read: Read, catalog: Catalog) -> str:
    bare = question.strip(EDGES + "…-")
    opening = _OPENING.match(bare)
    rest = opening["rest"].strip(EDGES) if opening else bare
    if rest and (whole := whole_form(rest, before)):
        return whole
    if opening and (own := _with_own_topic(bare)):
        return resolved(own, before, catalog)
    if opening and rest:
        if _QUESTION_WORD.match(rest) and opening["weak"]:
            return _asked_again(resolved(rest, before, catalog), before, read)
        if not _QUESTION_WORD.match(rest):
            return _instead(rest, before, catalog)
    elif _is_fragment(bare, question, catalog):
        return _instead(bare, before, catalog)
    return resolved(question, before, catalog)


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


def _instead(rest: str, before: Reading, catalog: Catalog) -> str:
    """Return the question before with a part of it exchanged: the days, the speaker, or else the topic."""
    days, left = _days_apart(rest, catalog)
    if before.asked.kind == "fact":
        return _fact_with(before, left or days)
    speaker, topic = before.asked.speaker, before.topic
    if days and not left:
        return _said(before, speaker, topic, lowered(days))
    when = (lowered(days) if days else before.when).strip()
    preposition = _PREPOSITION.match(left)
    if preposition is None:
        return _said(before, left, topic, when) if _is_person(left, catalog) else _said(before, speaker, left, when)
    if preposition["preposition"].lower() in _OF_PLACE and topic:
        # "And in Kestria?": the place joins or takes the place of another.
        return _said(before, speaker, _exchanged(topic, left) or f"{topic} {left}", when)
    return _said(before, speaker, preposition["rest"], when)


_OF_PLACE = frozenset({"in", "at", "from", "near"})


def _days_apart(rest: str, catalog: Catalog) -> tuple[str, str]:
    """Return the days that a follow-up names, in its words, and what else it says."""
    dates = asked_dates(rest, catalog.newest()) or asked_dates(f"in {rest}", catalog.newest())
    if dates is None:
        return "", rest
    days = f"in {rest}" if dates.end > len(rest) else rest[dates.start : dates.end]
    if days not in rest:
        return days, ""
    return days, re.sub(r"^(?:and|about)\b ?", "", rest.replace(days, "", 1).strip(" ,")) if days else rest


def _is_person(named: str, catalog: Catalog) -> bool:
    """Return whether words name a speaker of the store, not a land."""
    found = [] if country(named) else find_speakers(named, catalog)
    return bool(found) and is_name(found[0])


def _said(before: Reading, speaker: str | None, topic: str, days: str) -> str:
    """Return a question of the kind before for a speaker, a topic and days."""
    on, when = (f" about {topic}" if topic else ""), (f" {days}" if days else "")
    asked = before.asked
    if asked.kind == "list" and asked.counts and speaker and topic:
        return f"How many times did {speaker} mention {topic}{when}?"
    if asked.kind == "list":
        return f"List all statements{f' by {speaker}' if speaker else ''}{on}{when}"
    if asked.kind == "timeline" and speaker:
        return f"Timeline of {possessive(speaker)} statements{on}{when}"
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
        alike = list(DETERMINED.finditer(text))
    elif part[:1].isupper():
        alike = [each for each in PROPER.finditer(text) if each.start() > 0]
    else:
        alike = []
    if not alike:
        return None
    last = alike[-1]
    return whole[: last.start()] + _lowered_preposition(part) + whole[last.end() :]


def _asked_again(rest: str, before: Reading, read: Read) -> str:
    """Return "and what did Quill say?" with the topic and days before it, where it has none.

    The topic of a fact is its whole question, which is nobody's topic: "about Where was Quill".
    """
    now = read(rest)
    if now.asked.kind == "fact" or now.asked.topic or not before.topic or before.asked.kind == "fact":
        return raised(rest) + ("" if rest.endswith("?") else "?")
    return _said(now, now.asked.speaker, before.topic, before.when.strip())


def _lowered_preposition(part: str) -> str:
    return (
        part[:1].lower() + part[1:]
        if _PREPOSITION.match(part) or re.match(r"(?:the|an?)\s", part, re.IGNORECASE)
        else part
    )
