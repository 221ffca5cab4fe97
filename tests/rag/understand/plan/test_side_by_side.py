"""Questions that ask one thing of two people or things: what is asked of each."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.plan.side_by_side import of_each, of_single
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "What objections did Tellmar and Quillon raise to the bridge",
            ["What did Tellmar say about the bridge?", "What did Quillon say about the bridge?"],
        ),
        (
            "Why do Tellmar and Quillon both want a bridge",
            ["Why does Tellmar want a bridge?", "Why does Quillon want a bridge?"],
        ),
        (
            "What share of ferries is late according to Tellmar, and according to Quillon",
            [
                "What share of ferries is late according to Tellmar?",
                "What share of ferries is late according to Quillon?",
            ],
        ),
        (
            "What is the difference in price between a Wren and a Heron boat, in the yard's figures",
            [
                "What is the price of a Wren boat, in the yard's figures?",
                "What is the price of a Heron boat, in the yard's figures?",
            ],
        ),
        (
            "How does the price of a Heron compare with that of a Wren",
            ["What is the price of a Heron?", "What is the price of a Wren?"],
        ),
        (
            "How does the Heron compare with the Wren in length",
            ["What is the length of the Heron?", "What is the length of the Wren?"],
        ),
        (
            "What is planned for the yards at Oldmill and Sallow Bridge",
            ["What is planned for the yards at Oldmill?", "What is planned for the yards at Sallow Bridge?"],
        ),
        ("Where did Tellmar and Quillon meet", []),
        ("What did Tellmar and Quillon agree on", []),
        ("What came of the talks between Tellmar and Quillon", []),
        ("Who praised Tellmar and Quillon", []),
        ("What is the difference in price between 2030 and 2031", []),
        ("Why did the Minister for Health and Welfare resign", []),
    ],
)
def test_what_is_asked_of_each(town: Pipeline, text: str, each: list[str]) -> None:
    with town.store.catalog.reading():
        assert [one.asks for one in of_each(text, town.store.catalog)] == each


@pytest.mark.parametrize(
    ("question", "who", "single"),
    [
        ("What do Tell each think of it?", "Tell", "What does Tell think of it?"),
        ("What have Tell both said?", "Tell", "What has Tell said?"),
        ("What do the Germans say?", "the Germans", "What do the Germans say?"),
    ],
)
def test_a_question_of_one_has_its_verb(question: str, who: str, single: str) -> None:
    assert of_single(question, who) == single
