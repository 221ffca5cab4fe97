"""What stands above words and says what they are about: the heading of their part, the question put to them."""

from __future__ import annotations

import pytest

from rag.rank.lines.section import said_above
from tests.index.analysed import statements

PANEL = """HARBOUR RADIO

Host: Lene Orsk

LENE ORSK: Should there be a ban on night trawling, then?

IDA VESSEL: I would have one from May.

TOMAS BRANDVIK: I am against that.

LENE ORSK: Ida, your ice house is new.

IDA VESSEL: It leaks already.
"""
REPORT = """# Hearing on the county plan

## The quarry

Councillor Bruno Falk said he was now against it.

## School buses

Councillor Maud Aske said that the last bus must wait.
"""


def above(text: str, words: str) -> str:
    start = text.index(words)
    return said_above(text, (start, start + len(words)), statements(text))


@pytest.mark.parametrize("words", ["I would have one from May.", "I am against that."])
def test_all_that_answer_a_question_are_told_it(words: str) -> None:
    assert "a ban on night trawling, then?" in above(PANEL, words)


@pytest.mark.parametrize(
    ("words", "heading"),
    [("he was now against it", "## The quarry"), ("the last bus must wait", "## School buses")],
)
def test_the_nearest_heading_is_above(words: str, heading: str) -> None:
    assert above(REPORT, words) == heading
