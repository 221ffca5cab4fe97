"""Candidates under a filter that leaves a large part of a store, of which only the nearest are looked through."""

from __future__ import annotations

import pytest

from rag.find import retrieve
from rag.pipeline import Pipeline
from rag.records import Turn


@pytest.fixture(autouse=True)
def _large_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few passages count as so many that a filter over them is applied to what is nearest."""
    for name, value in {"SELECTIVE": 0, "MOST_SCORED": 0, "WIDE": (1,)}.items():
        monkeypatch.setattr(retrieve, name, value)


def found(pipeline: Pipeline, question: str, until: str, worded: bool = False) -> list[str]:
    query = pipeline.understand(Turn(question, until=until))
    terms = pipeline.weigh(query) if worded else ()
    return [each.document_id for each in pipeline.retrieve(query, terms).candidates]


def test_enough_is_found_among_the_nearest(gazette: Pipeline) -> None:
    assert found(gazette, "How long does the bridge close?", "2031-12-31") == ["2031-04-11-bridge.md"]


def test_where_none_is_among_the_nearest_all_are_scored(gazette: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieve, "MOST_SCORED", 20_000)
    assert set(found(gazette, "How long does the bridge close?", "2031-03-31")) == {"2031-03-02-harbour.txt"}


def test_where_too_many_are_allowed_those_that_hold_words_of_the_question_are_scored(gazette: Pipeline) -> None:
    question = "How many weeks did the mayor close the bridge for?"
    assert set(found(gazette, question, "2031-03-31", worded=True)) == {"2031-03-02-harbour.txt"}
    assert found(gazette, question, "2031-03-31") == []
