"""Days of lines at the beginning that say of what: a meeting, an interview, a speech, a paper."""

from __future__ import annotations

import pytest

from index.dates.metadata import mentioned, published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Minutes of the Eskby Council\nMeeting of 14 October 2031, Town Hall, 7 p.m.\n\nLund: Yes.", "2031-10-14"),
        ("THE ASSEMBLY\nheld on Tuesday 4 March 2031 in the school hall at 7.30 p.m.\n\nLund: Yes.", "2031-03-04"),
        ("Harbour Users\nMinutes, 2 July 2031\n\nOsk: Forty boats are waiting.", "2031-07-02"),
        ("“I am slow”\nInterview with the runner Ana Lund, The Courier, 21 August 2031\n\nQ: Why?", "2031-08-21"),
        ("Out there\nA conversation with Ana Lund, 3 May 2031\n\nQ: Why?", "2031-05-03"),
        ("Q&A: novelist Ana Lund\n\nInterview: Jo Quill. Published in The Courier on 7 June 2031.\n\nQ. Why?",
         "2031-06-07"),
        ("Down there\nWe talked to welder Ana Lund. The Tidewater Review, 11 March 2031\n\nQ: Is it dark?",
         "2031-03-11"),
        ("Speech of 6 May 2031 by Captain Ana Lund, at the opening of the pier\n\nFriends, I cried.", "2031-05-06"),
        ("Eulogy for Mo Lund, given by her brother Bo Lund on 2 February 2031\n\nShe was quick.", "2031-02-02"),
        ("Rada Gminy\nProtokół z sesji rady z dnia 20 maja 2031 r.\n\nKot: Tak.", "2031-05-20"),
        ("Policy\nPresented by Ms Ana Lund, Minister for Rivers in the Assembly, Friday, 2 May 2031.\n\nYes.",
         "2031-05-02"),
        ("NATIONAL ASSEMBLY\nOFFICIAL REPORT\nWednesday, 17th June, 2031 Morning Sitting\n\nLund: Yes.", "2031-06-17"),
        ("Anförande av Ana Lund\n\nVesk i Orrland, 2 mars 2031.\n\nThank you.", "2031-03-02"),
        ("Taler\n\n24. desember 2031\n\nTakk.", "2031-12-24"),
        ("Discurso\n\n2 de abril de 2031\n\nGracias.", "2031-04-02"),
        ("Oberlind\nSitzung des Gemeinderats vom 11. Februar 2031, 19 Uhr\n\nKesting: Ja.", "2031-02-11"),
    ],
)  # fmt: skip
def test_the_day_of_an_occasion(text: str, day: str) -> None:
    assert (published(text, "x.txt") or ("",))[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "The council\nThe meeting of 14 October 2031 was cancelled.\n\nNobody came.",
        "The bridge\nRemarks on the anniversary of 6 May 2031, by the mayor\n\nWe remember.",
        "Two days\nMeeting of 14 October 2031\nMeeting of 15 October 2031\n\nLund: Yes.",
        "Policy\nIt was presented by Ana Lund on 2 May 2031.\n\nWe stay.",
        "Notes\nLund spoke. Her speech of 3 May 2031 was short\n\nIt rained.",
    ],
)
def test_a_day_that_is_told_of_is_not_the_documents(text: str) -> None:
    assert published(text, "x.txt") is None


def test_days_that_first_lines_mention() -> None:
    text = "The council\nThe meeting of 14 October 2031 was cancelled.\nIt was to be on 3 May 2031 or on 4 May 2031.\n"
    assert mentioned(text) == [(2, "2031-10-14"), (3, "2031-05-03")]


@pytest.mark.parametrize("name", ["meetings.2031-05-20.md", "meetings-2031.05.20.md", "2031-05-20.md"])
def test_the_day_of_a_files_name_behind_any_mark(name: str) -> None:
    assert published("The board met for an hour.", name) == ("2031-05-20", "the file's name")
