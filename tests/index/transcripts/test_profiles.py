"""A ranking or list of profiles is its writer's prose, whatever its entries begin with."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements

_HEAD = "Who could run Vesk next year? The council votes in May, and the field is open.\n\n"
LISTS = {
    "counted down with titles and places": _HEAD
    + "4. Sen. Orla Venn of Norr: I struggled with where to put her. Venn has money and a name in the north.\n\n"
    "3. Former Mayor Tomas Quell: Quell lost twice, and it is hard to see how he could win in the towns.\n\n"
    "2. Gov. Dessa Marrow: There is a clear gap between the governor and the rest. Marrow raised 3 million crowns.\n\n"
    "1. President Hanno Brisk: We all know that he wants it. Brisk has not stopped campaigning since the spring.",
    "counted up with clubs": _HEAD
    + "1. Peter Ashdown (Vesk Rovers): The keeper, who turns 34 in May, comes home. Ashdown signed for two years.\n\n"
    "2. Milo Trant (Norr City): With Orme in Eskby, the side will look different. Trant is 26 and a fair winger.\n\n"
    "Preview of the eastern league: If fit, Norr are favourites\n\n"
    "3. Ivo Lasker (Eskby Town): Lasker shot well last season, and the price was low for a man of his age.",
    "no numbers": _HEAD
    + "Ana Wexler: The lawyer from Norr is the newest name. Wexler has never held an office, and says so.\n\n"
    "Robert Pell: A farmer, and the oldest of the three. Pell wants the ferry back and would pay for it.\n\n"
    "Sara Kvist: Nobody knows the budget as Kvist does, but few voters know her.",
    "links that stand again": _HEAD
    + "1. Ana Wexler (Norr): The lawyer is the newest name. Wexler has never held an office, and says so.\n\n"
    "NORR NEWS: All that happened in the north this week\n\n"
    "2. Robert Pell (Eskby): A farmer, and the oldest of the four. Pell wants the ferry back and would pay for it.\n\n"
    "NORR NEWS: Why the ferry still lies at the quay\n\n"
    "3. Sara Kvist (Vesk): Nobody knows the budget as Kvist does, but few voters know her.\n\n"
    "4. Milo Trant (Vesk): Trant is 26 and a fair speaker.",
    "marked numbers": _HEAD
    + "#3 Mayor Ana Wexler: She won by nine votes. My guess is that Wexler will not try again.\n\n"
    "#2 Judge Robert Pell: We have seen less of Pell than of anybody else this year.\n\n"
    "#1 Dr. Sara Kvist: I met Kvist at the mill, where she was paying her own bill.",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
def test_an_entry_of_a_list_is_nobodys_turn(text: str) -> None:
    assert [each for each in statements(text) if each.kind == "turn"] == []


TALKS = {
    "introductions": "Ana Wexler: I'm Ana Wexler, and I chair this panel.\n\nRobert Pell: My name is Robert Pell. I "
    "farm in Norr.\n\nSara Kvist: This is Sara Kvist. I can hear you well.",
    "relatives": "Ana Wexler: My father Robert Wexler built the mill, and I run it.\n\nRobert Pell: I came with my "
    "sister Sara Pell in May.\n\nSara Kvist: We voted for the ferry, and we will again.",
    "numbered questions of an order paper": "1. Ana Wexler (Norr) (Lab): What steps is the Minister taking on the "
    "ferry?\n\n2. Robert Pell (Eskby) (Con): If she will make a statement on the mill.\n\n3. Sara Kvist (Vesk) (Ind): "
    "When will the gate open? I have asked this before.",
    "voices that stand again": "Ana Wexler: Pell has the key, I think.\n\nRobert Pell: I gave it to Kvist in May.\n\n"
    "Ana Wexler: Wexler has it, Kvist told me.\n\nRobert Pell: Then Pell is not to blame, and I say so.",
}


@pytest.mark.parametrize("text", TALKS.values(), ids=TALKS.keys())
def test_a_talk_in_which_names_are_said_has_turns(text: str) -> None:
    assert len([each for each in statements(text) if each.kind == "turn"]) == text.count("\n\n") + 1
