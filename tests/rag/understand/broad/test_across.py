"""Questions for what each document, or different people, say of a subject."""

from __future__ import annotations

import pytest

from rag.understand.broad.across import across_asked, subject_of


@pytest.mark.parametrize(
    ("question", "aspect", "subject"),
    [
        ("Which of my documents deal with eel and what does each one say", "across", "eel"),
        ("which papers mention the eel ban, and what do they say about it", "across", "the eel ban"),
        ("From all of my papers: what sank the Gull, as different people see it", "views", "what sank the Gull"),
        ("what do the different witnesses say about the sinking", "views", "the sinking"),
    ],
)
def test_what_is_asked_of_all(question: str, aspect: str, subject: str) -> None:
    assert across_asked(question) == (aspect, subject)


@pytest.mark.parametrize(
    "question",
    [
        "What does each witness say?",
        "What did different people eat at the fair?",
        "Which documents mention the eel ban?",
        "What happened from all of this?",
    ],
)
def test_what_is_not(question: str) -> None:
    assert across_asked(question) is None


def test_the_subject_of_a_summary() -> None:
    assert subject_of("what happened with the eel ban in Lorn, from all my papers") == "the eel ban in Lorn"
    assert subject_of("about the eel ban") == "the eel ban"
