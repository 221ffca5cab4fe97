"""Loaded by the served app when this folder is on its path: writes down each address it looks up or connects to."""

import os
import sys
from typing import Any

EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
_to = os.environ.get("ON_THE_RECORD_TEST_WATCH")


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if event in EVENTS:
        with open(str(_to), "a", encoding="utf-8") as file:
            file.write(f"{event} {arguments[0] if event != 'socket.connect' else arguments[1]!r}\n")


if _to:
    sys.addaudithook(_heard)
