"""A main point opens its paragraph, claims or decides something, concludes, or is announced."""

from __future__ import annotations

import pytest

from rag.answer.broad.central import Part
from rag.answer.broad.whole.emphasis import WEIGHTS, announcements, emphasis, likelihood, main_points, traits
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


PLAIN = "The pump of Lorn stood near the mill. "
SAYINGS = {
    "will": "The town will move the pump to the harbour.",
    "number": "The pump cost 40 crowns in the harbour town.",
    "asks": "The harbour town calls for a better pump.",
    "stands": "The harbour town is against a second pump.",
    "contrasts": "The pump is not a matter for the harbour.",
}


@pytest.mark.parametrize("trait", SAYINGS)
def test_what_a_sentence_says_is_a_trait_of_it(trait: str) -> None:
    every = parts(f"{PLAIN}{SAYINGS[trait]}")
    plain, said = (dict(zip(WEIGHTS, each, strict=True)) for each in traits(every, every))
    assert said[trait] == 1
    assert plain[trait] == 0
    assert WEIGHTS[trait] > 0, "it counts for a sentence"


def test_what_only_narrates_counts_less() -> None:
    every = parts("The pump of Lorn was near the mill. The pump of Lorn is near the mill.")
    told, said = traits(every, every)
    assert told[list(WEIGHTS).index("narrates")] == 1
    assert likelihood(told) < likelihood(said)


def test_few_points_are_of_different_topics() -> None:
    pump = "The pump of Lorn must be mended. The pump of Lorn will never be sold."
    every = parts(f"{pump}\n\nThe pump of Lorn is loud.\n\nThe ferry must wait. The ferry of Vesk is late.")
    said = [each.document.text[slice(*each.span)] for each in main_points(every, 2, every)]
    assert len(said) == 2
    assert "ferry" in said[1]
    assert "pump" in said[0]


def test_the_points_stand_in_the_order_of_the_text() -> None:
    every = parts(" ".join(f"{PLAIN}{each}" for each in SAYINGS.values()))
    chosen = main_points(every, 4, every)
    assert [each.span for each in chosen] == sorted(each.span for each in chosen)
    assert len(chosen) == 4
    assert main_points([], 4, []) == []
