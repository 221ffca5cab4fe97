"""Questions for the whole of what a text holds, and those of which no text has it."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound

AIR = ["no coal is burnt", "runs on electricity", "gets a filter", "closed to cars on Sundays"]
MILL = ["night watch is doubled", "first Monday of each month", "training of foremen"]
CABLE = ["madness", "a tenth of it", "good for the children", "ninety million", "love a view"]


@pytest.mark.parametrize(
    ("question", "document", "words"),
    [
        (
            "What does the harbour board's four-part scheme to end the ferry queues consist of?",
            "Harbour board unveils",
            ["tickets, lanes, staff", "twelve stewards", "online only", "Two new lanes", "old ramp will be rebuilt"],
        ),
        ("What are the measures of the Lorn clean air plan?", "Clean air in Lorn", AIR),
        ("What is in the plan for clean air in Lorn?", "Clean air in Lorn", AIR),
        ("What did the Board of Mill Safety recommend after the fire at Wira?", "Two hurt in fire at Wira mill", MILL),
        ("What were the recommendations of the Board of Mill Safety after the mill fire?", "Two hurt in fire", MILL),
        ("What do people in Eskby say about the cable car?", "Eskby residents meet", CABLE),
        ("How do residents in Eskby feel about the planned cable car?", "Eskby residents meet", CABLE),
        (
            "What did the former keepers of the harbour office argue in their Lorn Courier article?",
            "The Lorn Courier",
            ["silts up by a hand", "fairest way to pay", "take the loan", "must not wait", "can be had together"],
        ),
        ("What do the senators say about jobs?", "Record of the chamber", ["jobs to the quay", "row the pilots out"]),
        ("What do the senators in the 2031 record say about jobs?", "Brandt and Ilves", ["jobs to the quay"]),
    ],
)
def test_the_whole_of_it_in_its_order(holdings: Pipeline, question: str, document: str, words: list[str]) -> None:
    answer = holdings.ask(Turn(question))
    said = " ".join(sound(holdings, answer))
    assert document in answer.answer.split("\n")[0]
    places = [said.find(each) for each in words]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("question", "not_shown"),
    [
        ("What does the council's plan for a new theatre consist of?", "lists of it"),
        ("What did the Ministry of Health recommend after the fire at Wira?", "night watch"),
        ("What did the four former bishops argue in their Lorn Courier article?", "has the article"),
        ("What do the senators at the 2025 meeting say about jobs?", "speak of jobs"),
        ("What do the senators say about jobs?", "pilot boat"),
        ("What did the former keepers of the harbour office argue in their Lorn Courier article?", "jobs to the quay"),
        ("What does the harbour board's four-part scheme to end the ferry queues consist of?", "herring festival"),
        ("What does the harbour board's four-part scheme to end the ferry queues consist of?", "ten years too late"),
    ],
)
def test_nothing_that_is_not_of_it(holdings: Pipeline, question: str, not_shown: str) -> None:
    assert not_shown not in holdings.ask(Turn(question)).answer
