"""What stands beside a verb of saying and is neither said nor says it: a time, whom it is about."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements
from tests.index.attribution.said import said, sure_speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holt commented as the two towns of the valley were talking to each other about water.",
        "Odo Lask responded during a visit to the flooded village in the north.",
        "The minister remarked after a mill in Norr had burned down and two workers were hurt.",
        "Ana Ruiz argued while the council was preparing for the vote on the bridge.",
        "Tell warned before the vote in the town hall on Monday and left.",
    ],
)
def test_when_something_was_said_is_not_what_was_said(text: str) -> None:
    assert [each for each in statements(text) if each.speaker and each.confidence >= 0.7] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ida Holt said when the dam burst the town had no warning.", "when the dam"),
        ("Ida Holt said as a girl she was afraid of the mill.", "as a girl"),
        ("Ida Holt said as of Monday, 40 people were missing.", "as of Monday"),
        ("Ida Holt said while the mill is old, it is safe.", "while the mill"),
        ("Ida Holt said when he was mayor he closed the mill.", "when he"),
    ],
)
def test_what_was_so_at_a_time_is_said(text: str, words: str) -> None:
    assert sure_speaker(text, words) == "Ida Holt"


@pytest.mark.parametrize(
    "text",
    [
        "The daughter of the old mayor, she has been part of “local royalty”, said Holm in The Echo, and her defeat "
        "to a rival is a “blow to the last traces of the party”.",
        "A clerk once, he was “the loudest of all”, wrote Holm in the Gazette, yet the vote is “a blow to it”.",
        "The youngest of the ministers, she is “slow to act”, said Holm, but her plan is “a blow to the rich”.",
    ],
)
def test_who_printed_an_opinion_says_all_of_it(text: str) -> None:
    assert {speaker for speaker, kind, _ in said(text) if kind == "direct"} == {"Holm"}
    assert sure_speaker(text, "blow to" if "a “blow" in text else "a blow") == "Holm"
