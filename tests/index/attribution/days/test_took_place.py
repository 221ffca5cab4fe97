from __future__ import annotations

import pytest

from index.attribution.attribute import analyse
from tests.index.analysed import document

TALK = (
    "**Gazette**: How did you begin?\n\n**Quill**: By drawing boats.\n\n"
    "**Gazette**: And then?\n\n**Quill**: I wrote about them.\n"
)


def days(text: str, published: str | None = "2031-01-01") -> set[str | None]:
    found = analyse(document(text, title="Interview with Mira Quill", published=published, language="en")).statements
    return {each.said_on for each in found if each.speaker and "Quill" in each.speaker}


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("*The following interview was arranged by Odran Tell, and took place on December 2, 1994.*", "", "1994-12-02"),
        ("This conversation was recorded in Vesk on 4 May 2029 and edited for length.", "", "2029-05-04"),
        ("", "The interview was conducted by telephone in May 2030.", "2030-05"),
        ("Mira Quill paints boats. The talk was first given in the old hall on Friday, 4 May 2029.", "", "2029-05-04"),
    ],
)
def test_words_are_of_the_day_on_which_the_interview_took_place(head: str, foot: str, day: str) -> None:
    assert days(f"{head}\n\n{TALK}\n{foot}\n") == {day}


@pytest.mark.parametrize(
    "head",
    [
        "Mira Quill paints boats. She moved to Vesk on 4 May 2029.",
        "The meeting after which the ferry was sold was held on 4 May 2029.",
        "The interview was recorded on 4 May 2032.",
        "The talk was given on 4 May 2029. The lecture was given on 5 June 2030.",
        "The interview took place at the harbour.",
    ],
)
def test_another_day_in_the_head_tells_nothing(head: str) -> None:
    assert days(f"{head}\n\n{TALK}") == {"2031-01-01"}
