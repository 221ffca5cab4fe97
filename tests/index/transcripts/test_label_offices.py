"""By which offices the labels of a transcript call its speakers."""

from __future__ import annotations

import pytest

from index.people.people import People
from index.transcripts.label_offices import introduced, judge_of, offices_of_labels
from tests.index.transcripts.test_stage_notes import turns

HELD = {
    "an under-secretary": (
        "The Parliamentary Under-Secretary of State for Rivers (Hugh Amble): We will pay.\n",
        {"under-secretary", "parliamentary under-secretary of state for rivers", "under-secretary for rivers"},
        "Hugh Amble",
    ),
    "a department": (
        "The Minister of State, Department for Business and Trade (Sir Omar Wick): I will.\n",
        {"minister of state", "minister for business", "minister of state for business and trade"},
        "Omar Wick",
    ),
    "a titled holder": (
        "**The Minister for Water (Mrs. Harriet Dole):** No.\n",
        {"minister for water"},
        "Harriet Dole",
    ),
    "a deputy speaker": (
        "Madam Deputy Speaker (Dr Rhoda Quick): Order.\n",
        {"madam deputy speaker", "deputy speaker"},
        "Rhoda Quick",
    ),
    "a host": (">> ANCHOR: Good evening. I'm Greta Moss.\n", {"anchor"}, "Greta Moss"),
    "a judge": (
        "BEFORE THE HONORABLE MIRIAM STODE, JUDGE\n\nTHE COURT: Sit down.\n",
        {"judge", "court", "judge stode"},
        "Miriam Stode",
    ),
}


@pytest.mark.parametrize(("text", "offices", "name"), HELD.values(), ids=HELD)
def test_who_holds_an_office(text: str, offices: set[str], name: str) -> None:
    found = offices_of_labels(text, People(text))
    assert offices <= {office for holder, office in found if holder == name}
    assert {holder for holder, _ in found} == {name}


def test_the_minister_alone_is_nobodys_office() -> None:
    text = "The Minister for Water (Mrs. Harriet Dole): No.\n"
    assert "minister" not in {office for _, office in offices_of_labels(text, People(text))}


@pytest.mark.parametrize(
    ("head", "judge"),
    [
        ("BEFORE THE HONORABLE MIRIAM STODE, JUDGE", "Miriam Stode"),
        ("Before: Hon. Miriam Stode", "Miriam Stode"),
        ("BEFORE THE HONORABLE MIRIAM STODE\nUNITED STATES DISTRICT JUDGE", "Miriam Stode"),
        ("Presiding: The Honourable Ada R. Quill", "Ada R. Quill"),
        ("Before Mr Justice Tom Hale", "Tom Hale"),
        ("BEFORE JUDGE MIRIAM STODE AND A JURY", "Miriam Stode"),
        ("Before: Hon. Miriam Stode\nBefore: Hon. Ada Quill", None),
        ("Before the committee of inquiry", None),
        ("Nobody is named here", None),
    ],
)
def test_the_one_judge_of_a_head(head: str, judge: str | None) -> None:
    text = f"STATE v. ROOK\n\n{head}\n\nTHE COURT: Sit down.\n"
    assert judge_of(text, People(text)) == judge


def test_the_courts_words_are_the_judges_where_the_head_names_one() -> None:
    body = "THE COURT: Sit down.\n\nMS. ROE: Thank you.\n\nTHE COURT: Go on.\n\nMS. ROE: I call nobody.\n"
    assert [each for each, _ in turns(f"Before: Hon. Miriam Stode\n\n{body}")][::2] == ["Miriam Stode"] * 2
    assert [each for each, _ in turns(body)][::2] == ["The Court"] * 2


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hello, I'm Tim Varga.", "Tim Varga"),
        ("My name is Ida Roth, and this is the news.", "Ida Roth"),
        ("Good evening. I am Greta Moss.", "Greta Moss"),
        ("I'm Tim.", None),
        ("With me is Alba Noon.", None),
        ("I'm not Alba Noon.", None),
        ("I'm glad that Alba Noon is here.", None),
    ],
)
def test_who_says_his_name(words: str, name: str | None) -> None:
    assert introduced(words, 0, len(words), People(words)) == name


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Prime Minister of Latvia Anna Bell", "Anna Bell"),
        ("PRESIDENT OF CHILE TOM REED", "Tom Reed"),
        ("President of Costa Rica", "President of Costa Rica"),
    ],
)
def test_a_land_s_post_before_a_name_is_none_of_its_words(label: str, speaker: str) -> None:
    text = f"{label}: We open the lock.\n\nIlse Varga: And I thank you.\n\n{label}: Come and see it.\n"
    assert {each for each, _ in turns(text)} == {speaker, "Ilse Varga"}
