"""How long a question takes over a stored index, with and without filters, and from a standing start.

    python -m benchmarks.speed.ask_speed STORE QUESTIONS.jsonl [--limit 200] [--processes 1 2 4 8] [--seconds 60]

One JSON line a way of asking: `plain`, `speaker` (each question of one of the eight most quoted in turn), `days` (the
middle half of the years that the documents reach), `both`, then `start`: a new process from its first instruction to
its first answer, five times. Each question is asked once in each way and its vectors are forgotten between them, so no
cache of its own words helps it. `cpu_ms` is the mean CPU time of the asking process, which other work changes little.
A line tells the largest memory of that process.

With `--processes` one JSON line more for each number of processes at once, over a store on the servers of the settings,
as a folder has one owner. Each asks a question, waits for the others, and asks plain ones in an order of its own until
the seconds are over: how many all of them asked a second, and how long one took.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from multiprocessing.synchronize import Barrier
from pathlib import Path

import numpy as np

from benchmarks.speed.index_speed import ROOT
from index.storage.embeddings import LocalEmbeddings
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from settings import from_environment

SPEAKERS, STARTS = 8, 5
WAITS = 600.0
"""Seconds after which a process gives up on the others: one of them has failed, and its error is raised."""
Made = Callable[[str], Turn]


def main() -> None:
    """Print one JSON line a way of asking."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.ask_speed", description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path, metavar="QUESTIONS.jsonl")
    parser.add_argument("--limit", type=int, default=200, help="questions a way of asking")
    parser.add_argument("--processes", type=int, nargs="+", default=[], help="so many at once, over servers")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long these ask")
    chosen = parser.parse_args()
    lines = chosen.questions.read_text(encoding="utf-8").splitlines()[: chosen.limit]
    questions = [str(json.loads(line)["question"]) for line in lines]
    pipeline = open_pipeline(replace(from_environment(), store=chosen.store))
    passages = pipeline.store.catalog.counts()["passages"]
    pipeline.ask(Turn(questions[0]))
    for name, turn_of in _ways(pipeline).items():
        if isinstance(pipeline.store.embeddings, LocalEmbeddings):
            pipeline.store.embeddings.question_vectors.cache_clear()
        busy = time.process_time()
        taken = [_asked(pipeline, turn_of(each)) for each in questions]
        _print(name, passages, taken, cpu_ms=(time.process_time() - busy) * 1000 / len(taken))
    pipeline.close()
    _print("start", passages, [_started(chosen.store, each) for each in questions[:STARTS]])
    print(json.dumps({"peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}))
    for processes in chosen.processes:
        _asked_at_once(chosen.store, questions, chosen.seconds, processes, passages)


def _ways(pipeline: Pipeline) -> dict[str, Made]:
    speakers = cycle(list(pipeline.store.catalog.speakers())[:SPEAKERS])
    years = sorted(day[:4] for day in pipeline.store.catalog.published().values() if day)
    since, until = f"{years[len(years) // 4]}-01-01", f"{years[3 * len(years) // 4]}-12-31"
    return {
        "plain": Turn,
        "speaker": lambda question: Turn(question, speaker=next(speakers)),
        "days": lambda question: Turn(question, since=since, until=until),
        "both": lambda question: Turn(question, speaker=next(speakers), since=since, until=until),
    }


def _asked(pipeline: Pipeline, turn: Turn) -> float:
    started = time.perf_counter()
    pipeline.answered(turn)
    return (time.perf_counter() - started) * 1000


def _started(store: Path, question: str) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "rag", question, "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1000


def _asked_at_once(store: Path, questions: Sequence[str], seconds: float, processes: int, passages: int) -> None:
    """Print what so many processes at once asked."""
    with multiprocessing.Manager() as manager, multiprocessing.get_context("spawn").Pool(processes) as pool:
        ready = manager.Barrier(processes)
        jobs = [(store, questions, seconds, number, ready) for number in range(processes)]
        taken = [each for of_one in pool.starmap(_asks, jobs, chunksize=1) for each in of_one]
    _print("at once", passages, taken, processes=processes, a_second=len(taken) / seconds)


def _asks(store: Path, questions: Sequence[str], seconds: float, number: int, ready: Barrier) -> list[float]:
    """Return how many milliseconds each question took that this process asked."""
    draw = random.Random(number)
    taken = []
    pipeline = open_pipeline(replace(from_environment(), store=store))
    pipeline.answered(Turn(questions[0]))
    ready.wait(WAITS)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        taken.append(_asked(pipeline, Turn(draw.choice(questions))))
    pipeline.close()
    return taken


def _print(name: str, passages: int, milliseconds: list[float], **more: float) -> None:
    p50, p95 = np.percentile(milliseconds, [50, 95])
    figures = {"p50_ms": p50, "p95_ms": p95, "worst_ms": max(milliseconds), **more}
    counted = {"asked": name, "passages": passages, "questions": len(milliseconds)}
    print(json.dumps(counted | {key: round(value, 1) for key, value in figures.items()}))


if __name__ == "__main__":
    main()
