"""An office of one body is its holder's where the text says who holds it, and nobody's where it does not."""

from __future__ import annotations

import pytest

from tests.index.attribution.said import holding


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Jim Farr, Kestrel CEO, spoke in Norr. The Kestrel CEO said the boats would be cheaper by May.",
            "the boats",
            "Jim Farr",
        ),
        (
            "Kestrel CEO Jim Farr met the press. “The boats will be cheaper by May,” the Kestrel CEO said.",
            "The boats",
            "Jim Farr",
        ),
        ("Ann Holt is the Kestrel CEO. Kestrel CEO said the boats would be cheaper.", "the boats", "Ann Holt"),
        (
            "Odo Lask, the president of Norr Rovers, wept. The Norr Rovers president said the team would stay.",
            "the team",
            "Odo Lask",
        ),
        (
            "Kestrel's founder and CEO, Mira Cole, came late. The Kestrel CEO said the boats would be cheaper.",
            "the boats",
            "Mira Cole",
        ),
        (
            "Odo Lask, former Kestrel CEO, met the press. The Kestrel CEO said the boats would be cheaper.",
            "the boats",
            "The Kestrel CEO",
        ),
        (
            "Kestrel CEO Jim Farr and Vesk CEO Ann Holt met. The Vesk CEO said the boats would be cheaper.",
            "the boats",
            "Ann Holt",
        ),
        (
            "Kestrel CEO Jim Farr left in May; Ann Holt is the Kestrel CEO. The Kestrel CEO said the boats would sail.",
            "the boats would",
            "The Kestrel CEO",
        ),
        (
            "Odo Lask and Mira Cole met. Lawyers for the couple said the mill is theirs.",
            "the mill",
            "Lawyers for the couple",
        ),
        ("Odo Lask runs Norr News. The network said it would not air the show.", "it would", "The network"),
    ],
)
def test_who_holds_an_office_says_it(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "According to the Norr Centre for Health and the Food and Salt Office, the fever has struck 45 people.",
            "the fever",
            "the Norr Centre for Health and the Food and Salt Office",
        ),
        (
            "The Norr Health Centre and the Food Office said the fever has struck 45 people.",
            "the fever",
            "The Norr Health Centre and the Food Office",
        ),
        ("The fever is over, the mayor and the council said.", "The fever", "the mayor and the council"),
        ("“It is late,” said Ida Voss and the harbour office.", "It is late", "Ida Voss and the harbour office"),
        ("According to Ida Voss and the union, the mill is shut.", "the mill", "Ida Voss and the union"),
        (
            "Kestrel is considering a sale, according to reports from the Norr Echo and the Vesk Times.",
            "Kestrel is",
            "reports from the Norr Echo and the Vesk Times",
        ),
        ("Kestrel is for sale, according to documents from the ministry.", "Kestrel is", "documents from the ministry"),
        (
            "“It is late for the town,” Kestrel's founder and CEO, Odo Lask, said in a statement.",
            "It is late",
            "Odo Lask",
        ),
        ("“It is late for the town,” Kestrel President, Odo Lask, said in a statement.", "It is late", "Odo Lask"),
        (
            "“It is late for the town,” the mill's owner and director, Mira Cole, said on Monday.",
            "It is late",
            "Mira Cole",
        ),
        (
            "Vesk Democrats met in the hall. The law passed. Democrats said the law was important to the town.",
            "the law was",
            "Democrats",
        ),
        ("Norr Liberals lost. Liberals said the vote was unfair to the town.", "the vote", "Liberals"),
        ("Norr Conservatives won. Conservatives said the vote was fair to the town.", "the vote", "Conservatives"),
        (
            "The union, the mayor and the council said the mill is shut.",
            "the mill",
            "The union, the mayor and the council",
        ),
        (
            "Odo Lask called for fire with the captain protesting again, stating, “Lask, that will be on you alone!”",
            "Lask, that",
            "the captain",
        ),
        (
            "Mira Cole left with the clerk shouting at her, adding: “You will never come back to this mill!”",
            "You will",
            "the clerk",
        ),
        ("Singer Odo Lask On His Years In Norr: ‘It Has Been A Long Road For Us’", "It Has", "Odo Lask"),
        ("In Norr, Ida Voss and the council said the mill is shut.", "the mill", "Ida Voss and the council"),
        ("It is the pride of Norr, the mayor and the council said.", "It is", "the mayor and the council"),
        ("Ida Voss met Odo Lask and the mayor said the mill was shut.", "the mill", "the mayor"),
        ("He wrote to Odo Lask and the union said the mill was shut.", "the mill", "the union"),
    ],
)
def test_all_of_a_source_is_named(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker
