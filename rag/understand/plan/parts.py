"""A question -> the questions that it asks at once: speakers by topics by times, each in words that stand alone.

"Compare what Tell and Quill said about the bridge" asks twice what somebody said about it. What a question joins is
taken apart only where its form says so or the documents know the people by name (`rag.understand.plan.joined`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from index.storage.catalog import Catalog
from index.text.expressions import expression
from index.text.question_forms import ASKING
from rag.phrasing import lowered, possessive, raised, readable_period
from rag.records import Query, Turn
from rag.understand.broad.asked_at_once import AtOnce, asked_of_one
from rag.understand.follow_up import standalone
from rag.understand.intent import Reading
from rag.understand.plan.compared import ON, asks, both_sides, compared_in
from rag.understand.plan.ends import end_of_document
from rag.understand.plan.joined import MOST, bare_topics, joined_speakers, marked_topics
from rag.understand.plan.minds import mind_asked
from rag.understand.plan.over_times import at_two_times, days_of
from rag.understand.plan.series import clauses_of, in_a_row
from rag.understand.plan.shared import asks_again, with_what_is_shared
from rag.understand.plan.side_by_side import Each, and_somebody, of_each, of_single
from rag.understand.query import read
from rag.understand.quoted_words import marked
from rag.understand.speakers import EDGES

Understand = Callable[[Turn], Query]


@dataclass(frozen=True)
class Part:
    """One of the questions that a question asks, under the words that tell it from the others."""

    heading: str
    query: Query
    clause: str = ""
    """The question's own words for it, its pronouns as they are: what stands beside an answer has the same."""
    names: frozenset[str] = frozenset()
    """The stems of whom or what the passage that answers it must name."""
    within: tuple[str, str] | None = None
    """The days that what answers it must be of."""


@dataclass(frozen=True)
class Plan:
    """The parts of a question, and what a reader should know of how they were found."""

    parts: tuple[Part, ...]
    notice: str | None = None
    told_together: bool = False
    """Whether one passage may tell of all parts, so that the whole is asked first."""
    in_passages: bool = False
    """Whether the passages nearest to the whole are looked at before the parts: one may tell of both."""


NO_PLAN = Plan(())
_KINDS = frozenset({"statements", "fact", "list", "timeline"})


def unplanned(turn: Turn, query: Query) -> Plan:
    """Return no parts: the question is answered as one."""
    return NO_PLAN


def planner(understand: Understand, catalog: Catalog) -> Callable[[Turn, Query], Plan]:
    """Return what makes the plan of a turn that was understood as a query."""

    def planned(turn: Turn, query: Query) -> Plan:
        today = turn.question_date or catalog.newest()
        reads = partial(read, catalog=catalog, today=today, counts_from=bool(turn.question_date))
        return _heard_as(query, plan_of(turn, query, reads, catalog, understand))

    return planned


def _heard_as(query: Query, plan: Plan) -> Plan:
    """Return a plan whose parts were asked in the language of the whole question."""
    if query.heard is None:
        return plan
    parts = tuple(replace(each, query=replace(each.query, heard=query.heard)) for each in plan.parts)
    return replace(plan, parts=parts)


_WHAT_THEN = expression(r",? and (?:what|how)(?: about)? (?=(?:in|on|during) )", re.IGNORECASE)
"""Asked again of another time: "in May and what in June"."""
_PLACED_BETWEEN = expression(
    r"\b(?P<says>(?:say|said|says|tell|told|write|wrote|think)\b(?: (?!in\b|at\b|about\b)\w+){0,3}?)"
    r" (?:in|at|during) (?:(?!about\b|on\b)\S+ ){0,5}?(?!about\b|on\b)\S+"
    r"(?P<about> (?:about|on) [^?]{2,80}?,? and (?:about|on) )",
    re.IGNORECASE,
)
"""Where two things were said stands between: "say at the quay about fares and about jobs" asks of both."""
_BOTH = expression(
    r"^(?P<one>when|where|why|how|who|to whom)(?:,| and|, and| or) (?P<other>when|where|why|how|who|to whom)"
    r" (?P<rest>\S+ .+)$",
    re.IGNORECASE,
)
"""Two asking words before one clause: "When and where did Tell speak?"."""
SHORTEST = 4
"""A clause of fewer words asks nothing by itself: "how many cranes"."""
_ASKS = expression(
    r"^\W*(?:(?:and|but) )?(?:(?:in|on) (?:\w+ ){0,2}\d{4},? |(?:by|since|until|from|in|on|at|to|for|with) )?"
    r"(?:what|when|where|why|how|who|whom|which|did|does|has|have|is|was)\b",
    re.I,
)


