"""The days that head the entries of a live page or a diary."""

from __future__ import annotations

from datetime import date

import pytest

from index.attribution.days.entry_days import entry_day

PUBLISHED = date(2031, 5, 6)
WHOLE_LINES = "The strike\n\n4 May\n\nThe gates were shut.\n\n5 May\n\nThe mayor came.\n\nNobody left.\n"
COLONS = "The strike\n\n4 May: The gates were shut.\n\n5 May: The mayor came.\n"


def day_at(text: str, words: str, base: date | None = PUBLISHED) -> date | None:
    return entry_day(text, text.index(words), base)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The strike", None),
        ("The gates", date(2031, 5, 4)),
        ("The mayor", date(2031, 5, 5)),
        ("Nobody", date(2031, 5, 5)),
    ],
)
def test_a_line_that_is_a_day_heads_what_is_below_it(words: str, day: date | None) -> None:
    assert day_at(WHOLE_LINES, words) == day


@pytest.mark.parametrize(
    ("words", "day"), [("The gates", date(2031, 5, 4)), ("The mayor", date(2031, 5, 5)), ("The strike", None)]
)
def test_a_day_and_a_colon_head_their_paragraph(words: str, day: date | None) -> None:
    assert day_at(COLONS, words) == day


@pytest.mark.parametrize(
    "text",
    [
        "4 May\n\nThe gates were shut.\n",
        "4 May\n\nThe gates were shut.\n\n4 May\n\nNobody left.\n",
        "4 May 2019\n\nThe gates were shut.\n\n5 May 2019\n\nNobody left.\n",
        "The gates were shut on 4 May\n\nand opened on 5 May\n",
        "3/4/2031\n\nThe gates were shut.\n\n5/4/2031\n\nNobody left.\n",
    ],
    ids=["one day", "one day twice", "days of another time", "days in sentences", "days that may be read in two ways"],
)
def test_what_heads_no_entries(text: str) -> None:
    assert day_at(text, "gates") is None


def test_the_year_is_the_one_nearest_to_the_documents_day() -> None:
    text = "30 December\n\nThe gates were shut.\n\n2 January\n\nThe mayor came.\n"
    found = [entry_day(text, text.index(words), date(2031, 1, 3)) for words in ("The gates", "The mayor")]
    assert found == [date(2030, 12, 30), date(2031, 1, 2)]


def test_without_a_day_of_the_document_only_days_with_a_year_head_entries() -> None:
    assert day_at(WHOLE_LINES, "The mayor", None) is None
    text = WHOLE_LINES.replace(" May\n", " May 2019\n")
    assert day_at(text, "The mayor", None) == date(2019, 5, 5)
