"""Work handed to the process that owns a store, over loopback; both sides prove that they know the store's secret.

The chat holds its store for hours. It listens on 127.0.0.1 at a port of the system's choosing and writes port, secret
and which folder it serves to a file in the store that only its user may read. Another command finds the file and
believes it where the store's lock is held and the folder is the one it names, so neither a copy of an open store nor
what a dead owner left leads anywhere. Then each side answers the other's challenge with an HMAC over the secret: who
listens on a dead owner's port cannot answer, and learns no secret.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import socket
import stat
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
from index.storage import lock

Payload = dict[str, Any]
Show = Callable[[str], None]
Handler = Callable[[Payload, Show], Payload]
FILE = "owner.json"
LARGEST_REQUEST = 10_000_000
CONNECT_SECONDS = 2.0
REQUEST_SECONDS = 10.0
"""So long a connection may be silent before its request is whole."""
MOST_CONNECTIONS = 64
"""So many connections may be open that have not proved anything yet; another is closed at once."""
HELLO, CHALLENGE, PROOF = "hello", "Challenge", "Authorization"


def _proof(secret: str, *parts: str) -> str:
    return hmac.new(secret.encode(), "\n".join(parts).encode(), hashlib.sha256).hexdigest()


def _folder(store: Path) -> list[int]:
    """Return what tells a folder from its copies."""
    about = store.stat()
    return [about.st_dev, about.st_ino]


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, secret: str, handlers: dict[str, Handler]) -> None:
        self.secret = secret
        self.handlers = handlers
        self.unproved = threading.BoundedSemaphore(MOST_CONNECTIONS)
        super().__init__(("127.0.0.1", 0), _Request)

    def process_request(self, request: Any, client_address: Any) -> None:
        if self.unproved.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that went away is no defect, and a line could hold a path of the user's."""


