# ruff: noqa: E501  The cases are read more easily a line each.
"""Whose words they are in interviews of magazines: bold labels and initials, questions in bold, "Q" and "A" with one name."""

from __future__ import annotations

import pytest

from tests.index.analysed import document, turns_of

Said = list[tuple[str | None, str]]
I = "interviewer"  # noqa: E741

INTERVIEWS: dict[str, tuple[str, str, Said]] = {
    "initials that are the fields of a mail": (
        "The potter",
        "**Ben Ashdown: How did it begin?**\n\n**Thea Oram:** I fell off a ladder.\n\n**BA: And then?**\n\n**TO:** Then I made cups.\n\n**BA: Do they sell?**\n\n**TO:** The red ones do.\n",
        [
            ("Ben Ashdown", "How did it begin?"),
            ("Thea Oram", "I fell off a ladder."),
            ("Ben Ashdown", "And then?"),
            ("Thea Oram", "Then I made cups."),
            ("Ben Ashdown", "Do they sell?"),
            ("Thea Oram", "The red ones do."),
        ],
    ),
    "initials of names in the lead, colons outside of the marks": (
        "Lighthouses",
        "Ben Ashdown meets Rita Eklund, who paints lighthouses.\n\n**BA**: How did it begin?\n\n**RE**: I fell off one.\n\n*BA*: And then?\n\n*RE*: I painted it with my left hand.\n\n__BA:__ Do they sell?\n\n__RE:__ The red ones do.\n",
        [
            ("Ben Ashdown", "How did it begin?"),
            ("Rita Eklund", "I fell off one."),
            ("Ben Ashdown", "And then?"),
            ("Rita Eklund", "I painted it with my left hand."),
            ("Ben Ashdown", "Do they sell?"),
            ("Rita Eklund", "The red ones do."),
        ],
    ),
    "a question in bold between labels is not the one's who answered last": (
        "On light",
        "**Nils Abt:** Why glass?\n\n**Paula Unger:** It was all my father let me break.\n\n**Do you ever break it now?**\n\nOn Mondays.\n\n**Nils Abt:** And what is next for you?\n\n**Paula Unger:** A window for the station.\n",
        [
            ("Nils Abt", "Why glass?"),
            ("Paula Unger", "It was all my father let me break."),
            (None, "Do you ever break it now?"),
            (None, "On Mondays."),
            ("Nils Abt", "And what is next for you?"),
            ("Paula Unger", "A window for the station."),
        ],
    ),
    "questions in bold, no label at all": (
        "The bell founder",
        "# The bell founder\n\n*By Carl Munt*\n\nOda Lindqvist casts bells beside the canal.\n\n**Why bells, and why you?**\n\nMy uncle left me the pit.\n\n**You cast forty a year. Who buys them?**\n\nI sell to schools.\n\nMy sister keeps the books.\n\n**What would you do with a month off?**\n\nI would sleep.\n",
        [
            (I, "Why bells, and why you?"),
            ("Oda Lindqvist", "My uncle left me the pit."),
            (I, "You cast forty a year. Who buys them?"),
            ("Oda Lindqvist", "I sell to schools."),
            ("Oda Lindqvist", "My sister keeps the books."),
            (I, "What would you do with a month off?"),
            ("Oda Lindqvist", "I would sleep."),
        ],
    ),
    "questions and answers under a headline that names one": (
        "Rosa Adeyemi talks about her years in the lifeboat",
        "Rosa Adeyemi talks about her years in the lifeboat\n\nQ: When did you first go out?\nA: I went out at seventeen.\n\nQ: Were you afraid?\nA: I was afraid of the coxswain.\n",
        [
            (I, "When did you first go out?"),
            ("Rosa Adeyemi", "I went out at seventeen."),
            (I, "Were you afraid?"),
            ("Rosa Adeyemi", "I was afraid of the coxswain."),
        ],
    ),
    "initials of whom the first line names, a pause within": (
        "rec 4",
        "interview w/ Nina Corvo 3/5/31 (auto transcript)\n\nIV: Where did you go?\nNC: I went to the quay [pause] and it was shut.\nIV: Who was there?\nNC: Nobody that I knew.\n",
        [
            (None, "Where did you go?"),
            ("Nina Corvo", "I went to the quay [pause] and it was shut."),
            (None, "Who was there?"),
            ("Nina Corvo", "Nobody that I knew."),
        ],
    ),
    "initials before a gap, both named above": (
        "rec 5",
        "Nina Corvo (NC), harbour master, talks to Ben Orr (BO)\n\nBO  And then?\nNC  I slept until noon.\nBO  All day?\nNC  I did [laughs].\n",
        [("Ben Orr", "And then?"), ("Nina Corvo", "I slept until noon."), ("Ben Orr", "All day?"), ("Nina Corvo", "I did [laughs].")],
    ),
    "capitals before a gap, the words over paragraphs": (
        "rec 6",
        "BEN ORR  Where was it?\n\nNADIA FERN  In the yard. [pause] I had left it there.\n\nIt was wet.\n\nBEN ORR  Who has the key?\n\nNADIA FERN  [sighs] My brother.\n",
        [
            ("Ben Orr", "Where was it?"),
            ("Nadia Fern", "In the yard. [pause] I had left it there."),
            ("Nadia Fern", "It was wet."),
            ("Ben Orr", "Who has the key?"),
            ("Nadia Fern", "My brother."),
        ],
    ),
    "the one in the headline is spoken of": (
        "Lena Frost wants a tram",
        "Lena Frost wants a tram. We put questions to somebody who builds them.\n\nQ: Did you see Frost's plan?\nA: I saw it in March.\n\nQ: Do you like it?\nA: I like the idea.\n",
        [],
    ),
    "two are named": (
        "The ferry",
        "Rosa Adeyemi and Ben Ashdown steer the ferry.\n\nQ: Who is first?\nA: I am.\n\nQ: Do you quarrel?\nA: I do, he does not.\n",
        [],
    ),
    "frequent questions": (
        "Library",
        "Rosa Adeyemi opened the library.\n\n**Who can use it?**\n\nEverybody.\n\n**How do I renew a book?**\n\nAt the desk.\n\n**What does my card cost?**\n\nNothing.\n",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", INTERVIEWS)
def test_each_is_given_own_words(form: str) -> None:
    title, text, expected = INTERVIEWS[form]
    assert turns_of(document(text, title=title)) == expected
