"""`python -m rag mcp`: the store for assistants, at standard input and output, or over HTTP at /mcp."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

import anyio
from mcp.server.transport_security import TransportSecuritySettings

from index.missing import check_store
from index.terminal import say
from rag.serve.desk import Desk
from rag.serve.http.app import access_of
from rag.serve.http.command import address_of, listening, tell_of_tokens
from rag.serve.http.connections import run
from rag.serve.http.guard import READS, Guard
from rag.serve.limits import Rate
from rag.serve.mcp.server import server
from settings import Settings


def serve(chosen: argparse.Namespace, settings: Settings) -> int:
    """Serve until the assistant goes away or the process is stopped, and return the exit code.

    Raises:
        SettingError: the place cannot be listened on.
        NothingIndexedError: nothing was indexed in the store.
        StoreError: the store cannot be opened.
    """
    check_store(settings)
    desk = Desk(settings)
    try:
        if chosen.http:
            _over_http(desk, chosen.host, chosen.port)
        else:
            # Opened with the first question: an assistant waits but a few seconds for an answer to its greeting.
            anyio.run(server(desk).run_stdio_async)
    finally:
        desk.close()
    return 0


def _over_http(desk: Desk, host: str, port: int) -> None:
    # The guard looks at Host, Origin and tokens; one message of an assistant is no question yet.
    unchecked = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    app = server(desk).streamable_http_app(transport_security=unchecked, host=host)
    access = replace(access_of(desk.settings, host), questions=Rate(READS))
    with listening(host, port) as place:
        desk.open()
        say(f"Assistants reach the store at {address_of(host, place)}/mcp (Ctrl+C stops it)", sys.stderr)
        tell_of_tokens(access, desk.settings)
        run(Guard(app, access), place, desk.line.close)
