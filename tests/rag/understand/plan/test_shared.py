"""What a second clause leaves to the first, and clauses that need nothing of it."""

from __future__ import annotations

import pytest

from rag.understand.plan.shared import asks_again, with_what_is_shared, without_join


@pytest.mark.parametrize(
    ("first", "clause", "whole"),
    [
        (
            "How many people died in the fire at Eskby and the dock",
            "How many were hurt",
            "How many were hurt in the fire at Eskby and the dock",
        ),
        (
            "Who came second to Ona Quill in the Vesk election",
            "How big was the gap",
            "How big was the gap in the Vesk election",
        ),
        (
            "which mayor spoke from a boat",
            "when was that",
            "When was it that a mayor spoke from a boat",
        ),
        ("What did Tell open in Eskby", "When was that", "When did Tell open in Eskby"),
        (
            "How many nests were on Skell in 2030",
            "How does that compare with earlier years",
            "How many nests were on Skell in earlier years",
        ),
        ("How much did the Vesk pier cost", "Who paid", "Who paid for the Vesk pier"),
        ("In what year did Ona Quill go blind", "How old was she", "How old was she when she did go blind"),
        ("When did the miller leave Vesk", "how old was he", "how old was he when he did leave Vesk"),
        ("On which day did Marden Tell retire", "How old was he", "How old was he when he did retire"),
        (
            "Who was the winner of the Vesk regatta",
            "How old was she",
            "How old was the winner of the Vesk regatta",
        ),
        (
            "Who is standing in Eskby",
            "What does each of them want",
            "What does each of those who are standing in Eskby want",
        ),
        (
            "Which dog won at Vesk",
            "What did its owner say",
            "What did the owner of the dog that won at Vesk say",
        ),
        ("When did Ona Quill step down", "What was the reason", "Why did Ona Quill step down"),
        ("When did Ona Quill step down", "what were her reasons", "Why did Ona Quill step down"),
        ("When did the mill close", "what was the stated reason for it", "Why did the mill close"),
        ("How many boats did the yard sell", "for what reason", "Why did the yard sell"),
        ("When will the pool be shut", "on what grounds", "Why will the pool be shut"),
        (
            "What pay do the dock workers demand",
            "who are the foremen they complain about",
            "who are the foremen the dock workers complain about",
        ),
        (
            "How long did people in Kestria live before the war",
            "how long do they live now",
            "how long do people in Kestria live now",
        ),
        (
            "What did the striking teachers ask for",
            "why did the council refuse them",
            "why did the council refuse the striking teachers",
        ),
        ("Where do most women of Vesk work", "how do they get there", "how do most women of Vesk get there"),
    ],
)
def test_a_clause_is_whole_with_what_the_first_says(first: str, clause: str, whole: str) -> None:
    assert with_what_is_shared(first, clause) == whole


@pytest.mark.parametrize(
    "clause",
    ["When does the new harbour law start", "Who repaired the weir in 2031", "How many boats did Marden sell"],
)
def test_a_clause_about_something_of_its_own_stays(clause: str) -> None:
    assert with_what_is_shared("What did the mayor open in Eskby", clause) == clause


@pytest.mark.parametrize(
    "clause", ["What was their excuse", "What did the caller say", "What did it say on it", "How long was it"]
)
def test_what_is_of_the_first_answer_takes_no_place_from_the_question(clause: str) -> None:
    assert with_what_is_shared("Who put off the check on the coach that ran away", clause) == clause
    assert with_what_is_shared("When was the first call about the crowd in Eskby", clause) == clause


@pytest.mark.parametrize(
    ("first", "clause"),
    [
        ("Where does the mayor send complaints", "when are they answered"),
        ("Why did Ona Quill close the pools", "when will they open"),
        ("Does the council hear the workers", "when do they meet"),
    ],
)
def test_they_are_not_those_whom_only_something_is_done_to(first: str, clause: str) -> None:
    assert with_what_is_shared(first, clause) == clause


@pytest.mark.parametrize(
    ("clauses", "again"),
    [
        (("How long did people in Lorn live in 1971", "how long do they live now"), True),
        (("How many boats were there at first", "how many are there today"), True),
        (("What does a ticket cost now", "what does it cost in 2035"), True),
        (("How many boats were there at first", "how many crews are there today"), False),
        (("How many boats were there at first", "who built them then"), False),
        (("How many boats were there", "how many are there"), False),
        (("How many boats were there", "how many are there now", "and why"), False),
    ],
)
def test_the_same_may_be_asked_again_of_another_time(clauses: tuple[str, ...], again: bool) -> None:
    assert asks_again(clauses) is again


def test_a_pronoun_stays_where_it_would_stand_for_a_long_clause() -> None:
    first = "Which leader told a crowd in Vesk that cups were once made of clay because of a war"
    assert with_what_is_shared(first, "What was his point") == "What was his point"


def test_a_clause_is_joined_by_no_word() -> None:
    assert without_join("and when was that") == "when was that"
