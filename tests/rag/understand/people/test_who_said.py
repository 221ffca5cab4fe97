"""A question for who said something: what was said, without where, to whom and what else is asked."""

from __future__ import annotations

import pytest

from rag.understand.people.who_said import what_was_said

SAID = {
    "that": ("Who argued that nurses should not run the port?", "nurses should not run the port"),
    "no that": ("Which mayor said the old quay costs too much", "the old quay costs too much"),
    "at a place": ("Who at the ferry office pointed out that the boat came early?", "the boat came early"),
    "to somebody": ("Who told the council that he had just lost his seat?", "he had just lost his seat"),
    "whole clause": ("who told the assembly his town is done with alms", "his town is done with alms"),
    "to do": ("who was it that told people to phone their mothers and rest?", "phone their mothers and rest"),
    "of a board": ("who on the harbour board warned that the crane may fall?", "the crane may fall"),
    "an act": ("Which sailor accused the port of hiding the leak?", "the port of hiding the leak"),
    "asked for": ("Who asked for the hall to be shut at night?", "for the hall to be shut at night"),
    "asked twice": (
        "somebody at the fair moaned that stalls are too dear, who was that and what did she say exactly",
        "stalls are too dear",
    ),
}
ANYTHING_ELSE = (
    "Who found the violin?",
    "Who is the mayor of Vesk?",
    "What did the mayor say about the quay?",
    "Which ferry did the mayor say is late?",
    "What exactly did Odran Tell say about the port at noon?",
    "Who spoke about the quay?",
    "Who asked for the ledger of the orchard?",
    "Which doctor treated the sailors after the storm?",
)


@pytest.mark.parametrize(("question", "words"), SAID.values(), ids=SAID.keys())
def test_what_was_said_is_read(question: str, words: str) -> None:
    found = what_was_said(question)
    assert found is not None
    assert found.words == words
    assert found.whether.startswith("Did anybody say")


@pytest.mark.parametrize("question", ANYTHING_ELSE)
def test_other_questions_are_none_for_who_said_something(question: str) -> None:
    assert what_was_said(question) is None


def test_an_order_is_no_clause() -> None:
    found = what_was_said("Who told people to lock the harbour gates at night?")
    assert found is not None
    assert found.whether == "Did anybody say: lock the harbour gates at night?"
