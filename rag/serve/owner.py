"""What a process does that keeps a store open: answer over it as it is now, and work for other commands."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from errors import OnTheRecordError
from index.correct import change
from index.owner_rpc import Handler, Payload, Server, Show, owner_of
from index.running import give_way
from index.storage.lock import held
from index.storage.store import retry_while_unreachable
from index.sync import sync
from index.upload_jobs import Intake
from rag.pipeline import Pipeline, open_pipeline, over
from rag.serve.operations.table import CHANGES, OPERATIONS, Change, Operation
from settings import Settings


class Current:
    """The pipeline over a store that this process opened, as the store is now, and what adds to it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._renewing = threading.Lock()
        self._pipeline = open_pipeline(settings)
        give_way.take_back(settings.store)
        self.intake = Intake(lambda: self.pipeline().store, settings.store, settings.passage_tokens)

    def pipeline(self) -> Pipeline:
        """Return the pipeline, made again when documents changed; a server that is away is waited for."""
        with self._renewing:
            return retry_while_unreachable(self._renewed, self._settings.lock_seconds)

    def _renewed(self) -> Pipeline:
        store = self._pipeline.store
        if store.catalog.changes() != self._pipeline.changes:
            self._pipeline = over(store, self._settings)
        return self._pipeline

    def done(self, name: str, payload: Payload, show: Show) -> Payload:
        """Return what came of work, by its name; raises what the work raises."""
        if change := CHANGES.get(name):
            return change(self.intake, payload, show)
        return OPERATIONS[name](self.pipeline(), payload, show)

    def gone(self) -> bool:
        """Return whether the store was removed, or another stands in its place."""
        return self._pipeline.store.catalog.database.gone()

    def close(self) -> None:
        """Stop what is being added at its next step, and close the store."""
        self.intake.close()
        self._pipeline.close()


GIVE_WAY = "give_way"
"""Asks a process that can do without having the store open to close it."""
Work = Callable[[], Payload]


def take_over(store: Path) -> None:
    """Have the process that has the store open close it, if it is one that gives way: a service or an index run."""
    if owner := owner_of(store):
        with suppress(OnTheRecordError):
            owner.call(GIVE_WAY, {})
    elif held(store):
        give_way.ask(store)


def _at_once(work: Work) -> Payload:
    return work()


def server(
    pipeline: Callable[[], Pipeline],
    settings: Settings,
    around: Callable[[Work], Payload] = _at_once,
    more: Mapping[str, Handler] | None = None,
    intake: Intake | None = None,
) -> Server:
    """Return the server of a store's owner, not started; `pipeline` gives the pipeline over the index as it is now.

    `around` does each piece of work, and `more` is handled besides; documents are added and removed by the `intake`.
    """

    def index(payload: Payload, show: Show) -> Payload:
        roots = [Path(each) for each in payload["paths"]]
        store = pipeline().store
        report = sync(roots, store, settings.passage_tokens, payload["prune"], lambda where: show(where.message()))
        return report.to_json()

    def correct(payload: Payload, show: Show) -> Payload:
        store, named = pipeline().store, str(payload["document"])
        if store.writing.busy():
            show("waiting until the documents that are being indexed are done")
        return change(store, named, payload["set"], payload["unset"], settings.passage_tokens)

    def rebuild(payload: Payload, show: Show) -> Payload:
        store = pipeline().store
        with store.writing:
            store.rebuild_vectors(lambda done, total: show(f"{done:,} of {total:,} vectors"))
        return {"passages": store.vector_count()}

    def ping(payload: Payload, show: Show) -> Payload:
        return {}

    def counted(handler: Handler) -> Handler:
        return lambda payload, show: around(lambda: handler(payload, show))

    def of(operation: Operation) -> Handler:
        return lambda payload, show: operation(pipeline(), payload, show)

    def changing(change: Change, opened: Intake) -> Handler:
        return lambda payload, show: change(opened, payload, show)

    named: dict[str, Handler] = {each.__name__: each for each in (ping, index, correct, rebuild)}
    named |= {name: of(each) for name, each in OPERATIONS.items()}
    named |= {name: changing(each, intake) for name, each in CHANGES.items()} if intake else {}
    return Server(settings.store, {name: counted(each) for name, each in named.items()} | dict(more or {}))
