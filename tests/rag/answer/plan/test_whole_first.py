"""A question of two sides or two times that a few passages tell of: they stand alone, with no number above them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.answer.opening.wording import OF_IT
from rag.answer.plan.whole_first import of_all, told_together
from rag.pipeline import Pipeline
from rag.records import Answer, Query, Turn
from rag.understand.plan.parts import Part, Plan
from tests.rag.conftest import Over

TEXTS = {
    "lorn.txt": (
        "Lorn then and now\n\nWhen Lorn joined the River League people there lived barely 40 years. "
        "Today they live 70 years.\n"
    ),
    "lanterns.md": "# Rails\n\n**Press Release: Lantern Party**\n\nThe tram is good. KEEL fought the tram.\n",
}


@pytest.fixture(scope="module")
def texts(over: Over) -> Pipeline:
    return over(TEXTS)


def _answered(pipeline: Pipeline, question: str) -> Answer:
    found = pipeline.ask(Turn(question))
    cited = found.citations or found.nearest
    return replace(found, status="answered", citations=cited, nearest=(), unsure=False, opening=OF_IT)


def _nothing(query: Query, answer: Answer) -> Answer:
    return answer


def _side(heading: str, *names: str) -> Part:
    query = Query(f"What did {heading} say about the tram?", "statements", "the tram", heading, compared=True)
    return Part(heading, query, names=frozenset(names))


def _release(texts: Pipeline) -> Callable[[], Answer]:
    return lambda: _answered(texts, "What did the Lantern Party say about the tram?")


def test_what_only_one_side_says_is_no_answer_for_both(texts: Pipeline) -> None:
    plan = Plan((_side("KEEL", "keel"), _side("the Lantern Party", "lantern")), told_together=True, in_passages=True)
    whole, catalog = _release(texts), texts.store.catalog
    assert whole().citations[0].doc == "lanterns.md"
    assert told_together(plan, Query("?", "fact", "", None), whole, _nothing, catalog) is None
    assert of_all(plan, whole, catalog)().status == "not_found"


def test_what_names_both_of_two_things_is(texts: Pipeline) -> None:
    one, other = (
        replace(each, query=replace(each.query, speaker=None))
        for each in (_side("KEEL", "keel"), _side("Tram", "tram"))
    )
    plan = Plan((one, other), told_together=True, in_passages=True)
    whole, catalog = _release(texts), texts.store.catalog
    found = told_together(plan, Query("?", "fact", "", None), whole, _nothing, catalog)
    assert found is not None
    assert of_all(plan, whole, catalog)().status == "answered"


def test_a_plan_that_sets_nothing_side_by_side_leaves_the_whole(texts: Pipeline) -> None:
    plan, whole = Plan((_side("KEEL", "keel"),)), _release(texts)
    assert told_together(plan, Query("?", "fact", "", None), whole, _nothing, texts.store.catalog) is None
    assert of_all(plan, whole, texts.store.catalog)().status == "answered"


def test_the_same_at_two_times_is_shown_in_passages(texts: Pipeline) -> None:
    query = Query("How long did people in Lorn live, and how long do they live now?", "fact", "", None)
    plan = Plan((Part("then", query), Part("now", query)), in_passages=True)
    shown = _answered(texts, "How long do people in Lorn live?")
    told = replace(shown, opening="40 years, says a document [1].")
    found = told_together(
        plan, query, lambda: told, lambda _, answer: replace(shown, count=len(answer.citations)), texts.store.catalog
    )
    assert found is not None
    assert found.opening == OF_IT
    assert found.count == 0
    assert told_together(plan, query, lambda: told, None, texts.store.catalog) is None
