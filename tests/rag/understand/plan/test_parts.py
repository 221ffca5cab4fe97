"""Questions that ask several things, each answered under its heading, and those that only look like it."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


def headings(pipeline: Pipeline, question: str, **given: str) -> list[str]:
    turn = Turn(question, **given)  # type: ignore[arg-type]
    return [each.heading for each in pipeline.plan(turn, pipeline.understand(turn)).parts]


def asked(pipeline: Pipeline, question: str) -> list[str]:
    turn = Turn(question)
    return [each.query.standalone for each in pipeline.plan(turn, pipeline.understand(turn)).parts]


TWO = ["Tellmar", "Quillon"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Compare what Tellmar and Quillon said about the bridge.", TWO),
        ("Compare Tellmar and Quillon on the bridge", TWO),
        ("Compare the views of Tellmar and Quillon on the bridge", TWO),
        ("Compare Tellmar's and Quillon's views on the bridge", TWO),
        ("Compare Tellmar with Quillon on the bridge", TWO),
        ("How do Tellmar and Quillon differ on the bridge?", TWO),
        ("What is the difference between Tellmar's and Quillon's views on the bridge?", TWO),
        ("Tellmar vs Quillon on the bridge", TWO),
        ("What did Tellmar and Quillon say about the bridge?", TWO),
        ("What did both Tellmar and Quillon say about the bridge?", TWO),
        ("What did Tellmar and Quillon each say about the bridge?", TWO),
        ("What have Tellmar and Quillon both said about the bridge?", TWO),
        ("What did Tellmar say about the bridge, and Quillon?", TWO),
        ("What did Tellmar say about the bridge? And what about Quillon?", TWO),
        ("What did Tellmar, Quillon and Janner say about the bridge?", [*TWO, "Janner"]),
        ("What did Tellmar say about the bridge and what did Quillon say?", TWO),
        ("What did Tellmar and Zorbanek say about the bridge?", ["Tellmar", "Zorbanek"]),
        ("What did Telmar and Qiullon say about the bridge?", ["Telmar", "Qiullon"]),
        ("What did the Germans and the Poles say about the river?", ["The Germans", "The Poles"]),
        (
            "What did the German and Polish foreign ministers say about drones?",
            ["The German foreign minister", "The Polish foreign minister"],
        ),
        (
            "What did the presidents of Kestria and Belarus say about the border?",
            ["The president of Kestria", "The president of Belarus"],
        ),
        (
            "What did the presidents of Kestria and Belarus each say about the border?",
            ["The president of Kestria", "The president of Belarus"],
        ),
        ("List all statements by Tellmar and Quillon", TWO),
    ],
)
def test_each_speaker_is_a_part(town: Pipeline, question: str, expected: list[str]) -> None:
    assert headings(town, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Tellmar say about climate change and about ferries?", ["Climate change", "Ferries"]),
        ("What did Tellmar say about the bridge, and what about Poland?", ["The bridge", "Poland"]),
        ("What did Tellmar say about the bridge and on ferries?", ["The bridge", "Ferries"]),
        ("What did Tellmar say about the bridge as well as about Poland?", ["The bridge", "Poland"]),
        ("What did Tellmar say about both ferries and cranes?", ["Ferries", "cranes"]),
        ("What did Tellmar say in Vesk about climate change, and about ferries?", ["Climate change", "Ferries"]),
        ("List all statements by Tellmar about ferries and about Poland", ["Ferries", "Poland"]),
        ("What did Tellmar say about bridges? What about ferries?", ["Bridges", "Ferries"]),
        ("Compare Tellmar's views on climate and ferries", ["Climate", "Ferries"]),
        (
            "What did Tellmar and Quillon say about climate change and about vaccines?",
            [
                "Tellmar on climate change",
                "Tellmar on vaccines",
                "Quillon on climate change",
                "Quillon on vaccines",
            ],
        ),
        ("What did Tellmar say about the bridge in February 2031 and in June 2031?", ["February 2031", "June 2031"]),
        ("Tellmar bridge in February 2031, and in June 2031?", ["February 2031", "June 2031"]),
        ("What did Tellmar say about the bridge in 2030 and in 2031?", ["2030", "2031"]),
        ("Compare what Tellmar said about the bridge in 2030 and in 2031", ["2030", "2031"]),
        ("What did Tellmar say about the bridge in 2030 and what in 2031?", ["2030", "2031"]),
    ],
)
def test_each_topic_or_time_is_a_part(town: Pipeline, question: str, expected: list[str]) -> None:
    assert [each.lower() for each in headings(town, question)] == [each.lower() for each in expected]


@pytest.mark.parametrize(
    "question",
    [
        "What did Tellmar say about war and peace?",
        "What did Tellmar say about the words 'boss' and 'chief'?",
        "What did Tellmar say about the names “tariff” and “toll”?",
        'What did Tellmar say about "ferry" and "boat"?',
        "What did Tellmar say about Trinidad and Tobago?",
        "What did the president of Trinidad and Tobago say about the bridge?",
        "What did Johnson and Johnson say about vaccines?",
        "What did Marden and Holdane say about the yard?",
        "What did the Food and Drug Administration say about vaccines?",
        "What did the Minister of Health and Welfare say about vaccines?",
        "What did Tellmar say about research and development?",
        "What did Tellmar say between 2014 and 2016 about the bridge?",
        "What did Tellmar say about relations between Poland and Kestria?",
        "Did Tellmar say “the bridge and the ferries are safe”?",
        "What did Tellmar say about the bridge?",
        "Who opened the bridge and the harbour?",
        "When was the harbour built and opened?",
        "Compare the price of bread and the price of milk",
        "hello and thanks",
    ],
)
def test_what_only_looks_like_several_is_one(town: Pipeline, question: str) -> None:
    assert headings(town, question) == []


def test_the_last_topic_is_that_of_all(town: Pipeline) -> None:
    question = "What did Tellmar say in February 2031 and what did Quillon say in June 2031 about the bridge?"
    answer = town.ask(Turn(question))
    assert [each.heading for each in answer.parts] == ["Tellmar, February 2031", "Quillon, June 2031"]
    assert all("bridge" in each.text for each in answer.citations[:2])


def test_a_part_without_evidence_says_so_and_numbers_go_on(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Tellmar and Quillon say about climate change and about vaccines?"))
    assert [each.status for each in answer.parts] == ["answered", "not_found", "answered", "answered"]
    assert "No sure answer about vaccines was found in what Tellmar said." in answer.answer
    assert [each.n for each in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert [number for each in answer.parts for number in each.citations] == [each.n for each in answer.citations]
    assert all(f"[{each.n}]" in answer.answer for each in answer.citations)
    assert {each.check for each in answer.citations} == {"verified"}
    assert answer.answer.count("Searched ") == 1


def test_words_that_leave_a_topic_out_are_asked_for_each(town: Pipeline) -> None:
    answer = town.ask(Turn("What did Quillon say about vaccines and opera?"))
    assert [(each.heading, each.status) for each in answer.parts] == [
        ("Vaccines", "answered"),
        ("Opera", "not_found"),
    ]


def test_of_more_than_six_parts_the_rest_is_named(town: Pipeline) -> None:
    question = "What did Tellmar, Quillon, Janner and Holdane say about the bridge and about the harbour?"
    answer = town.ask(Turn(question))
    assert len(answer.parts) == 6
    assert answer.notice
    assert "“Holdane on the bridge”" in answer.notice
    assert "“Holdane on the harbour”" in answer.notice


def test_a_comparison_with_nobody_asks_with_whom(town: Pipeline) -> None:
    answer = town.ask(Turn("Compare Tellmar"))
    assert {each.speaker for each in answer.citations} == {"Odran Tellmar"}
    assert answer.notice
    assert "with whom to compare Tellmar" in answer.notice


def test_a_speaker_who_is_set_or_taken_back_is_not_read_again(town: Pipeline) -> None:
    question = "What did Tellmar and Quillon say about the bridge?"
    assert headings(town, question, speaker="Mira Quillon") == []
    turn = Turn(question, without=("speaker",))
    assert town.plan(turn, town.understand(turn)).parts == ()


def test_a_follow_up_may_name_several(town: Pipeline) -> None:
    answer = town.ask(Turn("And Quillon and Janner?", history=("What did Tellmar say about the bridge?",)))
    assert [each.heading for each in answer.parts] == ["Quillon", "Janner"]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many cranes fell in the storm and how high did the water rise?", 2),
        ("When did the mill close and how many people work there?", 2),
        ("How many people were hurt in the fire, when did it break out?", 2),
        ("Which old mill closed and what price did the owner get?", 2),
        ("What did Tellmar say about who paid and how high did they go?", 0),
        ("How many cranes and how much steel were lost?", 0),
    ],
)
def test_facts_that_one_question_joins_are_parts(town: Pipeline, question: str, number: int) -> None:
    assert len(headings(town, question)) == number


def test_its_in_a_later_part_is_of_what_the_first_is_about(town: Pipeline) -> None:
    question = "When was the bridge over the Tarn built and how long will its repair take?"
    assert asked(town, question)[1] == "How long will the repair of the bridge over the Tarn take?"


def test_what_a_part_calls_they_is_what_the_first_is_about(town: Pipeline) -> None:
    question = "Which firm lays the new rails, what do they cost and when come the first ones?"
    assert asked(town, question) == [
        "Which firm lays the new rails?",
        "What do the new rails cost?",
        "When come the first of the new rails?",
    ]


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("Who borrowed the miller's cart, and did he ever take it back?", "Did he ever take it back?"),
        ("When was the bridge built and how long will its repair take?", "How long will its repair take?"),
        (
            "How many cranes were sold, and how can I tell whether mine is one of them?",
            "How can I tell whether mine is one of them?",
        ),
        ("Why did the weaver of Vesk stop and what did she do with her looms?", "What did she do with her looms?"),
    ],
)
def test_a_question_of_several_heads_its_part_as_it_was_typed(town: Pipeline, question: str, second: str) -> None:
    assert headings(town, question)[1] == second


@pytest.mark.parametrize(
    "question",
    [
        "What does Tellmar think of the bridge, and what would he do instead?",
        "By when will the bridge be open and how much of the town is water?",
        "How much did the bridge grow while Tellmar was mayor, and what's the target?",
        "How did the council vote on the bridge, and what happened to the plan before?",
        "When was Tellmar's first speech on the bridge, and is the last one known?",
        "How many cranes were sold, and how can I tell whether mine is one of them?",
    ],
)
def test_a_second_question_behind_and_is_a_part(town: Pipeline, question: str) -> None:
    assert len(headings(town, question)) == 2


def test_when_somebody_did_something_only_tells_which_time_is_meant(gazette: Pipeline) -> None:
    assert headings(gazette, "When Odran Tell left the hall, what did he tell the reporters about the harbour?") == []
