"""Where the CPU time of an index run and of a question goes, stage by stage.

    python -m benchmarks.speed.stages index CORPUS.jsonl [--documents 400] [--store DIR]
    python -m benchmarks.speed.stages ask STORE QUESTIONS.jsonl [--limit 200]

A clock stands around each stage of the very run that a command makes; printed are a JSON line of the whole and a table
of the stages. Counted is CPU time of all threads and processes, which other work on the machine stretches far less than
it stretches waiting. `index` reads JSON lines: of other kinds the reading stands under "statements", as both are done
by processes of their own.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from index import sync
from index.read import analysis, load
from index.storage.embeddings import LocalEmbeddings
from index.storage.store import Store, open_store
from index.text import passages
from rag.check import verify
from rag.pipeline import Pipeline, open_pipeline
from rag.reader.model import Reader
from rag.records import Turn
from settings import from_environment

STAGES = ("understand", "plan", "weigh", "retrieve", "rank", "read", "decide")
"""The fields of a pipeline that are timed; checking citations is timed beside them."""
COMPOSING = "compose"
"""The rest of a question."""
Function = Callable[..., Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the whole as a JSON line and the stages as a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.stages", description=__doc__.split("\n")[0])
    ways = parser.add_subparsers(dest="way", required=True)
    indexing = ways.add_parser("index", help="an index run")
    indexing.add_argument("corpus", type=Path, help="documents as JSON lines")
    indexing.add_argument("--documents", type=int, default=400)
    indexing.add_argument("--store", type=Path, help="a new folder for the index, which is kept; else it is removed")
    asking = ways.add_parser("ask", help="questions")
    asking.add_argument("store", type=Path)
    asking.add_argument("questions", type=Path)
    asking.add_argument("--limit", type=int, default=200)
    chosen = parser.parse_args(arguments)
    if chosen.way == "index":
        _index(chosen.corpus, chosen.documents, chosen.store)
    else:
        _ask(chosen.store, chosen.questions, chosen.limit)
    return 0


class _Stages:
    """The CPU seconds of each stage, without those of the stages inside it."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.of_networks: defaultdict[str, float] = defaultdict(float)
        """What of each stage a network took."""
        self._now = now
        self._within = [COMPOSING]
        self._since = now()

    def timed(self, name: str, function: Function) -> Function:
        """Return the function with a clock around it."""

        def stage(*given: Any, **named: Any) -> Any:
            self.switch()
            self._within.append(name)
            try:
                return function(*given, **named)
            finally:
                self.switch()
                self._within.pop()

        return stage

    def network(self, function: Function) -> Function:
        """Return the function, whose time counts for the stage that calls it, and as a network's besides."""

        def stage(*given: Any, **named: Any) -> Any:
            began = self._now()
            try:
                return function(*given, **named)
            finally:
                self.of_networks[self._within[-1]] += self._now() - began

        return stage

    def switch(self) -> None:
        """Add the time since the last call to the stage that is being worked on."""
        now = self._now()
        self.spent[self._within[-1]] += now - self._since
        self._since = now


def _index(corpus: Path, count: int, kept: Path | None) -> None:
    settings = from_environment()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as patches:
        lines = corpus.read_text(encoding="utf-8").splitlines()[:count]
        documents = Path(folder) / corpus.name
        documents.write_text("\n".join(lines), encoding="utf-8")
        reading, embedding = _Stages(time.thread_time), _Stages(time.thread_time)
        vectors, texts = _Stages(time.process_time), _Texts()
        # One thread reads, splits and waits for statements; another embeds and writes.
        for module, name, stage, clock in (
            (sync, "analysed", "statements", reading),
            (passages, "passages", "splitting", reading),
            (sync, "embedded", "writing", embedding),
            (sync, "write", "writing", embedding),
            (LocalEmbeddings, "matrix", "network", embedding),
            # Chroma works with threads of its own, while nothing else does.
            (Store, "settle", "vectors", reading),
            (Store, "settle", "vectors", vectors),
        ):
            patches.enter_context(patch.object(module, name, clock.timed(stage, getattr(module, name))))
        patches.enter_context(patch.object(LocalEmbeddings, "matrix", texts.kept(LocalEmbeddings.matrix)))
        with open_store(replace(settings, store=kept or Path(folder) / "store")) as store:
            opened = time.process_time()
            wall, reading_thread = time.perf_counter(), time.thread_time()
            report = sync.sync([documents], store, settings.passage_tokens)
            wall, reading_thread = time.perf_counter() - wall, time.thread_time() - reading_thread
            own = time.process_time()
            tokens, tokenising = texts.tokenised(store.embeddings)
        for each in (analysis._ISOLATED, load._ISOLATED):
            each.close()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    reading_alone = reading_thread - reading.spent["vectors"]
    spent = {
        "start: Python, imports, the network's weights": opened,
        "reading files and records": reading_alone - reading.spent["statements"] - reading.spent["splitting"],
        "splitting into passages": reading.spent["splitting"],
        "statements and who made them": reading.spent["statements"] + used.ru_utime + used.ru_stime,
        "tokens": tokenising,
        "writing the catalog": embedding.spent["writing"],
        "writing vectors to Chroma": vectors.spent["vectors"],
    }
    # The network has threads of its own too: its part is what nothing else took.
    elsewhere = opened + reading_alone + tokenising + embedding.spent["writing"] + vectors.spent["vectors"]
    spent["the network"] = own - elsewhere
    figures = {
        "documents": report.added,
        "passages": report.passages,
        "statements": report.statements,
        "tokens": tokens,
        "characters": texts.characters,
    }
    _print(figures | {"wall_s": round(wall, 1)}, spent, unit=report.passages, of="passage")


