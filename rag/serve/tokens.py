"""Tokens with which clients ask the service: made and revoked by command, kept as digests in the store's folder.

A token is 256 random bits, so that its SHA-256 tells nothing of it. The file is read again when it changed: a revoked
token is refused at the next request.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from errors import SettingError, StoreError
from index.text.expressions import expression

FILE = "tokens.json"
PREFIX = "otr_"
Right = Literal["read", "edit"]
_NAME = expression(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


@dataclass(frozen=True)
class Token:
    """Who may do what: a name, a right, when it was made, and the digest of the token."""

    name: str
    right: Right
    made: str
    sha256: str

    @property
    def may_edit(self) -> bool:
        """Return whether it may change what is stored."""
        return self.right == "edit"


class Tokens:
    """The tokens of one store; any thread may use it."""

    def __init__(self, store: Path) -> None:
        self._path = store / FILE
        self._guard = threading.Lock()
        self._read: tuple[tuple[int, int, int], list[Token]] | None = None

    def listed(self) -> list[Token]:
        """Return all tokens by name.

        Raises:
            StoreError: the file cannot be read, or others may read it.
        """
        with self._guard:
            try:
                about = self._path.stat()
            except FileNotFoundError:
                return []
            except OSError as error:
                raise StoreError(f"{self._path} cannot be read ({error.strerror}).") from None
            seen = (about.st_mtime_ns, about.st_size, about.st_ino)
            if self._read is None or self._read[0] != seen:
                self._read = (seen, _read(self._path))
            return self._read[1]

    def of(self, presented: str) -> Token | None:
        """Return the token whose secret somebody presents, None where it is none of this store's."""
        digest = _digest(presented)
        found = None
        for each in self.listed():
            if secrets.compare_digest(each.sha256, digest):
                found = each
        return found

    def add(self, name: str, right: Right) -> str:
        """Return a new token, which is told this once.

        Raises:
            SettingError: the name is taken, or is not one.
            StoreError: it cannot be kept.
        """
        if not _NAME.fullmatch(name):
            raise SettingError(f"'{name}' cannot be a token's name; use up to 64 letters, digits and . _ @ -")
        there = self.listed()
        if any(each.name == name for each in there):
            raise SettingError(f"There is a token '{name}' already; revoke it first or choose another name.")
        secret = PREFIX + secrets.token_urlsafe(32)
        made = datetime.now(UTC).isoformat(timespec="seconds")
        self._write([*there, Token(name=name, right=right, made=made, sha256=_digest(secret))])
        return secret

    def revoke(self, name: str) -> None:
        """Accept a token no more.

        Raises:
            SettingError: there is none of that name.
            StoreError: the file cannot be written.
        """
        there = self.listed()
        left = [each for each in there if each.name != name]
        if len(left) == len(there):
            raise SettingError(f"There is no token '{name}'; run: python -m rag token list")
        self._write(left)

    def _write(self, tokens: list[Token]) -> None:
        """Put the file in place whole, readable by its owner alone."""
        content = json.dumps([asdict(each) for each in sorted(tokens, key=lambda each: each.name)], indent=1)
        temporary = self._path.with_name(f"{FILE}.{secrets.token_hex(4)}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(content + "\n")
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink()
            raise StoreError(f"{self._path} cannot be written ({error.strerror}).") from None


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def _read(path: Path) -> list[Token]:
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_mode & 0o077:
                raise StoreError(f"{path} may be read by others; run: chmod 600 {path}")
            return [Token(**each) for each in json.loads(file.read(10_000_000))]
    except (OSError, ValueError, TypeError):
        raise StoreError(f"{path} cannot be read; revoke nothing by hand, remove it and make new tokens.") from None
