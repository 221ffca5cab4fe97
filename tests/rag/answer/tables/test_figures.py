"""Numbers that are computed: to the digit, and told as rounded where they are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rag.answer.tables.figures import amount, mean, ratio, written


@pytest.mark.parametrize(
    ("value", "places", "told"),
    [
        (Fraction(133), 0, "133"),
        (Fraction(1_234_567), 0, "1,234,567"),
        (Fraction(3, 10), 2, "0.30"),
        (Fraction(1, 3), 2, "about 0.33"),
        (Fraction(-7, 2), 1, "-3.5"),
    ],
)
def test_a_number(value: Fraction, places: int, told: str) -> None:
    assert written(value, places) == told


@pytest.mark.parametrize(
    ("cells", "told"),
    [(["1", "2"], "1.5"), (["1", "1", "2"], "about 1.33"), (["0.80", "0.90"], "0.85"), (["4.1", "4.2"], "4.15")],
)
def test_a_mean(cells: list[str], told: str) -> None:
    assert mean(cells) == told


@pytest.mark.parametrize(
    ("more", "less", "column", "told"),
    [
        ("0.68", "0.04", "increas", ", 17 times as much"),
        ("3.33", "0.31", "increas", ", about 10.74 times as much"),
        ("401.01", "400.90", "mean", ""),
        ("20", "10", "temperatur", ""),
        ("64%", "32%", "turnout", ""),
        ("5", "0", "win", ""),
        ("5", "-5", "win", ""),
    ],
)
def test_how_many_times_as_much(more: str, less: str, column: str, told: str) -> None:
    assert ratio(more, less, frozenset({column})) == told


def test_percentages_differ_by_points() -> None:
    assert amount(Fraction(13), ["64%", "51%"]) == "13 percentage points"
    assert amount(Fraction(13), ["64", "51"]) == "13"