class _Texts:
    """What is embedded in a run, kept to be split into tokens once more by itself."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def kept(self, matrix: Function) -> Function:
        """Return what embeds, keeping the texts."""

        def keeping(embeddings: LocalEmbeddings, texts: list[str]) -> Any:
            self.texts += texts
            return matrix(embeddings, texts)

        return keeping

    @property
    def characters(self) -> int:
        """Return how many characters were embedded."""
        return sum(map(len, self.texts))

    def tokenised(self, embeddings: Any) -> tuple[int, float]:
        """Return how many tokens they are, and the CPU seconds that it takes to find them."""
        began = time.process_time()
        found = sum(len(each.ids) for each in embeddings.tokenizer.encode_batch(self.texts))
        return found, time.process_time() - began


def _ask(folder: Path, questions: Path, limit: int) -> None:
    lines = questions.read_text(encoding="utf-8").splitlines()[:limit]
    asked = [str(json.loads(line)["question"]) for line in lines]
    pipeline = open_pipeline(replace(from_environment(), store=folder))
    first = _took(lambda: pipeline.answered(Turn(asked[0])))
    if isinstance(pipeline.store.embeddings, LocalEmbeddings):
        pipeline.store.embeddings.question_vectors.cache_clear()
    stages = _Stages(time.process_time)
    timed = _with_clocks(pipeline, stages)
    took: list[float] = []
    with ExitStack() as patches:
        patches.enter_context(patch.object(verify, "checked", stages.timed("verify", verify.checked)))
        for network, name in ((LocalEmbeddings, "token_vectors"), (LocalEmbeddings, "matrix"), (Reader, "__call__")):
            patches.enter_context(patch.object(network, name, stages.network(getattr(network, name))))
        wall = time.perf_counter()
        for each in asked:
            took.append(_took(partial(timed.answered, Turn(each))))
        wall = time.perf_counter() - wall
    stages.switch()
    figures = {
        "passages": pipeline.store.catalog.counts()["passages"],
        "questions": len(asked),
        "first_cpu_ms": round(first),
        "cpu_ms_p50_p95": [round(float(each)) for each in np.percentile(took, [50, 95])],
        "wall_s": round(wall, 1),
    }
    pipeline.close()
    spent = {name: stages.spent[name] for name in (*STAGES, "verify", COMPOSING)}
    _print(figures, spent, unit=len(asked), of="question", networks=stages.of_networks)


def _took(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU time that work took."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def _with_clocks(pipeline: Pipeline, stages: _Stages) -> Pipeline:
    timed: dict[str, Any] = {name: stages.timed(name, getattr(pipeline, name)) for name in STAGES}
    return replace(pipeline, **timed)


def _print(
    figures: Mapping[str, Any],
    spent: Mapping[str, float],
    *,
    unit: int,
    of: str,
    networks: Mapping[str, float] | None = None,
) -> None:
    whole = sum(spent.values())
    print(json.dumps({**figures, "cpu_s": round(whole, 1), f"cpu_ms_a_{of}": round(whole / unit * 1000, 1)}))
    print(f"| stage | share | ms a {of} |{' of which networks |' if networks is not None else ''}")
    print(f"|---|---|---|{'---|' if networks is not None else ''}")
    for name, seconds in spent.items():
        row = f"| {name} | {seconds / whole:.1%} | {seconds / unit * 1000:.1f} |"
        print(f"{row} {networks.get(name, 0.0) / whole:.1%} |" if networks is not None else row)


if __name__ == "__main__":
    sys.exit(main())
