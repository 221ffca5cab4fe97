"""What a reader found where no evidence stands is evidence of its own."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.rank.evidence import LEAST_READ, as_evidence, where_read
from rag.records import Evidence, FoundWords, Reading, Turn
from tests.rag.conftest import Over

TEXT = (
    "The sea wall of Vesk is the pride of the coast. Nobody knows who thought of it. A levy on fish paid for it.\n\n"
    "Ada Holm said: “The gates were a gift of the guild. They will last.”\n"
)
QUESTION = "How was the sea wall of Vesk paid for?"


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over({"wall.txt": TEXT})


def read(town: Pipeline, words: str, logits: float = 2.0) -> list[Evidence]:
    """Return what is added to the first sentence where the reader found some words."""
    document = town.document("wall.txt")
    query = town.understand(Turn(QUESTION))
    first = as_evidence(document, (0, TEXT.index(" Nobody")), None, score=0.5, coverage=1.0)
    at = TEXT.index(words)
    found = FoundWords(first, (0, len(TEXT)), Reading(logits, logits, at, at + len(words)))
    every = where_read(query, town.weigh(query), [first], [found, found], town.store.catalog)
    assert every[0] == first
    return list(every[1:])


def test_the_sentence_with_the_words_is_added_once(town: Pipeline) -> None:
    (added,) = read(town, "A levy on fish")
    assert TEXT[added.start : added.end] == "A levy on fish paid for it."
    assert added.speaker is None
    assert added.reading
    assert added.coverage < 1


def test_words_of_a_quotation_are_its_speakers_alone(town: Pipeline) -> None:
    (added,) = read(town, "a gift of the guild")
    assert added.speaker == "Ada Holm"
    assert TEXT[added.start : added.end] == "The gates were a gift of the guild."


def test_what_stands_in_evidence_is_not_added(town: Pipeline) -> None:
    assert read(town, "the pride of the coast") == []


def test_what_is_hardly_read_is_not_added(town: Pipeline) -> None:
    assert read(town, "A levy on fish", LEAST_READ - 0.1) == []
