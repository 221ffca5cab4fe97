"""Files that are added while the store is in use: kept in it, indexed one after another by a thread of their own.

What is added lies in `added/uploads/` of the store, so that a document's id tells where it came from and an interrupted
job is taken up again by the next one.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from errors import DocumentError, OnTheRecordError, StoreBusyError
from index.read.document_ids import ADDED, is_upload, real
from index.read.file_types import SUFFIXES, unread_reason
from index.records import Unread
from index.run_report import Progress, Report
from index.running.jobs import Failed, Job, Jobs, Request
from index.storage.store import Store
from index.storage.uploads import Kept, SameName, Upload, Uploads, safe_name, safe_title
from index.sync import sync
from index.text.counts import not_read

MOST_NAMED = 3
"""So many files are named in one sentence."""
NAMES_CHARACTERS = 80
UNFINISHED = "unfinished"
KEPT = "What was already indexed is kept"
STOPPED = f"Stopped. {KEPT}."


class _CancelledError(OnTheRecordError):
    pass


@dataclass
class Intake:
    """Takes files in and documents out, one job at a time; any thread may call it."""

    store: Callable[[], Store]
    folder: Path
    passage_tokens: int
    adding: threading.RLock = field(default_factory=threading.RLock)
    """Held by who looks at what is there before adding to it."""
    known: Jobs = field(init=False)
    """Its jobs, and those that an earlier process had."""
    _cancelled: set[int] = field(default_factory=set)
    _uploads: Uploads = field(init=False)
    _worker: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
    )

    def __post_init__(self) -> None:
        """Find the store's own folder of what is added, and what an earlier process left half done there."""
        self._uploads = Uploads(self.folder)
        self.known = Jobs(self.folder)
        self.known.take_up(half_done=self._mark.exists())

    @property
    def _mark(self) -> Path:
        """Return the file that stands in the store while what was added is not indexed whole."""
        return self.folder / UNFINISHED

    def jobs(self) -> list[Job]:
        """Return the latest jobs, the newest first."""
        return self.known.latest()

    def others(self, uploads: Sequence[Upload]) -> list[Upload]:
        """Return those whose name is there already with other content, of which a person chooses what becomes."""
        return self._uploads.others(uploads)

    def add(
        self,
        files: Mapping[str, bytes] | Sequence[Upload],
        same_name: SameName = "both",
        request: Request | None = None,
    ) -> Job:
        """Keep the files and index them; what is there already with the same name and content is not kept twice.

        Of a file whose name is there with other content both are kept, or with "replace" the new one alone. Files of a
        kind that is not read are named among the job's failures. The job is known by the `request` that it does.

        Raises:
            DocumentError: there is no file, or none of a kind that is read.
            StoreError: the files cannot be kept; nothing was taken in.
        """
        uploads = uploads_of(files) if isinstance(files, Mapping) else list(files)
        if not uploads:
            raise DocumentError("There is no file to add; choose one.")
        refused = tuple((each.name, unread_reason(_suffix(each))) for each in uploads if _suffix(each) not in SUFFIXES)
        if len(refused) == len(uploads):
            raise DocumentError("; ".join(f"{name}: {reason}" for name, reason in refused[:MOST_NAMED]))
        kept = self._uploads.keep([each for each in uploads if _suffix(each) in SUFFIXES], same_name)
        title = uploads[0].name if len(uploads) == 1 else f"{len(uploads)} files"
        return self._begin(
            f"Add {title}", lambda number: self._index(number, kept, refused), adds=True, request=request
        )

    def go_on(self, number: int) -> None:
        """Take up what was cut off: what is indexed already is not read again."""
        if cut := self.known.get(number):
            self.take_up(cut)

    def take_up(self, cut: Job) -> None:
        """Go on with a job that was cut off, of an earlier process too, under its id; another stays as it is."""
        with self.adding:
            if not (cut.may_go_on and self.known.of(cut.id) == cut):
                return
            self.known.forget(cut.id)
            kept = {"id": cut.id, "request": cut.request, "adds": True}
            self._begin(cut.title, lambda new: self._index(new, None, ()), **kept)

    def from_command(self, payload: Mapping[str, Any], show: Callable[[str], None]) -> dict[str, Any]:
        """Index what a command in a terminal names, in its own thread, shown and stopped like any other work.

        Raises:
            StoreBusyError: it was stopped here.
            OnTheRecordError: what an index run raises.
        """
        roots = [Path(each) for each in payload["paths"]]
        job = self.known.begin(f"From a terminal: {', '.join(each.name for each in roots)[:NAMES_CHARACTERS]}")
        found: list[Report] = []

        def work(number: int) -> tuple[str, Failed]:
            def progress(where: Progress) -> None:
                show(where.message())
                self._tell_progress(number, where)

            report = sync(roots, self.store(), self.passage_tokens, bool(payload["prune"]), progress)
            found.append(report)
            return _message(report, 0), _failed(report)

        self._run(job.number, work, catches=False)
        return found[0].to_json()

    def remove(self, document_ids: Sequence[str]) -> Job:
        """Take documents out of the index, and from the store's folder where they were added to it."""
        title = document_ids[0] if len(document_ids) == 1 else f"{len(document_ids)} documents"
        return self._begin(f"Remove {title}", lambda number: self._remove(document_ids))

    def cancel(self, number: int) -> None:
        """Stop a job at its next step; what it has done stays, and adding again goes on from there."""
        self._cancelled.add(number)

    def close(self) -> None:
        """Stop what runs and wait for it."""
        self._cancelled.update(self.known.numbers())
        self._worker.shutdown(cancel_futures=True)

    def _begin(self, title: str, work: Callable[[int], tuple[str, Failed]], **more: Any) -> Job:
        job = self.known.begin(title, **more)
        self._worker.submit(self._run, job.number, work)
        return job

    def _run(self, number: int, work: Callable[[int], tuple[str, Failed]], catches: bool = True) -> None:
        """Do a piece of work and note what came of it; errors are raised again for who does not want them caught."""
        try:
            self._stop_if_cancelled(number)
            self.known.tell(number, state="running", message="Looking at what is there")
            message, failed = work(number)
            self.known.tell(number, state="done", message=message, share=1.0, failed=failed)
        except _CancelledError:
            self.known.tell(number, state="cancelled", message=STOPPED)
            if not catches:
                raise StoreBusyError(f"Stopped in the app. {KEPT}; run the same command to go on.") from None
        except OnTheRecordError as error:
            self.known.tell(number, state="failed", message=str(error))
            if not catches:
                raise
        except Exception as error:
            # Whatever a file does to a parser, the thread lives on for the next job.
            self.known.tell(number, state="failed", message=f"It failed ({type(error).__name__}); try again.")
            if not catches:
                raise

    def _stop_if_cancelled(self, number: int) -> None:
        if number in self._cancelled:
            raise _CancelledError

    def _index(self, number: int, kept: Kept | None, refused: Failed) -> tuple[str, Failed]:
        """Index what was added, and return what came of it and which of the `kept` files could not be read.

        Those of earlier jobs are told by the library until they are removed; with None all are of this job.
        """
        self._mark.touch()
        if kept:
            self._forget(kept)
        report = sync(
            [self.folder / ADDED],
            self.store(),
            self.passage_tokens,
            progress=lambda where: self._tell_progress(number, where),
        )
        self._mark.unlink(missing_ok=True)
        failed = self._failed_of(kept) if kept else _failed(report)
        return _message(report, len(kept.there) if kept else 0), (*refused, *failed)

    def _failed_of(self, kept: Kept) -> Failed:
        own = {str(self._uploads.folder.resolve() / each) for each in (*kept.files, *kept.there)}
        store = self.store()
        unread = store.catalog.unread()
        return tuple((each.path, each.reason) for each in unread if str(real(each.place, store.folder)) in own)

    def _tell_progress(self, number: int, where: Progress) -> None:
        self._stop_if_cancelled(number)
        self.known.tell(number, message=where.message(), share=where.share)

    def _forget(self, kept: Kept) -> None:
        """Let what was written be read also where the file had the same: a document of it may have been removed."""
        catalog = self.store().catalog
        written = {self._uploads.folder.resolve() / each for each in kept.files}
        for file in {file for _, file, path in catalog.places() if real(path, self.folder) in written}:
            catalog.writer.set_file(file, None)

    def _remove(self, document_ids: Sequence[str]) -> tuple[str, Failed]:
        store = self.store()
        with store.writing:
            catalog = store.catalog
            wanted = set(document_ids)
            for unread in self.unread_uploads(wanted):
                self._uploads.remove(unread, [], whole=True)
                self._forget_unread(unread)
            for file, path in {(each[1], each[2]) for each in catalog.places() if each[0] in wanted}:
                documents = set(catalog.documents_of_file(file))
                added = is_upload(path, store.folder)
                if added:
                    # Before the index: what is left half done must not bring a removed document back.
                    self._uploads.remove(
                        real(path, store.folder), sorted(wanted & documents), whole=wanted >= documents
                    )
                    if wanted >= documents:
                        self._forget_unread(real(path, store.folder))
                catalog.writer.remove(wanted & documents)
                if wanted >= documents or not added:
                    # The next run over this file's folder takes in again what is still there.
                    catalog.writer.set_file(file, None)
                for each in wanted & documents if added else ():
                    # What was added here leaves the disk with all that was written of it; a file that stays may come
                    # back.
                    catalog.writer.correct(each, [])
            store.settle()
        return f"{len(document_ids):,} removed.", ()

    def unread_uploads(self, shown: Collection[str]) -> set[Path]:
        """Return the files that were added and of which nothing could be read, of those that are shown under paths."""
        return {Path(each.place) for each in self.unread() if each.path in shown}

    def unread(self) -> list[Unread]:
        """Return what was added and of which nothing could be read, with the reason."""
        catalog, store = self.store().catalog, self.store().folder
        read = {real(path, store) for _, _, path in catalog.places()}
        return [each for each in catalog.unread() if is_upload(each.place, store) and Path(each.place) not in read]

    def _forget_unread(self, file: Path) -> None:
        self.store().catalog.writer.set_unread([], lambda place: place == str(file))


