"""A role that stands between a subject and its verb is not who says it."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements
from tests.index.attribution.said import holding, sure_speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Adam Tarr, 47, who as one of the Harbour Boys urged all to “make some noise”, died.", "make", "Adam Tarr"),
        ("Ana Ruiz, who as chair of the board told clerks to “hold on until spring”, has left.", "hold", "Ana Ruiz"),
        ("Ana Ruiz in her role as chief clerk said “the books are in order this year”.", "the books", "Ana Ruiz"),
        ("Ana Ruiz as head of the union said the strike would go on.", "the strike", "Ana Ruiz"),
    ],
)  # fmt: skip
def test_a_role_behind_as_is_not_who_says_it(text: str, words: str, speaker: str) -> None:
    assert sure_speaker(text, words) == speaker


def test_as_before_a_clause_of_its_own_leads_to_no_role() -> None:
    found = holding("Odo Lask left, as the mayor told reporters that the strike would go on.", "the strike")
    assert found is not None
    assert found.speaker == "the mayor"


@pytest.mark.parametrize(
    "text",
    [
        "The plan will cost too much money protesters say, and the mill will shut.",
        "The ferry puts lives at risk union leaders say.",
        "It is all a waste of time residents said on Monday.",
    ],
)
def test_people_run_together_with_the_clause_before_name_nobody(text: str) -> None:
    assert {each.speaker for each in statements(text)} <= {None}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Animal rights protesters say the zoo must close.", "the zoo", "Animal rights protesters"),
        ("The zoo is cruel, animal rights protesters say.", "The zoo", "animal rights protesters"),
        ("Lawyers for mill owners say the strike is over.", "the strike", "Lawyers for mill owners"),
    ],
)
def test_people_of_several_words_are_named_with_all(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Angry farmers outside the Pell Mill in Norr Square have demanded that the mayor go.", "Angry farmers"),
        ("Farmers outside the temple in Norr Square said that the mayor should go.", "Farmers"),
        ("Teachers near Norr Square said that the mayor should go.", "Teachers"),
        ("Traders at the market in Vesk said that the mayor should go.", "Traders"),
    ],
)
def test_where_people_are_is_not_who_says_it(text: str, speaker: str) -> None:
    found = holding(text, "the mayor")
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("share", "before"),
    [
        ("77 percent of white, evangelical Norrians", "Today, "),
        ("Two thirds of young, rural Kestrians", ""),
        ("Half of working, married women", ""),
        ("61 percent of single, childless women", "The poll of May found that "),
        ("Most of the poor, Catholic Norrians", ""),
    ],
)
def test_a_share_of_a_group_is_named_with_all_its_adjectives(share: str, before: str) -> None:
    found = holding(f"{before}{share} say they trust the council.", "they trust")
    assert found is not None
    assert found.speaker == share


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Most of the money, city officials say, has gone.", "has gone"),
        ("The mill lost half of its old, rusty boats, city officials say.", "The mill"),
        ("For most of the night, city officials say they searched the harbour.", "they searched"),
    ],
)
def test_a_share_before_the_one_who_speaks_is_none_of_a_group(text: str, words: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == "city officials"
