"""A known speaker's words on a topic that they do not name: answered where the reader is sure, refused where not."""

from __future__ import annotations

import json

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

ISLAND = """Island ferry back after 19 days

The islanders have long called for a second boat. Shopkeeper Runa Bergsen has collected 240 signatures. "We are one bent
shaft away from being cut off," she said. County councillor Mads Otteren thinks that a bridge would be cheaper in the
long run. The accident commission is to report in March.
"""
ROPEWALK = {
    "id": "ropewalk",
    "speaker": "Ines Calloway",
    "text": "Some of you wanted flats. I understand that. Eleven hundred families wait for a home in Tarrow and I meet "
    "them every Friday. But nobody can live in a building 280 metres long with windows on one side only. We asked "
    "three architects; all three said no.\n\nRope, you know, is made of weak threads, twisted against each other.",
}
HERDS = """HOST: How many sheep did you lose?

GORAN VUK: Twenty-seven since October. They pay me eighty euros a sheep, after half a year, if I can show the ear tag.

LENA AHRENS: Shooting them makes it worse, because a pack that loses its leaders falls apart and the young ones go for
the easiest prey.

GORAN VUK: A dog eats more than I do.
"""


@pytest.fixture(scope="module")
def texts(over: Over) -> Pipeline:
    return over({"ropewalk.jsonl": json.dumps(ROPEWALK), "island.txt": ISLAND, "herds.txt": HERDS})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Otteren say about linking the island?", "a bridge would be cheaper"),
        ("What did Calloway say about people who would rather have apartments?", "Some of you wanted flats"),
        ("What did Ahrens say about hunting?", "Shooting them makes it worse"),
    ],
)
def test_words_that_are_surely_read_to_be_on_a_topic_are_shown_as_nearest(
    texts: Pipeline, question: str, words: str
) -> None:
    answer = texts.ask(Turn(question))
    assert answer.status == "answered"
    assert answer.opening.startswith("Near in meaning to") or answer.unsure
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "What did Otteren say about the school dinners?",
        "What did Calloway say about electric fences?",
        "What did Vuk say about the lottery?",
        "What did Ahrens say about a second boat?",
        "What did Bergsen say about wolves?",
    ],
)
def test_what_others_speak_of_is_still_refused(texts: Pipeline, question: str) -> None:
    assert texts.ask(Turn(question)).status == "not_found"
