"""What the owner of a store does for other commands: index files, answer questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from index.handoff import Payload, Server, Tell
from index.sync import sync
from rag.pipeline import Pipeline
from rag.records import Turn
from settings import Settings


def server(pipeline: Callable[[], Pipeline], settings: Settings) -> Server:
    """Return the server of a store's owner, not started; `pipeline` gives the pipeline over the index as it is now."""

    def index(payload: Payload, tell: Tell) -> Payload:
        roots = [Path(each) for each in payload["paths"]]
        store = pipeline().store
        report = sync(roots, store, settings.passage_tokens, payload["prune"], lambda where: tell(where.message()))
        return report.to_json()

    def rebuild(payload: Payload, tell: Tell) -> Payload:
        store = pipeline().store
        with store.writing:
            store.rebuild_vectors(lambda done, total: tell(f"{done:,} of {total:,} vectors"))
        return dict(store.vector_counts())

    def ask(payload: Payload, tell: Tell) -> Payload:
        return pipeline().ask(_turn(payload)).to_json()

    def answered(payload: Payload, tell: Tell) -> Payload:
        return pipeline().answered(_turn(payload)).to_json()

    def ping(payload: Payload, tell: Tell) -> Payload:
        return {}

    named = (ping, index, rebuild, ask, answered)
    return Server(settings.store, {each.__name__: each for each in named})


def _turn(payload: Payload) -> Turn:
    return Turn(**{**payload, "history": tuple(payload["history"])})