class _Request(BaseHTTPRequestHandler):
    """One connection: a hello that is answered with a proof, then one request that carries the client's."""

    protocol_version = "HTTP/1.1"
    timeout = REQUEST_SECONDS
    server: _Http
    _challenge = ""
    _proved = False

    def handle(self) -> None:
        # Byte after byte a client could go on for ever without ever being silent.
        self._clock = threading.Timer(REQUEST_SECONDS, self._cut)
        self._clock.daemon = True
        self._clock.start()
        try:
            super().handle()
        finally:
            self._release()

    def _cut(self) -> None:
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def _release(self) -> None:
        """Count this connection no more among those that proved nothing, and let it last."""
        self._clock.cancel()
        if not self._proved:
            self._proved = True
            self.server.unproved.release()
            with suppress(OSError):
                self.connection.settimeout(None)

    def do_POST(self) -> None:
        name, body = self.path.removeprefix("/"), self._body()
        if body is None:
            return
        if name == HELLO:
            self._hello()
        elif not self._is_proved(name, body):
            self._refuse(403)
        elif (handler := self.server.handlers.get(name)) is None:
            self._refuse(404)
        elif (payload := _object(body)) is None:
            self._refuse(400)
        else:
            self._release()
            self._answer(handler, payload)

    def _body(self) -> bytes | None:
        """Return the body, or None having refused it."""
        lengths = self.headers.get_all("Content-Length") or []
        if (
            len(lengths) != 1
            or not (lengths[0].isascii() and lengths[0].isdigit())
            or "Transfer-Encoding" in self.headers
        ):
            self._refuse(400)
        elif len(lengths[0]) > 9 or int(lengths[0]) > LARGEST_REQUEST:
            self._refuse(413)
        else:
            body = self.rfile.read(int(lengths[0]))
            if len(body) == int(lengths[0]):
                return body
            self.close_connection = True
        return None

    def _hello(self) -> None:
        self._challenge = secrets.token_hex(32)
        theirs = str(self.headers.get(CHALLENGE, ""))[:200]
        proof = _proof(self.server.secret, "owner", theirs, self._challenge)
        content = json.dumps({"challenge": self._challenge, "proof": proof}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _is_proved(self, name: str, body: bytes) -> bool:
        challenge, self._challenge = self._challenge, ""
        expected = _proof(self.server.secret, "command", challenge, name, hashlib.sha256(body).hexdigest())
        proof = str(self.headers.get(PROOF, "")).encode(errors="replace")
        return bool(challenge) and hmac.compare_digest(proof, expected.encode())

    def _refuse(self, status: int) -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def _answer(self, handler: Handler, payload: Payload) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            result = handler(payload, self._tell)
            self._line({"result": result})
        except OnTheRecordError as error:
            with suppress(OSError):
                self._line({"error": str(error), "kind": type(error).__name__})
        except (KeyError, TypeError, AttributeError):
            self._line({"error": "The process that has the store open runs another version; stop it first."})

    def _tell(self, message: str) -> None:
        """Tell who asked how far the work is; where nobody is there any more, after Ctrl+C for one, it ends."""
        try:
            self._line({"progress": message})
        except OSError:
            raise StoreBusyError("Who asked for this work is gone; it stopped, and what was done is kept.") from None

    def _line(self, value: Payload) -> None:
        self.wfile.write(json.dumps(value, ensure_ascii=False).encode(errors="surrogatepass") + b"\n")
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing: a request's line may hold a path of the user's."""


def _object(body: bytes) -> Payload | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


class Server:
    """Serves the work of a store's owner from `start` to `stop`; each request has a thread of its own."""

    def __init__(self, store: Path, handlers: dict[str, Handler]) -> None:
        self._store = store
        self._path = store / FILE
        self._secret = secrets.token_urlsafe(32)
        self._http = _Http(self._secret, handlers)
        self._thread = threading.Thread(target=self._http.serve_forever, name="handoff", daemon=True)

    def start(self) -> None:
        """Listen, and say in the store where.

        Raises:
            StoreError: that cannot be written.
        """
        self._thread.start()
        try:
            address = {
                "port": self._http.server_address[1],
                "secret": self._secret,
                "process": os.getpid(),
                "folder": _folder(self._store),
            }
            self._path.unlink(missing_ok=True)
            with open(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(json.dumps(address))
        except OSError as error:
            self.stop()
            raise StoreError(f"{self._path} cannot be written ({error.strerror}); fix that and try again.") from None

    def stop(self) -> None:
        """Listen no more."""
        # In a folder that was replaced meanwhile, another owner's may stand there.
        with suppress(OSError):
            content = self._path.read_text(encoding="utf-8")
            if not content or self._secret in content:
                self._path.unlink()
        self._http.shutdown()
        self._http.server_close()


@dataclass(frozen=True)
class Owner:
    """A process that holds a store and takes work for it."""

    store: Path
    port: int
    secret: str

    def answers(self) -> bool:
        """Return whether who listens there knows the secret."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=CONNECT_SECONDS)
        try:
            return self._met(connection) is not None
        except (OSError, HTTPException, ValueError):
            return False
        finally:
            connection.close()

    def call(self, name: str, payload: Payload, show: Show = lambda message: None) -> Payload:
        """Return what the owner made of the work; `show` gets its progress.

        Raises:
            OnTheRecordError: what the owner raised, of the same kind.
            StoreBusyError: the owner went away in the middle.
        """
        for line in self._lines(name, payload):
            if "progress" in line:
                show(line["progress"])
            elif "error" in line:
                raise _error(line)
            elif "result" in line:
                result: Payload = line["result"]
                return result
        raise StoreBusyError(f"The process that has {self.store} open stopped too early; run the command again.")

    def _met(self, connection: HTTPConnection) -> str | None:
        """Return the owner's challenge where it answered ours."""
        ours = secrets.token_hex(32)
        connection.request("POST", f"/{HELLO}", b"", {CHALLENGE: ours, "Content-Length": "0"})
        response = connection.getresponse()
        reply = _object(response.read(10_000)) or {}
        challenge, proof = str(reply.get("challenge")), str(reply.get("proof"))
        expected = _proof(self.secret, "owner", ours, challenge)
        return challenge if hmac.compare_digest(proof.encode(errors="replace"), expected.encode()) else None

    def _lines(self, name: str, payload: Payload) -> Iterator[Payload]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=CONNECT_SECONDS)
        try:
            challenge = self._met(connection)
            # A connection that is made again would reach whoever listens there then.
            connection.auto_open = 0
            if challenge is None:
                raise StoreBusyError(
                    f"The process that answers for {self.store} is not the one that has it open; stop it first."
                )
            body = json.dumps(payload).encode()
            proof = _proof(self.secret, "command", challenge, name, hashlib.sha256(body).hexdigest())
            _wait_for_ever(connection.sock)
            connection.request("POST", f"/{name}", body, {PROOF: proof, "Content-Type": "application/json"})
            response = connection.getresponse()
            if response.status != 200:
                raise StoreBusyError(f"The process that has {self.store} open refuses this work; stop it first.")
            for line in response:
                yield json.loads(line)
        except (OSError, HTTPException, ValueError):
            return
        finally:
            connection.close()


def _wait_for_ever(connection: socket.socket | None) -> None:
    """Indexing may take hours between two lines of progress."""
    if connection is not None:
        connection.settimeout(None)


def _error(line: Payload) -> OnTheRecordError:
    kind = getattr(errors, str(line.get("kind")), OnTheRecordError)
    known = isinstance(kind, type) and issubclass(kind, OnTheRecordError)
    error: OnTheRecordError = (kind if known else OnTheRecordError)(line["error"])
    return error


def owner_of(store: Path) -> Owner | None:
    """Return the process that takes work for the store, or None when nobody does."""
    try:
        # The lock first: without it nobody owns this folder, whoever listens on the port that the file names.
        if not lock.held(store):
            return None
        address = _address(store)
        owner = Owner(store, int(address["port"]), str(address["secret"]))
        return owner if address["folder"] == _folder(store) and owner.answers() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _address(store: Path) -> Payload:
    """Return what the owner says of itself.

    Raises:
        ValueError: somebody else could have written or read it.
    """
    # A pipe that somebody put there must not be waited for.
    with open(os.open(store / FILE, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), encoding="utf-8") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_uid not in (os.geteuid(), 0) or about.st_mode & 0o077:
            raise ValueError("owner")
        return _object(file.read(10_000).encode()) or {}
