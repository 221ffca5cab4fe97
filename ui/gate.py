"""What every request passes before anything else sees it: whom it is addressed to, whose page sent it, what it uploads.

Host and Origin must be on a list of names (rag/serve/hosts.py), for HTTP and WebSocket alike. Uploads are refused
before their body is read. Streamlit looks up the machine's own address on the internet when it meets a foreign Origin;
that look-up is taken out, as nothing may leave this machine.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.middleware import Middleware
from streamlit import config, net_util, runtime

from rag.serve.hosts import Scope, headers_of, is_meant, names
from settings import from_environment

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
UPLOADS_PATH = "/_stcore/upload_file/"
MOST_BYTES_WAITING = 500_000_000
"""Uploads that lie in memory until they are added or their page is left, those of all visitors together."""
_NO_FRAMES = ((b"content-security-policy", b"frame-ancestors 'self'"), (b"x-frame-options", b"SAMEORIGIN"))
MOST_UPLOADERS = 10_000


class Uploaders:
    """The browser sessions to which somebody who may upload was shown where; any thread may use it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._sessions: OrderedDict[str, None] = OrderedDict()

    def admit(self, session: str) -> None:
        """Let a session upload."""
        with self._guard:
            self._sessions[session] = None
            self._sessions.move_to_end(session)
            while len(self._sessions) > MOST_UPLOADERS:
                self._sessions.popitem(last=False)

    def withdraw(self, session: str) -> None:
        """Let a session upload no more."""
        with self._guard:
            self._sessions.pop(session, None)

    def may(self, session: str) -> bool:
        """Return whether a session may upload."""
        with self._guard:
            return session in self._sessions


UPLOADERS = Uploaders()


def middleware() -> list[Middleware]:
    """Return what stands before Streamlit's own middleware, having taken out its look-ups of the machine's address."""
    _look_nothing_up()
    return [Middleware(Gate, allowed=names(from_environment().hosts))]


def _look_nothing_up() -> None:
    for name in ("get_external_ip", "get_internal_ip"):
        setattr(net_util, name, lambda: None)


class Gate:
    """Refuses requests that are not meant for this app, and uploads of those who may not upload."""

    def __init__(self, app: Any, allowed: frozenset[str]) -> None:
        self._app = app
        self._allowed = allowed
        self._coming = 0
        """Bytes of the uploads whose body is being read."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer that it is refused."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif not is_meant(scope, self._allowed):
            await _refused(scope, send, 403, "This address is not one of this app's; see ON_THE_RECORD_HOSTS.")
        elif scope["type"] == "http" and scope["method"] in ("PUT", "POST") and UPLOADS_PATH in scope["path"]:
            await self._upload(scope, receive, send)
        else:
            await self._app(scope, receive, _unframed(send) if scope["type"] == "http" else send)

    async def _upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = scope["path"].partition(UPLOADS_PATH)[2].split("/")[0]
        if not UPLOADERS.may(session):
            await _refused(scope, send, 403, "Only editors may upload.")
            return
        lengths = headers_of(scope, b"content-length")
        if len(lengths) != 1 or not lengths[0].isdecimal() or len(lengths[0]) > 12:
            await _refused(scope, send, 411, "An upload has to state its length.")
            return
        size = int(lengths[0])
        if size > int(config.get_option("server.maxUploadSize")) * 1024 * 1024 + 65_536:
            await _refused(scope, send, 413, "This file is too large.")
            return
        if self._coming + waiting_bytes() + size > MOST_BYTES_WAITING:
            await _refused(scope, send, 503, "Too much is being uploaded at the moment; try again later.")
            return
        self._coming += size
        try:
            await self._app(scope, receive, send)
        finally:
            self._coming -= size


def waiting_bytes() -> int:
    """Return how many bytes of uploads lie in memory."""
    if not runtime.exists():
        return 0
    storage: dict[str, dict[str, Any]] = getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    return sum(len(each.data) for files in list(storage.values()) for each in list(files.values()))


def _unframed(send: Send) -> Send:
    """Return a sender that lets no page of another site show this one in a frame, to have its buttons pressed."""

    async def sent(message: Any) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *_NO_FRAMES]}
        await send(message)

    return sent


async def _refused(scope: Scope, send: Send, status: int, why: str) -> None:
    if scope["type"] == "websocket":
        # Before it is accepted, a closed WebSocket is answered with 403.
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": why.encode()})
