"""The parts of a question -> their answers in turn: one that leans on the part before is sought first where that is told.

"Who won in Eskby, and how big was the gap?": the gap is that of the article that tells who won, not the nearest gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.records import Answer, Query
from rag.understand.plan.parts import Part

_NAME = re.compile(r"(?<=[^.?!] )[^\W\d_a-z][\w’'-]+")

_OTHER_TIMES = re.compile(
    r"\b(?:in|than) (?:earlier|previous|other|past|later|following) (?:years?|months?|times?)\b", re.I
)

Found = tuple[str, Query, Answer]


def asked_in_turn(parts: Sequence[Part], ask: Callable[[Query], Answer]) -> list[Found]:
    """Return each part's heading, query and answer."""
    found: list[Found] = []
    for each in parts:
        told = _document_before(each.query, found)
        near = ask(replace(each.query, document=told)) if told else None
        if near and near.status == "answered":
            answer = near
        elif found and found[-1][2].status != "answered" and _OTHER_TIMES.search(each.query.standalone):
            # Without the number of the asked year nobody can tell which of the others are earlier.
            answer = found[-1][2]
        else:
            answer = ask(each.query)
        found.append((each.heading, each.query, answer))
    return found


def _document_before(query: Query, found: Sequence[Found]) -> str | None:
    """Return the document that answered the last part, where a question for a fact has no name that it had not."""
    if query.kind != "fact" or query.document or query.compared or not found:
        return None
    _, before, answer = found[-1]
    known = set(_NAME.findall(before.standalone))
    if before.kind != "fact" or answer.status != "answered" or not set(_NAME.findall(query.standalone)) <= known:
        return None
    return answer.citations[0].doc if answer.citations else None
