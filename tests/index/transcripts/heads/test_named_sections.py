"""Words below a heading that names somebody are that person's in a transcript, and in a page about people nobody's."""

from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

HEARING = (
    "# Hearing on the ferries\n\n"
    "## Opening Statement - Chairman Odran Tell (Vesk)\n\n[00:09] Good morning. I have sailed on it, and it leaks.\n\n"
    "We have waited since the flood.\n\n---\n\n"
    "## Opening Statement - Ranking Member Maria Quist (Lorn)\n\nThank you. I would sooner swim.\n\n"
    "## Witness Testimony\n\n"
    "### Dr. Anna Ruiz, Chief Engineer, Eskby Yards\n\nI welded the hull myself in 2019.\n\n"
    "## Questions and Answers\n\n"
    "**Chairman Tell:** Was it tested?\n\n**Dr. Anna Ruiz:** Twice, and I was there.\n\n"
    "**Chairman Tell:** By whom was it tested?\n\n**Dr. Anna Ruiz:** By the yard. I have the papers.\n"
)
ABOUT = (
    "# The board\n\n### Anna Ruiz, Chief Engineer\n\nAnna Ruiz has welded hulls since 2019.\n\n"
    "### Odran Tell, Chairman\n\nOdran Tell was a pilot.\n\n"
    "**Odran Tell:** Was it tested?\n\n**Anna Ruiz:** Twice.\n\n**Odran Tell:** By whom?\n\n**Anna Ruiz:** By us.\n"
)


def test_a_heading_opens_the_words_of_whom_it_names() -> None:
    said = turns_of(document(HEARING))
    assert said[:4] == [
        ("Odran Tell", "Good morning. I have sailed on it, and it leaks."),
        ("Odran Tell", "We have waited since the flood."),
        ("Maria Quist", "Thank you. I would sooner swim."),
        ("Anna Ruiz", "I welded the hull myself in 2019."),
    ]
    assert [speaker for speaker, _ in said[4:]] == ["Odran Tell", "Anna Ruiz"] * 2


def test_profiles_above_a_talk_are_nobodys_words() -> None:
    assert not [words for _, words in turns_of(document(ABOUT)) if "since 2019" in words or "pilot" in words]


@pytest.mark.parametrize("heading", ["Ferries and Locks", "The Chairman", "Xin Further Reading"])
def test_a_heading_that_names_nobody_ends_what_is_above(heading: str) -> None:
    text = HEARING.replace("### Dr. Anna Ruiz, Chief Engineer, Eskby Yards", f"### {heading}")
    assert not [speaker for speaker, words in turns_of(document(text)) if "welded" in words and speaker]
