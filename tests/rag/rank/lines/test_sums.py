"""What something cost is answered by what tells of money alone."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

REPORT = """The inquiry into the Orlev footbridge

Chapter 1: What happened

1. At 17.42 on Saturday 8 October 2032 the middle span of the Orlev footbridge gave way during the lantern walk.
Counters put between 210 and 240 people on the span at that moment; it had been built for 180.

2. The Orlev footbridge was built in 1987 by the firm of Tove Marsk and opened by Mayor Odran Tell.

3. Nine people were killed and sixty-three were taken to the hospital of Lorn that evening.
"""
HALL = """The ice hall of Vesk opened on Sunday.

The ice hall of Vesk was built in two years and cost the town nine million crowns, Mayor Odran Tell said.

The council voted for the ice hall of Vesk by eleven votes to four.

The swimming pool of Lorn was repaired for €40,000 in May. Entry to the pool is free for children of the town.
"""


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over({"inquiry.txt": REPORT, "hall.txt": HALL})


@pytest.mark.parametrize(
    "question",
    [
        "how much did it cost to build the orlev footbridge",
        "How much did the Orlev footbridge cost?",
        "What did the Orlev footbridge cost to build?",
        "what was the price of the Orlev footbridge?",
        "How much was paid for the Orlev footbridge in 1987?",
        "How expensive was the Orlev footbridge?",
        "How much money did they spend on the Orlev footbridge?",
    ],
)
def test_no_sum_is_no_answer(town: Pipeline, question: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("How much did the ice hall of Vesk cost?", "nine million crowns"),
        ("what did the ice hall of vesk cost to build", "nine million crowns"),
        ("How much did it cost to build the ice hall of Vesk?", "nine million crowns"),
        ("How much was paid to repair the swimming pool of Lorn?", "€40,000"),
        ("what did the repair of the swimming pool of Lorn cost", "€40,000"),
        ("How many votes did the ice hall of Vesk get?", "eleven votes"),
    ],
)
def test_a_sum_is_found(town: Pipeline, question: str, holds: str) -> None:
    answer = town.ask(Turn(question))
    assert answer.status == "answered"
    assert any(holds in each.text for each in answer.citations)
