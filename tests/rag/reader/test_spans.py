"""The likeliest span of logits: inside the text, in order, not too long, against none."""

from __future__ import annotations

import numpy as np
import pytest

from rag.reader.spans import LONGEST, Best, likeliest


def logits(starts: dict[int, float], ends: dict[int, float], size: int = 50) -> np.ndarray:
    found = np.zeros((size, 2), dtype=np.float32)
    for column, given in enumerate((starts, ends)):
        for at, value in given.items():
            found[at, column] = value
    return found


@pytest.mark.parametrize(
    ("starts", "ends", "best"),
    [
        pytest.param({5: 3.0}, {7: 2.0}, Best(5, 7, 5.0), id="start and end"),
        pytest.param({5: 3.0, 0: 4.0}, {7: 2.0, 0: 3.0}, Best(5, 7, -2.0), id="none is likelier"),
        pytest.param({1: 9.0, 6: 2.0}, {2: 9.0, 6: 2.0}, Best(6, 6, 4.0), id="the question's words are no answer"),
        pytest.param({9: 3.0, 4: 1.0}, {6: 3.0, 9: 1.5}, Best(9, 9, 4.5), id="an end before its start"),
        pytest.param({5: 3.0}, {5 + LONGEST - 1: 2.0}, Best(5, 5 + LONGEST - 1, 5.0), id="as long as may be"),
    ],
)
def test_the_likeliest_span(starts: dict[int, float], ends: dict[int, float], best: Best) -> None:
    assert likeliest(logits(starts, ends), 4, 49) == pytest.approx(best)


def test_a_longer_span_is_none() -> None:
    found = likeliest(logits({5: 3.0}, {5 + LONGEST: 2.0}), 4, 49)
    assert found.last - found.first < LONGEST
    assert found.margin == pytest.approx(3.0)
