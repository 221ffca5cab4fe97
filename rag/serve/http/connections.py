"""An application served at a socket: idle connections close, and what was asked before a stop is answered."""

from __future__ import annotations

import asyncio
import socket
import sys
from typing import Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD_SECONDS = 10.0
"""So long the first lines of a request may take to come; how long its body may take the guard says."""
ON_ITS_WAY_SECONDS = 2.0
"""So long a connection stays open when the service stops: its request may have been sent already."""
LAST_SECONDS = 0.1
"""So long connections that the system took are still taken over before nobody listens: closing would reset them."""
STOP_SECONDS = 10
FILES = 65_536
"""So many connections and files may be open, where the system lets a process have them."""

_Protocol: Any = AutoHTTPProtocol


class Connection(_Protocol):  # type: ignore[misc]
    """A connection that is closed where no request begins on it, or one begins and does not go on."""

    _late: asyncio.TimerHandle | None = None
    _stops = False

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait for the rest of a request's first lines, or no longer."""
        if self._late is None and not self._has_begun():
            self._wait()
        super().data_received(data)
        if self._has_begun():
            self._stop_waiting()
            if self._stops:
                super().shutdown()

    def shutdown(self) -> None:
        """Finish the request that has begun, or one that begins within a moment, and close."""
        self._stops = True
        if self._has_begun():
            super().shutdown()
        else:
            asyncio.get_running_loop().call_later(ON_ITS_WAY_SECONDS, self._close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _has_begun(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self) -> None:
        self._late = asyncio.get_running_loop().call_later(HEAD_SECONDS, self._close)

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _close(self) -> None:
        self._late = None
        if not self._has_begun() and not self.transport.is_closing():
            self.transport.close()


class Stopping(uvicorn.Server):
    """A server that takes in who has connected already before it listens no more."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop, having begun on what has come; whoever comes in between is not connected, and then refused."""
        for each in sockets or ():
            each.listen(0)
        await asyncio.sleep(LAST_SECONDS)
        await super().shutdown(sockets)


def allow_many() -> None:
    """Let the process have as many connections and files open as the system lets it, up to so many."""
    if sys.platform == "win32":
        return
    import resource

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def run(app: Any, place: socket.socket) -> None:
    """Serve an application at a socket until the process is told to stop; what is being answered is finished."""
    allow_many()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http=Connection,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=STOP_SECONDS,
        ws="none",
    )
    Stopping(config).run(sockets=[place])
