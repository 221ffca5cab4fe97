"""Documents added, replaced and removed, each as a job that goes on by itself; jobs looked at, stopped and taken up."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Header, Query, Request, UploadFile
from fastapi.responses import JSONResponse, Response

from errors import DocumentError, StoreError
from index.owner_rpc import Payload
from rag.serve.desk import Desk
from rag.serve.http import problems
from rag.serve.http.asks import Files, Paged, PastedText, Removed
from rag.serve.http.guard import CALLER
from rag.serve.http.library import editor, sent_fields, shape
from rag.serve.operations import shapes

INCOMING = "incoming-"
"""The beginning of a folder's name in the store in which files lie until they are taken in."""
LEFT_SECONDS = 3600.0
"""So old a folder of a process that was killed is removed."""
MOST_NAMED = 10
Sent = Annotated[Files, Form(media_type="multipart/form-data")]
Key = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=255, description="A request that is sent again under it adds no job"),
]


def router(desk: Desk) -> APIRouter:
    """Return what changes which documents there are; all of it needs a token that may edit."""
    routes = APIRouter(tags=["change"], dependencies=[Depends(editor)])

    @routes.post("/v1/documents", status_code=202, response_class=JSONResponse, responses=shape(shapes.JobObject, 202))
    def add(request: Request, sent: Sent, key: Key = None) -> Response:
        """Add files, or the files of a .zip: the job that reads them. A name with other content is refused first."""
        with _put_down(sent.files, desk.settings.store) as (folder, names, digest):
            payload = {"folder": str(folder), "files": names, "same_name": sent.same_name}
            return _begun(desk, "add", payload | _request(request, key, digest, sent.same_name))

    @routes.post("/v1/texts", status_code=202, response_class=JSONResponse, responses=shape(shapes.JobObject, 202))
    def add_text(request: Request, sent: PastedText, key: Key = None) -> Response:
        """Add a text under its title: the job that reads it."""
        payload = sent_fields(sent)
        return _begun(desk, "add_text", payload | _request(request, key, *map(repr, sorted(payload.items()))))

    @routes.delete(
        "/v1/documents/{document:path}",
        status_code=202,
        response_class=JSONResponse,
        responses=shape(shapes.JobObject, 202),
    )
    def remove(document: str) -> Response:
        """Remove a document, and its file where it was added to the store: the job that does it."""
        return _accepted(desk.call("remove", {"documents": [document]}))

    @routes.post("/v1/removals", status_code=202, response_class=JSONResponse, responses=shape(shapes.JobObject, 202))
    def remove_all(sent: Removed) -> Response:
        """Remove several documents, or none where one of them is not there: the job that does it."""
        return _accepted(desk.call("remove", sent_fields(sent)))

    return routes


def jobs(desk: Desk) -> APIRouter:
    """Return what shows jobs, stops them and lets them go on."""
    routes = APIRouter(tags=["jobs"], dependencies=[Depends(editor)])

    @routes.get("/v1/jobs", responses=shape(shapes.JobsObject))
    def listed(page: Annotated[Paged, Query()]) -> Response:
        """List the latest jobs, the newest first."""
        return JSONResponse(desk.call("jobs", sent_fields(page)))

    @routes.get("/v1/jobs/{job}", responses=shape(shapes.JobObject))
    def job(job: str) -> Response:
        """Tell how far a job is, or what came of it and which files could not be read, each with the reason."""
        return _told(desk.call("job", {"job": job}))

    @routes.post("/v1/jobs/{job}/cancel", responses=shape(shapes.JobObject))
    def cancel(job: str) -> Response:
        """Stop a job at its next step; what it has done stays."""
        return _told(desk.call("cancel", {"job": job}))

    @routes.post("/v1/jobs/{job}/resume", responses=shape(shapes.JobObject))
    def resume(job: str) -> Response:
        """Go on with a job that adds documents and was cut off; what is indexed already is not read again."""
        return _told(desk.call("take_up", {"job": job}))

    return routes


def _begun(desk: Desk, name: str, payload: Payload) -> Response:
    try:
        found = desk.call(name, payload)
    except DocumentError as error:
        return problems.response(problems.problem(422, str(error)))
    if taken := found.get("taken"):
        named = f"{', '.join(taken[:MOST_NAMED])}{' and others' if len(taken) > MOST_NAMED else ''}"
        told = (
            f"There is other content under this name already: {named}. Nothing was added. Send the request again with"
        )
        return problems.response(
            problems.problem(409, f"{told} same_name=replace, or with same_name=both to keep both.", taken=taken)
        )
    return _accepted(found)


def _accepted(job: Payload) -> Response:
    return JSONResponse(job, 202, {"Location": f"/v1/jobs/{job['id']}"})


def _told(job: Payload) -> Response:
    goes_on = job["state"] in ("waiting", "running")
    return JSONResponse(job, headers={"Retry-After": "1"} if goes_on else None)


def _request(request: Request, key: str | None, *content: str) -> Payload:
    """Return the key of a request, which is its sender's own, and what tells its content from others'."""
    if not key:
        return {}
    named = [request.scope[CALLER].name, request.url.path, key]
    return {"key": _digest(named), "digest": _digest(content)}


def _digest(parts: Sequence[str]) -> str:
    whole = hashlib.sha256()
    for each in parts:
        whole.update(hashlib.sha256(each.encode(errors="surrogatepass")).digest())
    return whole.hexdigest()


@contextmanager
def _put_down(files: Sequence[UploadFile], store: Path) -> Iterator[tuple[Path, list[tuple[str, str]], str]]:
    """Give the folder in which the files lie, the names of each, and a digest of them all; the folder is removed.

    In the store, so that the process that has it open can read them whichever it is.
    """
    folder = _folder(store)
    names: list[tuple[str, str]] = []
    content: list[str] = []
    try:
        for at, each in enumerate(files):
            whole = hashlib.sha256()
            with (folder / str(at)).open("wb") as out:
                while part := each.file.read(1 << 20):
                    whole.update(part)
                    out.write(part)
            names.append((each.filename or "", str(at)))
            content += [each.filename or "", whole.hexdigest()]
        yield folder, names, _digest(content)
    except OSError as error:
        raise StoreError(
            f"The files cannot be saved in {store} ({error.strerror}); fix that and send them again."
        ) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _folder(store: Path) -> Path:
    """Return a new folder that only this user may read, having removed what killed processes left."""
    try:
        for each in store.glob(f"{INCOMING}*"):
            with suppress(FileNotFoundError):
                if each.stat().st_mtime < time.time() - LEFT_SECONDS:
                    shutil.rmtree(each, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=INCOMING, dir=store)).absolute()
    except OSError as error:
        raise StoreError(f"{store} cannot be written ({error.strerror}); fix that and send the files again.") from None
