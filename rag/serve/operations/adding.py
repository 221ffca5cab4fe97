"""Add documents to the store and remove some, each as a job that goes on by itself; look at jobs, stop them, go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from errors import DocumentError, JobError, LimitError
from index.missing import missing
from index.owner_rpc import Payload, Show
from index.running.jobs import Job, Request
from index.storage.uploads import Upload, safe_name
from index.upload_jobs import Intake, text_upload
from rag.serve.operations.shapes import JobObject, JobsObject

MOST_WAITING = 100
"""So many jobs may wait for their turn: each keeps a thread from nothing, but its files are on the disk."""
MOST_NAMED = 500
"""So many files that were not taken in are named with a job."""


def add(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return the job that indexes files which lie in a folder of this machine, each with the name that it was given.

    With `same_name` "refuse", nothing is taken in where a name is there with other content, and `taken` names those.

    Raises:
        DocumentError: none of them is of a kind that is read, or the request's key stands for another request.
        LimitError: too many jobs wait.
        StoreError: they cannot be kept.
    """
    del show
    folder = Path(payload["folder"])
    return _added(intake, payload, [_upload(name, folder / file) for name, file in payload["files"]])


def add_text(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return the job that indexes a text under its title, else as `add` does."""
    del show
    upload = text_upload(payload["title"], payload["text"], payload.get("published"), payload.get("speaker"))
    return _added(intake, payload, [upload])


def remove(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return the job that removes documents, and from the disk those that were added to the store, read or not.

    Raises:
        DocumentError: there is no such document; none was removed.
        LimitError: too many jobs wait.
    """
    del show
    catalog, named = intake.store().catalog, list(dict.fromkeys(payload["documents"]))
    there = catalog.digests()
    for each in named:
        if each not in there and not intake.unread_uploads({each}):
            raise DocumentError(missing(each, catalog, intake.folder))
    _check_line(intake)
    return _shown(intake.remove(named))


def jobs(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return the jobs that are known, the newest first."""
    del show
    known = intake.known.known()
    offset, limit = int(payload["offset"]), int(payload["limit"])
    listed: JobsObject = {
        "count": len(known),
        "offset": offset,
        "jobs": [cast(JobObject, _shown(each)) for each in known[offset : offset + limit]],
    }
    return cast(Payload, listed)


def job(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return how far a job is, or what came of it.

    Raises:
        JobError: none is known by this id.
    """
    del show
    return _shown(_of(intake, payload))


def cancel(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return a job that stops at its next step; one that is over stays as it is. Raises what `job` raises."""
    del show
    found = _of(intake, payload)
    if not found.is_over:
        intake.cancel(found.number)
    return _shown(_of(intake, payload))


def take_up(intake: Intake, payload: Payload, show: Show) -> Payload:
    """Return a job that was cut off and goes on; another stays as it is. Raises what `job` raises."""
    del show
    _check_line(intake)
    intake.take_up(_of(intake, payload))
    return _shown(_of(intake, payload))


def _upload(name: str, path: Path) -> Upload:
    try:
        return Upload(name, path.read_bytes(), safe_name(name))
    except OSError as error:
        raise DocumentError(f"{name} cannot be read where it was put ({error.strerror}); send it again.") from None


def _added(intake: Intake, payload: Payload, uploads: Sequence[Upload]) -> Payload:
    request = Request(payload["key"], payload["digest"]) if payload.get("key") else None
    with intake.adding:
        before = intake.known.requested(request.key) if request else None
        if before and before.request != request:
            raise DocumentError("This Idempotency-Key was sent with another request; choose a new one for each.")
        if before:
            return _shown(before)
        _check_line(intake)
        same_name = payload["same_name"]
        if same_name == "refuse":
            if others := intake.others(uploads):
                return {"taken": [each.name for each in others]}
            same_name = "both"
        return _shown(intake.add(uploads, same_name, request))


def _check_line(intake: Intake) -> None:
    if intake.known.waiting() >= MOST_WAITING:
        raise LimitError(f"{MOST_WAITING} jobs are not done yet; wait for them, or cancel some.")


def _of(intake: Intake, payload: Payload) -> Job:
    found = intake.known.of(payload["job"])
    if found is None:
        raise JobError(f"There is no job '{payload['job']}'; look at the list of jobs, or send the request again.")
    return found


def _shown(job: Job) -> Payload:
    shown: JobObject = {
        "id": job.id,
        "title": job.title,
        "state": job.state,
        "message": job.message,
        "share": job.share,
        "not_read": len(job.failed),
        "failed": [{"path": path, "reason": reason} for path, reason in job.failed[:MOST_NAMED]],
        "may_go_on": job.may_go_on,
    }
    return cast(Payload, shown)
