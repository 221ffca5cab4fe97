"""Each question as an event of the store's log: what became of it and how long each stage took, and none of its words.

Nothing here runs until somebody listens, and then it changes no answer: the same stages run, each with a clock around.
"""

from __future__ import annotations

import secrets
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from dataclasses import Field, replace
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from errors import ModelError, OnTheRecordError
from index.events import Log
from rag.records import EXTRACTIVE, Answer, Segment, Turn
from settings import ROOT

STAGES = ("understand", "weigh", "retrieve", "rank", "read", "decide")
"""The fields of a pipeline that are timed; `model` is the wait for a chat model, `compose` all the rest: composing and
checking what was found."""
_REQUEST = "request "
T = TypeVar("T")


class Logged(Protocol):
    """A store as far as questions are logged in it."""

    @property
    def log(self) -> Log: ...


class Staged(Protocol):
    """What is timed: a dataclass whose fields are its stages, with the store that keeps the log and its writer."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def store(self) -> Logged: ...

    @property
    def writer(self) -> Any: ...


Pipeline = TypeVar("Pipeline", bound=Staged)


class _Clock:
    """The seconds that one question spent, by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.model_failed: str | None = None

    def stage(self, name: str, function: Callable[..., T]) -> Callable[..., T]:
        """Return the function, with the time that it takes added to the stage."""

        def timed(*given: Any, **named: Any) -> T:
            started = time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                self._add(name, started)

        return timed

    def pieces(self, name: str, given: Iterator[T]) -> Iterator[T]:
        """Yield what is given, with the time until each comes added; what is done with it meanwhile does not count."""
        while True:
            started = time.perf_counter()
            try:
                each = next(given)
            except StopIteration:
                return
            finally:
                self._add(name, started)
            yield each

    def reply(self, pieces: Iterator[str]) -> Iterator[str]:
        """Yield the pieces of a model's reply, and remember of what kind its error was: the answer does without it."""
        try:
            yield from self.pieces("model", pieces)
        except ModelError as error:
            self.model_failed = type(error).__name__
            raise

    def milliseconds(self) -> dict[str, float]:
        """Return what each stage took; together they are the whole."""
        named = {name: spent for name, spent in self.seconds.items() if name != "all"}
        rest = max(0.0, self.seconds.get("all", 0.0) - sum(named.values()))
        return {name: round(spent * 1000, 1) for name, spent in {**named, "compose": rest}.items()}

    def _add(self, name: str, started: float) -> None:
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started


def observed(
    pipeline: Pipeline, turn: Turn, stream: Callable[[Pipeline, Turn], Iterator[Segment | Answer]]
) -> Generator[Segment | Answer, None, None]:
    """Yield what the stream yields, then tell the log of it; raises what it raises, unexpected errors with a note.

    The note holds the request's id (`request_of`), by which the line of the log is found.
    """
    clock = _Clock()
    event: dict[str, Any] = {"request": secrets.token_hex(4), "kind": None, "status": "stopped", "citations": 0}
    event |= {"engine": pipeline.writer.name if pipeline.writer else EXTRACTIVE, "error": None}
    try:
        for each in clock.pieces("all", stream(_timed(pipeline, clock), turn)):
            if isinstance(each, Answer):
                event |= {"kind": each.kind, "status": each.status, "citations": len(each.citations)}
                event |= {"engine": each.engine, "error": clock.model_failed}
            yield each
    except Exception as error:
        event |= {"status": "error", "error": type(error).__name__}
        if not isinstance(error, OnTheRecordError):
            event["frames"] = _frames(error)
            error.add_note(f"{_REQUEST}{event['request']}")
        raise
    finally:
        stages = clock.milliseconds()
        pipeline.store.log.emit("question", **event, ms=round(sum(stages.values()), 1), stages=stages)


def _timed(pipeline: Pipeline, clock: _Clock) -> Pipeline:
    """Return the pipeline with a clock around each stage."""
    stages: dict[str, Any] = {name: clock.stage(name, getattr(pipeline, name)) for name in STAGES}
    writer = replace(pipeline.writer, watch=clock.reply) if pipeline.writer else None
    return replace(pipeline, **stages, writer=writer)


def _frames(error: Exception) -> list[str]:
    """Return where an error passed through our own files, as file:line, outermost first; no value of any variable."""
    walked = [(Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [(file, line) for file, line in walked if file.is_relative_to(ROOT) and "site-packages" not in file.parts]
    return [f"{file.relative_to(ROOT).as_posix()}:{line}" for file, line in ours]


def request_of(error: Exception) -> str | None:
    """Return the id under which the log has an unexpected error, or None where nothing was logged."""
    notes = [each for each in getattr(error, "__notes__", ()) if each.startswith(_REQUEST)]
    return str(notes[-1]).removeprefix(_REQUEST) if notes else None
