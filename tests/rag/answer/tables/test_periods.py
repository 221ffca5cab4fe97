"""Times as cells and questions write them, and the words around them that are none."""

from __future__ import annotations

import pytest

from rag.answer.tables.periods import Period, period_in, times_in


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2031-10", Period(2031, 10)),
        ("2031-05-25", Period(2031, 5, 25)),
        ("October", Period(None, 10)),
        ("Oct 2031", Period(2031, 10)),
        ("12 October 2031", Period(2031, 10, 12)),
        ("2031", Period(2031)),
        ("block C", None),
        ("412", None),
        ("", None),
    ],
)
def test_a_cell(cell: str, period: Period | None) -> None:
    assert period_in(cell) == period


@pytest.mark.parametrize(
    ("question", "periods", "rest"),
    [
        ("What did bread cost in October?", (Period(None, 10),), "What did bread cost in  ?"),
        ("How many in the week starting 25 may", (Period(None, 5, 25),), "How many in the week starting  "),
        ("May I ask what it was in March?", (Period(None, 3),), "May I ask what it was in  ?"),
        ("What was it in 2031?", (Period(2031),), "What was it in  ?"),
    ],
)
def test_a_question(question: str, periods: tuple[Period, ...], rest: str) -> None:
    found = times_in(question, [Period(2031, 10, 1)])
    assert (found.periods, found.rest) == (periods, rest)


def test_a_month_is_none_where_cells_are_years() -> None:
    question = "How many police calls were there in April?"
    assert times_in(question, [Period(2031)]).rest == question


def test_a_month_holds_its_days() -> None:
    assert Period(None, 5).holds(Period(2031, 5, 25))
    assert not Period(2030, 5).holds(Period(2031, 5, 25))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How many between 2030 and 2032?", (2030, 2031, 2032)),
        ("How many from 2031 to 2032?", (2031, 2032)),
        ("How many since 2031?", (2031, 2032, 2033)),
        ("How many after 2031?", (2032, 2033)),
        ("How many before 2031?", (2030,)),
        ("How many until 2031?", (2030, 2031)),
    ],
)
def test_a_time_that_is_told_by_its_ends(question: str, held: tuple[int, ...]) -> None:
    cells = [Period(year) for year in (2030, 2031, 2032, 2033)]
    named = times_in(question, cells).span
    span = named.among(cells) if named else None
    assert span
    assert tuple(each.year for each in cells if span.holds(each)) == held


def test_ends_that_no_cell_has() -> None:
    cells = [Period(2030), Period(2031)]
    named = times_in("How many between 2019 and 2031?", cells).span
    assert named
    assert named.among(cells) is None
    assert times_in("How many in 2030 and 2031?", cells).span is None
