"""Whom a request is addressed to and whose page sent it: a page of another site must reach nothing on this machine.

A page of another site can make a browser send requests to a server of this machine, and by a name server of its own it
can make them look like the site's own (DNS rebinding). So Host and Origin must be on a list of names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

Scope = dict[str, Any]
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def names(listed: str) -> frozenset[str]:
    """Return the names by which the app may be reached: those of this machine and those of the setting."""
    return LOOPBACK | {each.strip().lower().strip("[]").rstrip(".") for each in listed.split(",") if each.strip()}


def is_meant(scope: Scope, allowed: frozenset[str]) -> bool:
    """Return whether a request is addressed to one of the names, and sent by no page of another site."""
    hosts, origins = headers_of(scope, b"host"), headers_of(scope, b"origin")
    if len(hosts) != 1 or len(origins) > 1:
        return False
    host = _place(f"//{hosts[0]}")
    if host is None or host[0] not in allowed:
        return False
    if not origins:
        return True
    origin = _place(origins[0]) if origins[0].startswith(("http://", "https://")) else None
    # Behind a proxy the Host may be another one than the browser's; of this machine's names only the same counts.
    return origin is not None and (
        origins[0].partition("://")[2].lower() == hosts[0].lower() or origin[0] in allowed - LOOPBACK
    )


def headers_of(scope: Scope, name: bytes) -> list[str]:
    """Return the values of a request's header."""
    found: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return [value.decode("latin-1").strip() for key, value in found if key.lower() == name]


def _place(address: str) -> tuple[str, int | None] | None:
    """Return the host's name and port of an address that holds nothing else, or None."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname or "@" in parts.netloc or parts.path or parts.query or parts.fragment:
        return None
    return parts.hostname.lower().rstrip("."), port
