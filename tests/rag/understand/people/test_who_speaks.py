"""Questions for all who speak of something: the topic, and what their words do to it."""

from __future__ import annotations

import pytest

from rag.understand.people.who_speaks import speakers_asked


@pytest.mark.parametrize(
    ("question", "topic", "act"),
    [
        ("Who mentioned the old ferry?", "the old ferry", None),
        ("Which leaders talked about the old ferry?", "the old ferry", None),
        ("List all speakers who have discussed the old ferry", "the old ferry", None),
        ("Who all has criticised the harbour tax?", "the harbour tax", "criticism"),
        ("Which experts warned of thin ice?", "thin ice", "a warning"),
        ("What countries called for a new dam?", "a new dam", "a demand"),
        ("Who else supports the bridge?", "the bridge", "support"),
        ("Which ministers were against the bridge?", "the bridge", "opposition"),
        ("What would each of the candidates do about the ferry?", "the ferry", None),
        ("what did all of them say about the ferry", "the ferry", None),
        ("What does each witness say about the dam?", "the dam", None),
        ("What do all of the parties promise on the harbour tax?", "the harbour tax", None),
        ("what did each of the speakers think of the bridge", "the bridge", None),
    ],
)
def test_what_all_are_asked_for(question: str, topic: str, act: str | None) -> None:
    assert speakers_asked(question) == (topic, act)


@pytest.mark.parametrize(
    "question",
    [
        "Who mentioned the ferry first?",
        "Who said “the ferry is late”?",
        "Who is the mayor of Vesk?",
        "Who supports the bridge and why?",
        "What did Tell say about the ferry?",
        "What did all the king's horses cost?",
        "What would each ferry carry?",
    ],
)
def test_one_or_an_order_is_no_list(question: str) -> None:
    assert speakers_asked(question) is None
