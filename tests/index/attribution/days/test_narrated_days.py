"""Words with no day of their own in a report that tells of another day: that day where it is plain, else none."""

from __future__ import annotations

import pytest

from tests.index.analysed import statements

FRIDAY = "2026-07-10"
HEAD = "Harl Post, Friday 10 July 2026\n\n"


def days(text: str, published: str | None = FRIDAY) -> dict[str, str | None]:
    """Return the day of each statement by its words."""
    said = statements(text, title="a", published=published, language="en")
    return {text[each.start : each.end]: each.said_on for each in said}


LEADS = [
    pytest.param("The two rivals met on stage for the first time on Wednesday.", id="met on a weekday"),
    pytest.param("A baker poisoned a rival's dough, a court heard on Monday.", id="a court heard"),
    pytest.param("The sale of the mill was approved on Tuesday by one vote.", id="was approved"),
    pytest.param("Drivers walked out of the talks with the operator on Tuesday.", id="walked out"),
    pytest.param("A ferry ran aground off Sund yesterday with forty people on board.", id="yesterday"),
    pytest.param("The council of Harl met on 7 July to vote on the mill.", id="a date some days before"),
    pytest.param("The mill burnt down.\n\nNobody was hurt when the roof fell in on Wednesday.", id="second paragraph"),
]


@pytest.mark.parametrize("lead", LEADS)
def test_a_report_of_another_day_makes_its_own_day_no_day_of_saying(lead: str) -> None:
    found = days(f"{HEAD}{lead}\n\nThe mill needs a roof.\n\n“We will not sell it,” Mara Quill said.")
    assert found["We will not sell it,"] is None


KEPT = [
    pytest.param("Mara Quill opened the mill on Friday.", id="the published day"),
    pytest.param("Mara Quill, who won on Wednesday, opened the mill on Friday.", id="both days"),
    pytest.param("Mara Quill will open the mill on Wednesday.", id="a day to come"),
    pytest.param("Mara Quill opened the mill after Wednesday’s vote.", id="after an event"),
    pytest.param("Mara Quill was born in 1970 and runs the mill.", id="a year of her life"),
    pytest.param("Mara Quill bought the mill on 3 March.", id="long before"),
    pytest.param("The work on the mill starts in August.", id="a month to come"),
    pytest.param("The vote on the mill is next week.", id="next week"),
]


@pytest.mark.parametrize("lead", KEPT)
def test_a_report_of_its_own_day_keeps_it(lead: str) -> None:
    found = days(f"{HEAD}{lead}\n\nThe mill needs a roof.\n\n“We will not sell it,” Mara Quill said.")
    assert found["We will not sell it,"] == FRIDAY


