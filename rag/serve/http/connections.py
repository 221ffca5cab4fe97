"""An application served at a socket: idle connections close, and what was asked before a stop is answered."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import select
import socket
import struct
import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEAD_SECONDS = 10.0
"""So long the first lines of a request may take to come; how long its body may take the guard says."""
ON_ITS_WAY_SECONDS = 2.0
"""So long a connection stays open when the service stops: its request may have been sent already."""
LAST_SECONDS = 0.2
"""So long connections that are being made are still taken over before nobody listens: closing would reset them."""
STOP_SECONDS, LATE_SECONDS = 10, 7
"""So long what was asked may take when the service stops, and so long until what is not begun by then is refused."""
SO_ATTACH_FILTER = 26
NO_NEWCOMERS = ((0x30, 0, 0, 13), (0x54, 0, 0, 2), (0x15, 0, 1, 0), (0x06, 0, 0, 0xFFFFFFFF), (0x06, 0, 0, 0))
"""A filter of packets for Linux: load the flags of TCP, and drop what asks for a new connection; the rest passes."""
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
    """A server that takes in who has connected already before it listens no more, and answers all of them."""

    def __init__(self, config: uvicorn.Config, late: Callable[[], None]) -> None:
        super().__init__(config)
        self._late = late

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop: whoever comes now is not connected, and waits for the next service or is refused when it listens no
        more; whoever is connected is answered, or told after a while that nobody began on what was asked.
        """
        for each in sockets or ():
            let_nobody_in(each)
        await asyncio.sleep(LAST_SECONDS)
        # Those that the system took are taken over between two looks, of which a busy process needs several.
        while sockets and select.select(sockets, (), (), 0)[0]:
            await asyncio.sleep(0.01)
        late = asyncio.get_running_loop().call_later(LATE_SECONDS, self._late)
        await super().shutdown(sockets)
        late.cancel()


def let_nobody_in(place: socket.socket) -> None:
    """Have a socket that listens make no new connections, where the system can do that (Linux).

    A connection that the system makes after the last one was taken over would be reset when the socket closes. Its
    client sees no answer instead, and knocks again after a second.
    """
    if sys.platform == "linux":
        steps = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in NO_NEWCOMERS))
        filter_ = struct.pack("HP", len(NO_NEWCOMERS), ctypes.addressof(steps))
        with contextlib.suppress(OSError):
            place.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, filter_)


def allow_many() -> None:
    """Let the process have as many connections and files open as the system lets it, up to so many."""
    if sys.platform == "win32":
        return
    import resource

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if most == resource.RLIM_INFINITY else min(FILES, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def run(app: Any, place: socket.socket, late: Callable[[], None]) -> None:
    """Serve an application at a socket until the process is told to stop; what was asked by then is answered.

    `late` is called where that takes long: it has what nobody has begun on refused.
    """
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
    Stopping(config, late).run(sockets=[place])
