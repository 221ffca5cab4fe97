"""A condition of a detail, a set phrase and a joke: what only looks like a sense, and what looks plain and is none."""

from __future__ import annotations

import pytest

from index.senses.sense import sense_of
from tests.index.analysed import statements


def senses(text: str) -> set[str]:
    return {each.sense for each in statements(f"{text}\n") if each.speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Although the ferry runs, doctors warned of a blow to patients who need a second visit if a fever returns.",
        "Ida Voss warned of the danger for skippers who leave the harbour if a storm is near.",
        "The union complained of a loss to miners whose pay falls if a shaft is shut.",
        "Another guest wrote that they “so rarely see anyone in the hall unless they are made to come, so it does not "
        "surprise me.”",
        "“We usually have dinner at six unless the boat is late,” Ida Voss said.",
        "“There is seldom a light in the mill unless the clerk is in,” Odo Lask said.",
        "“I would consider seeing if you can change the boat,” Odo Lask said.",
        "“We are checking if the mill is safe,” Ida Voss said.",
        "“The council is still debating if the hall should go,” Ida Voss said.",
        "“This was the next many years of my life, if not the rest of my life,” Odo Lask said.",
        "“It took days, if not weeks, to mend the mill,” Odo Lask said.",
        "“In case you didn't know, Mira Cole has a new song out today,” Odo Lask said to his readers.",
        "“If you haven't heard, the mill is sold,” Ida Voss said.",
        "“In case anyone was wondering, the ferry runs again,” Odo Lask said.",
        "Ida Voss didn't mince words either, saying on her site, Norr Social, how the “launch is a farce! It is.”",
        "Odo Lask did not hold back, telling the crowd that the sale was “a farce from its first day to its last.”",
        "Ida Voss made no secret of her views, calling the sale “a farce from its first day to its last.”",
        "Palo Brandt minced no words, saying the sale was “a farce from its first day to its last.”",
    ],
)
def test_what_only_looks_like_a_condition_or_denial_is_plain(text: str) -> None:
    assert senses(text) == {"plain"}


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Ida Voss said the clerk who keeps the mill will sell it if the town pays.", "conditional"),
        ("“We will not sell the mill unless they pay,” Ida Voss said.", "conditional"),
        ("“The ferry will usually not sail unless the wind drops,” Odo Lask said.", "conditional"),
        ("Odo Lask said the men who are on strike would return if the owner gave way.", "conditional"),
        ("“If not, we will sell the mill and the boats,” Odo Lask said.", "conditional"),
        ("“In case the dam breaks, the town is lost,” Ida Voss said.", "conditional"),
        ("“If you know the harbour, you will love the mill,” Ida Voss said.", "conditional"),
        ("Ida Voss joked the mayor's reaction to leaving the club was, “Hurrah! Goodbye, fools.”", "hypothetical"),
        ("Odo Lask quipped that the owner's answer was: “Let them swim to the mill.”", "hypothetical"),
        ("Palo Brandt joked that the bishop told the crowd, “Let them swim to the mill.”", "hypothetical"),
        ("Odo Lask, imitating the mayor, said, “Let them all swim to the mill.”", "hypothetical"),
        ("Ida Voss denied that “the mill is a farce from its first day.”", "denied"),
    ],
)
def test_what_has_a_sense_keeps_it(text: str, sense: str) -> None:
    found = {each.sense for each in statements(f"{text}\n") if each.confidence > 0.5}
    assert found == {sense}


def test_a_joke_in_ones_own_name_is_plain() -> None:
    assert senses("“Let them swim to the mill,” Ida Voss joked. She joked: “I was born in a boat.”") == {"plain"}


@pytest.mark.parametrize(
    "before",
    [
        'Odo Lask said the chair "has served us well. ... She never said "no," as he put it.',
        'She "denied it, he said.',
        'The clerk claims "it is 5" long" and "no more.',
    ],
)
def test_a_quotation_of_the_paragraph_before_does_not_go_on_into_a_sentence(before: str) -> None:
    told = "Ida Voss will serve as chair until a new one is found."
    text = f"{before}\n\n{told}\n"
    start = text.index(told)
    assert sense_of(text, (start, start + len(told))) == "plain"
