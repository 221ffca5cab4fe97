"""What is said of somebody who has no statement: in how many documents the name stands, and where."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

TOWN = {
    "brother.txt": "Karel Vondra opened the mill of Vesk. Later Vondra left by the side door.",
    "bare.txt": "When Quillon came to Lund the council was at lunch. The council of Lund waited.",
    "titled.txt": "President Ostrand visited the quay. The quay is old.",
    "whole.txt": "The prize went to Ada Holm and to Pim Holm of Lund.",
    "joined.txt": "The Tarn-Sollis government fell in May. The vote was close.",
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(TOWN)


@pytest.mark.parametrize(
    ("name", "documents"),
    [
        ("Milena Vondra", []),
        ("Karel Vondra", ["brother.txt"]),
        ("Ines Quillon", ["bare.txt"]),
        ("Rolf Ostrand", ["titled.txt"]),
        ("Ada Holm", ["whole.txt"]),
        ("Nils Holm", []),
        ("Ruta Sollis", []),
    ],
)
def test_a_surname_of_another_names_nobody(town: Pipeline, name: str, documents: list[str]) -> None:
    answer = town.ask(Turn(f"What did {name} say about bridges?"))
    assert answer.status == "not_found"
    if documents:
        assert f"{name} is named in 1 document" in answer.answer
        assert [each.doc for each in answer.nearest] == documents
    else:
        assert "is named in" not in answer.answer