PLAIN = [
    pytest.param(
        "Mara Quill had said in May that she would close the mill. On Wednesday she took that back. "
        "“I no longer want to close it,” she said. “I want a school inside it.”",
        {"I no longer want to close it,": "2026-07-08", "I want a school inside it.": "2026-07-08"},
        id="took that back",
    ),
    pytest.param(
        "Mayor Mara Quill spoke at a rally on Tuesday. “The mill stays,” she said.",
        {"The mill stays,": "2026-07-07"},
        id="spoke at a rally",
    ),
    pytest.param(
        "“The mill stays,” Mara Quill said on Tuesday. “It feeds us,” she added.",
        {"The mill stays,": "2026-07-07", "It feeds us,": "2026-07-07"},
        id="she added",
    ),
    pytest.param(
        "Mayor Mara Quill on Tuesday denied that the mill would be sold.\n\n“I have never said so,” Quill told them.",
        {"I have never said so,": "2026-07-07"},
        id="the paragraph after a denial",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_somebody_who_speaks_on_speaks_on_the_same_day(text: str, expected: dict[str, str | None]) -> None:
    found = days(HEAD + text)
    assert {words: found.get(words, "not found") for words in expected} == expected


UNKNOWN = [
    pytest.param(
        "Mayor Mara Quill spoke at a rally on Tuesday. “It was a show,” Odo Brand said.", "It was a show,", id="another"
    ),
    pytest.param(
        "Mara Quill and Odo Brand met on Monday. “It was a frank meeting,” Quill said.",
        "It was a frank meeting,",
        id="a meeting",
    ),
    pytest.param(
        "The storm, in what Mara Quill called “a bad joke of the sea”, broke the quay on Tuesday.",
        "a bad joke of the sea",
        id="an aside before the day",
    ),
    pytest.param(
        "Odo Brand said the union had walked out on Tuesday, a claim that Mara Quill called “a fairy tale of the sea”.",
        "a fairy tale of the sea",
        id="a claim after the day",
    ),
    pytest.param(
        "The deal, which Mara Quill says “nobody here has read,” was signed on Tuesday.",
        "nobody here has read,",
        id="a relative clause",
    ),
    pytest.param(
        "Odo Brand told his wife that it was “a bonus for patience”, a jury heard on Thursday.",
        "a bonus for patience",
        id="what a jury heard",
    ),
    pytest.param(
        "Mara Quill on Monday denied it was shut, a day after Odo Brand told them that “the last boat sails”.",
        "the last boat sails",
        id="a day after another",
    ),
    pytest.param(
        "The council met. The town waited.\n\nThe town is old.\n\nThe mill, she wrote, stands.\n\n"
        "The bridge fell on Tuesday. “It was rotten,” Mara Quill said.",
        "It was rotten,",
        id="an event in the paragraph",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), UNKNOWN)
def test_words_beside_an_events_day_have_no_day(text: str, words: str) -> None:
    assert days(HEAD + text).get(words, "not found") is None


def test_the_own_day_of_a_quotation_beside_anothers_aside() -> None:
    text = "Quill on Monday called Brand “a weathervane of the sea”, two days after he told them that “we sail on.”"
    found = days(HEAD + text)
    assert found["a weathervane of the sea"] == "2026-07-06"
    assert found["we sail on."] is None


EARLIER = [
    pytest.param("Odo Brand once told this newspaper that “mills come and go here.”", None, id="once told"),
    pytest.param("“Mills come and go here,” Odo Brand once told the Harl Post.", None, id="once told, after"),
    pytest.param("Odo Brand used to say that “mills come and go here.”", None, id="used to say"),
    pytest.param("Odo Brand has long argued that “mills come and go here.”", None, id="has long argued"),
    pytest.param("His deputy, Odo Brand, had predicted “mills come and go here.”", None, id="had predicted"),
    pytest.param("Odo Brand resigned in 2023 after saying “mills come and go here.”", "2023", id="after saying"),
    pytest.param("Odo Brand, who resigned in 2023 after saying “mills come and go here,” is back.", "2023", id="who"),
    pytest.param("Odo Brand signed it in 2021. He told the staff at the time: “Mills come and go here.”", "2021",
                 id="at the time"),
    pytest.param("Odo Brand sold the mill in 2019. “Mills come and go here,” he said at the time.", "2019",
                 id="at the time, after"),
    pytest.param("The minister, Odo Brand, said in 1992 that “mills come and go here.”", "1992", id="in a year"),
    pytest.param("“Mills come and go here,” Odo Brand told the county council in 2003.", "2003", id="told the council"),
    pytest.param("In a diary for 3 May 1968 Odo Brand wrote: “Mills come and go here.”", "1968-05-03", id="diary"),
    pytest.param("In a letter of 4 May 1971, Odo Brand wrote: “Mills come and go here.”", "1971-05-04", id="letter"),
    pytest.param("Odo Brand had said in May that “mills come and go here.”", "2026-05", id="a month before"),
    pytest.param("Odo Brand promised in November that “mills come and go here.”", "2025-11", id="the year before"),
    pytest.param("Odo Brand told staff in a closed meeting in December that “mills come and go here.”", "2025-12",
                 id="in a meeting"),
    pytest.param("His son, Odo Brand, said last week that “mills come and go here.”", None, id="last week"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EARLIER)
def test_words_of_another_time_are_never_of_the_articles_day(text: str, expected: str | None) -> None:
    found = {words.strip(".,").lower(): day for words, day in days(HEAD + text).items()}
    assert found.get("mills come and go here", "not found") == expected


def test_a_reply_is_of_the_year_of_what_it_replies_to() -> None:
    text = (
        "Odo Brand said in 1992 that the light “needs no keeper.” He was, Mara Quill replied, “half right, as usual.”"
    )
    assert days(HEAD + text)["half right, as usual."] == "1992"


def test_words_of_then_in_an_interview() -> None:
    text = (
        "Interview\n\nHENRIK DAHL: Who taught you?\n\n"
        "YLVA MOE: Bo Lind, in 1998. “It is a beautiful lie,” he told me.\n\n"
        "HENRIK DAHL: Was he right?\n\nYLVA MOE: He was, on Wednesday too. I draw what I see."
    )
    found = days(text)
    assert found["It is a beautiful lie,"] is None
    assert found["He was, on Wednesday too. I draw what I see."] == FRIDAY


ADDED = [
    pytest.param("Update, 12 July: Mayor Mara Quill said: “We were wrong about it.”", "2026-07-12", id="an update"),
    pytest.param("*Update, Sunday 12 July:* Mara Quill said “we were wrong about it.”", "2026-07-12", id="weekday"),
    pytest.param("UPDATED 2 January: Mara Quill said: “We were wrong about it.”", "2027-01-02", id="in the new year"),
    pytest.param("Correction, 12 July: An earlier text misquoted Mara Quill as saying “we were wrong about it.”", None,
                 id="of the article's words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ADDED)
def test_corrections_and_updates_come_after_the_published_day(text: str, expected: str | None) -> None:
    found = {words.strip(".").lower(): day for words, day in days(f"{HEAD}The mill stands.\n\n{text}").items()}
    assert found.get("we were wrong about it", "not found") == expected


@pytest.mark.parametrize(
    "text",
    [
        "PRESS RELEASE\n\nHarl, 10 July 2026 – The mill won a prize on Wednesday.\n\n“We are proud,” Mara Quill said.",
        "FOR IMMEDIATE RELEASE\n\nThe mill won a prize on Wednesday.\n\n“We are proud,” Mara Quill said.",
    ],
)
def test_a_release_is_of_its_own_day(text: str) -> None:
    assert days(text)["We are proud,"] == FRIDAY
