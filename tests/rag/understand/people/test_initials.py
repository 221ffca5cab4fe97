"""Initials that stand for one person, and letters that stand for nobody."""

from __future__ import annotations

import pytest

from rag.understand.people.initials import of_initials

SPEAKERS = (
    "Lyndar B. Janner",
    "Lyndar Janner",
    "Ada Brom Quist",
    "Ana B. Quell",
    "Odo Tell",
    "the abbot",
    "J. Farr Kol",
)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("LBJ", ["Lyndar B. Janner", "Lyndar Janner"]),
        ("L.B.J.", ["Lyndar B. Janner", "Lyndar Janner"]),
        ("lbj", ["Lyndar B. Janner", "Lyndar Janner"]),
        ("JFK", ["J. Farr Kol"]),
        ("ABQ", []),
        ("OT", []),
        ("XYZ", []),
        ("Lbj", []),
        ("the", []),
        ("NATO", []),
        ("abq", []),
        ("J F K", ["J. Farr Kol"]),
    ],
)
def test_initials_are_of_one_person_alone(phrase: str, found: list[str]) -> None:
    assert of_initials(phrase, SPEAKERS) == found
