"""A question that sets two side by side -> the answer to it as one, where one passage or a few tell of both.

A party's release may name the other party and tell nothing of what that says, so each side needs words of its own; what
asks the same of two times is shown in passages, as a number that is told of one time would be read for the other.
"""

from __future__ import annotations

from collections.abc import Callable

from index.storage.catalog import Catalog
from index.text.countries import unified
from index.text.stems import words
from rag.answer.not_found import is_only_near
from rag.answer.opening.wording import OF_IT
from rag.answer.plan.of_one_form import is_of_one_form, of_one_form
from rag.answer.plan.of_side import is_of_side
from rag.answer.plan.own_part import is_of, without_answer
from rag.records import Answer, Documents, Query
from rag.understand.plan.parts import Part, Plan


def told_together(
    plan: Plan,
    query: Query,
    whole: Callable[[], Answer],
    perhaps: Callable[[Query, Answer], Answer] | None,
    catalog: Catalog,
) -> Answer | None:
    """Return the answer to the whole question where it tells of all parts; None where it does not."""
    if plan.parts and of_one_form(query, catalog):
        return whole()
    return _told_at_once(plan, query, whole, perhaps, catalog)


def _told_at_once(
    plan: Plan,
    query: Query,
    whole: Callable[[], Answer],
    perhaps: Callable[[Query, Answer], Answer] | None,
    documents: Documents,
) -> Answer | None:
    answer = whole() if plan.told_together else None
    if answer and answer.status == "answered" and answer.citations and not is_only_near(answer.opening):
        first = answer.citations[0]
        if all(is_of(each, first) for each in plan.parts) and _tells_all(plan, answer, documents):
            return answer
    if not plan.in_passages or perhaps is None:
        return None
    if answer and answer.opening == OF_IT and _tells_all(plan, answer, documents):
        return answer
    found = perhaps(query, without_answer(whole()))
    return found if _tells_all(plan, found, documents) else None


def of_all(plan: Plan, whole: Callable[[], Answer], documents: Documents) -> Callable[[], Answer]:
    """Return what answers the whole; of two bodies that are compared only where it has words of both."""

    def answered() -> Answer:
        answer = whole()
        is_refused = answer.status != "answered" or not plan.in_passages
        is_whole = is_refused or is_of_one_form(answer.opening)
        return answer if is_whole or _tells_all(plan, answer, documents) else without_answer(answer)

    return answered


def _tells_all(plan: Plan, answer: Answer, documents: Documents) -> bool:
    """Return whether the words of an answer are of all that a question sets side by side."""
    return answer.status == "answered" and all(_tells(each, plan, answer, documents) for each in plan.parts)


def _tells(part: Part, plan: Plan, answer: Answer, documents: Documents) -> bool:
    """Return whether some cited words are of a side for which no speaker is known, or all of them name the part."""
    side = part.query.speaker if not part.query.speakers else None
    if side is None:
        return part.names <= set(words(unified(" ".join(each.text for each in answer.citations))))
    others = [each.query.speaker for each in plan.parts if each.query.speaker and each is not part]
    return any(is_of_side(each, side, others, documents) for each in answer.citations)
