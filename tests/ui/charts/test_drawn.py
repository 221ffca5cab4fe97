"""What Explore draws: marks with their person and time, drawn as files whatever a name holds."""

from __future__ import annotations

import pytest

from evals.reports.charts import png, svg
from rag.answer.explore import Spoken
from ui.charts import drawn

SPOKEN = [
    Spoken("Odran Tell", "2031-03", 4),
    Spoken("Odran Tell", "2031-04", 1),
    Spoken("Palo \x00Brandt", "2031-04", 2),
]


def test_a_field_for_each_speaker_and_month_is_told_in_words_too() -> None:
    figure = drawn.by_speaker(SPOKEN)
    assert figure.numbers == "Odran Tell, 2031-03: 4; Odran Tell, 2031-04: 1; Palo �Brandt, 2031-04: 2"
    picture = svg(figure, "light", 600)
    assert picture.startswith("<svg")
    assert "Odran Tell" in picture
    assert "Mar 2031" in picture
    assert png(figure, 600).startswith(b"\x89PNG")


@pytest.mark.parametrize(("periods", "label"), [(("2031-03", "2031-05"), "May 2031"), (("1998", "2031"), "1998")])
def test_two_views_over_time_by_month_or_year(periods: tuple[str, str], label: str) -> None:
    figure = drawn.over_time(["Odran Tell", "Palo Brandt"], [{periods[0]: 3}, {periods[1]: 2}])
    picture = svg(figure, "dark", 600)
    assert label in picture
    assert "Palo Brandt" in picture


def test_of_many_marks_the_first_are_told_and_the_rest_counted() -> None:
    many = [Spoken("Odran Tell", f"{1950 + number}", 1) for number in range(drawn.MOST_IN_WORDS + 2)]
    assert drawn.by_speaker(many).numbers.endswith("; and 2 more")
