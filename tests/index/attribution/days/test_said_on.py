from __future__ import annotations

import pytest

from tests.index.analysed import statements

# Published on Wednesday, 18 March 2026; each quotation by its words.
DAYS = [
    pytest.param(
        "On Monday coach Ida Wrenfield said: “We will win.” Yesterday keeper Bo Falkland said: “I am hurt.”",
        {"We will win.": "2026-03-16", "I am hurt.": "2026-03-17"},
        id="a weekday and yesterday",
    ),
    pytest.param(
        "On 2 March coach Ida Wrenfield said: “We will draw.” On 9 March she said: “We will win.”",
        {"We will draw.": "2026-03-02", "We will win.": "2026-03-09"},
        id="two dates before",
    ),
    pytest.param(
        "“We will draw,” Ida Wrenfield said on 2 March. “We will win,” Bo Falkland said on 9 March.",
        {"We will draw,": "2026-03-02", "We will win,": "2026-03-09"},
        id="two dates after",
    ),
    pytest.param(
        "“We will draw them all,” Ida Wrenfield said on 2 March, and “we will win them all” a week later.",
        {"We will draw them all,": "2026-03-02", "we will win them all": "2026-03-09"},
        id="a date and a week later",
    ),
    pytest.param(
        "Ida Wrenfield said “we will draw them all” on 2 March and “we will win them all” on 9 March.",
        {"we will draw them all": "2026-03-02", "we will win them all": "2026-03-09"},
        id="a date after each piece",
    ),
    pytest.param(
        "On Monday Ida Wrenfield said “we will draw them all” and on Tuesday “we will win them all”.",
        {"we will draw them all": "2026-03-16", "we will win them all": "2026-03-17"},
        id="a date before each piece",
    ),
    pytest.param(
        "“We will draw,” Ida Wrenfield said on Monday, “and then we will win.”",
        {"We will draw,": "2026-03-16", "and then we will win.": "2026-03-16"},
        id="one utterance that its cue interrupts",
    ),
    pytest.param(
        "On 2 March Ida Wrenfield said: “We will draw.” The next day she said: “We will win.”",
        {"We will draw.": "2026-03-02", "We will win.": "2026-03-03"},
        id="the next day",
    ),
    pytest.param(
        "On 2 March the council met. Two days later Ida Wrenfield said: “We will win.”",
        {"We will win.": "2026-03-04"},
        id="two days later than an event",
    ),
    pytest.param(
        "Asked why the lock was shut on Friday, Ida Wrenfield said: “It was full of mud.”",
        {"It was full of mud.": None},
        id="a day in what somebody was asked",
    ),
    pytest.param(
        "Asked on Friday why the lock was shut, Ida Wrenfield said: “It was full of mud.”",
        {"It was full of mud.": "2026-03-13"},
        id="the day on which somebody was asked",
    ),
    pytest.param(
        "The ferry sank on 2 March and Ida Wrenfield said: “We will build another.”",
        {"We will build another.": "2026-03-18"},
        id="the day of an event in a clause of its own",
    ),
    pytest.param(
        "On Monday Ida Wrenfield came to Vesk and said: “We will build another.”",
        {"We will build another.": "2026-03-16"},
        id="the day of two verbs of one subject",
    ),
    pytest.param(
        "“We will build another,” said Ida Wrenfield, who was born on 2 May 1970.",
        {"We will build another,": "2026-03-18"},
        id="a day in a relative clause",
    ),
    pytest.param(
        "“We will build another,” Ida Wrenfield said before the vote on Tuesday.",
        {"We will build another,": None},
        id="before an event's day",
    ),
    pytest.param(
        "“We will build another,” Ida Wrenfield said last year.",
        {"We will build another,": None},
        id="last year",
    ),
    pytest.param(
        "“We will build another,” Ida Wrenfield said between 2 and 5 March.",
        {"We will build another,": None},
        id="a range of days",
    ),
    pytest.param(
        "“We will build another,” Ida Wrenfield said two days ago.",
        {"We will build another,": "2026-03-16"},
        id="two days ago",
    ),
    pytest.param(
        "“We will build another,” Ida Wrenfield said earlier this week.",
        {"We will build another,": None},
        id="earlier this week",
    ),
    pytest.param(
        "“We will build another,” Ida Wrenfield said on Monday last week.",
        {"We will build another,": "2026-03-09"},
        id="a weekday of last week",
    ),
    pytest.param(
        "“We will play them next Monday,” Ida Wrenfield said of next Monday.",
        {"We will play them next Monday,": "2026-03-18"},
        id="a day to come",
    ),
    pytest.param(
        "“We will play,” Ida Wrenfield said, and the ferry leaves on 5 May 2026.",
        {"We will play,": "2026-03-18"},
        id="a date to come",
    ),
    pytest.param(
        "Mira Quill said on Monday that the ferry would sail. Odran Tell said on Tuesday that it would not.",
        {"the ferry would sail": "2026-03-16", "it would not": "2026-03-17"},
        id="two reported clauses",
    ),
    pytest.param(
        "Ida Wrenfield said on Monday it was “bad for us all” and “worse for them all”.",
        {"bad for us all": "2026-03-16", "worse for them all": "2026-03-16"},
        id="two pieces of one saying",
    ),
    pytest.param(
        "“Will we win the cup?” Ida Wrenfield asked on Monday. On Tuesday she said: “We will win the cup.”",
        {"Will we win the cup?": "2026-03-16", "We will win the cup.": "2026-03-17"},
        id="a question and an answer",
    ),
    pytest.param(
        "“We will win the cup,” Ida Wrenfield said on the 5th of March.",
        {"We will win the cup,": "2026-03-05"},
        id="the 5th of a month",
    ),
    pytest.param(
        "On Monday, 2 March, Ida Wrenfield said: “We will win the cup.”",
        {"We will win the cup.": "2026-03-02"},
        id="a weekday with its date",
    ),
    pytest.param(
        "The next day Ida Wrenfield said: “We will win the cup.”",
        {"We will win the cup.": None},
        id="the day after one that is not told",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_the_day_beside_one_quotation_is_not_its_neighbours(text: str, expected: dict[str, str | None]) -> None:
    said = statements(text, title="Vesk", published="2026-03-18")
    found = {text[each.start : each.end]: each.said_on for each in said}
    assert {words: found.get(words, "not found") for words in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will win the cup,” Ida Wrenfield said on Monday.", None),
        ("“We will win the cup,” Ida Wrenfield said on 2 March.", None),
        ("“We will win the cup,” Ida Wrenfield said on 2 March 2026.", "2026-03-02"),
        ("VESK, March 4, 2026 (KNA) — “We will win the cup,” Ida Wrenfield said on Monday.", "2026-03-02"),
    ],
)
def test_without_a_published_day_only_a_whole_date_tells(text: str, expected: str | None) -> None:
    (found,) = statements(text, title="Vesk", published=None)
    assert found.said_on == expected
