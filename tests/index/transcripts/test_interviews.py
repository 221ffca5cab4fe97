# ruff: noqa: E501  The cases are read more easily a line each.
"""Whose words they are in interviews of magazines and press conferences: bold labels and initials, "Q" and "A" with one
name, reporters by letters, words and brackets.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.analysed import document, loaded, turns_of

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
    "a body that asks again and again under its name in bold": (
        "The dyer",
        "Petra Oldham dyes wool on the quay. The Quay Circle went to see her.\n\n**The Quay Circle:** Why blue, of all colours?\n\n**Oldham:** My mother had a ton of it.\n\n**The Quay Circle:** Does it sell?\n\n**Oldham:** I sell most of it to sailors.\n\n**The Quay Circle:** And in winter?\n\n**Oldham:** I sleep and I count sheep.\n",
        [
            ("The Quay Circle", "Why blue, of all colours?"),
            ("Petra Oldham", "My mother had a ton of it."),
            ("The Quay Circle", "Does it sell?"),
            ("Petra Oldham", "I sell most of it to sailors."),
            ("The Quay Circle", "And in winter?"),
            ("Petra Oldham", "I sleep and I count sheep."),
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


ASKED = [
    ("Selma Torvik", "Good morning. We have opened the dam, and I want to tell you why."),
    (I, "Thank you, Minister. President Venn said on Monday that the dam was safe. Was it?"),
    (I, "And, Madam President, will you resign?"),
    ("Orla Venn", "It was not safe. I told her so."),
    (I, "Madam President, who pays?"),
    (I, "You said in May that the towns would not."),
    ("Selma Torvik", "The state pays. We have the money."),
    (I, "When?"),
    ("Orla Venn", "In spring."),
]
"""A press conference whose reporters speak to ministers, over several paragraphs."""


def conference(
    first: str, second: str = "", minister: str = "MINISTER TORVIK: ", president: str = "PRESIDENT VENN: "
) -> str:
    """Return the conference as a text, with what stands before the words of the first reporter, the second, and the two."""
    before = {"Selma Torvik": minister, "Orla Venn": president}
    lines, last = [], None
    for at, (who, words) in enumerate(ASKED):
        label = "" if who == last else before.get(who, first if at in (1, 7) else second or first)
        lines.append(label + words)
        last = who
    return "\n\n".join(["Press conference of Minister Selma Torvik and President Orla Venn", *lines, ""])


LAYOUTS = {
    "Q and a gap": ("Q    ",),
    "Q and no-break spaces": ("Q\u00a0\u00a0\u00a0 ",),
    "Q and a no-break space, set in": ("\u00a0\u00a0\u00a0\u00a0 Q\u00a0 ",),
    "Q and a space": ("Q ",),
    "Q and a dash": ("Q – ", "Q — "),
    "Q in brackets": ("[Q] ",),
    "Q on a line of its own": ("Q\n",),
    "Q on a paragraph of its own": ("Q\n\n",),
    "Q with a number": ("Q1: ", "Q2: "),
    "a paper in brackets": ("Q (Lorn Post): ", "Q (Agence Boreal): "),
    "a station in brackets": ("REPORTER (VALLEY RADIO): ",),
    "a word and a colon": ("QUESTION: ", "Journalist: "),
    "a word on a line of its own": ("QUESTION\n\n",),
    "a word and a dash": ("REPORTER – ",),
    "a voice of the press": ("PRESS: ", "MEDIA: "),
    "of one gender": ("FEMALE REPORTER: ", "Male Reporter: "),
    "in translation": ("Q  (As interpreted.)  ", "Q (As interpreted.) "),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_reporters_question_is_never_the_politicians(layout: str, tmp_path: Path) -> None:
    found = loaded("a.txt", conference(*LAYOUTS[layout]), tmp_path)
    assert turns_of(found) == ASKED


@pytest.mark.parametrize("mark", ["**Q:** ", "**Q** ", "**Q (Lorn Post):** ", "**QUESTION:** ", "**Q**\n\n"])
def test_a_question_with_a_bold_label(mark: str, tmp_path: Path) -> None:
    text = conference(mark, minister="**MINISTER TORVIK:** ", president="**PRESIDENT VENN:** ")
    assert turns_of(loaded("a.md", text, tmp_path)) == ASKED


NAMED = {
    "a name and a paper": ("Q (Mia Kessler, Lorn Post): ", "Q (Lorn Post, Ola Brekk): "),
    "behind a word": ("REPORTER (Mia Kessler, Lorn Post): ", "REPORTER (Ola Brekk, freelance): "),
    "no colon": ("Q (Mia Kessler, Lorn Post) ", "Q (Radio Corran, Ola Brekk) "),
    "written out": ("Question from Mia Kessler, Lorn Post: ", "QUESTION BY OLA BREKK, LORN POST: "),
    "without the paper": ("Q (Mia Kessler): ", "Q (Ola Brekk, Lorn TV): "),
}


@pytest.mark.parametrize("layout", NAMED)
def test_a_reporter_whom_brackets_name_asks_by_name(layout: str) -> None:
    expected = [
        ("Mia Kessler" if who == I and at in (1, 2, 7) else "Ola Brekk" if who == I else who)
        for at, (who, _) in enumerate(ASKED)
    ]
    assert [who for who, _ in turns_of(document(conference(*NAMED[layout])))] == expected


def test_a_reporter_of_whom_only_the_moderator_tells_is_no_politician() -> None:
    text = (
        "MODERATOR: One question each, please. Mia Kessler of the Lorn Post.\n\n"
        "Q  Thank you. Minister, you said in May that the dam would hold.\n\nWhy did it not?\n\n"
        "MINISTER TORVIK: Nobody knows yet. I have asked for a report.\n\n"
        "MODERATOR: Tom Adeyemi, please.\n\nTOM ADEYEMI: Minister, who pays?\n\nFor all of it, I mean?\n\n"
        "MINISTER TORVIK: The state does.\n"
    )
    assert [who for who, _ in turns_of(document(text))] == [
        "MODERATOR",
        I,
        I,
        "TORVIK",
        "MODERATOR",
        "Tom Adeyemi",
        "Tom Adeyemi",
        "TORVIK",
    ]


def test_a_letter_at_the_beginning_of_a_sentence_asks_nothing() -> None:
    text = "LENA FROST: I cut the hedge.\n\n[A] lot of what I cut is thorn.\n\nA  hedge is slow.\n\nTOM ORR: I saw it.\n\nLENA FROST: I know.\n\nTOM ORR: We met there.\n"
    assert [who for who, _ in turns_of(document(text))] == ["Lena Frost"] * 3 + ["Tom Orr", "Lena Frost", "Tom Orr"]
