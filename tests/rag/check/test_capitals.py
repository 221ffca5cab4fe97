"""What is only written otherwise, or stands behind a dash, is no change of somebody's words."""

from __future__ import annotations

import pytest

from rag.check.quote_matching import nearest

TEXT = "From now on this Nation will never use more oil than we did in 2027 — never. We told the US so. It is late."


@pytest.mark.parametrize(
    ("asked", "difference"),
    [
        pytest.param("this nation will never use more oil", (), id="a capital less"),
        pytest.param("From now on this Nation Will Never use more oil", (), id="capitals more"),
        pytest.param(
            "this Nation will never use more oil than we did in 2029",
            (("replace", "2029", "2027"),),
            id="behind a dash",
        ),
        pytest.param("We told the us so", (("replace", "us", "US"),), id="letters for a name"),
        pytest.param("It is early", (("replace", "early", "late"),), id="another word"),
    ],
)
def test_what_counts_as_a_change(asked: str, difference: tuple[tuple[str, str, str], ...]) -> None:
    found = nearest(asked, TEXT, 0, len(TEXT))
    assert found is not None
    assert found.difference == difference
