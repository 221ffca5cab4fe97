"""A speech whose speaker no document names."""

from __future__ import annotations

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.answer.broad.conftest import sound


def test_by_the_family_of_whoever_speaks(holdings: Pipeline) -> None:
    answer = holdings.ask(Turn("What are the main points of Governor Brandt's address in Kestria?"))
    said = sound(holdings, answer)
    assert "does not say who speaks" in answer.answer.split("\n")[0]
    counted = [each.split(",")[0] for each in said if each.startswith(("First", "Second", "Third"))]
    assert counted == ["First", "Second", "Third"]
    assert not any(each.speaker for each in answer.citations)


def test_not_of_whom_it_only_names(holdings: Pipeline) -> None:
    answer = holdings.ask(Turn("What are the main points of Governor Holt's address in Kestria?"))
    assert answer.status == "not_found"
