"""A summary and who speaks in one question."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.broad.asked_at_once import asked_of_one
from tests.rag.answer.broad.whole.conftest import shelf as shelf
from tests.rag.conftest import Over

HEARING = {
    "oral-evidence-vesk-ferry.txt": "VESK SCRUTINY PANEL\nOral evidence: the loss of the Vesk ferry\n\n"
    "Ona Quill: The ferry ran without its second pump for a week.\n\n"
    "Marden Tell: We were told of the pump on the Friday and sailed on the Monday.\n\n"
    "Ona Quill: That was a mistake, and I am sorry for it.\n\n"
    "Marden Tell: The panel should ask who signed the log.\n"
}


@pytest.fixture(scope="module")
def hearing(over: Over) -> Pipeline:
    return over(HEARING)


@pytest.mark.parametrize(
    "question",
    [
        "Please summarise the hearing about the Vesk ferry: who gave evidence and what were their points?",
        "Sum up the Vesk ferry hearing for me. Who spoke and what side were they on?",
        "gist of the hearing on the Vesk ferry - who's for it and who's against?",
    ],
)
def test_both_are_answered(hearing: Pipeline, question: str) -> None:
    answer = hearing.ask(Turn(question))
    assert [each.heading for each in answer.parts] == ["What does it say?", "Who speaks in it?"]
    assert answer.status == "answered"
    assert "Ona Quill" in answer.answer


@pytest.mark.parametrize("question", ["Sum up the hearing about the Vesk ferry", "Who spoke at the harbour, and when?"])
def test_one_thing_is_one(hearing: Pipeline, question: str) -> None:
    assert asked_of_one(question, hearing.store.catalog) == []


@pytest.mark.parametrize(
    ("question", "headings", "holds"),
    [
        (
            "Sum up the beekeepers' open letter and what they ask for.",
            ["What does it say?", "What does it ask for?"],
            "a meeting in Senn",
        ),
        (
            "What is the swim review about, what did they find and what do they recommend?",
            ["What does it say?", "What does it find?", "What does it ask for?"],
            "every safety boat carry two radios",
        ),
        (
            "what is the podcast with mira quill about tide mills about, whom does she talk to",
            ["What does it say?", "Who speaks in it?"],
            "Jorun Halvik",
        ),
        (
            "Who takes part in the Fjordglass results call and what is it about?",
            ["Who speaks in it?", "What does it say?"],
            "Bo Anders Lie",
        ),
    ],
)
def test_several_things_of_one_document(shelf: Pipeline, question: str, headings: list[str], holds: str) -> None:
    answer = shelf.ask(Turn(question))
    assert [each.heading for each in answer.parts] == headings
    assert answer.status == "answered"
    assert holds in answer.answer
    assert len({each.doc for each in answer.citations}) == 1


@pytest.mark.parametrize(
    "question",
    [
        "who all spoke in the October debate in the Varra council and who was for and who against",
        "who spoke in the council debate of Varra, for and against?",
    ],
)
def test_who_speaks_and_on_which_side(shelf: Pipeline, question: str) -> None:
    answer = shelf.ask(Turn(question))
    assert "Dressler" in answer.answer.split("\n")[0]
    assert "Ilves, 1 statement, 13 words: “We shall vote for the motion" in answer.answer
    assert any(each.text.startswith("I oppose the motion") for each in answer.citations)


@pytest.mark.parametrize(
    "question", ["Who speaks on the harbour?", "who takes part in the rowing cup", "Who is at the quay?"]
)
def test_who_does_something_elsewhere_is_asked_of_no_document(shelf: Pipeline, question: str) -> None:
    assert shelf.ask(Turn(question)).kind not in ("overview", "catalog")
