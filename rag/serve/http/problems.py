"""What went wrong, as RFC 9457 problem details (application/problem+json): what a client can act on, and no more."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from errors import (
    CorrectionError,
    DocumentError,
    JobError,
    LimitError,
    ModelError,
    NothingIndexedError,
    OnTheRecordError,
    QuestionError,
    StoppedError,
    StoreBusyError,
    StoreUnreachableError,
)

MEDIA = "application/problem+json"
STATUS: Mapping[type[OnTheRecordError], int] = {
    QuestionError: 422,
    CorrectionError: 422,
    DocumentError: 404,
    JobError: 404,
    NothingIndexedError: 409,
    LimitError: 429,
    ModelError: 502,
    StoppedError: 503,
    StoreBusyError: 503,
    StoreUnreachableError: 503,
}
METHODS = ("DELETE", "GET", "POST")
"""What is done at an address of the service, one or several of them."""
AGAIN = 5
"""Seconds after which a client may try again where the store cannot be asked."""
Problem = dict[str, Any]


def problem(status: int, detail: str, **more: Any) -> Problem:
    """Return a problem's object; `error` says the same as OpenAI's clients read it."""
    title = HTTPStatus(status).phrase
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "error": {"message": detail, "type": title.lower().replace(" ", "_"), "param": None, "code": status},
        **more,
    }


def of_error(error: Exception) -> Problem:
    """Return the problem that an error is; one that nobody can act on tells nothing of itself."""
    for kind, status in STATUS.items():
        if isinstance(error, kind):
            return problem(status, str(error))
    if isinstance(error, OnTheRecordError):
        return problem(500, str(error))
    return problem(500, "This is a defect of the service; its log tells more.", kind=type(error).__name__)


def response(found: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as what is answered."""
    named = {"Retry-After": str(AGAIN)} if found["status"] == 503 else {}
    content = json.dumps(found)
    return Response(content, found["status"], {**named, **(headers or {})}, media_type=MEDIA)


def of_validation(errors: Sequence[Mapping[str, Any]]) -> Problem:
    """Return the problem of a request whose fields are not as described: each with what is wrong with it."""
    wrong = [{"field": _field(each["loc"]), "problem": _told(each)} for each in errors]
    detail = "; ".join(f"{each['field']}: {each['problem']}" for each in wrong[:5])
    return problem(422, detail, errors=wrong[:50])


def _field(location: Sequence[Any]) -> str:
    inner = [str(each) for each in location if each not in ("body", "query", "path", "header")]
    return ".".join(inner) or "the body"


def _told(error: Mapping[str, Any]) -> str:
    if error["type"] == "extra_forbidden":
        return "there is no field of this name"
    return str(error["msg"]).removeprefix("Value error, ")


def _allowed(app: FastAPI, request: Request, status: int) -> dict[str, str]:
    """Return the header that lists what may be done at an address, of which the framework knows one route's alone."""
    if status != HTTPStatus.METHOD_NOT_ALLOWED:
        return {}
    asked = [{**request.scope, "method": each} for each in METHODS]
    fits = [scope["method"] for scope in asked if any(each.matches(scope)[0] == Match.FULL for each in app.routes)]
    return {"Allow": ", ".join(fits)} if fits else {}


def install(app: FastAPI) -> None:
    """Have an application answer every error as a problem."""

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        del request
        return response(of_validation(error.errors()))

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        headers = {**(error.headers or {}), **_allowed(app, request, error.status_code)}
        return response(problem(error.status_code, str(error.detail)), headers)

    @app.exception_handler(OnTheRecordError)
    async def ours(request: Request, error: OnTheRecordError) -> Response:
        del request
        return response(of_error(error))

    @app.exception_handler(Exception)
    async def defect(request: Request, error: Exception) -> Response:
        del request
        return response(of_error(error))
