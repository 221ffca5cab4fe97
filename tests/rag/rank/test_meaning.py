"""How near statements are to a topic that they do not name, alone and with the sentences around them."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Evidence, Turn
from tests.rag.conftest import Over

SPEECHES = {
    "quill.txt": "Speech by Mira Quill, 6 May 2031\n\n"
    "Mira Quill said: “In the hill villages nobody teaches. Three hundred pupils sit at home since January. "
    "We will pay for six posts.”\n\nQuill said: “The council chamber is too large for eleven people.”\n"
}


@pytest.fixture(scope="module")
def town(over: Over) -> Pipeline:
    return over(SPEECHES)


def _found(town: Pipeline, question: str) -> tuple[Evidence, ...]:
    query = town.understand(Turn(question))
    terms = town.weigh(query)
    return town.rank(query, terms, town.retrieve(query, terms)).evidence


def test_a_topic_in_other_words_is_near_to_what_is_on_it(town: Pipeline) -> None:
    found = _found(town, "What did Quill say about schools?")
    text = town.document("quill.txt").text
    nearest = max(found, key=lambda each: each.near_topic + each.around_near_topic)
    assert "teaches" in text[nearest.start : nearest.end]
    assert nearest.around_near_topic > 0


def test_a_topic_that_is_named_is_not_measured(town: Pipeline) -> None:
    assert not any(each.near_topic for each in _found(town, "What did Quill say about the council chamber?"))


def test_other_languages_are_measured_as_they_are_read(town: Pipeline) -> None:
    assert any(each.near_topic for each in _found(town, "Что сказала Mira Quill о школах?"))
