"""How a chat model reads a question: taken where the question and the documents bear it, else told and left."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rag.pipeline import Pipeline
from rag.pipeline import over as over_store
from rag.records import Answer, Turn
from rag.write.writer import Writer
from settings import Settings
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN
from tests.rag.write.scripted import Scripted


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


def read_by(pipeline: Pipeline, question: str, *replies: Any, **given: Any) -> tuple[Answer, Scripted]:
    model = Scripted(replies=[*replies, "NONE", "NONE"], prompts=[])
    writer = Writer("scripted:planner", model, 10.0, plans=True)
    return replace(pipeline, writer=writer).ask(Turn(question, **given)), model


MUDDLED = "bridge!! quillon & tellmar: their take; janner too"


@pytest.mark.parametrize(
    ("question", "reply", "asked"),
    [
        (
            MUDDLED,
            "statements | tellmar | bridge | |\nstatements | quillon | bridge | |\nstatements | janner | bridge | |",
            [
                "What did tellmar say about bridge?",
                "What did quillon say about bridge?",
                "What did janner say about bridge?",
            ],
        ),
        (
            "Tellmar on the bridge in February 2031 and after that in June 2031",
            "statements | Tellmar | the bridge | 2031-02-01 | 2031-02-28\n"
            "statements | Tellmar | the bridge | 2031-06-01 | 2031-06-30\n",
            ["What did Tellmar say about the bridge?"] * 2,
        ),
        (
            "I wonder, does Brechtel like the sanctions on the port and is a dam safe?",
            "- statements | Brechtel | sanctions on the port | |\n- fact | | is the dam safe? | |",
            ["What did Brechtel say about sanctions on the port?", "is the dam safe?"],
        ),
    ],
)
def test_a_plan_that_holds_is_taken(town: Pipeline, question: str, reply: str, asked: list[str]) -> None:
    answer, _ = read_by(town, question, reply)
    assert [each.question for each in answer.parts] == asked
    assert answer.status == "answered"
    assert "was not taken" not in str(answer.notice)


def test_days_of_a_plan_filter(town: Pipeline) -> None:
    answer, _ = read_by(
        town,
        "Tellmar on the bridge, February 2031 against June 2031",
        "statements | Tellmar | the bridge | 2031-02-01 | 2031-02-28\n"
        "statements | Tellmar | the bridge | 2031-06-01 | 2031-06-30",
    )
    assert [each.heading for each in answer.parts] == ["February 2031", "June 2031"]
    assert {each.said_on for each in answer.citations} == {"2031-02-10", "2031-06-12"}


def test_one_part_is_answered_and_told(town: Pipeline) -> None:
    question = "quillon money waste thing with that bridge, remind me?"
    answer, model = read_by(town, question, "statements | quillon | bridge | |", "S1 | Mira Quillon said: {S1}\n")
    assert answer.standalone == "What did quillon say about bridge?"
    assert "“The Vesk bridge is a waste of money." in answer.answer
    assert "Read by the model as: “What did quillon say about bridge?”" in str(answer.notice)
    assert question in str(model.prompts[0][1].content)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("statements | Zorbanek | Tellmar Quillon bridge | |", "“zorbanek” stands in no question"),
        ("statements | Quillon | the harbour tax | |\nstatements | Tellmar | the bridge | |", "stands in no question"),
        ("statements | Tellmar | the bridge | |", "leaves out “Quillon”"),
        ("statements | the bridge | Tellmar and Quillon | |", "know nobody called “the bridge”"),
        ("statements | Tellmar | Quillon bridge | 2031-06-01 | 2031-06-30", "does not say 2031-06-01"),
        ("statements | Tellmar | Quillon bridge | soon | |", "is no part of a plan"),
        ("statements | Tellmar | Quillon bridge | soon |", "“soon” is no day"),
        ("sing | Tellmar | Quillon bridge | |", "is no part of a plan"),
        ("statements | | | |", "is no part of a plan"),
        ("Sure! Here is the plan you asked for:", "is no part of a plan"),
        ("statements | Tellmar | Quillon bridge | |\n" * 7, "more than 6 parts"),
        ("<script>alert(1)</script> | rm -rf | {S1} | |", "is no part of a plan"),
        ("   \n  ", "it has no part"),
    ],
)
def test_a_plan_that_does_not_hold_costs_a_notice(town: Pipeline, reply: str, why: str) -> None:
    question = "What did Tellmar and Quillon say about the bridge?"
    answer, _ = read_by(town, question, reply)
    plain = town.ask(Turn(question))
    assert (answer.answer, answer.citations, answer.parts) == (plain.answer, plain.citations, plain.parts)
    assert why in str(answer.notice)
    assert "reading of the question was not taken" in str(answer.notice)


def test_a_model_that_is_down_costs_nothing(town: Pipeline) -> None:
    question = "What did Tellmar and Quillon say about the bridge?"
    answer, _ = read_by(town, question, ConnectionError("no route"))
    plain = town.ask(Turn(question))
    assert (answer.answer, answer.notice) == (plain.answer, plain.notice)


def test_words_of_the_questions_before_may_be_used(town: Pipeline) -> None:
    answer, _ = read_by(
        town,
        "and quillon?",
        "statements | quillon | the bridge | |",
        history=("What did Tellmar say about the bridge?",),
    )
    assert "The Vesk bridge is a waste of money." in answer.answer


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("Did Quillon say “The Vesk bridge is a waste of money”?", {}),
        ("What did Quillon say about the bridge?", {"speaker": "Quillon"}),
        ("What did Quillon say about the bridge?", {"since": "2031-06-01"}),
        ("What are these documents about?", {}),
        ("Hello", {}),
    ],
)
def test_what_is_exact_already_is_not_planned(town: Pipeline, question: str, given: dict[str, str]) -> None:
    _, model = read_by(town, question, **given)
    assert not any("Say what the last question asks" in str(each[0].content) for each in model.prompts)


@pytest.fixture(scope="module")
def strict(town: Pipeline) -> Pipeline:
    """The town's pipeline where the program answers only from much evidence."""
    return over_store(town.store, Settings(strictness="strict"))


FAINT = "What happens to the coast?"


def test_a_model_may_answer_from_less_evidence(strict: Pipeline) -> None:
    assert strict.ask(Turn(FAINT)).status == "not_found"
    answer, _ = read_by(strict, FAINT, f"fact | | {FAINT} | |", "S1 | {S1}\n")
    assert answer.status == "answered"
    assert "our coast sinks" in answer.answer
    assert {each.check for each in answer.citations} == {"verified"}
    assert "without it the evidence would not do" in str(answer.notice)


@pytest.mark.parametrize("reply", ["NONE", "S1 | The coast sinks by 99 metres.\n", ConnectionError("no route")])
def test_a_refusal_stands_where_the_model_finds_nothing(strict: Pipeline, reply: Any) -> None:
    refused = strict.ask(Turn(FAINT))
    answer, _ = read_by(strict, FAINT, f"fact | | {FAINT} | |", reply)
    assert (answer.status, answer.answer, answer.engine) == ("not_found", refused.answer, "extractive")
