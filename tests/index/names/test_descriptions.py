"""Who can say something: people, bodies of people and texts, no other things."""

from __future__ import annotations

import pytest

from index.names.descriptions import bears_words, is_one_person, is_somebody, singular
from index.text.word_lists import given_names, person_nouns
from tests.index.analysed import statements


@pytest.mark.parametrize(
    "phrase",
    [
        "a spokesman for the mayor", "two former aides", "critics", "local residents", "the police", "the company",
        "one of the men", "nearly half of respondents", "her husband", "a hot dog vendor", "farm groups",
        "another intelligence source speaking to reporters", "the senior adviser familiar with the plan",
        "a 43-year-old", "a pair of senators", "the board of the port",
    ],
)  # fmt: skip
def test_somebody(phrase: str) -> None:
    assert is_somebody(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "a donut", "his skull", "the rocket", "letting victims", "war", "go", "want to make us",
        "eighty pairs of shoes", "their business ventures", "the price of oil", "more flights",
        "the idea", "police vehicle stops",
    ],
)  # fmt: skip
def test_nobody(phrase: str) -> None:
    assert not is_somebody(phrase)


@pytest.mark.parametrize(("phrase", "bears"), [("the leaflet", True), ("a report of it", True), ("a crane", False)])
def test_what_bears_words(phrase: str, bears: bool) -> None:
    assert bears_words(phrase) is bears


@pytest.mark.parametrize(("phrase", "one"), [("the captain", True), ("captains", False), ("many in the crowd", False)])
def test_one_person(phrase: str, one: bool) -> None:
    assert is_one_person(phrase) is one


@pytest.mark.parametrize(("word", "one"), [("allies", "ally"), ("witnesses", "witness"), ("women", "woman")])
def test_the_singular(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize(
    "text",
    [
        "“It will not hold for long,” his skull said.",
        "The rocket said “it will not hold for long” to nobody.",
        "Letting victims said “it will not hold for long”.",
        "“It will not hold for long,” a donut said.",
    ],
)
def test_a_thing_says_nothing(text: str) -> None:
    found = statements(text, published=None)
    assert {each.speaker for each in found if each.kind == "direct"} <= {None}


def test_the_lists_are_read() -> None:
    assert "spokesman" in person_nouns()
    assert "rocket" not in person_nouns()
    assert given_names()["mary"] == "female"
    assert given_names()["john"] == "male"
    assert "kelly" not in given_names() or given_names()["kelly"] in {"female", "male"}


@pytest.mark.parametrize(
    ("phrase", "people"),
    [
        ("60 percent of Kestrians", True),
        ("40% of older Norrish", True),
        ("two thirds of the Cabinet", True),
        ("just 1.3% of the service rate Kestrel", False),
        ("half of the money Norr", False),
    ],
)
def test_a_share_is_of_people_where_a_people_ends_it(phrase: str, people: bool) -> None:
    assert is_somebody(phrase) is people
