"""Brackets part clauses: what stands in or behind them gives a quotation on their other side to nobody."""

from __future__ import annotations

import pytest

from tests.index.analysed import innermost, named
from tests.index.attribution.said import sure_speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "When Joris Bane renewed the criticism (“What is it, a short week?”) Ruiz wondered why he had come at all.",
            "What is it",
        ),
        ("The old slogan of the mill (“Bread for every house!”), Ida Voss said, was painted over.", "Bread for"),
        ("The banner over the quay (“Nobody asked the town!”) Odo Lask called a disgrace.", "Nobody asked"),
        ("As the letter from the board (“You have until May to leave.”) Petra Moss noted no reason.", "You have"),
    ],
)
def test_a_clause_behind_the_closing_bracket_owns_nothing(text: str, words: str) -> None:
    assert sure_speaker(text, words) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("After Odo Hale shouted at her (“You lied to the whole town!”) Ana Ruiz said nothing.", "Odo Hale"),
        ("The mill closes in May (“You lied to us,” said Odo Hale) and Ana Ruiz said she was sorry.", "Odo Hale"),
        ("Ana Ruiz wept. (Odo Hale famously said in an old interview, “You lied to Ana Ruiz.”)", "Odo Hale"),
        ("(“You lied to the whole town,” Odo Hale said.) Ana Ruiz said that she was sorry.", "Odo Hale"),
        ("“You lied to the whole town” (a quarter of it), Odo Hale said.", "Odo Hale"),
    ],
)
def test_a_cue_on_the_quotations_side_of_a_bracket_owns_it(text: str, speaker: str) -> None:
    assert named(text, "You lied") == speaker


@pytest.mark.parametrize(
    "aside",
    [
        "(As many have pointed out, it is unlikely that he means it.)",
        "As many have pointed out, it is unlikely that he means it.",
        "(Odo Lask said later that it was a joke.)",
        "[Odo Lask added that nobody laughed.]",
        "As Odo Lask noted, few went.",
        "(some said it was a joke)",
    ],
)
def test_an_aside_behind_a_quotation_is_none_of_its_cues(aside: str) -> None:
    text = f"Odran Tell spoke in Vesk. “It is a bad day for us all,” Tell wrote on Thursday. “Go home!” {aside}"
    assert named(text, "Go home") == "Odran Tell"


@pytest.mark.parametrize("opening", ["As many have said", "(As many have said", "As many say"])
def test_as_many_is_nobodys_name(opening: str) -> None:
    found = innermost(f"The mill is old. {opening}, it is unlikely that the roof will hold.", "the roof")
    assert found is None or found.speaker != "As many"


@pytest.mark.parametrize(
    "cue", ["as Ruiz said", "Ana Ruiz (V-Vesk) said", "said Ana Ruiz (right)", "Ruiz (who left) said"]
)
def test_brackets_within_a_cue_and_a_small_as_part_nothing(cue: str) -> None:
    assert named(f"Mayor Ana Ruiz came. “The quay is closed to every boat,” {cue}.", "The quay") == "Ana Ruiz"
