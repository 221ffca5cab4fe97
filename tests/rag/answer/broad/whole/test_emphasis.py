"""A main point opens its paragraph, claims or decides something, concludes, or is announced."""

from __future__ import annotations

import pytest

from rag.answer.broad.central import Part
from rag.answer.broad.whole.emphasis import announcements, emphasis
from tests.rag.answer.broad.test_central import parts

TOLD = "The pump of Lorn is green and loud. The pump stood near the old mill of Lorn."


def weight(each: Part, every: list[Part]) -> float:
    return emphasis(each, announcements(every))


@pytest.mark.parametrize(
    "sentence",
    [
        "The council of Lorn must mend the pump.",
        "I believe the pump of Lorn is worth its price.",
        "The council agreed on a second pump of Lorn.",
        "That is why the pump of Lorn stands still.",
        "In short the pump of Lorn is too old.",
    ],
)
def test_what_claims_decides_or_concludes(sentence: str) -> None:
    told, _, said = every = parts(f"{TOLD} {sentence}")
    assert weight(said, every) > weight(every[1], every)
    assert weight(told, every) > weight(every[1], every), "what opens a paragraph"


def test_what_is_announced() -> None:
    announced = parts(f"The inquiry reports these findings:\n\n{TOLD}")
    bare = parts(f"The inquiry sat in a red tent.\n\n{TOLD}")
    assert weight(announced[1], announced) > weight(bare[1], bare)
    far = parts(f"The inquiry reports these findings:\n\n{TOLD * 20}")
    assert weight(far[-1], far) < weight(announced[-1], announced)


def test_the_beginning_counts_more() -> None:
    first, _, _, last = parts(f"{TOLD}\n\n{TOLD}")
    assert weight(first, []) > weight(last, [])
