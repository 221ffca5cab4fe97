"""What a reporter writes between the turns of an interview."""

from __future__ import annotations

import pytest

from index.transcripts.narration import is_credit, is_direction, is_narrated, without_asides, without_quotations


@pytest.mark.parametrize(
    ("paragraph", "direction"),
    [
        ("*Brisk laughs.*", True),
        ("_She looks up._", True),
        ("[the lights go out]", True),
        ("*(music)*", True),
        ("*Holm laughs.*", False),
        ("*I closed the mill.*", False),
        ("Brisk laughs.", False),
    ],
)
def test_a_direction_is_set_apart_and_of_somebody_in_the_interview(paragraph: str, direction: bool) -> None:
    assert is_direction(paragraph, {"Brisk"}) is direction


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [("*Edited by Ana Ruiz.*", True), ("*My thanks to the mill.*", False), ("Edited by Ana Ruiz.", False)],
)
def test_a_credit_is_in_italics_and_not_in_the_first_person(paragraph: str, credit: bool) -> None:
    assert is_credit(paragraph) is credit


def test_asides_part_a_turn_and_stressed_words_do_not() -> None:
    text = "*She looks up.* Yes. *laughs* It is *our* mill."
    assert [text[slice(*each)] for each in without_asides(text, (0, len(text)), set())] == ["Yes.", "It is *our* mill."]


@pytest.mark.parametrize(
    ("paragraph", "gender", "narrated"),
    [
        ("“The cat owns it,” she says.", "female", True),
        ("“The cat owns it,” Brisk said.", "male", True),
        ("“The cat owns it,” she says.", "male", False),
        ("“The cat owns it,” he said.", "male", False),
        ("“The cat owns it,” he says, and I laughed.", "male", False),
        ("The cat owns it, she says.", "female", False),
    ],
)
def test_a_paragraph_that_quotes_its_speaker_is_the_reporters(paragraph: str, gender: str, narrated: bool) -> None:
    assert is_narrated(paragraph, "Brisk", gender) is narrated


def test_quotations_are_left_out_of_what_is_narrated() -> None:
    assert without_quotations("She said “no” and «jamais» twice.").split() == ["She", "said", "and", "twice."]
