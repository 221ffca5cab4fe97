"""POST /v1/responses, in OpenAI's form: citations are [n] in the text and its annotations; nothing is kept."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from rag.check.cite import cited_in
from rag.serve.http import problems
from rag.serve.http.asking import EVENTS, Asking, Event, event, streamed
from rag.serve.http.openai.requests import Message, ResponsesRequest, payload, text_of
from rag.serve.http.openai.text import Text, tokens

Item = dict[str, Any]


def router(asking: Asking) -> APIRouter:
    """Return what answers in the form of responses."""
    routes = APIRouter(tags=["openai"])

    @routes.post("/v1/responses", responses={200: {"content": {EVENTS: {}}}})
    async def responses(asked: ResponsesRequest, request: Request) -> Response:
        """Ask as OpenAI's clients do: the user's last input is the question, the earlier ones its history."""
        messages = [Message(content=asked.input)] if isinstance(asked.input, str) else asked.input
        events = asking.pieces(payload(messages, asked.filters()))
        reply = _Reply(asked.model, [text_of(each) for each in messages], str(request.base_url))
        if asked.stream:
            return await streamed(events, reply.streamed)
        async for what, value in events:
            if what == "problem":
                return problems.response(value)
            reply.take(what, value)
        return JSONResponse(reply.object("completed"))

    return routes


class _Reply:
    def __init__(self, model: str, asked: list[str], address: str) -> None:
        self._model, self._asked, self._address = model, asked, address
        self._id, self._item_id = f"resp_{secrets.token_hex(12)}", f"msg_{secrets.token_hex(12)}"
        self._created = int(time.time())
        self._text = Text()
        self._answer: dict[str, Any] | None = None
        self._number = -1

    def take(self, what: str, value: Any) -> str:
        """Take an event, and return the text that it adds."""
        if what == "answer":
            self._answer = value
        return self._text.add(value) if what == "segment" else ""

    def object(self, status: str, error: Item | None = None) -> Item:
        """Return the response as it is now."""
        done = status == "completed"
        return {
            "id": self._id,
            "object": "response",
            "created_at": self._created,
            "status": status,
            "model": self._model,
            "output": [self._item(status)] if done else [],
            "usage": self._usage() if done else None,
            "error": error,
            "incomplete_details": None,
            "instructions": None,
            "metadata": {},
            "parallel_tool_calls": False,
            "previous_response_id": None,
            "store": False,
            "temperature": None,
            "tool_choice": "none",
            "tools": [],
            "top_p": None,
            "citations": cited_in(self._answer) if self._answer else [],
            "answer": self._answer,
        }

    async def streamed(self, events: AsyncIterator[Event]) -> AsyncIterator[str]:
        where = {"item_id": self._item_id, "output_index": 0, "content_index": 0}
        yield self._event("response.created", response=self.object("in_progress"))
        yield self._event("response.in_progress", response=self.object("in_progress"))
        yield self._event("response.output_item.added", output_index=0, item=self._item("in_progress"))
        yield self._event("response.content_part.added", **where, part=self._part(done=False))
        async for what, value in events:
            if what == "problem":
                failed = {"code": "server_error", "message": value["detail"]}
                yield self._event("response.failed", response=self.object("failed", failed))
                return
            if piece := self.take(what, value):
                yield self._event("response.output_text.delta", **where, delta=piece, logprobs=[])
        for at, each in enumerate(self._annotations()):
            added = {"annotation_index": at, "annotation": each}
            yield self._event("response.output_text.annotation.added", **where, **added)
        yield self._event("response.output_text.done", **where, text=self._text.text, logprobs=[])
        yield self._event("response.content_part.done", **where, part=self._part(done=True))
        yield self._event("response.output_item.done", output_index=0, item=self._item("completed"))
        yield self._event("response.completed", response=self.object("completed"))

    def _item(self, status: str) -> Item:
        done = status == "completed"
        content = [self._part(done)] if done else []
        return {"id": self._item_id, "type": "message", "role": "assistant", "status": status, "content": content}

    def _part(self, done: bool) -> Item:
        text, annotations = (self._text.text, self._annotations()) if done else ("", [])
        return {"type": "output_text", "text": text, "annotations": annotations, "logprobs": []}

    def _annotations(self) -> list[Item]:
        citations = cited_in(self._answer) if self._answer else []
        return [{"type": "url_citation", **each} for each in self._text.annotations(citations, self._address)]

    def _usage(self) -> Item:
        asked, answered = tokens(*self._asked), tokens(self._text.text)
        return {
            "input_tokens": asked,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": answered,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": asked + answered,
        }

    def _event(self, kind: str, **content: Any) -> str:
        self._number += 1
        return event(kind, {"type": kind, "sequence_number": self._number, **content})
