"""The parts of a question -> their answers in turn: one that leans on the part before is first sought beside it.

"Who won in Eskby, and how big was the gap?": the gap is that of the article that tells who won, not the nearest gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.text.stems import content_words
from rag.records import Answer, Query
from rag.understand.plan.parts import Part

_NAME = re.compile(r"(?<=[^.?!] )[^\W\d_a-z][\w’'-]+")

_THEY = re.compile(r"\b(?:he|she|they|him|them|each of them)\b", re.I)
_OTHER_TIMES = re.compile(
    r"\b(?:in|than) (?:earlier|previous|other|past|later|following) (?:years?|months?|times?)\b", re.I
)

FEWEST = 2
"""Words with a meaning that a part has at least to be sought in one document."""

Found = tuple[str, Query, Answer]


def asked_in_turn(parts: Sequence[Part], ask: Callable[[Query], Answer]) -> list[Found]:
    """Return each part's heading, query and answer."""
    found: list[Found] = []
    for each in parts:
        told = _document_before(each.query, found)
        near = ask(replace(each.query, document=told)) if told else None
        if near and near.status == "answered":
            answer = near
        elif found and found[-1][2].status != "answered" and _leans(each.query):
            answer = found[-1][2]
        else:
            answer = ask(each.query)
        found.append((each.heading, each.query, answer))
    return found


def first_answered(in_parts: Answer | None, whole: Callable[[], Answer]) -> Answer:
    """Return the answer in parts where a part has one, else that to the whole: what no part finds may be told of it."""
    if in_parts is None or in_parts.status == "answered":
        return in_parts or whole()
    answer = whole()
    return answer if answer.status == "answered" else in_parts


def _leans(query: Query) -> bool:
    """Return whether only the answer to the part before says what is asked: who "they" are, which years are earlier."""
    return query.kind == "fact" and bool(_OTHER_TIMES.search(query.standalone) or _THEY.search(query.standalone))


def _document_before(query: Query, found: Sequence[Found]) -> str | None:
    """Return the document that answered the last part, where a question for a fact has no name that it had not."""
    if query.kind != "fact" or query.document or query.compared or not found:
        return None
    _, before, answer = found[-1]
    # "What can they get?" is answered by any line of a document.
    if len(set(content_words(query.standalone))) < FEWEST:
        return None
    known = set(_NAME.findall(before.standalone))
    if before.kind != "fact" or answer.status != "answered" or not set(_NAME.findall(query.standalone)) <= known:
        return None
    return answer.citations[0].doc if answer.citations else None
