"""`python -m evals GOLD`: index the documents, ask the questions, write the run, compare it, hold it to its gates."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from errors import GoldError, NothingIndexedError
from evals import ablate, compare, formats, run, services
from evals.gold import Gold, Loaded, Texts, located
from evals.measures import judge, metrics
from evals.measures.metric import Metric
from evals.reports import report
from index.progress import ProgressLine
from index.storage.store import open_store
from index.sync import sync
from index.terminal import say
from index.text.counts import counted
from rag.pipeline import Pipeline, open_pipeline
from settings import Settings

GATE = re.compile(r"^\s*([\w@]+)\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*$")
RUNS, EVALUATED = "runs", "evaluated"


@dataclass(frozen=True)
class Gate:
    """A bound that a metric must keep."""

    metric: str
    sign: str
    bound: float

    def __str__(self) -> str:
        return f"{self.metric}{self.sign}{self.bound:g}"

    def keeps(self, value: float | None) -> bool:
        """Return whether a value is within the bound; what could not be measured is not."""
        if value is None:
            return False
        return {
            ">=": value >= self.bound,
            "<=": value <= self.bound,
            ">": value > self.bound,
            "<": value < self.bound,
        }[self.sign]


def gate(text: str) -> Gate:
    """Return the gate of METRIC>=VALUE.

    Raises:
        ValueError: it is none, or there is no such metric.
    """
    found = GATE.match(text)
    if not found or found[1] not in metrics.DECLARED:
        raise ValueError(
            f"'{text}' is not a gate like citation_f1>=0.9; the metrics are: {', '.join(metrics.DECLARED)}"
        )
    return Gate(found[1], found[2], float(found[3]))


@dataclass(frozen=True)
class Request:
    """What to evaluate and how."""

    gold: Path
    docs: Path | None = None
    store: Path | None = None
    out: Path | None = None
    other: Path | None = None
    gates: tuple[Gate, ...] = ()
    without: tuple[str, ...] = ()
    limit: int | None = None
    form: str = "auto"
    judge: str | None = None
    service: services.Service | None = None
    """What is asked in place of this program."""


@dataclass(frozen=True)
class Outcome:
    """A written run: where it is, its results, and the gates that it does not keep with their failing questions."""

    folder: Path
    results: dict[str, Any]
    failed: tuple[tuple[Gate, float | None, list[dict[str, Any]]], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the object of `--json`: the results without the questions, which are in the folder's file."""
        results: dict[str, Any] = {
            key: self.results[key] for key in ("run", "metrics", "types", "compare") if key in self.results
        }
        gates = [
            {"gate": str(gate), "value": value, "questions": [row["qid"] for row in rows]}
            for gate, value, rows in self.failed
        ]
        return {"folder": str(self.folder), **results, "failed_gates": gates}


def evaluated(request: Request, settings: Settings) -> Outcome:
    """Return the written run of a request.

    Raises:
        OnTheRecordError: the gold, the documents, the store or the run to compare with cannot be used.
    """
    other = run.load(found_run(request.other, settings, request.store)) if request.other else None
    model = judge.open_model(request.judge) if request.judge else None
    name, folder = named(request.gold, request.out, request.store or settings.store)
    loaded = formats.read(request.gold, request.form, folder)
    if not loaded.questions:
        sound(loaded, request.gold)
    pipeline, settings = opened(request, loaded, settings)
    try:
        texts = run.texts_of(pipeline)
        document_ids = [each.id for each in pipeline.store.catalog.documents()]
        questions = checked(loaded, document_ids, texts, request.gold)[: request.limit]
        about = run.described(pipeline, settings, name, request.gold, request.without)
        ask = run.asking(ablate.without(pipeline, request.without))
        if service := request.service:
            ask = services.asking(service, document_ids, texts)
            about = replace(about, engine=f"{service.model} at {service.address}")
        results = asked(about, questions, judge.judged(ask, model) if model else ask, texts)
    finally:
        pipeline.close()
    if model:
        results["run"]["judge"] = {"model": request.judge, "prompt": judge.PROMPT_VERSION}
    if other:
        results["compare"] = compare.compared(other, results)
    publish(results, folder)
    return Outcome(folder, results, tuple(failed(request.gates, results)))


def named(gold: Path, out: Path | None, store: Path, by: str = "") -> tuple[str, Path]:
    """Return the name of a new run and its folder: as wished, or under the store's runs, where the chat finds it."""
    resolved = gold.resolve()
    short = f"{resolved.parent.name}-{resolved.name}" if resolved.is_dir() else resolved.stem
    name = "-".join(part for part in (short, by, f"{datetime.now():%Y%m%d-%H%M%S}") if part)
    return (out.name, out) if out else (name, store / RUNS / name)


def found_run(other: Path, settings: Settings, store: Path | None) -> Path:
    """Return the path of a run that is named by its folder, its file or its name alone."""
    named = (store or settings.store) / RUNS / other
    return named if not other.exists() and named.exists() else other


