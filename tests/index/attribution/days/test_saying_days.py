"""The day on which words were said, by what stands beside them or by a dateline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.attribution.attribute import analyse
from tests.index.analysed import document


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“It rains,” Odran Tell said.", "2031-01-01"),
        ("“It rains,” Odran Tell said on Monday.", "2030-12-30"),
        ("Yesterday Odran Tell said: “It rains here.”", "2030-12-31"),
        ("“It rains,” Odran Tell said on 5 May.", "2030-05-05"),
        ("“It rains,” Odran Tell said on May 5, 2019.", "2019-05-05"),
        ("“It rains,” Odran Tell said in 2008.", "2008"),
        ("“It rains,” Odran Tell said after Monday’s vote.", None),
        ("Odran Tell said on Tuesday that it would rain all week.", "2030-12-31"),
        ("Odran Tell said that the strike of 5 May would cost them dear.", "2031-01-01"),
    ],
)
def test_the_day_on_which_it_was_said(text: str, day: str | None) -> None:
    (found,) = analyse(document(text)).statements
    assert found.said_on == day


def test_a_dateline_stands_in_for_a_published_day() -> None:
    text = "VESK, May 5, 2019 (KNA) — The council met. “It rains,” Odran Tell said on Friday."
    undated = replace(document(text), published=None)
    assert [each.said_on for each in analyse(undated).statements] == ["2019-05-03"]
