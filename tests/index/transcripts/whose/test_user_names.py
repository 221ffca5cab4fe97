"""User names as labels of minutes and chats."""

from __future__ import annotations

import pytest

from index.transcripts.whose.user_names import bearer_of, user_names
from tests.index.analysed import document, turns_of

CHAT = (
    "# Weir group, 4 May\n\n"
    "**mquist:** Hi! Do we mend the gate now?\n\n"
    "**tarn9:** I would wait for June.\n\n"
    "**mquist:** We lose a month then.\n\n"
    "**tarn9:** Yes, but you have seen the water.\n\n"
    "**mquist:** I have. Let's vote on Monday.\n\n"
    "**tarn9:** Agreed.\n"
)


def said(text: str) -> dict[str | None, str]:
    found: dict[str | None, str] = {}
    for speaker, words in turns_of(document(text)):
        found[speaker] = found.get(speaker, "") + words
    return found


@pytest.mark.parametrize("marks", ["**{}:**", "{}:", "**{}**:", "[10:02] {}:", "- {}:"])
def test_names_in_small_letters_are_labels(marks: str) -> None:
    text = CHAT.replace("**mquist:**", marks.format("mquist")).replace("**tarn9:**", marks.format("tarn9"))
    found = said(text)
    assert "lose a month" in found["mquist"]
    assert "wait for June" in found["tarn9"]
    assert "wait for June" not in found["mquist"]


def test_one_small_name_among_others_ends_their_turns() -> None:
    text = (
        "Nora Quist: Do we mend the gate now?\n\nEmil Sand: I would wait for June.\n\n"
        "kova: We can ask for more money.\n\nNora Quist: I can ask the board.\n\nkova: Thanks, I agree with you.\n\n"
        "Emil Sand: You may not get it.\n\nkova: I will try.\n"
    )
    found = said(text)
    assert "more money" in found["kova"]
    assert "more money" not in found["Emil Sand"]


@pytest.mark.parametrize(
    ("beside", "name"),
    [
        ("Present: Mara Quist (@mquist), Olof Tarn (@tarn9)", "Mara Quist"),
        ("Present: Mara Quist [mquist], Olof Tarn [tarn9]", "Mara Quist"),
        ("- Mara Quist - @mquist\n- Olof Tarn - @tarn9", "Mara Quist"),
        ("Mara Quist takes notes.", "Mara Quist"),
    ],
)
def test_who_bears_a_user_name(beside: str, name: str) -> None:
    assert bearer_of("mquist", beside, ["Mara Quist"]) == name
    assert "lose a month" in said(f"{beside}\n\n{CHAT}")[name]


def test_a_name_beside_in_a_list_bears_none() -> None:
    assert bearer_of("kova", "Present: Mara Quist, kova, Olof Tarn", ["Mara Quist", "Olof Tarn"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "* docs: mend a link to the board's page\n* fix: count the gates\n* docs: say who signs\n* fix: a test\n" * 3,
        "title: The gate\nauthor: Mara Quist\ntitle: The weir\nauthor: Olof Tarn\nsource: The Quay\nsource: The Quay\n",
        "gate: I open it.\n\nweir: You shut it.\n\nThe gate and the weir are old. A gate rusts, a weir cracks.\n" * 4,
    ],
    ids=["changes", "fields", "words of the text"],
)
def test_what_is_no_meeting_has_none(text: str) -> None:
    assert not user_names(text)
