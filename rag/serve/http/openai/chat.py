"""POST /v1/chat/completions and GET /v1/models, in OpenAI's form: citations are [n] in the text and annotations."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from rag.check.cite import cited_in
from rag.serve.http import problems
from rag.serve.http.asking import EVENTS, Asking, Event, streamed
from rag.serve.http.openai.requests import MODEL, ChatRequest, payload, text_of
from rag.serve.http.openai.text import Text, tokens


def router(asking: Asking) -> APIRouter:
    """Return what answers chat completions."""
    routes = APIRouter(tags=["openai"])

    @routes.get("/v1/models")
    def models() -> Response:
        """List the one model that there is."""
        return JSONResponse({"object": "list", "data": [_model()]})

    @routes.get("/v1/models/{model}")
    def model(model: str) -> Response:
        """Tell of the one model that there is, by whatever name."""
        return JSONResponse(_model() | {"id": model})

    @routes.post("/v1/chat/completions", responses={200: {"content": {EVENTS: {}}}})
    async def chat(asked: ChatRequest, request: Request) -> Response:
        """Ask as OpenAI's clients do: the user's last message is the question, the earlier ones its history."""
        events = asking.pieces(payload(asked.messages, asked.filters()))
        reply = _Reply(asked, str(request.base_url))
        if asked.stream:
            return await streamed(events, reply.streamed)
        return await reply.whole(events)

    return routes


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}


class _Reply:
    def __init__(self, asked: ChatRequest, address: str) -> None:
        self._address = address
        self._usage_too = bool(asked.stream_options and asked.stream_options.include_usage)
        self._asked = [text_of(each) for each in asked.messages]
        self._base = {"id": f"chatcmpl-{secrets.token_hex(12)}", "created": int(time.time()), "model": asked.model}
        self._text = Text()

    async def whole(self, events: AsyncIterator[Event]) -> Response:
        async for what, value in events:
            if what == "problem":
                return problems.response(value)
            if what == "segment":
                self._text.add(value)
            elif what == "answer":
                message = {"role": "assistant", "content": self._text.text, "refusal": None, **self._cited(value)}
                choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
                usage = self._usage()
                return JSONResponse(
                    {
                        **self._base,
                        "object": "chat.completion",
                        "choices": [choice],
                        "usage": usage,
                        "citations": cited_in(value),
                        "answer": value,
                    }
                )
        raise AssertionError("an answer or a problem is the last event")

    async def streamed(self, events: AsyncIterator[Event]) -> AsyncIterator[str]:
        yield self._chunk({"role": "assistant", "content": ""})
        async for what, value in events:
            if what == "segment":
                yield self._chunk({"content": self._text.add(value)})
            elif what == "problem":
                yield f"data: {json.dumps(value)}\n\n"
            elif what == "answer":
                yield self._chunk(self._cited(value), "stop", citations=cited_in(value))
        if self._usage_too:
            yield self._line({"choices": [], "usage": self._usage()})
        yield "data: [DONE]\n\n"

    def _cited(self, answer: dict[str, Any]) -> dict[str, Any]:
        found = self._text.annotations(cited_in(answer), self._address)
        return {"annotations": [{"type": "url_citation", "url_citation": each} for each in found]}

    def _usage(self) -> dict[str, int]:
        asked, answered = tokens(*self._asked), tokens(self._text.text)
        return {"prompt_tokens": asked, "completion_tokens": answered, "total_tokens": asked + answered}

    def _chunk(self, delta: dict[str, Any], finish: str | None = None, **more: Any) -> str:
        return self._line(
            {"choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}], **more}
        )

    def _line(self, content: dict[str, Any]) -> str:
        return f"data: {json.dumps({**self._base, 'object': 'chat.completion.chunk', **content})}\n\n"
