"""What each of a group says."""

from __future__ import annotations

from rag.pipeline import Pipeline
from rag.records import Turn


def test_each_by_name_and_only_those_called_so(holdings: Pipeline) -> None:
    people = holdings.ask(Turn("What do people in Eskby say about the cable car?"))
    assert {each.speaker for each in people.citations} == {"Nils Orde", "Runa Falk", "Pavel Brandt", "Tove Marsk"}
    senators = holdings.ask(Turn("What do the senators say about jobs?"))
    assert {each.speaker for each in senators.citations} == {"BRANDT", "ILVES"}
