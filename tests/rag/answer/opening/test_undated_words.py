"""A first line never dates words by their document where they are older than it, or of a day that is not told."""

from __future__ import annotations

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

WEIR = {
    "weir.txt": (
        "The weir of Eskby\n\n2032-05-20\n\nMayor Lotte Harn opened the weir of Eskby.\n\n"
        "“The weir costs too much,” Lotte Harn wrote in a leaked email.\n\n"
        "“The weir is a gift to Eskby,” Odo Brandt said.\n\n"
        "“The weir broke twice,” Ilse Marn told Radio Esk in 2019.\n\n"
        "“The mill is haunted,” Petra Lund says in an old clip.\n"
    ),
}


@pytest.fixture(scope="module")
def weir(over: Over) -> Pipeline:
    return over(WEIR)


QUESTIONS = [
    "When did Lotte Harn say that the weir costs too much?",
    "What did Lotte Harn say about the weir?",
    "Who said that the weir broke twice?",
    "Who said that the mill is haunted?",
    "When did Ilse Marn say that the weir broke twice?",
    "When was it said that the mill is haunted?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_words_of_another_time_are_not_dated_by_their_document(weir: Pipeline, question: str) -> None:
    first = weir.ask(Turn(question)).opening
    assert "on 20 May 2032" not in first.lower()
    assert "(20 May 2032)" not in first


def test_words_of_the_day_are_dated(weir: Pipeline) -> None:
    said = weir.ask(Turn("When did Odo Brandt say that the weir is a gift?")).answer
    assert said.startswith("On 20 May 2032 [1]")
