"""A PostgreSQL and a Chroma server on loopback for what is measured or tested, with a place of its own for a store."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.request import urlopen

import psycopg

from settings import Settings

PASSWORD = "told-to-nobody"
START_SECONDS = 60.0
_NUMBERS = count(1)


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _binary(name: str) -> str | None:
    """Return a program of PostgreSQL's, which Debian keeps in a folder of its version."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


def _waited_for(ready: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not start in {START_SECONDS:.0f} s")
        time.sleep(0.05)


@dataclass
class Servers:
    """PostgreSQL and Chroma, each with a folder that outlives its process."""

    folder: Path
    postgres_port: int = field(default_factory=free_port)
    chroma_port: int = field(default_factory=free_port)
    _postgres: subprocess.Popen[bytes] | None = None
    _chroma: subprocess.Popen[bytes] | None = None

    @property
    def _user(self) -> str | None:
        """Return who runs PostgreSQL, which does not run as root."""
        return "postgres" if os.getuid() == 0 else None

    def address(self, database: str = "postgres", schema: str = "") -> str:
        """Return PostgreSQL's address, with the schema that is searched."""
        within = f"?options=-csearch_path%3D{schema}" if schema else ""
        return f"postgresql://postgres:{PASSWORD}@127.0.0.1:{self.postgres_port}/{database}{within}"

    def make(self) -> None:
        """Make PostgreSQL's folder."""
        data, secret = self.folder / "postgres", self.folder / "password"
        data.mkdir(mode=0o700)
        secret.write_text(PASSWORD)
        self.folder.chmod(0o755)
        if self._user:
            owner = pwd.getpwnam(self._user)
            os.chown(data, owner.pw_uid, owner.pw_gid)
            os.chown(secret, owner.pw_uid, owner.pw_gid)
        subprocess.run(
            [str(_binary("initdb")), "-D", str(data), "-U", "postgres", "-A", "scram-sha-256", "--pwfile", str(secret)]
            + ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            user=self._user,
            cwd="/",
            check=True,
            capture_output=True,
        )

    def start(self) -> None:
        """Start what does not run and wait until it answers."""
        self.start_postgres()
        self.start_chroma()

    def start_postgres(self) -> None:
        """Start PostgreSQL and wait until it answers."""
        options = {"fsync": "off", "unix_socket_directories": "", "listen_addresses": "127.0.0.1"}
        command = [str(_binary("postgres")), "-D", str(self.folder / "postgres"), "-p", str(self.postgres_port)]
        command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]

        def answers() -> bool:
            if self._postgres is None or self._postgres.poll() is not None:
                # After a kill it refuses to start while a process of the one before is still ending.
                self._postgres = subprocess.Popen(
                    command, user=self._user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            return self._postgres_answers()

        _waited_for(answers, "PostgreSQL")

    def start_chroma(self) -> None:
        """Start the Chroma server and wait until it answers."""
        self._chroma = subprocess.Popen(
            [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(self.folder / "chroma")]
            + ["--host", "127.0.0.1", "--port", str(self.chroma_port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _waited_for(self._chroma_answers, "the Chroma server")

    def stop_postgres(self, kill: bool = False) -> None:
        """Stop PostgreSQL and all its processes at once, or as a machine's failure would."""
        if self._postgres:
            # SIGINT ends the sessions without waiting for them ("fast", postgresql.org on shutting down).
            self._postgres.send_signal(signal.SIGKILL if kill else signal.SIGINT)
            self._postgres.wait()
            self._postgres = None

    def stop_chroma(self, kill: bool = False) -> None:
        """Stop the Chroma server, or as a machine's failure would."""
        if self._chroma:
            (self._chroma.kill if kill else self._chroma.terminate)()
            self._chroma.wait()
            self._chroma = None

    def stop(self) -> None:
        """Stop both."""
        self.stop_postgres()
        self.stop_chroma()

    def _postgres_answers(self) -> bool:
        try:
            psycopg.connect(self.address(), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _chroma_answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.chroma_port}/api/v2/heartbeat", timeout=2) as reply:
                return bool(reply.status == 200)
        except OSError:
            return False

    def settings(self, store: Path) -> Settings:
        """Return the settings of a new store on the servers, in a schema and a Chroma database of its own."""
        name = f"store_{next(_NUMBERS)}_{os.getpid()}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f'CREATE SCHEMA "{name}"')
        return Settings(
            store=store,
            lock_seconds=0.3,
            catalog_url=self.address(schema=name),
            chroma_url=f"http://127.0.0.1:{self.chroma_port}",
            chroma_database=name,
        )


def environment(settings: Settings) -> dict[str, str]:
    """Return the variables by which another process opens the store of the settings."""
    names = ("store", "catalog_url", "chroma_url", "chroma_database")
    return {f"ON_THE_RECORD_{name.upper()}": str(getattr(settings, name)) for name in names}


def installed() -> bool:
    """Return whether PostgreSQL's programs are on this machine."""
    return bool(_binary("initdb") and _binary("postgres"))


@contextmanager
def running() -> Iterator[Servers]:
    """Start both servers in a new folder until the block ends."""
    servers = Servers(Path(tempfile.mkdtemp(prefix="on-the-record-")))
    try:
        servers.make()
        servers.start()
        yield servers
    finally:
        servers.stop()
        shutil.rmtree(servers.folder, ignore_errors=True)