def plan_of(
    turn: Turn, query: Query, reads: Callable[[str], Reading], catalog: Catalog, understand: Understand
) -> Plan:
    """Return the parts of a question that asks several things, at most six, or no plan where it asks one."""
    text = query.standalone.strip(EDGES)
    if query.kind in {"overview", "fact", "statements"} and (of_one := asked_of_one(text, catalog)):
        return Plan(tuple(Part(each.heading, understand(_of_its_document(turn, each))) for each in of_one))
    if _asks_one_thing(text, query, catalog):
        return NO_PLAN
    alone = replace(turn, history=())

    def part(question: str) -> Query:
        return understand(replace(alone, question=question))

    if (plain := _PLACED_BETWEEN.sub(r"\g<says>\g<about>", _WHAT_THEN.sub(" and ", text))) != text:
        text, query = plain, part(f"{plain}?")
    may_name = "speaker" not in turn.without
    compares = may_name and not turn.speaker
    if found := _two_times_or_sides(text, turn, catalog, part, compares):
        return found
    compared = compared_in(text, catalog) if compares else None
    if compared and len(compared[0]) == 1:
        return _of_one(compared[0][0], compared[1], part, turn, catalog)
    plan = _of_clauses(text, query, turn, _asked(text, query, compared, reads, catalog, part, may_name))
    return plan if plan.parts or not compares else _side_by_side(text, catalog, part)


def _of_its_document(turn: Turn, asked: AtOnce) -> Turn:
    return replace(turn, history=(), question=asked.question, document=asked.document or turn.document)


def _of_clauses(text: str, query: Query, turn: Turn, asked: Sequence[Query]) -> Plan:
    """Return the plan of what is asked, each at its times, or no plan where that is one question."""
    each = [one for whole in asked for one in _times(whole, turn)]
    return _with_clauses(_planned(each), clauses_of(text, query.kind)) if len(each) > 1 else NO_PLAN


def _with_clauses(plan: Plan, clauses: Sequence[str]) -> Plan:
    """Return the plan, each part with its clause where the parts are the clauses."""
    if len(clauses) != len(plan.parts):
        return plan
    parts = (_with_clause(each, f"{clause}?") for each, clause in zip(plan.parts, clauses, strict=True))
    return replace(plan, parts=tuple(parts), in_passages=asks_again(clauses))


def _with_clause(part: Part, clause: str) -> Part:
    """Return a part with its clause, which heads it in place of the question made whole: that may read badly."""
    is_whole = part.heading == part.query.standalone.strip()
    return replace(part, clause=clause, heading=clause if is_whole else part.heading)


def _asks_one_thing(text: str, query: Query, catalog: Catalog) -> bool:
    """Return whether a question is of a kind that is answered as one, whatever it joins."""
    whole = query.kind not in _KINDS or bool(marked(query.standalone))
    return whole or bool(mind_asked(text, catalog) or end_of_document(text))


def _at_two_times(text: str, turn: Turn, catalog: Catalog, part: Callable[[str], Query]) -> tuple[Part, ...]:
    """Return a part for each of two times that a question compares, where the user sets no filter beside it."""
    if turn.speaker or turn.since or turn.until or turn.without:
        return ()
    each_time = [(when, replace(part(asks), compared=True)) for when, asks in at_two_times(text, catalog)]
    return tuple(Part(when, each, within=days_of(when) if each.kind == "fact" else None) for when, each in each_time)


def _two_times_or_sides(
    text: str, turn: Turn, catalog: Catalog, part: Callable[[str], Query], compares: bool
) -> Plan | None:
    """Return the plan of two times that are set beside each other, or of a comparison with a clause for each."""
    if each_time := _at_two_times(text, turn, catalog, part):
        return Plan(each_time, told_together=all(each.within for each in each_time))
    sides = both_sides(text, catalog) if compares else []
    return _planned([part(each) for each in sides]) if sides else None


def _side_by_side(text: str, catalog: Catalog, part: Callable[[str], Query]) -> Plan:
    """Return the plan that asks of each of two people or things what the question asks of both."""
    found = of_each(text, catalog)
    parts = tuple(Part(each.heading, _of_side(each, part(each.asks)), names=each.words) for each in found)
    return Plan(parts, told_together=True, in_passages=any(each.topic for each in found)) if parts else NO_PLAN


def _of_side(each: Each, query: Query) -> Query:
    """Return the query of one side; what a body wants or thinks is its own, though no speaker is known for it."""
    if each.topic and not query.speaker:
        query = replace(query, kind="statements", speaker=query.unheld or each.heading, topic=each.topic, unheld=None)
    return replace(query, compared=True)


