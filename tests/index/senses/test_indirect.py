"""Reported clauses: whether they are asked, and whether a condition opens the sentence before who says them."""

from __future__ import annotations

import pytest

from index.senses.sense import sense_of
from tests.index.analysed import statements

HEAD = "Mayor Ida Voss spoke in Eskby on Monday.\n\n"


@pytest.mark.parametrize(
    ("sentence", "words", "sense"),
    [
        ("If the council agrees, the mayor said the ferry would run all night.", "would run", "conditional"),
        ("If it rains, Voss says the ferry will not sail.", "will not sail", "conditional"),
        ("Unless the state pays, Ida Voss said the quay would close.", "would close", "conditional"),
        ("Now, many are asking whether all this could close the ferry.", "could close", "asked"),
        ("Ida Voss asked whether the ferry was safe.", "was safe", "asked"),
        ("Reporters asked if the ferry would sail.", "would sail", "asked"),
        ("When it rained, the mayor said the ferry would not sail.", "would not sail", "plain"),
        ("In Eskby, the mayor said the ferry would run all night.", "would run", "plain"),
        ("Asked about the quay, Ida Voss said the ferry was safe.", "was safe", "plain"),
    ],
)
def test_a_reported_clause_has_the_sense_of_its_sentence(sentence: str, words: str, sense: str) -> None:
    text = f"{HEAD}{sentence}\n"
    (found,) = [each for each in statements(text) if words in text[each.start : each.end]]
    assert found.sense == sense


@pytest.mark.parametrize(
    ("text", "words", "sense"),
    [
        ("The moment they sign, we will leave.", "we will leave", "conditional"),
        ("We will leave the moment they sign.", "We will leave", "conditional"),
        ("Some things come by chance and you need to relish the moment.", "you need to relish the moment", "plain"),
        ("We cherish the moment and we go on.", "we go on", "plain"),
        ("This is the moment to act, and we will act.", "we will act", "plain"),
    ],
)
def test_a_moment_is_a_condition_only_before_a_clause(text: str, words: str, sense: str) -> None:
    start = text.index(words)
    assert sense_of(text, (start, start + len(words)), (0, len(text))) == sense
