"""Questions for the whole of what a text holds."""

from __future__ import annotations

import pytest

from rag.understand.broad.wholes import whole_asked


@pytest.mark.parametrize(
    ("question", "form", "who", "topic"),
    [
        ("What does the board's six-point plan to mend the roof consist of?", "plan", "", ""),
        ("What's in the roads package?", None, "", ""),
        ("What is in the new roads package?", "plan", "", ""),
        ("Which are the five points of the peace plan?", "plan", "", ""),
        ("Outline the mayor's four-step plan for the harbour", "plan", "", ""),
        ("What does the plan say about the roof?", None, "", ""),
        ("What did the guild recommend after the flood?", "advised", "the guild", ""),
        ("What changes did the inquiry propose after the wreck?", "advised", "the inquiry", ""),
        ("What did she recommend after the flood?", None, "", ""),
        ("What did the two abbots argue in their Gazette essay?", "argued", "the two abbots", ""),
        ("What do people in Lorn say about the tram?", "views", "people", "the tram"),
        ("What do the senators at the 2031 hearing say about jobs?", "views", "senators", "jobs"),
        ("How do the tenants of Mill Street feel about the rent?", "views", "tenants", "the rent"),
        ("What did Odran Tell say about the tram?", None, "", ""),
        ("How many people in Lorn say it?", None, "", ""),
    ],
)
def test_what_is_asked_of_whom(question: str, form: str | None, who: str, topic: str) -> None:
    found = whole_asked(question)
    assert (found and found.form) == form
    if found:
        assert (found.who, found.topic) == (who, topic)
