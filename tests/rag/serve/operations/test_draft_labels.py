"""Labels, credits and occasions of a draft name whose words they are and of which day; other lines name nobody."""

from __future__ import annotations

import pytest

from rag.serve.operations.draft_labels import Label, day_in, label_of, occasion_of

WORDS = "“The ferry is as safe as any ship.”"
KNOWN = ("Mira Quill", "Odran Tell", "Sheikh Adun bin Vael")


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("- **Mira Quill** (2031): {}", "Mira Quill", "2031"),
        ("1. Odran Tell, the mayor, 5 May 2031: {}", "Odran Tell", "2031-05-05"),
        ("* Odran Tell (Saturday, May 3rd, 2031): {} [1]", "Odran Tell", "2031-05-03"),
        ("Mira Quill: {}", "Mira Quill", None),
        ("> {}\n> — Mira Quill, the 5th of May 2031", "Mira Quill", "2031-05-05"),
        ("{} – Sheikh Adun bin Vael, May 2031", "Sheikh Adun bin Vael", "2031-05"),
        ("{} (Odran Tell, 5 May 2031)", "Odran Tell", "2031-05-05"),
        ("It is late. In Mira Quill’s own words in 2031, it is so: {}", "Mira Quill", "2031"),
    ],
)
def test_a_label_names_the_speaker_and_the_day(line: str, name: str, day: str | None) -> None:
    assert _label(line) == Label(name, day)


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "New Vesk, 5 May 2031: {}",
        "{} (Vesk Gazette, 5 May 2031)",
        "{} — and Mira Quill agreed with him.",
        "The end: {}",
        "Mira Quill left the hall. {}",
        "{}\n\nMira Quill left.",
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert _label(line) is None


def _label(line: str) -> Label | None:
    text = line.format(WORDS)
    left = text.index(WORDS)
    return label_of(text, left, left + len(WORDS), lambda name: name in KNOWN)


@pytest.mark.parametrize(
    ("text", "own", "day"),
    [
        ("speaking on Tuesday, 6 May 2031, the wall holds", "the wall holds", "2031-05-06"),
        ("speaking in 2031, the wall holds", "the wall holds", "2031"),
        ("writing to the board, the wall holds", "the wall holds", None),
        ("speaking is silver", "speaking is silver", None),
        ("the wall, speaking on it, holds", "the wall, speaking on it, holds", None),
    ],
)
def test_the_occasion_before_a_claim_is_no_part_of_it(text: str, own: str, day: str | None) -> None:
    at, found = occasion_of(text)
    assert (text[at:], found) == (own, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [(", 2031", "2031"), (" (3.5.2031)", "2031-05-03"), ("", None), (" of the 1200 boats", None), (", May 5", None)],
)
def test_days_of_labels(text: str, day: str | None) -> None:
    assert day_in(text) == day