def _of_one(who: str, topic: str, part: Callable[[str], Query], turn: Turn, catalog: Catalog) -> Plan:
    """Return the plan that compares one person's words on several topics or of several times, or else shows them."""
    topics = marked_topics(topic) or bare_topics(re.sub(rf"^{ON} ", "", topic), catalog) or [topic]
    several = _planned([one for each in topics for one in _times(part(asks(who, each)), turn)])
    if several.parts:
        return several
    notice = f"The question does not say with whom to compare {who}; {possessive(who)} own statements are shown."
    return Plan((Part("", part(asks(who, topic))),), notice)


def topics_of(query: Query, catalog: Catalog, shown: str, holds: Callable[[str, str], bool]) -> list[str]:
    """Return the topics that a question joins by "and" alone, where what was shown leaves one of them out."""
    if query.kind not in {"statements", "list"} or not query.speaker or query.quotation:
        return []
    topics = bare_topics(query.topic, catalog)
    return topics if any(not holds(each, shown) for each in topics) else []


def with_topics(turn: Turn, query: Query, topics: Sequence[str], understand: Understand) -> Plan:
    """Return the plan that asks for each topic by itself."""
    start = query.standalone.rfind(query.topic)
    if start < 0:
        return NO_PLAN
    questions = _exchanged(query.standalone, start, query.topic, topics)
    return _heard_as(query, _planned([understand(replace(turn, history=(), question=each)) for each in questions]))


def _exchanged(text: str, start: int, words: str, others: Sequence[str]) -> list[str]:
    """Return a question with the words that stand at an offset exchanged for each of the others."""
    return [f"{text[:start]}{each}{text[start + len(words) :]}" for each in others]


def _asked(
    text: str,
    query: Query,
    compared: tuple[list[str], str] | None,
    reads: Callable[[str], Reading],
    catalog: Catalog,
    part: Callable[[str], Query],
    may_name: bool,
) -> list[Query]:
    """Return the queries of a question, each of one speaker and one topic."""
    if compared:
        each = [one for who in compared[0] for one in _topics(part(asks(who, compared[1])), part)]
        return [replace(one, compared=True) for one in each]
    if trailing := and_somebody(text, query, catalog):
        return [one for each in trailing for one in _topics(part(each), part)]
    clauses = _clauses(text, query.kind, reads, catalog)
    whole = [part(each) for each in clauses] if len(clauses) > 1 else [query]
    whole = _with_last_topic(whole, part)
    found = [one for each in whole for one in (_speakers(each, catalog, part) if may_name else [each])]
    return [one for each in found for one in _topics(each, part)]


def _with_last_topic(whole: list[Query], part: Callable[[str], Query]) -> list[Query]:
    """Return the queries with the topic that the last names for all: "what did A say, and what did B say about it"."""
    last = whole[-1]
    if last.kind != "statements" or not last.topic or not last.speaker:
        return whole
    bare = [each.kind == "statements" and bool(each.speaker) and not each.topic for each in whole]
    asked = (f"{each.standalone.rstrip(' ?')} about {last.topic}?" for each in whole)
    return [part(question) if one else each for each, one, question in zip(whole, bare, asked, strict=True)]


_TELLS_WHEN = expression(rf"(?:when|where)(?! (?:{ASKING}|exactly|and|or|in|on|else|abouts?)\b) ", re.IGNORECASE)
"""What only tells of which time or place is asked: "When Tell left the hall, what did he say?"."""


def _clauses(text: str, kind: str, reads: Callable[[str], Reading], catalog: Catalog) -> list[str]:
    """Return the questions that stand one after the other, each made whole with what those before it say."""
    if both := _BOTH.match(text):
        return [f"{raised(word.lower())} {both['rest']}?" for word in (both["one"], both["other"])]
    if row := _of_row(text, reads, catalog) if kind == "fact" else []:
        return row
    parts = clauses_of(text, kind)
    if (
        len(parts) < 2
        or len(parts[0].split()) < SHORTEST
        or not _ASKS.match(parts[0])
        or _TELLS_WHEN.match(parts[0])
        or not all(map(_ASKS.match, parts[1:]))
    ):
        return [text]
    if kind == "fact":
        parts = [parts[0], *(with_what_is_shared(parts[0], each) for each in parts[1:])]
    return _each_whole(parts, reads, catalog)


