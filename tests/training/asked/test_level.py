"""Two readers' logits -> what brings the one to the level of the other."""

from __future__ import annotations

import numpy as np
import pytest

from rag.records import Reading
from training.asked.level import level, likeliest
from training.asked.measure import question_of


@pytest.mark.parametrize(("scale", "shift"), [(0.7, 1.3), (1.0, 0.0), (2.0, -3.0)])
def test_a_line_is_found_again(scale: float, shift: float) -> None:
    after = np.random.default_rng(3).normal(-2, 2, 400)
    found = level(list(after * scale + shift), list(after))
    assert found == pytest.approx((scale, shift), abs=1e-6)


def test_as_many_pass_as_before() -> None:
    draw = np.random.default_rng(4)
    before, after = draw.normal(-1, 2, 2_000), draw.normal(-4, 3, 2_000)
    scale, shift = level(list(before), list(after))
    for least in (-1.0, 0.0, 1.0):
        assert abs((before >= least).mean() - (after * scale + shift >= least).mean()) < 0.03


def test_the_passage_that_an_answer_rests_on_counts() -> None:
    passages = [
        {"document": "quay.md", "span": [at, at + 1], "score": score, "holds": [], "partly": False}
        for at, score in enumerate((1.0, 0.2))
    ]
    readings = [Reading(answerable=each, margin=0, start=0, end=1) for each in (-2.0, -1.5)]
    assert likeliest(question_of({"quotes": 0, "passages": passages}, readings)) == -2.0
