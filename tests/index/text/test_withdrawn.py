"""What a document takes back is not read, and the figure that it first gave neither; what puts it right is."""

from __future__ import annotations

import pytest

from index.text.withdrawn import put_right, withdrawn

LIVE = (
    "14:05 Correction: we reported earlier that 52 people had been hurt. The hospital now says 48. We are sorry.\n\n"
    "11:00 Some 52 people have been hurt, says the fire brigade.\n\n10:00 The lock has 52 gates.\n"
)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (
            LIVE,
            {
                "14:05 Correction: we reported earlier that 52 people had been hurt.",
                "11:00 Some 52 people have been hurt, says the fire brigade.",
            },
        ),
        (
            "The fee is £40 from May.\n\nAn earlier version of this article misstated the fee as £40. It is £30.\n",
            {"The fee is £40 from May.", "An earlier version of this article misstated the fee as £40."},
        ),
        (
            "Clarification: this blog wrongly said that the lock opened in 1931. It opened in 1913.\n",
            {"Clarification: this blog wrongly said that the lock opened in 1931."},
        ),
        ("The bridge has 12 spans, not 14 as we reported earlier. We regret the mistake.\n", set()),
        ("We reported earlier that 30 houses are without power. Work goes on.\n", set()),
        ("An earlier version gave the toll as 9; it is 7. We regret it.\n", set()),
    ],
)
def test_what_is_taken_back(text: str, back: set[str]) -> None:
    assert {text[start:end] for start, end in withdrawn(text)} == back


def test_what_puts_it_right_is_about_the_same() -> None:
    start = LIVE.index("The hospital")
    assert put_right(LIVE, (start, LIVE.index(" We are"))) == "that people had been hurt"
    assert not put_right(LIVE, (LIVE.index("10:00"), len(LIVE) - 1))
