"""A line of an interview in which the speaker's own secretary says something is not the speaker's."""

from __future__ import annotations

import pytest

from index.records import owner_of
from tests.index.analysed import statements

TALK = """Interview with Mayor Ida Voss

Reporter: When does the bridge open?

Ida Voss: I hope it opens in May. We have waited long enough.

{line}

Reporter: Will you run again?

Ida Voss: I will. I have told my husband.

Reporter: Thank you.
"""


@pytest.mark.parametrize(
    ("line", "is_hers"),
    [
        ("The office is closed on Fridays, her secretary adds.", False),
        ("The mayor's secretary, Palo Brandt, interrupts to ask for a minute.", False),
        ("“She has a train at six,” her aide, Palo Brandt, says.", False),
        ("My secretary says that the office is closed on Fridays.", True),
        ("The governor's secretary said in May that it was late.", True),
    ],
)
def test_a_secretarys_line_is_not_the_speakers(line: str, is_hers: bool) -> None:
    text = TALK.format(line=line)
    start = text.index(line)
    turns = [each for each in statements(text) if each.kind == "turn"]
    owner = owner_of((start, start + len(line)), turns)
    assert (owner is not None and owner.speaker == "Ida Voss") is is_hers
