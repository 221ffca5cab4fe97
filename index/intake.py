"""Files that are added while the store is in use: kept in it, indexed one after another by a thread of their own.

What is added lies in `added/uploads/` of the store, so that a document's id tells where it came from and an interrupted
job is taken up again by the next one.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

from errors import DocumentError, OnTheRecordError, StoreError
from index.load import SUFFIXES
from index.store import Store
from index.sync import Progress, sync
from index.wording import not_read

ROOT, UPLOADS = "added", "uploads"
LONGEST_NAME = 100
MOST_JOBS = 20
State = Literal["waiting", "running", "done", "failed", "cancelled"]


@dataclass(frozen=True)
class Job:
    """One piece of work: what it is called, how far it is, and what came of it."""

    number: int
    title: str
    state: State = "waiting"
    message: str = ""
    share: float = 0.0
    failed: tuple[tuple[str, str], ...] = ()
    """Files that could not be taken in, with the reason."""

    @property
    def is_over(self) -> bool:
        """Return whether nothing more will come of it."""
        return self.state in ("done", "failed", "cancelled")


class _CancelledError(OnTheRecordError):
    pass


@dataclass
class Intake:
    """Takes files in and documents out, one job at a time; any thread may call it."""

    store: Callable[[], Store]
    folder: Path
    passage_tokens: int
    _jobs: dict[int, Job] = field(default_factory=dict)
    _cancelled: set[int] = field(default_factory=set)
    _numbers: Any = field(default_factory=lambda: count(1))
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
    )

    def jobs(self) -> list[Job]:
        """Return the latest jobs, the newest first."""
        with self._guard:
            return sorted(self._jobs.values(), key=lambda each: -each.number)[:MOST_JOBS]

    def add(self, files: Mapping[str, bytes]) -> Job:
        """Keep the files and index them; one of the same name takes the older one's place.

        Raises:
            DocumentError: a file's kind cannot be read, or there is none.
            StoreError: the files cannot be kept; nothing was taken in.
        """
        if not files:
            raise DocumentError("There is no file to add; choose one.")
        for name in files:
            if Path(name).suffix.lower() not in SUFFIXES:
                raise DocumentError(f"{name} cannot be read; add files of these kinds: {' '.join(sorted(SUFFIXES))}.")
        _keep(files, self.folder / ROOT / UPLOADS)
        title = next(iter(files)) if len(files) == 1 else f"{len(files)} files"
        return self._begin(f"Add {title}", self._index)

    def add_text(self, title: str, text: str, day: str | None = None, speaker: str | None = None) -> Job:
        """Keep a pasted text as a document of its own and index it.

        Raises:
            DocumentError: there is no title or no text.
        """
        if not title.strip() or not text.strip():
            raise DocumentError("A text needs a title and words; fill in both.")
        record = {"id": safe_name(title), "title": title.strip(), "text": text, "date": day, "speaker": speaker}
        held = json.dumps({name: value for name, value in record.items() if value}, ensure_ascii=False)
        return self.add({f"{safe_name(title)}.jsonl": held.encode()})

    def remove(self, document_ids: Sequence[str]) -> Job:
        """Take documents out of the index, and from the store's folder where they were added to it."""
        title = document_ids[0] if len(document_ids) == 1 else f"{len(document_ids)} documents"
        return self._begin(f"Remove {title}", lambda number: self._remove(document_ids))

    def cancel(self, number: int) -> None:
        """Stop a job at its next step; what it has done stays, and adding again goes on from there."""
        self._cancelled.add(number)

    def close(self) -> None:
        """Stop what runs and wait for it."""
        self._cancelled.update(self._jobs)
        self._worker.shutdown(cancel_futures=True)

    def _begin(self, title: str, work: Callable[[int], tuple[str, tuple[tuple[str, str], ...]]]) -> Job:
        job = Job(next(self._numbers), title)
        with self._guard:
            self._jobs[job.number] = job
        self._worker.submit(self._run, job.number, work)
        return job

    def _run(self, number: int, work: Callable[[int], tuple[str, tuple[tuple[str, str], ...]]]) -> None:
        try:
            self._stop_if_cancelled(number)
            self._tell(number, state="running")
            message, failed = work(number)
            self._tell(number, state="done", message=message, share=1.0, failed=failed)
        except _CancelledError:
            self._tell(number, state="cancelled", message="Stopped; what was indexed before stays.")
        except OnTheRecordError as error:
            self._tell(number, state="failed", message=str(error))
        except Exception as error:
            # Whatever a file does to a parser, the thread lives on for the next job.
            self._tell(number, state="failed", message=f"It failed ({type(error).__name__}); try again.")

    def _tell(self, number: int, **changed: Any) -> None:
        with self._guard:
            self._jobs[number] = replace(self._jobs[number], **changed)

    def _stop_if_cancelled(self, number: int) -> None:
        if number in self._cancelled:
            raise _CancelledError

    def _index(self, number: int) -> tuple[str, tuple[tuple[str, str], ...]]:
        def progress(where: Progress) -> None:
            self._stop_if_cancelled(number)
            self._tell(number, message=where.message(), share=where.share)

        report = sync([self.folder / ROOT], self.store(), self.passage_tokens, progress=progress)
        counts = ", ".join(
            f"{value:,} {name}" for name, value in (("added", report.added), ("changed", report.changed)) if value
        )
        left = f"; {not_read(report.left_out())}" if report.omitted else ""
        failed = tuple((each["path"], each["reason"]) for each in report.failed)
        return f"{counts or 'Nothing new'} after {report.seconds:.1f} s{left}.", failed

    def _remove(self, document_ids: Sequence[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
        store = self.store()
        with store.writing:
            catalog = store.catalog
            files = catalog.files_of(document_ids)
            catalog.remove(document_ids)
            for file in files:
                # The next run over this file's folder takes in anew what is still there.
                catalog.set_file(file, None)
                if file.startswith(f"{UPLOADS}/") and not catalog.documents_of_file(file):
                    (self.folder / ROOT / UPLOADS / Path(file).name).unlink(missing_ok=True)
            for each in document_ids:
                # What was added here leaves the disk with all that was written of it; a file that stays may come back.
                if each.startswith(f"{UPLOADS}/"):
                    catalog.correct(each, [])
            store.settle()
        return f"{len(document_ids):,} removed.", ()


def _keep(files: Mapping[str, bytes], folder: Path) -> None:
    """Write all the files into the folder, or none: a part of one would be taken for the whole."""
    halves = {folder / f"{safe_name(name)}.part": content for name, content in files.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for half, content in halves.items():
            half.write_bytes(content)
        for half in halves:
            half.replace(half.with_suffix(""))
    except OSError as error:
        with suppress(OSError):
            for half in halves:
                half.unlink(missing_ok=True)
        raise StoreError(
            f"{next(iter(files))} cannot be kept in {folder} ({error.strerror}); fix that and add it again."
        ) from None


def safe_name(name: str) -> str:
    """Return a file's name without anything that a path, a hidden file or a glob could be made of."""
    bare = re.sub(r"[^\w.() -]+", "_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    stem, dot, suffix = bare.rpartition(".")
    kept = f"{stem[:LONGEST_NAME]}{dot}{suffix}" if stem else bare[:LONGEST_NAME]
    return kept or f"added-{hashlib.sha256(name.encode(errors='replace')).hexdigest()[:12]}"
