"""Speech after dashes, which only a verb of saying in its language proves."""

from __future__ import annotations

import pytest

from index.cues.marks.dashes import dash_speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("– Młyn zostaje – powiedział Holm. – Płacimy za niego.", ["Młyn zostaje", "Płacimy za niego."]),
        ("— Мельница остаётся, — сказала Холм.", ["Мельница остаётся,"]),
        ("- Млин лишається! - сказав Холм.", ["Млин лишається!"]),
        ("Vesk, 4 maja 2031 – Młyn zostaje – mówi Holm.", ["Młyn zostaje"]),
        ("– Młyn zostaje, bo jest nasz.", []),
        ("Holm – wójt – powiedział, że młyn zostaje.", []),
        ("– The mill stays – said Holm.", []),
    ],
    ids=["Polish that goes on", "Russian", "Ukrainian", "after a dateline", "no cue", "an aside", "English"],
)
def test_what_is_said_between_dashes(text: str, words: list[str]) -> None:
    assert [text[slice(*span)] for span in dash_speech(text, 0, len(text))] == words
