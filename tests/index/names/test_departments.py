"""Bodies of several fields are named with their commas; a list of bodies or people is none of them."""

from __future__ import annotations

import pytest

from index.names.departments import departments
from tests.index.attribution.said import holding


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Department for Harbours, Rivers and Canals shut it.", ["Department for Harbours, Rivers and Canals"]),
        ("the Ministry of Trade, Fish, Salt & Energy", ["Ministry of Trade, Fish, Salt & Energy"]),
        ("Minister for Roads, Locks and Canals Ida Voss", ["Minister for Roads, Locks and Canals"]),
        ("the Ministry of Health, Norr Council and Vesk Council", []),
        ("the Ministry of Health, Ida Voss and Odo Lask", []),
        ("the Ministry of Health and Salt", []),
    ],
)
def test_where_a_body_of_several_fields_is_named(text: str, named: list[str]) -> None:
    assert [text[start:end] for start, end in departments(text)] == named


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The Department for Harbours, Rivers and Canals said the lock would stay shut.", "the lock",
         "The Department for Harbours, Rivers and Canals"),
        ("“The lock stays shut,” said a spokesman for the Office of Rivers, Bridges and Rural Roads.", "The lock",
         "a spokesman for the Office of Rivers, Bridges and Rural Roads"),
        ("The Norr Committee on Trade, Energy and Fish said on Friday: “The papers are lost.”", "The papers",
         "The Norr Committee on Trade, Energy and Fish"),
        ("According to the Ministry of Health, Labour and Welfare, the fever is over.", "the fever",
         "the Ministry of Health, Labour and Welfare"),
        ("The Secretary of State for Rivers, Roads and Canals, Ida Voss, said the lock was shut.", "the lock",
         "Ida Voss"),
        ("“It is safe,” said Ida Voss of the Office for Roads, Bridges and Locks.", "It is safe", "Ida Voss"),
    ],
)  # fmt: skip
def test_a_department_speaks_under_its_whole_name(text: str, words: str, speaker: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.speaker == speaker
