"""What every request passes first: whom it is addressed to, how long it is, whose token it has, how often it comes.

It reads the body, so that what comes slowly or without end never reaches the service, and it allows no other site's
page anything: there is no CORS.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from errors import OnTheRecordError
from rag.serve.hosts import LOOPBACK, Scope, headers_of, is_meant
from rag.serve.http.problems import MEDIA, Problem, of_error, problem
from rag.serve.limits import STOPPING, Rate
from rag.serve.tokens import Token, Tokens

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
LARGEST, LARGEST_PACK, LARGEST_UPLOAD = 1_000_000, 20_000_000, 100_000_000
"""Bytes of a request, of one that carries an evidence pack, and of one with files, as many as the chat takes."""
SECONDS, UPLOAD_SECONDS = 30.0, 600.0
"""So long a request's body may take to come, and one with files."""
UPLOADS_AT_ONCE = 3
"""So many requests with files are read at a time, as they lie in memory; the others wait, unread."""
REQUESTS = 500
"""So many requests are open at once; one more is told to come back. Connections without a request do not count."""
UPLOAD = ("POST", "/v1/documents")
OPEN = frozenset({"/v1/health", "/docs", "/openapi.json"})
"""What is told without a token: that the service is up, and how it is asked."""
READS = 600
"""So many times in a minute a client may read; questions have the settings' own limit."""
CALLER = "on-the-record.caller"
BUSY = problem(503, "Too many requests are open; try again in a few seconds.", retry_after=5)
STOPPED = problem(503, STOPPING, retry_after=5)
EDITS = "This needs a token of this store that may edit: python -m rag token add NAME --edit --store DIR"
UNKNOWN = "This token is not one of this service's store: it is another store's, or was revoked."
NEEDED = "A token is needed: Authorization: Bearer TOKEN (python -m rag token add NAME --store DIR makes one)."
_HARDENED = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


@dataclass(frozen=True)
class Access:
    """Who may ask: by which names the service is reached, whether a token is a must, and how often."""

    tokens: Tokens
    hosts: frozenset[str] = LOOPBACK
    demands_token: bool = False
    questions: Rate | None = None
    reads: Rate = field(default_factory=lambda: Rate(READS))

    def caller(self, scope: Scope) -> tuple[Token | None, str | None]:
        """Return the token of a request, if it has one that counts, and what is wrong with it, if anything.

        On this machine, while the store has no token, whatever a client sends as one is passed over: OpenAI's
        clients send something always.
        """
        presented = headers_of(scope, b"authorization")
        kind, _, secret = (presented[0] if len(presented) == 1 else "").partition(" ")
        known = self.tokens.listed() if presented or self.demands_token else []
        if presented and (known or self.demands_token):
            token = self.tokens.of(secret.strip()) if kind.lower() == "bearer" else None
            return token, None if token else UNKNOWN
        if self.demands_token and scope["path"] not in OPEN:
            return None, NEEDED
        return None, None


def may_edit(scope: Mapping[str, Any]) -> bool:
    """Return whether a request that passed the guard has a token that may change what is stored."""
    token: Token | None = scope.get(CALLER)
    return token is not None and token.may_edit


def _is_upload(scope: Scope) -> bool:
    return (scope["method"], scope["path"]) == UPLOAD


