"""Lands, bodies and their posts that stand for whom the title of a speech names."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.understand.speakers import find_speakers
from tests.rag.conftest import Over

SPOKEN = (
    ("Statement of San Marino in the River Assembly, 2031 — Mr. Dario Bodesso, Chair of Delegation", "Dario Bodesso"),
    ("Statement of Benin in the River Assembly, 2031 — Mariam Chalata, Vice President", "Mariam Chalata"),
    ("Statement of Fiji in the River Assembly, 2031 — Sione Raketo, Prime Minister", "Sione Raketo"),
    ("Statement of Reef Alliance in the River Assembly, 2031 — Lio Taranga, Minister for Water", "Lio Taranga"),
    ("Statement of Gabon in the River Assembly, 2030 — Ali Bongarde, Minister for Trade", "Ali Bongarde"),
    ("Statement of Gabon in the River Assembly, 2031 — Rose Ossoukan, Minister for Water", "Rose Ossoukan"),
)


@pytest.fixture(scope="module")
def assembly(over: Over) -> Pipeline:
    speeches = [
        {"id": f"speech-{at}", "title": title, "speaker": speaker, "text": "The river rises every year."}
        for at, (title, speaker) in enumerate(SPOKEN)
    ]
    report = {"id": "report", "text": "“The weir leaks,” said Vera Marionne, a canvasser from Vesk."}
    return over({"assembly.jsonl": "\n".join(map(json.dumps, (*speeches, report)))})


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("San Marino", ["Dario Bodesso"]),
        ("san marino", ["Dario Bodesso"]),
        ("Benin", ["Mariam Chalata"]),
        ("Benin's vice president", ["Mariam Chalata"]),
        ("the vice president of Benin", ["Mariam Chalata"]),
        ("Benin's president", []),
        ("Fiji's PM", ["Sione Raketo"]),
        ("Fiji's minister", []),
        ("the Reef Alliance", ["Lio Taranga"]),
        ("Reef Alliance's minister", ["Lio Taranga"]),
        ("Gabon's minister", ["Ali Bongarde", "Rose Ossoukan"]),
        ("Gabon's minister for water", ["Rose Ossoukan"]),
        ("Gabon", ["Ali Bongarde", "Rose Ossoukan"]),
        ("Palau", []),
        ("canvasser Vera Marionne", ["Vera Marionne"]),
        ("the wife of Vera Marionne", []),
    ],
)
def test_who_speaks_for_a_land_or_body(assembly: Pipeline, phrase: str, found: list[str]) -> None:
    assert sorted(find_speakers(phrase, assembly.store.catalog)) == found
