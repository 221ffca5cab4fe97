"""More evidence than fits: summarised part by part, then together; a timeline below what is written of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk

from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from rag.write.writer import Writer
from tests.rag.conftest import Over
from tests.rag.write.scripted import Scripted, answered

BROAD = Turn("What is Odran Tell’s attitude to the ferry?")


@pytest.fixture(scope="module")
def ferry(over_each_store: Over) -> Pipeline:
    """A year of one man's words on a ferry, more than a small budget holds."""
    said = "“The ferry costs {0} crowns a day and sails in month {0},” said Odran Tell, the mayor of Vesk."
    text = f"date 2031-{{0:02}}-05 {said}\n"
    return over_each_store({f"2031-{month:02}-05-ferry.txt": text.format(month) for month in range(1, 13)})


def _numbered(prompt: list[BaseMessage]) -> list[str]:
    return re.findall(r"^(S\d+)(?=[ ,|(])", str(prompt[1].content), re.MULTILINE)


def test_more_than_fits_is_summarised_in_parts_and_then_together(ferry: Pipeline) -> None:
    class Echoing(Scripted):
        """Quotes the first sentence of each part; of the parts together it says what rests on two of them."""

        def _stream(self, messages: list[BaseMessage], *rest: Any, **named: Any) -> Iterator[ChatGenerationChunk]:
            numbers = _numbered(messages)
            last = "what the parts have in common" in str(messages[0].content)
            self.replies.append(
                f"{numbers[0]}, {numbers[-1]} | Odran Tell spoke of the ferry in crowns.\n"
                if last
                else f"{numbers[0]} | Odran Tell said: {{{numbers[0]}}}\n"
            )
            yield from super()._stream(messages, *rest, **named)

    model = Echoing(replies=[], prompts=[])
    pipeline = replace(ferry, writer=Writer("scripted:one", model, 10, budget=150))
    pieces = list(pipeline.stream(BROAD))
    answer = pieces[-1]
    assert isinstance(answer, Answer)
    assert "".join(each.text for each in pieces[:-1] if not isinstance(each, Answer)) == answer.answer
    assert len(model.prompts) == 5
    assert answer.answer.count("Odran Tell (5 ") == 4
    assert answer.answer.endswith(
        f"Taken together:\n\nOdran Tell spoke of the ferry in crowns. [1] [{len(answer.citations)}]"
    )
    assert [each.check for each in answer.citations] == ["verified"] * 4
    assert [each.said_on for each in answer.citations] == sorted(str(each.said_on) for each in answer.citations)
    assert answer.material is not None
    assert answer.material.tokens <= answer.material.budget


def test_what_fits_is_summarised_at_once(ferry: Pipeline) -> None:
    answer, model = answered(ferry, "S1 | Odran Tell said: {S1}\n", turn=BROAD)
    assert len(model.prompts) == 1
    assert answer.engine == "scripted:one"


def test_a_timeline_stands_below_what_is_written_of_it(ferry: Pipeline) -> None:
    turn = Turn("How has Odran Tell's position on the ferry changed?")
    plain = ferry.ask(turn)
    answer, _ = answered(ferry, "S1 | Odran Tell said: {S1}\n", turn=turn)
    assert plain.kind == answer.kind == "timeline"
    assert answer.answer.endswith(plain.answer)
    assert answer.citations == plain.citations
    assert answer.count == plain.count