def _message(report: Report, there: int) -> str:
    """Return what a run did, with how much was there already."""
    numbers = (
        ("added", report.added),
        ("changed", report.changed),
        ("removed", report.removed),
        ("already there", there),
    )
    counts = ", ".join(f"{value:,} {name}" for name, value in numbers if value)
    left = f"; {not_read(report.left_out())}" if report.omitted else ""
    return f"{counts or 'Nothing new'} after {report.seconds:.1f} s{left}."


def _failed(report: Report) -> Failed:
    return tuple((each["path"], each["reason"]) for each in report.failed)


def uploads_of(files: Mapping[str, bytes]) -> list[Upload]:
    """Return files by their names as they are added."""
    return [Upload(name, content, safe_name(name)) for name, content in files.items()]


def text_upload(title: str, text: str, day: str | None = None, speaker: str | None = None) -> Upload:
    """Return a pasted text as the file that it is added as.

    Raises:
        DocumentError: there is no title or no text.
    """
    title = title.strip()
    if not title or not text.strip():
        raise DocumentError("A text needs a title and words; fill in both.")
    name = safe_title(title)
    record = {"id": name, "title": title, "text": text, "date": day, "speaker": speaker}
    line = json.dumps({field: value for field, value in record.items() if value}, ensure_ascii=False)
    return Upload(title, line.encode(errors="replace"), safe_name(f"{name}.jsonl"))


def _suffix(upload: Upload) -> str:
    return PurePath(upload.file).suffix.lower()