def _each_whole(parts: Sequence[str], reads: Callable[[str], Reading], catalog: Catalog) -> list[str]:
    """Return questions, each made whole with what those before it say."""
    whole: list[str] = []
    for each in parts:
        whole.append(standalone(f"And {lowered(each)}?", tuple(whole), reads, catalog) if whole else f"{each}?")
    return whole


def _of_row(text: str, reads: Callable[[str], Reading], catalog: Catalog) -> list[str]:
    """Return the questions of a row, each whole: with what stands before all, else with what those before it say."""
    row, where = in_a_row(text)
    if where:
        return [f"{each} {where}?" for each in row]
    return _each_whole(row, reads, catalog) if len(row) > _PAIR else []


_PAIR = 2
"""Two clauses without anything before both are no row but one question and the next."""


def _speakers(query: Query, catalog: Catalog, part: Callable[[str], Query]) -> list[Query]:
    """Return a query for each of the speakers that it names together."""
    # A speaker that the user set or took back is not read again.
    asked = query.speaker if "speaker" in query.inferred else None
    named = asked or (None if query.speaker else _named(query.standalone))
    people = joined_speakers(named, catalog) if named else []
    at = query.standalone.find(named) if people and named else -1
    if at < 0 or named is None:
        return [query]
    return [
        part(of_single(*each)) for each in zip(_exchanged(query.standalone, at, named, people), people, strict=True)
    ]


_WHO_SAYS = expression(
    r"\b(?:did|do|does|have|has|what|by|from) (?!(?:did|do|does|have|has)\b)(?P<who>\S+(?: \S+){0,12}?),? "
    r"(?:(?:each|both|all) )?(?:say|says|said|tell|think|thinks|thought|mention|mentioned|have to say|speak|talk|argue"
    r"|claim)\b",
    re.IGNORECASE,
)


def _named(text: str) -> str | None:
    """Return whom a question of no known form may name together."""
    match = _WHO_SAYS.search(text)
    return match["who"] if match and re.search(r"\band\b|,", match["who"]) else None


def _topics(query: Query, part: Callable[[str], Query]) -> list[Query]:
    """Return a query for each of the topics that the question sets apart."""
    topics = marked_topics(query.topic) if query.kind in {"statements", "list", "timeline"} and query.topic else []
    at = query.standalone.rfind(query.topic) if topics else -1
    if at < 0:
        return [query]
    found = [part(each) for each in _exchanged(query.standalone, at, query.topic, topics)]
    # Words whose sub-question is read otherwise than the whole were no list of topics.
    return found if all(each.speaker == query.speaker for each in found) else [query]


def _times(query: Query, turn: Turn) -> list[Query]:
    """Return a query for each of the ranges of days that it asks about."""
    if len(query.periods) < 2 or query.kind == "timeline" or turn.since or turn.until:
        return [query]
    return [replace(query, since=first, until=last, periods=()) for first, last in query.periods]


def _planned(queries: Sequence[Query]) -> Plan:
    """Return the plan of the first six queries; of more the notice says what was not asked."""
    different = list(dict.fromkeys(queries))
    named = headings(different)
    parts = tuple(Part(*pair) for pair in zip(named, different, strict=True))
    left = [f"“{each.heading}”" for each in parts[MOST:]]
    notice = f"The first {MOST} parts are answered; ask by itself for {', '.join(left)}." if left else None
    return Plan(parts[:MOST], notice) if len(parts) > 1 else NO_PLAN


def headings(queries: Sequence[Query]) -> list[str]:
    """Return for each query the words in which it differs from the others."""
    speakers = [_capitalised(each.speaker or "") for each in queries]
    topics = [re.sub(r"^(?:about|on) ", "", each.topic) for each in queries]
    times = [readable_period(each.since, each.until) if each.since or each.until else "" for each in queries]
    said = all(each.kind in {"statements", "list", "timeline"} for each in queries)
    if not said or len({*zip(speakers, topics, times, strict=True)}) < len(queries):
        return [each.standalone.strip() for each in queries]
    who = speakers if len(set(speakers)) > 1 else [""] * len(queries)
    what = topics if len(set(topics)) > 1 else [""] * len(queries)
    when = times if len(set(times)) > 1 else [""] * len(queries)
    return [_heading(*each) for each in zip(who, what, when, strict=True)]


def _heading(who: str, what: str, when: str) -> str:
    about = f"{who} on {what}" if who and what else who or raised(what)
    return f"{about}, {when}" if about and when else about or raised(when)


def _capitalised(phrase: str) -> str:
    return raised(phrase) if not phrase.islower() or phrase.startswith(("the ", "a ")) else phrase.title()
