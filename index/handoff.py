"""Work handed to the process that owns a store, over loopback with a token.

The chat holds its store for hours. It listens on 127.0.0.1 at a port of the system's choosing and writes port and token
to a file in the store that only its user may read. Another command finds the file, hands its work over and prints what
comes back. So there is never a second owner and never a stale reader.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import errors
from errors import OnTheRecordError, StoreBusyError, StoreError

Payload = dict[str, Any]
Tell = Callable[[str], None]
Handler = Callable[[Payload, Tell], Payload]
FILE = "owner.json"
LARGEST_REQUEST = 10_000_000
CONNECT_SECONDS = 2.0


class Server:
    """Serves the work of a store's owner from `start` to `stop`; each request has a thread of its own."""

    def __init__(self, store: Path, handlers: dict[str, Handler]) -> None:
        self._path = store / FILE
        self._token = secrets.token_urlsafe(32)
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _request_handler(self._token, handlers))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, name="handoff", daemon=True)

    def start(self) -> None:
        """Listen, and say in the store where.

        Raises:
            StoreError: that cannot be written.
        """
        self._thread.start()
        told = json.dumps({"port": self._http.server_address[1], "token": self._token, "process": os.getpid()})
        try:
            self._path.unlink(missing_ok=True)
            with open(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(told)
        except OSError as error:
            self.stop()
            raise StoreError(f"{self._path} cannot be written ({error.strerror}); fix that and try again.") from None

    def stop(self) -> None:
        """Listen no more."""
        # In a folder that was replaced meanwhile, another owner's may stand there.
        with suppress(OSError):
            told = self._path.read_text(encoding="utf-8")
            if not told or self._token in told:
                self._path.unlink()
        self._http.shutdown()
        self._http.server_close()


def _request_handler(token: str, handlers: dict[str, Handler]) -> type[BaseHTTPRequestHandler]:
    class Request(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if not hmac.compare_digest(self.headers.get("Authorization", ""), token):
                self.send_error(403)
                return
            length = int(self.headers.get("Content-Length") or 0)
            handler = handlers.get(self.path.lstrip("/"))
            if handler is None or length > LARGEST_REQUEST:
                self.send_error(404)
                return
            payload = json.loads(self.rfile.read(length))
            self.send_response(200)
            self.send_header("Content-Type", "application/x-ndjson")
            self.end_headers()
            self._answer(handler, payload)

        def _answer(self, handler: Handler, payload: Payload) -> None:
            try:
                result = handler(payload, lambda message: self._line({"progress": message}))
                self._line({"result": result})
            except OnTheRecordError as error:
                self._line({"error": str(error), "kind": type(error).__name__})

        def _line(self, value: Payload) -> None:
            self.wfile.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")
            self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Say nothing: a request's line may hold a path of the user's."""

    return Request


@dataclass(frozen=True)
class Owner:
    """A process that holds a store and takes work for it."""

    store: Path
    port: int
    token: str

    def call(self, name: str, payload: Payload, tell: Tell = lambda message: None) -> Payload:
        """Return what the owner made of the work; `tell` gets its progress.

        Raises:
            OnTheRecordError: what the owner raised, of the same kind.
            StoreBusyError: the owner went away in the middle.
        """
        for line in self._lines(name, payload):
            if "progress" in line:
                tell(line["progress"])
            elif "error" in line:
                raise _error(line)
            else:
                result: Payload = line["result"]
                return result
        raise StoreBusyError(f"The process that holds {self.store} went away in the middle; run the command again.")

    def _lines(self, name: str, payload: Payload) -> Iterator[Payload]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=None)
        try:
            headers = {"Authorization": self.token, "Content-Type": "application/json"}
            connection.request("POST", f"/{name}", json.dumps(payload).encode(), headers)
            response = connection.getresponse()
            if response.status != 200:
                raise StoreBusyError(f"The process that holds {self.store} does not take this work; stop it first.")
            for line in response:
                yield json.loads(line)
        except (OSError, HTTPException, ValueError):
            return
        finally:
            connection.close()


def _error(line: Payload) -> OnTheRecordError:
    kind = getattr(errors, str(line.get("kind")), OnTheRecordError)
    known = isinstance(kind, type) and issubclass(kind, OnTheRecordError)
    error: OnTheRecordError = (kind if known else OnTheRecordError)(line["error"])
    return error


def owner_of(store: Path) -> Owner | None:
    """Return the process that takes work for the store, or None when nobody does."""
    try:
        told = json.loads((store / FILE).read_text(encoding="utf-8"))
        owner = Owner(store, int(told["port"]), str(told["token"]))
        connection = HTTPConnection("127.0.0.1", owner.port, timeout=CONNECT_SECONDS)
        connection.request("POST", "/ping", b"{}", {"Authorization": owner.token})
        alive = connection.getresponse().status == 200
        connection.close()
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None
    return owner if alive else None
