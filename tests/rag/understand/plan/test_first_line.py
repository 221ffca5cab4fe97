"""What the first line of an answer has to say is read off the question."""

from __future__ import annotations

import pytest

from rag.understand.plan.first_line import asks_change, end_asked, line_asked

LINES = {
    "Did Tell say so?": "yes_no",
    "And has Quill ever mentioned it?": "yes_no",
    "Is it true that the pier burnt?": "yes_no",
    "Did Tell or Quill say so?": "other",
    "When was the pier built?": "when",
    "In what year was the pier built?": "when",
    "Where was the pier built?": "where",
    "Who built the pier?": "who",
    "To whom did Tell speak?": "who",
    "Why was the pier closed?": "why",
    "What was the reason for it?": "why",
    "How many piers are there?": "number",
    "How old was Tell when he died?": "number",
    "What is the population of Vesk?": "number",
    "What did Tell say about the pier?": "other",
    "How did Tell react?": "other",
}


@pytest.mark.parametrize("question", LINES)
def test_what_is_asked(question: str) -> None:
    assert line_asked(question) == LINES[question]


def test_ends_and_changes() -> None:
    assert end_asked("When did Tell first mention it?") == "first"
    assert end_asked("When was the last time he said it?") == "last"
    assert end_asked("When did Tell mention it?") is None
    assert asks_change("How has his view evolved?")
    assert not asks_change("Timeline of his views")
