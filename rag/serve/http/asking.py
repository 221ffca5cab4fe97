"""POST /v1/ask: the contract's answer object as JSON, or its pieces as server-sent events while they are made."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from index.owner_rpc import Payload
from rag.check import evidence_pack
from rag.serve.desk import Desk
from rag.serve.http import problems
from rag.serve.http.asks import Asked, Packed, Question
from rag.serve.operations.shapes import AnswerObject

What = Literal["waiting", "segment", "answer", "problem"]
Event = tuple[What, Any]
EVENTS = "text/event-stream"
FORMS = {
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
PACKS: dict[str, dict[str, str]] = {each.partition(";")[0]: {} for each in FORMS.values()}


@dataclass(frozen=True)
class Asking:
    """Asks the store, so many questions at once; the others wait in line."""

    desk: Desk
    threads: ThreadPoolExecutor

    def whole(self, name: str, payload: Payload) -> Payload:
        """Return what came of a question; raises what `Desk.call` raises."""
        with self.desk.line.turn(lambda before: None):
            return self.desk.call(name, payload)

    async def pieces(self, payload: Payload) -> AsyncIterator[Event]:
        """Yield the segments of an answer as they are made, then the answer; or a problem in the place of any.

        A client that reads slowly or goes away holds up nobody: the answer is made without waiting for it.
        """
        loop, made = asyncio.get_running_loop(), asyncio.Queue[Event]()

        def put(what: What, value: Any) -> None:
            # Once the service has stopped, nobody is left to tell.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(made.put_nowait, (what, value))

        self.threads.submit(self._answer, payload, put)
        while True:
            event = await made.get()
            yield event
            if event[0] in ("answer", "problem"):
                return

    def _answer(self, payload: Payload, put: Callable[[What, Any], None]) -> None:
        try:
            with self.desk.line.turn(lambda before: put("waiting", before)):
                answer = self.desk.call("stream", payload, lambda segment: put("segment", json.loads(segment)))
            put("answer", answer)
        except Exception as error:
            put("problem", problems.of_error(error))


async def streamed(
    events: AsyncIterator[Event], shown: Callable[[AsyncIterator[Event]], AsyncIterator[str]]
) -> Response:
    """Return events as server-sent ones, or the problem where the first thing told is one."""
    first = await anext(events)
    if first[0] == "problem":
        return problems.response(first[1])

    async def all_of_them() -> AsyncIterator[Event]:
        yield first
        async for each in events:
            yield each

    return StreamingResponse(shown(all_of_them()), media_type=EVENTS, headers={"X-Accel-Buffering": "no"})


def event(name: str, data: Any) -> str:
    """Return one server-sent event."""
    # Some clients take U+2028 for the end of a line; escaped, no character is one.
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


async def _named(events: AsyncIterator[Event]) -> AsyncIterator[str]:
    async for what, value in events:
        yield event(what, value)


def router(asking: Asking) -> APIRouter:
    """Return what answers questions and packs answers."""
    routes = APIRouter(tags=["ask"])

    @routes.post("/v1/ask", responses={200: {"model": AnswerObject, "content": {EVENTS: {}}}})
    async def ask(asked: Asked, request: Request) -> Response:
        """Ask what the documents say: the answer with its citations, or its pieces where events are accepted."""
        payload = asked.model_dump(exclude={"stream"}, exclude_none=True)
        if asked.stream or EVENTS in request.headers.get("accept", ""):
            return await streamed(asking.pieces(payload), _named)
        loop = asyncio.get_running_loop()
        return JSONResponse(await loop.run_in_executor(asking.threads, asking.whole, "ask", payload))

    @routes.post("/v1/packs", response_class=Response, responses={200: {"content": PACKS}})
    def pack(packed: Packed) -> Response:
        """Ask several questions and get their answers with all that is needed to check them again."""
        answers = [asking.whole("answered", _payload(each)) for each in packed.questions]
        made = evidence_pack.packed(answers, asking.desk.settings)
        return Response(evidence_pack.FORMS[f".{packed.form}"](made), media_type=FORMS[packed.form])

    return routes


def _payload(question: Question) -> Payload:
    return question.model_dump(exclude_none=True)
