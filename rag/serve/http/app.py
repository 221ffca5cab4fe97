"""The service over HTTP: its routes, its description, and the guard before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from pydantic import TypeAdapter

from rag.serve.desk import Desk
from rag.serve.hosts import LOOPBACK, names
from rag.serve.http import adding, asking, library, page, problems
from rag.serve.http.guard import Access, Guard
from rag.serve.http.openai import chat, responses
from rag.serve.limits import Rate
from rag.serve.operations import shapes
from rag.serve.tokens import Tokens
from settings import Settings

TITLE = "On the Record"
LEAD = "Ask what was said in your own documents, and get the exact words with who said them, when and where."
WAITING = 32
"""So many threads wait for each question that is worked on: what they wait in costs little more than memory."""

REFUSALS = {
    "401": "There is no token, or one that is not of this store",
    "413": "The request is longer than any may be",
    "422": "What is asked cannot be done as it is, and `detail` says what to change: a field is not as described, no "
    "message asks anything, a file is of a kind that is not read, a key is another request's",
    "429": "The limit of requests, or of jobs that wait, is reached",
    "503": "The store cannot be asked now, or the service stops; ask again",
    "default": "A problem (RFC 9457)",
}
"""What may be answered to every request instead of what it asks for; 413 to those that have a body."""


def access_of(settings: Settings, host: str) -> Access:
    """Return who may ask a service that listens on a host: beyond this machine only with a token."""
    return Access(
        tokens=Tokens(settings.store),
        hosts=names(settings.hosts),
        demands_token=host not in LOOPBACK,
        questions=Rate(settings.questions_per_minute) if settings.questions_per_minute else None,
    )


def application(desk: Desk, access: Access) -> Guard:
    """Return the service, which closes the store when it stops."""
    threads = ThreadPoolExecutor(desk.settings.questions_at_once * WAITING, "ask")

    @asynccontextmanager
    async def while_serving(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()
        threads.shutdown(cancel_futures=True)

    app = FastAPI(
        title=TITLE,
        description=LEAD,
        version="1",
        lifespan=while_serving,
        docs_url=None,
        redoc_url=None,
        # An address that is not described is not there: a redirect is no problem that tells a client what to do.
        redirect_slashes=False,
    )
    problems.install(app)
    asks = asking.Asking(desk, threads)
    for each in (
        asking.router(asks),
        library.router(desk),
        library.documents(desk),
        adding.router(desk),
        adding.jobs(desk),
        chat.router(asks),
        responses.router(asks),
    ):
        app.include_router(each)

    @app.get("/docs", include_in_schema=False)
    def docs() -> Response:
        """Show the description as a page."""
        return HTMLResponse(page.page(app.openapi()))

    described = app.openapi
    app.openapi = lambda: with_problems(described())  # type: ignore[method-assign]
    return Guard(app, access)


def with_problems(found: dict[str, Any]) -> dict[str, Any]:
    """Return a description in which errors are problems, not what the framework says by itself, and tokens are told."""
    schemas = found["components"]["schemas"]
    told = TypeAdapter(shapes.ProblemObject).json_schema(ref_template="#/components/schemas/{model}")
    schemas |= told.pop("$defs", {}) | {"ProblemObject": told}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    content = {problems.MEDIA: {"schema": {"$ref": "#/components/schemas/ProblemObject"}}}
    for methods in found["paths"].values():
        for about in methods.values():
            about["responses"] |= {
                status: {"description": told, "content": content}
                for status, told in REFUSALS.items()
                if status != "413" or "requestBody" in about
            }
    found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    # Without a token too, as on this machine none is needed for what only reads.
    found["security"] = [{}, {"token": []}]
    return found