class Guard:
    """Passes requests that may be made to an application, and answers the others with a problem."""

    def __init__(self, app: Any, access: Access) -> None:
        self._app = app
        self._access = access
        self._uploads = asyncio.Semaphore(UPLOADS_AT_ONCE)
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
            return
        self._open += 1
        started = False

        async def noted(message: Any) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._guarded(scope, receive, _hardened(noted))
        except asyncio.CancelledError:
            # The service stops, and its time to finish what was asked is over.
            if started:
                raise
            await _answer(STOPPED, _hardened(send))
        finally:
            self._open -= 1

    async def _guarded(self, scope: Scope, receive: Receive, hardened: Send) -> None:
        refused = BUSY if self._open > REQUESTS else self._refusal(scope)
        if refused is not None:
            await _answer(refused, hardened)
        elif _is_upload(scope):
            async with self._uploads:
                await self._passed_on(scope, receive, hardened, LARGEST_UPLOAD, UPLOAD_SECONDS)
        else:
            most = LARGEST_PACK if scope["path"] == "/v1/packs/verify" else LARGEST
            await self._passed_on(scope, receive, hardened, most, SECONDS)

    async def _passed_on(self, scope: Scope, receive: Receive, send: Send, most: int, seconds: float) -> None:
        refused, body = await _read(scope, receive, most, seconds)
        if refused is None:
            await self._app(scope, _replayed(body, receive), send)
        else:
            await _answer(refused, send)

    def _refusal(self, scope: Scope) -> Problem | None:
        if not self._access.demands_token and not is_meant(scope, self._access.hosts):
            return problem(403, "This address is not one of this service's; see ON_THE_RECORD_HOSTS.")
        try:
            token, wrong = self._access.caller(scope)
        except OnTheRecordError as error:
            return of_error(error)
        if wrong:
            return problem(401, wrong)
        scope[CALLER] = token
        if _is_upload(scope) and not may_edit(scope):
            return problem(403, EDITS)
        return self._limited(scope, token)

    def _limited(self, scope: Scope, token: Token | None) -> Problem | None:
        asks = scope["method"] == "POST"
        rate = self._access.questions if asks else self._access.reads
        if rate is None or scope["path"] in OPEN:
            return None
        client = scope.get("client") or ("unknown", 0)
        who = f"token {token.name}" if token else f"address {client[0]}"
        if seconds := rate.wait(who, time.monotonic()):
            again = ceil(seconds)
            detail = f"The limit for one client, {rate.most} requests a minute, is reached; try again in {again} s."
            return problem(429, detail, retry_after=again)
        return None


async def _read(scope: Scope, receive: Receive, most: int, seconds: float) -> tuple[Problem | None, bytes]:
    """Return what is wrong with a request's body, if anything, and the body."""
    advice = "; send fewer files at a time, or index their folder with: python -m index" if _is_upload(scope) else ""
    too_long = problem(413, f"A request may have {most:,} bytes{advice}.")
    lengths = headers_of(scope, b"content-length")
    if len(lengths) > 1 or (lengths and not (lengths[0].isascii() and lengths[0].isdigit())):
        return problem(400, "The length of the request is not a number."), b""
    if lengths and int(lengths[0][:20]) > most:
        return too_long, b""
    parts, size = [], 0
    try:
        async with asyncio.timeout(seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    return problem(400, "The request ended too early."), b""
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > most:
                    return too_long, b""
                if not message.get("more_body"):
                    return None, b"".join(parts)
    except TimeoutError:
        return problem(408, "The request took too long to come."), b""


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was read, then whatever comes after it: that the client went away."""
    left = [body]

    async def received() -> Any:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return received


def _hardened(send: Send) -> Send:
    async def sent(message: Any) -> None:
        if message["type"] == "http.response.start":
            given: Iterable[tuple[bytes, bytes]] = message.get("headers", [])
            there = {name.lower() for name, _ in given}
            message = {**message, "headers": [*given, *(each for each in _HARDENED if each[0] not in there)]}
        await send(message)

    return sent


async def _answer(refused: Problem, send: Send) -> None:
    headers = [(b"content-type", MEDIA.encode()), (b"connection", b"close")]
    if refused["status"] == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    if "retry_after" in refused:
        headers.append((b"retry-after", str(refused["retry_after"]).encode()))
    content = json.dumps(refused).encode()
    headers.append((b"content-length", str(len(content)).encode()))
    await send({"type": "http.response.start", "status": refused["status"], "headers": headers})
    await send({"type": "http.response.body", "body": content})
