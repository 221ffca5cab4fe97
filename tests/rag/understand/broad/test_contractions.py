from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from rag.understand.broad.contractions import in_full


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("What's Odran Tell's view of the harbour?", "What is Odran Tell's view of the harbour?"),
        ("what’s Tell said about the harbour", "what has Tell said about the harbour"),
        ("So who's against the bridge?", "So who is against the bridge?"),
        ("Where's Tell stand on the berths?", "Where does Tell stand on the berths?"),
        ("What'd Quill say about jobs?", "What did Quill say about jobs?"),
        ("What're the main points?", "What are the main points?"),
        ("What's changed since May?", "What has changed since May?"),
        ("When's the bridge that was shut open again?", "When is the bridge that was shut open again?"),
        ("Tell's view of what's next", "Tell's view of what's next"),
        ("Did Tell say “what's next”?", "Did Tell say “what's next”?"),
    ],
)
def test_the_first_verb_is_written_out(question: str, full: str) -> None:
    assert in_full(question) == full


@pytest.mark.parametrize(
    "question", ["What's Odran Tell's view of the harbour?", "What’s Tell said about the harbour?"]
)
def test_somebody_is_asked_by_his_name_alone(gazette: Pipeline, question: str) -> None:
    query = gazette.understand(Turn(question))
    assert (query.speaker, query.topic) in {("Odran Tell", "the harbour"), ("Tell", "the harbour")}
    assert query.speakers


def test_a_question_before_is_written_out_too(gazette: Pipeline) -> None:
    turn = Turn("And on the berths?", ("What's Odran Tell's view of the harbour?",))
    assert gazette.understand(turn).speaker == "Odran Tell"
