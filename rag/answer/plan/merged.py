"""Answers to the parts of a question -> one answer: each under its heading, citations numbered through."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.text.expressions import expression
from rag.answer.not_found import is_only_near
from rag.answer.opening.of_parts import PartFound, direct_words, parts_line, value_in
from rag.answer.opening.statement_lines import SHOWN_FOR
from rag.check.cite import searched
from rag.phrasing import together
from rag.records import Answer, AnswerPart, Candidate, Citation, Query, Scope, Segment

NEAREST = 3
NOT_BY_ITSELF = "No separate answer to this was found."
_SEARCHED = expression(r" ?Searched \d[^\n]*$")
_NUMBER = expression(r"\[(\d+)\]")


def merged(whole: Query, answers: Sequence[tuple[str, Query, Answer]], scope: Scope) -> Answer:
    """Return the answer that has the answers to all parts, each with the heading that tells it from the others.

    What was searched is said once, for the parts of which nothing was found.
    """
    numbers_of = _numbers([each for _, _, each in answers])
    opening = _opening(answers, numbers_of)
    segments: list[Segment] = [Segment(opening)] if opening else []
    citations: list[Citation] = []
    parts: list[AnswerPart] = []
    for (heading, query, answer), numbers in zip(answers, numbers_of, strict=True):
        moved, text = _renumbered(answer, numbers)
        text = [Segment(NOT_BY_ITSELF)] if _may_be_shown(heading, answer, numbers_of) else text
        segments += _under(heading, text, is_first=not segments)
        citations += moved
        parts.append(AnswerPart(heading, query.standalone, answer.status, tuple(each.n for each in moved)))
    segments += _searched(parts, searched(replace(scope, filters={})))
    found = [answer for _, _, answer in answers]
    kinds = {each.kind for each in found}
    citations.sort(key=lambda each: each.n)
    whole_answer = _together(found)
    is_refused = bool(citations) and whole_answer.status != "answered"
    return replace(
        whole_answer,
        opening=opening,
        standalone=whole.standalone,
        kind=kinds.pop() if len(kinds) == 1 else "statements",
        segments=tuple(each for each in segments if each.text),
        citations=() if is_refused else tuple(citations),
        nearest=tuple(citations) if is_refused else whole_answer.nearest,
        scope=scope,
        parts=tuple(parts),
    )


def _opening(answers: Sequence[tuple[str, Query, Answer]], numbers_of: Sequence[Mapping[int, int]]) -> str:
    """Return the first line over the parts; nothing where none is answered: each part says so itself."""
    if all(answer.status != "answered" for _, _, answer in answers):
        return ""
    return parts_line(
        [
            PartFound(
                heading,
                query,
                min(numbers.values(), default=None) if answer.status == "answered" else None,
                is_only_near(answer.opening),
                direct_words(answer.citations[0], query) if answer.citations and query.kind != "fact" else "",
                value_in(answer.opening) if query.kind == "fact" else "",
                is_loose=SHOWN_FOR in answer.opening,
                is_named=_only_names(query, answer),
            )
            for (heading, query, answer), numbers in zip(answers, numbers_of, strict=True)
        ]
    )


def _only_names(query: Query, answer: Answer) -> bool:
    """Return whether the words shown for a compared party or body name it, and nobody is known to say them."""
    is_body = query.compared and bool(query.speaker) and not query.speakers
    return is_body and any(each.speaker is None for each in answer.citations[:1])


def _searched(parts: Sequence[AnswerPart], what: str) -> list[Segment]:
    """Return what was searched, where a part was not found."""
    missing = any(each.status == "not_found" and not each.citations for each in parts)
    return [Segment(f"\n\nSearched {what}.")] if missing else []


def _may_be_shown(heading: str, answer: Answer, numbers_of: Sequence[Mapping[int, int]]) -> bool:
    """Return whether the words that are shown for another part may answer a question for which nothing was found."""
    return heading.endswith("?") and answer.status == "not_found" and not answer.cited and any(numbers_of)


def _under(heading: str, text: Sequence[Segment], is_first: bool) -> list[Segment]:
    """Return a part's text under its heading, where it has one."""
    between = [] if is_first else [Segment("\n\n")]
    return [*between, Segment(f"**{heading}**"), Segment("\n\n"), *text] if heading else list(text)


def _together(found: Sequence[Answer]) -> Answer:
    """Return the first answer with what holds for all: whether one answers, how likely, what else is near."""
    answered = [each for each in found if each.status == "answered"]
    nearest = [each for answer in found for each in answer.nearest][:NEAREST] if not answered else []
    return replace(
        found[0],
        status="answered" if answered else "not_found",
        passages=_in_turn([answer.passages for answer in found]),
        nearest=tuple(replace(each, n=at) for at, each in enumerate(nearest, start=1)),
        probability=max(each.probability for each in answered or found),
        count=None,
        unsure=_is_unsure(found),
        notice=together(*dict.fromkeys(each.notice for each in found)),
    )


def _is_unsure(found: Sequence[Answer]) -> bool:
    """Return whether all that is shown only perhaps answers."""
    shown = [each for each in found if each.cited]
    return bool(shown) and all(each.unsure for each in shown)


def _numbers(answers: Sequence[Answer]) -> list[dict[int, int]]:
    """Return for each answer its citations' numbers in the whole: the first of each answer, then the second of each."""
    places = [(at, part, each.n) for part, answer in enumerate(answers) for at, each in enumerate(answer.cited)]
    found: list[dict[int, int]] = [{} for _ in answers]
    for number, (_, part, own) in enumerate(sorted(places), start=1):
        found[part][own] = number
    return found


def _renumbered(answer: Answer, numbers: Mapping[int, int]) -> tuple[list[Citation], list[Segment]]:
    """Return an answer's citations and text with other numbers."""
    moved = {each.n: replace(each, n=numbers[each.n]) for each in answer.cited}

    def renumbered(match: re.Match[str]) -> str:
        found = moved.get(int(match[1]))
        return f"[{found.n}]" if found else match[0]

    segments = []
    for each in answer.segments:
        if each.citation:
            segments.append(replace(each, citation=moved.get(each.citation.n, each.citation)))
        else:
            segments.append(replace(each, text=_SEARCHED.sub("", _NUMBER.sub(renumbered, each.text))))
    return list(moved.values()), segments


def _in_turn(lists: Sequence[Sequence[Candidate]]) -> tuple[Candidate, ...]:
    """Return the first of each list, then the second of each, none twice."""
    longest = max(map(len, lists), default=0)
    return tuple(dict.fromkeys(each[at] for at in range(longest) for each in lists if at < len(each)))
