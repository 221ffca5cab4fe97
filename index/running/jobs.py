"""Work on an open store: how far it is and what came of it; the latest jobs stay known when their process ends."""

from __future__ import annotations

import json
import os
import secrets
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

MOST_JOBS = 20
"""So many are shown as the latest."""
MOST_KEPT = 200
"""So many stay known; of a store into which files are sent for months, the others are forgotten."""
MOST_FAILED = 500
"""So many files that were not taken in are kept of each job that stays known."""
FILE = "jobs.json"
LARGEST = 100_000_000
INTERRUPTED = "The program ended before this was done. What was already indexed is kept."
ADDED, CHANGED = "Add documents", "Change documents"
Failed = tuple[tuple[str, str], ...]
"""Names of files that were not taken in, each with the reason."""
State = Literal["waiting", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True)
class Request:
    """What tells one request for work from another: who sent it under which name, and what it asked for."""

    key: str
    digest: str


@dataclass(frozen=True)
class Job:
    """One piece of work: what it is called, how far it is, and what came of it."""

    number: int
    title: str
    state: State = "waiting"
    message: str = ""
    share: float = 0.0
    failed: Failed = ()
    """Files that could not be taken in, with the reason."""
    adds: bool = False
    """Whether it indexes what was added to the store."""
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    """Its name also when the process has ended that did it."""
    request: Request | None = None

    @property
    def is_over(self) -> bool:
        """Return whether nothing more will come of it."""
        return self.state in ("done", "failed", "cancelled")

    @property
    def may_go_on(self) -> bool:
        """Return whether it was cut off and can be taken up again."""
        return self.adds and self.state in ("failed", "cancelled")


class Jobs:
    """The jobs of one process on a store, and what is known of those before; any thread may use it."""

    def __init__(self, store: Path) -> None:
        self._path = store / FILE
        self._numbers = count(1)
        self._guard = threading.RLock()
        self._mine: dict[int, Job] = {}
        self._before = _read(self._path)

    def take_up(self, half_done: bool) -> None:
        """Show what another process left: the work that it did not end; `half_done` when some is known to be so."""
        with self._guard:
            for each in [each for each in self._before.values() if not each.is_over]:
                self._before[each.id] = replace(each, state="cancelled", message=INTERRUPTED)
            before = [each for each in self._before.values() if each.adds]
            left = [each for each in before if each.message == INTERRUPTED]
            if half_done and not left:
                # It was stopped, with its process for one.
                left = [each for each in before[-1:] if each.may_go_on]
                left = left or [Job(0, ADDED, "cancelled", INTERRUPTED, adds=True)]
            for each in left:
                self._keep(replace(each, number=next(self._numbers)))

    def latest(self) -> list[Job]:
        """Return the latest jobs of this process, the newest first."""
        with self._guard:
            return sorted(self._mine.values(), key=lambda each: -each.number)[:MOST_JOBS]

    def waiting(self) -> int:
        """Return how many are not over."""
        with self._guard:
            return sum(not each.is_over for each in self._mine.values())

    def numbers(self) -> list[int]:
        """Return the numbers of all."""
        with self._guard:
            return list(self._mine)

    def known(self) -> list[Job]:
        """Return all that are known, also those of processes before, the newest first."""
        with self._guard:
            mine = sorted(self._mine.values(), key=lambda each: -each.number)
            ids = {each.id for each in mine}
            return [*mine, *(each for each in reversed(self._before.values()) if each.id not in ids)]

    def of(self, job: str) -> Job | None:
        """Return the job of an id, None where none is known."""
        return next((each for each in self.known() if each.id == job), None)

    def requested(self, key: str) -> Job | None:
        """Return the job that a request under this key began."""
        return next((each for each in self.known() if each.request and each.request.key == key), None)

    def begin(self, title: str, **more: Any) -> Job:
        """Return a new job, which is known from now on."""
        with self._guard:
            job = Job(next(self._numbers), title, **more)
            self._keep(job)
            return job

    def get(self, number: int) -> Job | None:
        """Return the job of this process with a number."""
        with self._guard:
            return self._mine.get(number)

    def forget(self, job: str) -> None:
        """Have this process know the job of an id no more."""
        with self._guard:
            self._mine = {number: each for number, each in self._mine.items() if each.id != job}

    def tell(self, number: int, **changed: Any) -> None:
        """Note what became of a job."""
        with self._guard:
            before = self._mine[number]
            self._mine[number] = replace(before, **changed)
            if self._mine[number].state != before.state:
                self._write()

    def _keep(self, job: Job) -> None:
        self._mine[job.number] = job
        for each in [each.number for each in self._mine.values() if each.is_over][:-MOST_KEPT]:
            del self._mine[each]
        self._write()

    def _write(self) -> None:
        """Write what is known, so that the next process knows it; where the disk is full, it does not."""
        # Where the store is on servers, another process may have written since.
        self._before = {**_read(self._path), **self._before}
        rows = [_row(each) for each in self.known()[:MOST_KEPT]]
        half = self._path.with_name(f"{FILE}.{secrets.token_hex(4)}")
        with suppress(OSError):
            try:
                with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                    json.dump(rows[::-1], file)
                half.replace(self._path)
            except OSError:
                half.unlink(missing_ok=True)


def _row(job: Job) -> dict[str, Any]:
    """Return what is written of a job: once it is over no names, as those documents may be removed for good reason."""
    title = (ADDED if job.adds else CHANGED) if job.is_over else job.title
    return asdict(replace(job, title=title, failed=job.failed[:MOST_FAILED]))


def _read(path: Path) -> dict[str, Job]:
    """Return the jobs that a file knows by their ids, the oldest first; none where it cannot be read."""
    names = {each.name for each in fields(Job)}
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), encoding="utf-8") as file:
            rows = json.loads(file.read(LARGEST))
        return {row["id"]: _job({name: row[name] for name in names}) for row in rows}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}


def _job(row: dict[str, Any]) -> Job:
    request = Request(**row["request"]) if row["request"] else None
    return Job(**{**row, "failed": tuple((str(path), str(why)) for path, why in row["failed"]), "request": request})
