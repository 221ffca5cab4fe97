"""A surname alone is not the asked person's where its text names another bearer of it."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TEXTS = {
    "play.txt": (
        "Enid Corrie and Paul Corrie wrote the play together. “The script is a fraud,” Corrie said. “I love the "
        "script,” Enid Corrie said.\n"
    ),
    "mill.txt": "Rolf Tarn sold the mill to Nora Tarn. “The mill was a bargain,” Tarn said.\n",
    "boat.txt": "The boat was late. “The boat leaks badly,” Lund said.\n",
    "name.txt": "“The quay is old,” Wim Lund said.\n",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TEXTS)


@pytest.mark.parametrize(
    ("question", "shown", "hidden"),
    [
        ("What did Enid Corrie say about the script?", "I love the script", "a fraud"),
        ("What did Paul Corrie say about the script?", "", "I love the script"),
        ("List all statements by Enid Corrie about the script", "I love the script", "a fraud"),
        ("What did Nora Tarn say about the mill?", "", "bargain,”"),
        ("What did Wim Lund say about the boat?", "leaks badly", ""),
        ("What did Corrie say about the script?", "a fraud", ""),
    ],
)
def test_whose_view_is_shown(town: Pipeline, question: str, shown: str, hidden: str) -> None:
    answer = town.ask(Turn(question))
    assert shown in answer.answer
    # What is only perhaps the answer is told as the document's, with who is named there.
    assert not hidden or hidden not in answer.answer or answer.unsure


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("The script is a fraud", "Enid Corrie"), ("The mill was a bargain", "Nora Tarn"), ("The mill was", "Rolf Tarn")],
)
def test_a_check_says_that_it_is_not_clear(town: Pipeline, words: str, speaker: str) -> None:
    answer = town.ask(Turn(f"Did {speaker} say “{words}”?"))
    assert answer.verdict == "other_speaker"
    assert "not clear" in answer.answer or "unsure" in answer.answer
    assert "Not by" not in answer.answer
