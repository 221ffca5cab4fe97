"""Questions for a change of mind: whose, and about what."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.understand.plan.minds import mind_asked
from tests.rag.conftest import Over
from tests.rag.understand.plan.town import TOWN


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Has Tellmar always wanted the bridge?", "the bridge"),
        ("Was Tellmar always against the bridge?", "the bridge"),
        ("Did Tellmar change his mind about the bridge?", "the bridge"),
        ("Why has Tellmar turned against the bridge?", "the bridge"),
        ("How has Tellmar changed his tune about the bridge?", "the bridge"),
        ("How did Tellmar's idea of what the bridge should cost change over time?", "what the bridge should cost"),
        ("Has Tellmar always wanted the bridge? If not what changed his mind", "the bridge"),
        ("has tellmar changed his mind about the harbour tax? what made him?", "the harbour tax"),
    ],
)
def test_whose_change_of_mind_is_asked_for(town: Pipeline, question: str, topic: str) -> None:
    found = mind_asked(question, town.store.catalog)
    assert found is not None
    assert (found.who.lower(), found.topic) == ("tellmar", topic)


@pytest.mark.parametrize(
    "question",
    [
        "Does Tellmar want the bridge?",
        "Has Nils Varga always wanted the bridge?",
        "Has the bridge always been closed?",
        "What did Tellmar say about the bridge?",
    ],
)
def test_other_questions_ask_for_none(town: Pipeline, question: str) -> None:
    assert mind_asked(question, town.store.catalog) is None
