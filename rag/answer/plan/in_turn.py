"""The parts of a question -> their answers in turn: one that leans on the part before is first sought beside it.

"Who won in Eskby, and how big was the gap?": the gap is that of the article that tells who won, not the nearest gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.text.expressions import expression
from index.text.stems import content_words
from rag.answer.opening.of_parts import value_in
from rag.answer.plan.own_part import FEW, NAME, of_part, points, without_answer
from rag.records import Answer, Citation, Query
from rag.understand.plan.first_line import line_asked
from rag.understand.plan.parts import Part

_THEY = expression(r"\b(?:he|she|they|him|them|each of them)\b", re.I)
_OTHER_TIMES = expression(
    r"\b(?:in|than) (?:earlier|previous|other|past|later|following) (?:years?|months?|times?)\b", re.I
)

FEWEST = 2
"""Words with a meaning that a part has at least to be sought in one document."""

Found = tuple[str, Query, Answer]
Beside = Callable[[Query, str, Citation], Answer | None]
READ_BEHIND = 2
"""The words behind so many citations of the part before are read."""


def asked_in_turn(parts: Sequence[Part], ask: Callable[[Query], Answer], beside: Beside) -> list[Found]:
    """Return each part's heading, query and answer; one that points at the part before is also read `beside` it."""
    found: list[Found] = []
    for part in parts:
        each = _of_the_one_told(part, found)
        told = _document_before(each.query, found)
        near = ask(replace(each.query, document=told)) if told else None
        if near is None or near.status != "answered":
            near = _beside(each, found, beside) or near
        if near and near.status == "answered":
            answer = near
        elif found and found[-1][2].status != "answered" and (_leans(each.query) or _is_of_it(each)):
            answer = found[-1][2]
        else:
            answer = _of_the_same(each, found, of_part(each, ask))
        found.append((each.heading, each.query, answer))
    return found


_ONE = expression(r"\b(?P<own>his|her)\b|\b(?:he|she)\b", re.IGNORECASE)
_NAME = expression(r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord)\.? )?[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,3}")


def _of_the_one_told(part: Part, found: Sequence[Found]) -> Part:
    """Return a part with the name that answers who the part before asks for, in the place of "he" or "she"."""
    before = found[-1] if found else None
    if before is None or part.query.kind != "fact" or line_asked(before[1].standalone) != "who":
        return part
    name = _NAME.fullmatch(value_in(before[2].opening)) if before[2].status == "answered" else None
    pointing = list(_ONE.finditer(part.clause))
    if name is None or len(pointing) != 1 or NAME.search(part.clause):
        return part
    one = pointing[0]
    asked = f"{part.clause[: one.start()]}{name[0]}{'’s' if one['own'] else ''}{part.clause[one.end() :]}"
    return replace(part, query=replace(part.query, standalone=asked, topic=asked), clause=asked)


def _beside(part: Part, found: Sequence[Found], beside: Beside) -> Answer | None:
    """Return the answer that stands behind the one to the part before, where a part points at that."""
    if not found or part.query.kind != "fact" or part.query.compared or not points(part.clause):
        return None
    answers = (beside(part.query, part.clause, each) for each in found[-1][2].citations[:READ_BEHIND])
    return next((each for each in answers if each), None)


def _of_the_same(part: Part, found: Sequence[Found], answer: Answer) -> Answer:
    """Return the answer to a part, or that there is none where "it" is one thing to it and another to the part before.

    What points at the part before is not answered by another document: any tells what something is called.
    """
    before = found[-1][2].citations if found and found[-1][2].status == "answered" else ()
    if not (part.clause and before and part.query.kind == "fact" and points(part.query.standalone)):
        return answer
    if answer.status != "answered" or {each.doc for each in answer.citations} & {each.doc for each in before}:
        return answer
    return without_answer(answer)


def first_answered(in_parts: Answer | None, whole: Callable[[], Answer]) -> Answer:
    """Return the answer in parts where a part has one, else that to the whole: what no part finds may be told of it."""
    if in_parts is None or in_parts.status == "answered":
        return in_parts or whole()
    answer = whole()
    return answer if answer.status == "answered" else in_parts


def _leans(query: Query) -> bool:
    """Return whether only the answer to the part before says what is asked: who "they" are, which years are earlier."""
    return query.kind == "fact" and bool(_OTHER_TIMES.search(query.standalone) or _THEY.search(query.standalone))


_IT = expression(r"\b(?:it|that|this|there)\b", re.IGNORECASE)


def _is_of_it(part: Part) -> bool:
    """Return whether a part says too little without what "it" is, which the part before has not found."""
    is_fact = part.query.kind == "fact" and not part.query.document
    return is_fact and bool(_IT.search(part.clause)) and len(set(content_words(part.clause))) <= FEW


def _document_before(query: Query, found: Sequence[Found]) -> str | None:
    """Return the document that answered the last part, where a question for a fact has no name that it had not."""
    if query.kind != "fact" or query.document or query.compared or not found:
        return None
    _, before, answer = found[-1]
    # "What can they get?" is answered by any line of a document.
    if len(set(content_words(query.standalone))) < FEWEST:
        return None
    known = set(NAME.findall(f", {value_in(answer.opening)}, {before.standalone}"))
    if before.kind != "fact" or answer.status != "answered" or not set(NAME.findall(query.standalone)) <= known:
        return None
    return answer.citations[0].doc if answer.citations else None
