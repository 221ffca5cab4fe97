"""`python -m rag serve`: the service over HTTP, until it is stopped."""

from __future__ import annotations

import argparse
import socket
import sys
from shlex import quote

from errors import SettingError
from index.missing import check_store
from index.terminal import say
from rag.serve.desk import Desk
from rag.serve.http.app import access_of, application
from rag.serve.http.connections import run
from rag.serve.http.guard import Access
from settings import Settings


def serve(chosen: argparse.Namespace, settings: Settings) -> int:
    """Serve until stopped, and return the exit code.

    Raises:
        SettingError: the place cannot be listened on.
        NothingIndexedError: nothing was indexed in the store, and it has no token with which something could be added.
        StoreError: the store cannot be opened.
    """
    access = access_of(settings, chosen.host)
    if not access.tokens.listed():
        # For a folder somebody made a token, so that its name is not mistyped: documents may come by the service.
        check_store(settings)
    desk = Desk(settings)
    with listening(chosen.host, chosen.port) as place:
        desk.open()
        app = application(desk, access)
        say(f"The service is at {address_of(chosen.host, place)}/docs (Ctrl+C stops it)", sys.stderr)
        if chosen.first_token and not access.tokens.listed():
            secret = access.tokens.add(chosen.first_token, "read")
            say(f"The token of '{chosen.first_token}', told this once: {secret}", sys.stderr)
        tell_of_tokens(access, settings)
        run(app, place, desk.line.close)
    return 0


def tell_of_tokens(access: Access, settings: Settings) -> None:
    """Say how a token is made where every request needs one and there is none."""
    if access.demands_token and not access.tokens.listed():
        make = f"python -m rag token add NAME --store {quote(str(settings.store))}"
        say(f"It takes nobody's questions yet: make a token with: {make}", sys.stderr)


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        SettingError: there is no such place, or something else listens there.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        told = getattr(error, "strerror", None) or str(error)
        raise SettingError(
            f"{host}:{port} cannot be listened on ({told}); name another with --host or --port."
        ) from None


def address_of(host: str, place: socket.socket) -> str:
    """Return the address at which a socket of a host is reached, with the port that it was given."""
    return f"http://{f'[{host}]' if ':' in host else host}:{place.getsockname()[1]}"