def opened(request: Request, loaded: Loaded, settings: Settings) -> tuple[Pipeline, Settings]:
    """Return the pipeline over the documents of a request and the settings that open it.

    Named documents are indexed into the named store, or into one that is kept for them beside the runs: a second run
    over unchanged documents indexes nothing.
    """
    documents = request.docs or loaded.corpus
    store = request.store or settings.store
    if documents and not request.store:
        source = (request.docs or request.gold).resolve()
        store = settings.store / EVALUATED / f"{source.name}-{hashlib.sha256(str(source).encode()).hexdigest()[:8]}"
    settings = replace(settings, store=store)
    if documents:
        line = ProgressLine()
        with open_store(settings) as opening:
            sync(
                [documents],
                opening,
                settings.passage_tokens,
                prune=not request.store,
                progress=lambda where: line.show(where.message()),
            )
        line.finish()
    pipeline = open_pipeline(settings)
    if not pipeline.overview().documents:
        pipeline.close()
        raise NothingIndexedError(f"The store {store} contains no document yet; name the documents with --docs.")
    return pipeline, settings


def checked(loaded: Loaded, document_ids: Sequence[str], texts: Texts, path: Path) -> tuple[Gold, ...]:
    """Return the questions located in the documents; raises what `sound` raises."""
    return sound(located(loaded, document_ids, texts), path)


def sound(found: Loaded, path: Path) -> tuple[Gold, ...]:
    """Return the questions; problems and warnings go to standard error, a line each.

    Raises:
        GoldError: there is a problem, or no question.
    """
    for warning in found.warnings:
        say(f"{path}, {warning}.", sys.stderr)
    for problem in found.problems if len(found.problems) > 1 else ():
        say(f"{path}, {problem}.", sys.stderr)
    return found.checked(path)


def asked(about: run.Run, questions: Sequence[Gold], ask: run.Ask, texts: Texts) -> dict[str, Any]:
    """Return the results of asking the questions, with progress on standard error."""
    started = run.now()
    line = ProgressLine()
    found, complete = run.asked(questions, ask, lambda count: line.show(_progress(count, len(questions), started)))
    line.finish()
    if not found:
        raise GoldError("Stopped before the first question; nothing was written.")
    return run.results(about, found, texts, started, complete)


def _progress(count: int, total: int, started: datetime) -> str:
    passed = (run.now() - started).total_seconds()
    bar = "█" * (20 * count // total) + "░" * (20 - 20 * count // total)
    return f"{bar} {count:,} of {total:,} questions, about {passed / count * (total - count):.0f} s left"


def publish(results: Mapping[str, Any], folder: Path) -> None:
    """Write the run's results and its report into the folder."""
    run.write(results, folder)
    report.write(dict(results), folder)


def failed(gates: Sequence[Gate], results: Mapping[str, Any]) -> list[tuple[Gate, float | None, list[dict[str, Any]]]]:
    """Return the gates that a run does not keep, with the value in its way and the questions behind it."""
    values = {each["name"]: each["value"] for each in results["metrics"]}
    return [
        (each, values[each.metric], _pulling(each, results["questions"]))
        for each in gates
        if not each.keeps(values[each.metric])
    ]


def _pulling(gate: Gate, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions whose own value breaks the bound; of a figure of many questions, those it gets wrong."""
    if gate.metric.startswith("latency"):
        return [row for row in rows if not gate.keeps(row["elapsed_ms"])]
    name = gate.metric if isinstance(metrics.DECLARED[gate.metric], Metric) else "status_accuracy"
    bound = gate if name == gate.metric else Gate(name, ">=", 1.0)
    return [row for row in rows if row["values"][name] is not None and not bound.keeps(row["values"][name])]


def as_text(outcome: Outcome) -> str:
    """Return a run as lines to read: a metric a line with its interval, then the comparison and the failed gates."""
    results = outcome.results
    about = results["run"]
    lines = [
        f"{about['questions']:,} questions over {about['documents']:,} documents in {about['seconds']:.1f} s",
        f"{'':22} {'value':>9}   95 % interval      questions",
    ]
    group = ""
    for each in sorted(results["metrics"], key=lambda each: GROUPS.index(each["group"])):
        if each["value"] is not None:
            lines += [each["group"]] if each["group"] != group else []
            group = each["group"]
            spread = f"{_figure(each['low'])} to {_figure(each['high'])}"
            lines.append(f"  {each['name']:20} {_figure(each['value']):>9}   {spread:20} {each['count']:>6,}")
    if "compare" in results:
        lines += ["", compare.as_text(results["compare"])]
    return "\n".join([*lines, *failures(outcome)])


GROUPS = ("overall", "retrieval", "evidence", "answer", "attribution", "quotation", "abstention", "latency")


def _figure(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.0f}"


def failures(outcome: Outcome) -> list[str]:
    """Return the failed gates as lines, each with its value and its failing questions."""
    lines: list[str] = []
    for gate, value, rows in outcome.failed:
        lines.append(f"Gate {gate} failed: {_figure(value)}, {counted(len(rows), 'question')} behind it:")
        for row in rows:
            own = row["values"].get(gate.metric, row["elapsed_ms"] if gate.metric.startswith("latency") else None)
            lines.append(f"  {row['qid']}  {_figure(own)}  {row['type']}, {row['status']}  {row['question']}")
    return lines


def as_json(outcome: Outcome) -> str:
    """Return a run as one JSON object."""
    return json.dumps(outcome.to_json(), ensure_ascii=False)
