"""Reported clauses: whether they are asked, and whether a condition opens the sentence before who says them."""

from __future__ import annotations

import pytest

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
