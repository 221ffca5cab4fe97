"""Whom or which countries somebody names, thanks or blames most: counted, in order, with the sentences."""

from __future__ import annotations

import re

import pytest

from rag.pipeline import Pipeline
from rag.records import Turn
from tests.rag.conftest import Over

SPEECHES = {
    "tell.txt": (
        "---\nspeaker: Odran Tell\ndate: 2031-05-01\ntitle: Speech in Vesk\n---\n"
        "I thank the partners who built our pier. I thank Mira Quill for her patience. Poland sent us timber.\n\n"
        "The Poles kept their word. Norway sent us a ship. I thank our partners again.\n\n"
        "We are grateful to Ilse Brandt. Poland will stay our friend. I blame Jonas Heller for the fire.\n"
    ),
    "quill.txt": (
        "---\nspeaker: Mira Quill\ndate: 2031-06-01\ntitle: Answer in Vesk\n---\n"
        "I thank Odran Tell. Norway is a good neighbour. Oslo has helped us twice.\n\n"
        "I criticise Jonas Heller. I criticise Jonas Heller for his silence, too. I praise the volunteers of Eskby.\n"
    ),
}


@pytest.fixture(scope="module")
def vesk(over: Over) -> Pipeline:
    return over(SPEECHES)


ASKED = [
    ("Which countries did Tell name most?", "Odran Tell named most: Poland (3) and Norway (1)"),
    ("Which countries did Odran Tell mention most?", "Odran Tell named most: Poland (3) and Norway (1)"),
    ("What countries has Tell mentioned the most?", "Odran Tell named most: Poland (3) and Norway (1)"),
    ("Which country did Tell talk about most often?", "Odran Tell named most: Poland (3) and Norway (1)"),
    ("Which countries did Quill name most?", "Mira Quill named most: Norway (2)"),
    ("Which nations did Quill refer to most?", "Mira Quill named most: Norway (2)"),
    ("Which countries are mentioned most?", "The speakers named most: Norway (3) and Poland (3)"),
    ("Which countries were named most by Tell?", "Odran Tell named most: Poland (3) and Norway (1)"),
    ("Whom did Tell thank most?", "Odran Tell thanked most: partners (2), Ilse Brandt (1) and Mira Quill (1)"),
    ("Who did Tell thank the most?", "Odran Tell thanked most: partners (2), Ilse Brandt (1) and Mira Quill (1)"),
    ("Whom did Quill criticise most?", "Mira Quill criticised most: Jonas Heller (2)"),
    ("Whom did Tell blame most?", "Odran Tell blamed most: Jonas Heller (1)"),
    ("Whom did Quill praise most often?", "Mira Quill praised most: volunteers (1)"),
]


@pytest.mark.parametrize(("question", "line"), ASKED)
def test_counted_and_in_order(vesk: Pipeline, question: str, line: str) -> None:
    answer = vesk.ask(Turn(question))
    assert answer.answer.startswith(line)
    assert (answer.status, answer.kind) == ("answered", "list")


@pytest.mark.parametrize("question", [question for question, _ in ASKED])
def test_each_count_has_its_sentences(vesk: Pipeline, question: str) -> None:
    answer = vesk.ask(Turn(question))
    for name, count in re.findall(r"\n\n\*\*([^*]+)\*\*, (\d+) sentence", answer.answer):
        part = answer.answer.split(f"**{name}**", 1)[1].split("\n\n**")[0]
        assert len(set(re.findall(r"\[(\d+)\]", part))) == int(count)
    assert {each.check for each in answer.citations} == {"verified"}


def test_nobody_thanked_is_not_found(vesk: Pipeline) -> None:
    assert vesk.ask(Turn("Whom did Quill congratulate most?")).status == "not_found"
