"""Each of two people, things or times that a question sets side by side -> an answer that is of that one.

What answers for a person must name him, what answers for a time must be of it: by its document's day or by its own
words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from index.text.countries import unified
from index.text.expressions import expression
from index.text.stems import content_words, words
from rag.answer.not_found import NOTHING
from rag.answer.opening.wording import OF_IT, UNSURE
from rag.answer.plan.merged import merged
from rag.phrasing import together
from rag.records import Answer, Citation, Query, Scope, Segment
from rag.understand.plan.parts import Part, Plan

NAME = expression(r"(?<=[^.?!] )[^\W\d_a-z][\w’'-]+")
_POINTS = expression(r"\b(?:he|she|they|him|them|his|her|their|it|its|there|that)\b|^(?:what|who) did the ", re.I)
"""What points at the part before: "it", "what did the caller say"."""
FEW = 2
"""So many words with a meaning and no name say nothing without the part before: "what's the target"."""
PERHAPS = 2
"""So many passages are shown of a part that they perhaps answer."""
Ask = Callable[[Query], Answer]
Found = tuple[str, Query, Answer]


def points(clause: str) -> bool:
    """Return whether a clause points at the part before, or says too little to be asked without it."""
    if not clause:
        return False
    return bool(_POINTS.search(clause)) or (len(set(content_words(clause))) <= FEW and not NAME.search(clause))


def is_of(part: Part, citation: Citation) -> bool:
    """Return whether cited words are of a part's time, and name whom or what it is about."""
    if part.within:
        return _is_of_time(part, citation)
    return bool(part.names) and _named(part, citation.text, citation.speaker)


def _named(part: Part, *texts: str | None) -> bool:
    return part.names <= set(words(unified(" ".join(filter(None, texts)))))


def of_part(part: Part, ask: Ask) -> Answer:
    """Return the answer to a part; that there is none where what answers is of somebody else or of another time."""
    if part.within:
        return _in_time(part, part.within, ask)
    return _only_own(part, ask(part.query))


def _only_own(part: Part, answer: Answer) -> Answer:
    """Return the answer with the passages up to the first that does not name what the part is about."""
    if part.query.speaker or not part.names or not answer.cited:
        return answer
    own = list(takewhile(lambda each: _named(part, each.text, each.speaker, each.title), answer.cited))
    return up_to(answer, len(own)) if own else without_answer(answer)


def up_to(answer: Answer, number: int) -> Answer:
    """Return the answer with so many of its cited passages and no more."""
    kept, left = answer.cited[:number], {each.n for each in answer.cited[number:]}
    if not left:
        return answer
    at = next(at for at, each in enumerate(answer.segments) if each.citation and each.citation.n in left)
    last = max((before for before, each in enumerate(answer.segments[:at]) if each.citation), default=at)
    # Behind the cited words stands their number.
    segments = answer.segments[: last + 2]
    if answer.status == "answered":
        return replace(answer, segments=segments, citations=kept)
    return replace(answer, segments=segments, nearest=kept)


def _beginning(answer: Answer) -> Answer:
    """Return a refusal with the first passages that it shows, those of one document, two at most."""
    if answer.status == "answered" or not answer.cited:
        return answer
    same = list(takewhile(lambda each: each.doc == answer.cited[0].doc, answer.cited))
    return up_to(answer, min(PERHAPS, len(same)))


def _in_time(part: Part, days: tuple[str, str], ask: Ask) -> Answer:
    """Return the answer of the documents of a time, else that of words which name it."""
    since, until = days
    own = ask(replace(part.query, since=since, until=until))
    if own.status == "answered":
        return own
    answer = ask(part.query)
    return answer if any(_is_of_time(part, each) for each in answer.citations[:1]) else without_answer(own)


def _is_of_time(part: Part, citation: Citation) -> bool:
    """Return whether cited words are of a time: of a document or a day of it, or with its month and year in them."""
    since, until = part.within or ("", "")
    days = [day for day in (citation.said_on, citation.published) if day]
    if any(since <= day <= until for day in days):
        return True
    told = set(words(unified(f"{citation.title} {citation.text}"))) | {day[:4] for day in days}
    return set(content_words(unified(part.heading))) <= told


