"""Which words stand for which: families both ways, substitutes one way."""

from __future__ import annotations

import pytest

from index.text.stems import stem
from rag.find.lemmas import same_family, standing_for


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("alliance", "allies"),
        ("vaccines", "jabs"),
        ("raise", "raised"),
        ("dismissed", "sacked"),
        ("UAV", "drones"),
        ("exchange", "swapped"),
        ("forestation", "afforestation"),
    ],
)
def test_derivations_and_synonyms_count_as_one_word_both_ways(asked: str, found: str) -> None:
    assert stem(found) in same_family(stem(asked))
    assert stem(asked) in same_family(stem(found))


@pytest.mark.parametrize(("asked", "found"), [("troops", "forces"), ("warn", "informed"), ("EU", "European")])
def test_a_substitute_stands_for_what_is_asked(asked: str, found: str) -> None:
    assert stem(found) in standing_for(stem(asked))


def test_what_forces_somebody_is_no_troop() -> None:
    assert stem("troops") not in standing_for(stem("force"))
