"""A summary and who speaks in one question."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.broad.asked_at_once import summary_and_voices
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
    assert summary_and_voices(question, hearing.store.catalog) is None