def without_answer(answer: Answer) -> Answer:
    """Return that nothing was found for a part."""
    if answer.status != "answered" and not answer.unsure:
        return answer
    nothing = (Segment(NOTHING),)
    return replace(answer, status="not_found", segments=nothing, citations=(), nearest=(), opening="", unsure=False)


def perhaps_each(plan: Plan, found: Sequence[Found], perhaps: Callable[[Query, Answer], Answer]) -> list[Found]:
    """Return the parts with their answers, each in the passages that perhaps answer it where nothing surely does."""
    shown: list[Found] = []
    for part, (heading, query, answer) in zip(plan.parts, found, strict=True):
        before = shown[-1][2].cited if shown else ()
        shown.append((heading, query, _beginning(_perhaps(part, answer, before, perhaps))))
    return shown


def _perhaps(
    part: Part, answer: Answer, before: Sequence[Citation], perhaps: Callable[[Query, Answer], Answer]
) -> Answer:
    """Return the answer to a part, where nothing surely answers it with the passages that perhaps do, which are of it.

    What points at the part before is answered by no passage of another document than the one shown for that.
    """
    if answer.status != "answered" and points(part.clause):
        return _beside(part, answer, before, perhaps)
    if not part.within:
        return _of_it(part, answer, perhaps(part.query, answer))
    since, until = part.within
    in_time = perhaps(replace(part.query, since=since, until=until), answer)
    return in_time if in_time.cited else _of_it(part, answer, perhaps(part.query, answer))


def _beside(
    part: Part, answer: Answer, before: Sequence[Citation], perhaps: Callable[[Query, Answer], Answer]
) -> Answer:
    """Return the answer with what perhaps answers a part in the document shown for the part before, not shown there."""
    if not before:
        return answer
    found = perhaps(replace(part.query, document=before[0].doc), answer)
    fresh = list(takewhile(lambda each: not any(_is_mostly(each, other) for other in before), found.cited))
    return up_to(found, len(fresh)) if found.unsure and fresh else answer


def _is_mostly(one: Citation, other: Citation) -> bool:
    """Return whether more than half of a citation's words are another's."""
    return one.doc == other.doc and 2 * (min(one.end, other.end) - max(one.start, other.start)) > one.end - one.start


def _of_it(part: Part, answer: Answer, perhaps: Answer) -> Answer:
    """Return the answer with passages, or as it was where the first of these is of another person, thing or time."""
    first = perhaps.cited[:1]
    if part.within:
        return perhaps if any(_is_of_time(part, each) for each in first) else answer
    own = _only_own(part, perhaps)
    return own if own.cited else answer


def in_parts(
    plan: Plan, whole: Query, found: Sequence[Found], scope: Scope, perhaps: Callable[[Query, Answer], Answer] | None
) -> Answer | None:
    """Return the answers to the parts as one; None where the whole question is better answered as a whole.

    It is where one passage perhaps answers all parts, or where nothing does and the whole was split without its words.
    """
    shown = perhaps_each(plan, found, perhaps) if perhaps else found
    if _is_of_one_passage(plan, [answer for _, _, answer in shown]):
        first = shown[0][2]
        return replace(first, standalone=whole.standalone) if first.status == "answered" else None
    answer = merged(whole, shown, scope)
    if plan.told_together and not answer.cited:
        return None
    return replace(answer, notice=together(plan.notice, answer.notice))


def _is_of_one_passage(plan: Plan, answers: Sequence[Answer]) -> bool:
    """Return whether all parts are shown the same passage first, and none tells a value or words of its own."""
    places = [[(each.doc, each.start, each.end) for each in answer.cited[:1]] for answer in answers]
    refused = all(each.status != "answered" for each in answers)
    if not (plan.told_together or refused) or not places[0] or any(each != places[0] for each in places):
        return False
    return all(each.opening in (UNSURE, OF_IT) for each in answers)
