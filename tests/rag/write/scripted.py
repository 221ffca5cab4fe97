"""A chat model that gives the replies it is made with, and answers of a pipeline that it writes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from rag.pipeline import Pipeline
from rag.records import Answer, Turn
from rag.write.writer import Writer

PIECE = 7
"""Characters of a reply that come at once."""
HARBOUR = Turn("What did Odran Tell say about the harbour?")


class Scripted(BaseChatModel):
    """Gives the replies of a queue, in pieces, and keeps the prompts that it got."""

    replies: list[Any]
    prompts: list[list[BaseMessage]] = []
    pause: float = 0.0
    given: int = 0
    """How many pieces were asked of it."""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **_: Any) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(str(self.replies.pop(0))))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        self.prompts.append(messages)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        for start in range(0, len(reply), PIECE):
            time.sleep(self.pause)
            self.given += 1
            yield ChatGenerationChunk(message=AIMessageChunk(reply[start : start + PIECE]))


def answered(pipeline: Pipeline, *replies: Any, turn: Turn = HARBOUR, **named: Any) -> tuple[Answer, Scripted]:
    seconds = named.pop("seconds", 10.0)
    model = Scripted(replies=list(replies), prompts=[], **named)
    return replace(pipeline, writer=Writer("scripted:one", model, seconds)).ask(turn), model
