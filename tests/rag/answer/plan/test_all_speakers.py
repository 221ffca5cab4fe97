"""All who speak of something are named, with how often, each with a sentence; who only stands near it is not."""

from __future__ import annotations

import re

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

NAMES = ("Odran Tell", "Mira Quill", "Ilse Brandt", "Jonas Farr", "Rhea Lund", "Sven Orlow")
SAID = (
    "The old ferry must stay.",
    "The old ferry fails our fishermen every winter.",
    "The old ferry is a disgrace to the harbour.",
    "The old ferry carried my mother.",
    "It is wrong that the old ferry stands still.",
    "The guards violated the rights of the miners when they came to the town on the hill with the old ferry.",
)
TEXT = "2031-03-02 Harbour news\n\n" + "\n\n".join(
    f"“{words[:-1]},” {name} said." for name, words in zip(NAMES, SAID, strict=True)
)


@pytest.fixture(scope="module")
def harbour(over: Over) -> Pipeline:
    return over({"news.txt": f"{TEXT}\n\n“The old ferry needs paint,” Tell said.\n"})


@pytest.mark.parametrize("question", ["Who mentioned the old ferry?", "Which speakers talked about the old ferry?"])
def test_all_who_name_it_are_named(harbour: Pipeline, question: str) -> None:
    answer = harbour.ask(Turn(question))
    assert answer.opening.startswith("Six speakers name"), answer.answer
    assert all(re.search(rf"{name}(?: \(\d sentences\))? \[\d\]", answer.opening) for name in NAMES)
    assert {each.speaker for each in answer.citations} == set(NAMES)
    assert "More:" in answer.answer


def test_criticism_stands_near_the_topic(harbour: Pipeline) -> None:
    answer = harbour.ask(Turn("Who criticised the old ferry?"))
    assert answer.opening.startswith("Words of criticism stand near")
    assert {each.speaker for each in answer.citations} == {"Mira Quill", "Ilse Brandt", "Rhea Lund"}
