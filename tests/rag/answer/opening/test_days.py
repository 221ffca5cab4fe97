"""The day that answers, in full where the text names it by its place in the week or the year."""

from __future__ import annotations

import pytest

from index.attribution.days.times import times
from rag.answer.opening.days import best_day, day_in_full
from rag.answer.opening.values import day_line
from rag.records import Citation

QUESTION = "When was the ferry launched?"
FULL = {
    "weekday": ("The ferry was launched Wednesday.", "Wednesday", "16 November 2033"),
    "yesterday": ("It was launched yesterday.", "yesterday", "18 November 2033"),
    "month and day": ("It was launched on Nov. 12.", "Nov. 12", "12 November 2033"),
}
ASTHEY = {
    "year": ("The ferry was launched in 1954.", "1954"),
    "whole day": ("The ferry was launched on 3 May 2031.", "3 May 2031"),
    "day of every year": ("The ferry is launched on 3 May.", "3 May"),
}


def cited(text: str, published: str | None = "2033-11-19") -> Citation:
    return Citation(
        n=1,
        doc="a.txt",
        title="Ferry",
        published=published,
        source=None,
        url=None,
        page=None,
        start=0,
        end=len(text),
        text=text,
        speaker=None,
        reported_by=None,
        said_on=None,
        check="verified",
    )


@pytest.mark.parametrize("name", FULL)
def test_a_day_is_told_in_full(name: str) -> None:
    text, words, day = FULL[name]
    span = best_day(text, QUESTION, None)
    assert span is not None
    assert text[slice(*span)] == words
    assert day_in_full(cited(text), span) == day


@pytest.mark.parametrize("name", ASTHEY)
def test_a_day_as_the_text_has_it(name: str) -> None:
    text, words = ASTHEY[name]
    span = best_day(text, QUESTION, None)
    assert span is not None
    assert words in text[slice(*span)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will be launched on Wednesday.",
        "The ferry is to be launched Friday.",
        "The launch is planned for Monday.",
        "The crew is returning to Vesk by Dec. 7.",
        "The ferry stays in dock until March 3.",
        "The ferry opens to visitors on January 20.",
    ],
)
def test_a_day_to_come_is_not_counted_back(text: str) -> None:
    span = best_day(text, QUESTION, None)
    assert span is not None
    assert day_in_full(cited(text), span) is None


def test_without_a_day_of_publication_a_weekday_stays() -> None:
    text = "The ferry was launched Wednesday."
    span = best_day(text, QUESTION, None)
    assert span is not None
    assert day_in_full(cited(text, published=None), span) is None


def test_two_days_are_not_one() -> None:
    assert best_day("It was built in 1954 and repaired in 1987.", QUESTION, None) is None


ANOTHER_TIME = [
    "A little more than a year ago, on April 8, the ferry was launched.",
    "Two years later, on 3 May, the ferry was launched.",
    "Back in the nineties, on March 2, the ferry was launched.",
    "The ferry was launched on June 5 last year.",
]


@pytest.mark.parametrize("text", ANOTHER_TIME)
def test_a_day_of_another_year_does_not_get_the_documents(text: str) -> None:
    each = next(each for each in times(text) if each.date)
    span = (each.start, each.end)
    assert day_in_full(cited(text), span) is None
    told = day_line(cited(text), span)
    assert told is not None
    assert "2033," not in told
    assert text[slice(*span)].split()[0] in told


def test_what_tells_the_year_is_shown_with_the_day() -> None:
    text = ANOTHER_TIME[0]
    each = next(each for each in times(text) if each.date)
    told = day_line(cited(text), (each.start, each.end))
    assert told is not None
    assert told.startswith("“A little more than a year ago, on April 8”, says")


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        (
            "They stop on the 9th of March, the 6th of May and the 26th of May.",
            "9th of March",
            "9th of March, the 6th of May and the 26th of May.",
        ),
        ("They stop on 9 March, 6 and 26 May, he said.", "9 March", "9 March, 6 and 26 May"),
        ("They stop on 6 and 26 May, he said.", "26 May", "6 and 26 May"),
        ("It was open from 3 May to 9 May 2031.", "9 May 2031", "3 May to 9 May 2031"),
        ("It opened on Monday and shut on Friday.", "Monday", "Monday"),
    ],
)
def test_a_day_is_told_with_those_that_are_listed_with_it(text: str, read: str, told: str) -> None:
    at = text.index(read)
    span = best_day(text, QUESTION, (at, at + len(read)))
    assert span is not None
    assert text[slice(*span)] == told
