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
