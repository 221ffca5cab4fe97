"""The only file that imports Chroma: open, bring in line with the catalog, search.

Chroma holds ids and vectors alone and can be rebuilt from the catalog at any time. Text stays out of it: with text an
ingest takes three times as long and six times the disk. It lies in a folder that one process holds, or on a server that
any number of processes ask; either place has room for a second set beside the one in use, to rebuild it in.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError, NotFoundError

from errors import SettingError, StoreError, StoreUnreachableError
from index.storage.database_errors import capital, full
from index.storage.embeddings import Matrix
from index.storage.vectors.sets import LostVectorsError, Report
from index.text.expressions import expression
from settings import Settings

_HEADER_NAME = expression(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

BATCH = 1_000
M_PERTURB = -6
PASSAGES = "passages"
SERVER_SECONDS = 60.0
"""A server that does not reply for so long is away; Chroma's own client would wait for ever."""


class Collection:
    """A place's collection: vectors by id."""

    def __init__(self, client: Any, name: str, place: str, kind: type[StoreError]) -> None:
        self._place = place
        self._kind = kind
        with translated(place, kind):
            self._batch = min(BATCH, int(client.get_max_batch_size()))
            self._collection: Any = client.get_or_create_collection(
                name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )

    def ids(self) -> set[str]:
        """Return the ids of all the vectors that are stored."""
        with translated(self._place, self._kind):
            return set(self._collection.get(include=[])["ids"])

    def count(self) -> int:
        """Return how many vectors are stored."""
        with translated(self._place, self._kind):
            return int(self._collection.count())

    def try_out(self) -> None:
        """Search for some vector that is stored."""
        with translated(self._place, self._kind):
            found = self._collection.get(limit=1, include=["embeddings"])
        if found["ids"]:
            self.search(np.asarray(found["embeddings"][0], dtype=np.float32), 10)

    def make_equal(
        self,
        wanted: set[str],
        vectors_of: Callable[[list[str]], Matrix],
        report: Report,
    ) -> None:
        """Hold exactly the wanted ids: add the missing, whose vectors come from the catalog, and delete the rest.

        `report` is called with how many of how many were added. Interrupted, the next call goes on from there.
        """
        stored = self.ids()
        missing = sorted(wanted - stored)
        with _blank_memory():
            for batch in self._batches(sorted(stored - wanted)):
                with translated(self._place, self._kind):
                    self._collection.delete(ids=batch)
            for number, batch in enumerate(self._batches(missing)):
                self._add(batch, vectors_of(batch))
                report(min((number + 1) * self._batch, len(missing)), len(missing))

    def _add(self, ids: list[str], vectors: Matrix) -> None:
        with translated(self._place, self._kind):
            self._collection.upsert(ids=ids, embeddings=vectors)

    def _batches(self, ids: list[str]) -> Iterable[list[str]]:
        return (ids[start : start + self._batch] for start in range(0, len(ids), self._batch))

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` ids with their cosine, nearest first."""
        with translated(self._place, self._kind):
            found = self._collection.query(
                query_embeddings=np.asarray([vector], dtype=np.float32),
                n_results=limit,
                include=["distances"],
            )
        distances = found["distances"] or [[]]
        return [(key, 1.0 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]


class Vectors:
    """One set of the vectors of the passages by id, as long as it is open."""

    def __init__(self, client: Any, number: int, name: str, place: str, guard: threading.Lock | None) -> None:
        self.number = number
        self._client = client
        self._guard = guard
        self._closed = False
        # A server refuses for many reasons; a folder that this process holds, because it is damaged.
        kind = LostVectorsError if guard else StoreError
        self.passages = Collection(client, name, place, kind)

    def close(self) -> None:
        """Let go of the set, when no search is running in it."""
        with self._guard or nullcontext(), _blank_memory():
            self._closed = True
            _hang_up(self._client)
            self._client.close()

    def try_out(self) -> None:
        """Read all that a search reads; raises LostVectorsError for a damaged folder unless that ends the process."""
        self.passages.try_out()

    def search(self, vector: Matrix, limit: int) -> list[tuple[str, float]] | None:
        """Return up to `limit` ids of passages with cosines; None when the set was closed."""
        with self._guard or nullcontext():
            if self._closed:
                return None
            return self.passages.search(vector, limit)


class Place(Protocol):
    """Where sets of vectors lie, by their number."""

    def open(self, number: int) -> Vectors:
        """Return a set, made empty when missing.

        Raises:
            LostVectorsError: it is damaged.
            StoreError: it cannot be opened.
        """

    def remove(self, number: int) -> None:
        """Remove a set and what it takes."""

    def tidy(self, number: int) -> None:
        """Remove what an interrupted rebuild left beside the set in use."""


class Folder:
    """Chroma folders within a store, held by the one process that owns the store."""

    def __init__(self, store: Path) -> None:
        self._store = store

    def open(self, number: int) -> Vectors:
        """Return a set, made empty when missing; raises StoreError where it cannot be opened."""
        path = self._path(number)
        place = f"the vectors in {path}"
        try:
            client = _client_of(path)
        except (ChromaError, OSError, ValueError) as error:
            raise _folder_error(error, place) from error
        try:
            # Chroma must not be closed while a search runs in it.
            return Vectors(client, number, PASSAGES, place, threading.Lock())
        except StoreError:
            client.close()
            raise

    def remove(self, number: int) -> None:
        """Remove a set and what it takes."""
        shutil.rmtree(self._path(number), ignore_errors=True)

    def tidy(self, number: int) -> None:
        """Remove what an interrupted rebuild left beside the set in use."""
        for folder in self._store.glob("chroma-*"):
            if folder != self._path(number):
                shutil.rmtree(folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        return self._store / f"chroma-{number}"


class Server:
    """Collections on a Chroma server, which any number of processes may ask."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        try:
            address = urlsplit(settings.chroma_url)
            readable = address.scheme in ("http", "https") and address.hostname and address.port != 0
        except ValueError:
            readable = False
        if not readable:
            # The address is not repeated: it may hold a key.
            raise SettingError(
                "ON_THE_RECORD_CHROMA_URL is not the address of a server; set one such as http://host:8000."
            )
        self._address = address
        self._place = f"the Chroma server {address.hostname}"
        self._headers = _headers(settings)

    def open(self, number: int) -> Vectors:
        """Return a set, made empty when missing; raises StoreError where it cannot be opened."""
        with translated(self._place):
            client = self._client()
        return Vectors(client, number, self._name(number), self._place, None)

    def remove(self, number: int) -> None:
        """Remove a set and what it takes."""
        with translated(self._place):
            client = self._client()
        with suppress(LostVectorsError), translated(self._place):
            client.delete_collection(self._name(number))
        _hang_up(client)

    def tidy(self, number: int) -> None:
        """Leave what lies beside the set in use: another process may be making it."""

    def _name(self, number: int) -> str:
        return f"{PASSAGES}-{number}"

    def _client(self) -> Any:
        settings, secure = self._settings, self._address.scheme == "https"
        port = self._address.port or (443 if secure else 8000)
        # Without encryption there is no certificate to verify, and reading those of the world takes 18 ms a client.
        verify = None if secure else False
        self._make_database(port, secure, verify)
        try:
            client: Any = chromadb.HttpClient(
                host=str(self._address.hostname),
                port=port,
                ssl=secure,
                headers=self._headers,
                settings=ChromaSettings(anonymized_telemetry=False, chroma_server_ssl_verify=verify),
                tenant=settings.chroma_tenant,
                database=settings.chroma_database,
            )
        except ValueError as error:
            # Chroma puts words of its own before what happened.
            raise error.__context__ if isinstance(error.__context__, httpx.HTTPError) else error from None
        client._server._session.timeout = httpx.Timeout(SERVER_SECONDS)
        return client

    def _make_database(self, port: int, secure: bool, verify: bool | None) -> None:
        """Make the tenant and database of the settings where they are missing; on Chroma Cloud they are given."""
        settings = self._settings
        if settings.chroma_api_key or settings.chroma_database == Settings.chroma_database:
            return
        admin: Any = chromadb.AdminClient(
            ChromaSettings(
                anonymized_telemetry=False,
                chroma_api_impl="chromadb.api.fastapi.FastAPI",
                chroma_server_host=str(self._address.hostname),
                chroma_server_http_port=port,
                chroma_server_ssl_enabled=secure,
                chroma_server_ssl_verify=verify,
                chroma_server_headers=self._headers,
            )
        )
        try:
            admin.get_tenant(settings.chroma_tenant)
        except NotFoundError:
            admin.create_tenant(settings.chroma_tenant)
        try:
            admin.get_database(settings.chroma_database, settings.chroma_tenant)
        except NotFoundError:
            admin.create_database(settings.chroma_database, settings.chroma_tenant)
        finally:
            _hang_up(admin)


def _client_of(path: Path) -> Any:
    """Return Chroma's client of a folder."""
    try:
        return chromadb.PersistentClient(str(path), ChromaSettings(anonymized_telemetry=False))
    except BaseException:
        # Chroma keeps one system for each folder, and one that did not start as well: without this, the folder could
        # not be opened any more by this process when what was wrong with it is fixed (chromadb 1.5.9).
        SharedSystemClient._identifier_to_system.pop(str(path), None)
        raise


def _folder_error(error: BaseException, place: str) -> StoreError:
    message = str(error)
    if _is_full(message):
        return full(place)
    if "readonly" in message or "Read-only" in message:
        return StoreError(f"{capital(place)} cannot be written; let this user write there.")
    return LostVectorsError(f"{capital(place)} cannot be opened ({type(error).__name__}).")


def _is_full(message: str) -> bool:
    return any(each in message for each in ("disk is full", "No space left", "os error 28"))


def place_of(settings: Settings) -> Place:
    """Return where the settings keep vectors; raises SettingError for an address that cannot be read."""
    return Server(settings) if settings.chroma_url else Folder(settings.store)


def _hang_up(client: Any) -> None:
    """End a client's connections to a server, which its own `close` leaves open (chromadb 1.5.9)."""
    # A client holds another one, which looks for the tenant.
    for each in (client, getattr(client, "_admin_client", None)):
        if session := getattr(getattr(each, "_server", None), "_session", None):
            session.close()


def _headers(settings: Settings) -> dict[str, str]:
    headers: dict[str, str] = {"X-Chroma-Token": settings.chroma_api_key} if settings.chroma_api_key else {}
    for each in filter(None, (part.strip() for part in settings.chroma_headers.split(";"))):
        name, colon, value = each.partition(":")
        if not colon or not name.strip():
            # The value is not repeated: it may be a key.
            raise SettingError("ON_THE_RECORD_CHROMA_HEADERS cannot be read; set 'Name: value; Other: value'.")
        headers[name.strip()] = value.strip()
    for name, value in headers.items():
        if not (_HEADER_NAME.fullmatch(name) and value.isascii() and value.isprintable()):
            setting = "API_KEY" if value == settings.chroma_api_key else "HEADERS"
            raise SettingError(f"ON_THE_RECORD_CHROMA_{setting} cannot be sent in a header; use ASCII characters only.")
    return headers


@contextmanager
def translated(place: str, kind: type[StoreError] = StoreError) -> Iterator[None]:
    """Raise the errors of Chroma's client as ours; `kind` is the one for what it refuses."""
    try:
        yield
    except NotFoundError as error:
        raise LostVectorsError(f"A collection is missing from {place}; index the documents again.") from error
    except httpx.TransportError as error:
        raise StoreUnreachableError(
            f"{capital(place)} does not answer; start it or wait for it, or correct ON_THE_RECORD_CHROMA_URL."
        ) from error
    except Exception as error:
        if not isinstance(error, ChromaError | httpx.HTTPError) and type(error) is not Exception:
            raise
        if _is_full(str(error)):
            raise full(place) from error
        raise kind(
            f"{capital(place)} refused ({_why(error)}); nothing that was indexed is lost: fix this and try again."
        ) from error


def _why(error: Exception) -> str:
    """Return the status of a reply that Chroma's client could not read, such as a proxy's page, or what it read."""
    reply = error.__cause__ or error.__context__
    if isinstance(reply, httpx.HTTPStatusError) and not isinstance(error, ChromaError):
        return f"HTTP {reply.response.status_code}"
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"


@contextmanager
def _blank_memory() -> Iterator[None]:
    """Let memory that is allocated inside begin as zeros.

    Chroma writes its vector file with the room it has reserved, and what stood in that memory before: a test found
    words of removed documents there. glibc fills fresh memory when M_PERTURB is set (mallopt(3)); others lack it.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is None:
        yield
        return
    mallopt(M_PERTURB, 255)
    try:
        yield
    finally:
        mallopt(M_PERTURB, 0)
