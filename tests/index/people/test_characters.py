"""What a character of a story says, or somebody in a case that is supposed, is no real person's statement."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements
from tests.index.attribution.said import sure_speaker


@pytest.mark.parametrize(
    "text",
    [
        "In the film, Anna says she will never go back to the island.",
        "The story is of a farmer. In the book Anna says: “I will never go back to the island.”",
        "In one scene Palo says that the mill is haunted and must burn.",
        "In the novel “Salt”, Anna Holm says the sea is a thief.",
        "Anna (played by Ida Voss) hates the sea. Anna says the island is lost. She says it will sink.",
        "In his third thriller a lonely clerk is lost, and the character Odo says the town is a trap.",
    ],
)
def test_a_character_of_a_story_says_nothing(text: str) -> None:
    assert {each.speaker for each in statements(text)} <= {None}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("In her new film, director Ida Voss says the sea is a thief.", "the sea", "Ida Voss"),
        ("In the film industry, Odo Lask says nobody is paid on time.", "nobody", "Odo Lask"),
        ("In the film, Anna goes home. “It was hard work,” said Ida Voss, who plays her.", "It was", "Ida Voss"),
        ("Ida Voss said in the film that the sea had been a thief.", "the sea", "Ida Voss"),
    ],
)
def test_who_made_or_plays_it_is_a_person(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "If a customer says the bread is stale, we give the money back.",
        "Imagine that a voter says he does not trust the council.",
        "Suppose a teacher says that the class is too big. What then?",
        "What if somebody says the bridge is unsafe?",
        "If customers say “the bread is stale”, we give the money back.",
        "Whenever a neighbour says that the music is too loud, they stop.",
    ],
)
def test_somebody_who_is_supposed_is_nobody(text: str) -> None:
    assert {each.speaker for each in statements(text)} <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A customer said the bread was stale, and the baker wept.", "A customer"),
        ("If the mill burns, a teacher said, the town will starve.", "a teacher"),
        ("The union says the mill is safe, even if a customer doubts it.", "The union"),
    ],
)
def test_somebody_beside_a_condition_is_somebody(text: str, speaker: str) -> None:
    assert speaker in {each.speaker for each in statements(text)}
