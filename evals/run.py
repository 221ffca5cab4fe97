"""A run: every gold question asked, each answer scored, all of it in one `results.json`.

A question on which the answering crashes is recorded with its error and counted at every metric's default. A run that
is stopped keeps the questions that were asked.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from errors import GoldError
from evals.gold import Gold, Texts
from evals.measures import metrics, scoring
from evals.measures.case import Case
from evals.reports import findings
from rag.pipeline import Pipeline
from rag.records import Turn
from settings import Settings

Ask = Callable[[Gold], Mapping[str, Any]]
"""A gold question -> the answer object of the contract."""
PASSAGES, CHARACTERS = 10, 300
"""So many passages of a question are kept in the results, each cut to so many characters."""
CURVE_POINTS = 100
BINS = 10
FILE = "results.json"


@dataclass(frozen=True)
class Asked:
    """A gold question with its answer, or with the error in its place."""

    gold: Gold
    answer: Mapping[str, Any] | None
    error: str | None = None


@dataclass(frozen=True)
class Run:
    """What is known of a run beside its questions."""

    name: str
    gold: str
    documents: int
    passages: int
    statements: int
    engine: str
    index_version: str
    embedder: str
    without: tuple[str, ...] = ()
    settings: Mapping[str, Any] | None = None


def turn_of(gold: Gold) -> Turn:
    """Return the question as it is asked; the gold speaker is what is to be found out, so it is no filter."""
    return Turn(
        question=gold.question,
        history=gold.history,
        since=gold.since,
        until=gold.until,
        document=gold.document,
        qid=gold.qid,
        question_date=gold.question_date,
    )


def asking(pipeline: Pipeline) -> Ask:
    """Return what answers a gold question from a pipeline."""
    return lambda gold: pipeline.answered(turn_of(gold)).to_json()


def described(pipeline: Pipeline, settings: Settings, name: str, gold: Path, without: Sequence[str] = ()) -> Run:
    """Return what is known of a run over a pipeline before it starts; keys and passwords stay out of its file."""
    counts = pipeline.store.catalog.counts()
    told = {each.name for each in fields(settings) if each.repr}
    values = {
        key: str(value) if isinstance(value, Path) else value for key, value in asdict(settings).items() if key in told
    }
    return Run(
        name=name,
        gold=str(gold),
        documents=counts["documents"],
        passages=counts["passages"],
        statements=counts["statements"],
        engine="extractive",
        index_version=pipeline.index_version,
        embedder=settings.embedder,
        without=tuple(without),
        settings=values,
    )


def texts_of(pipeline: Pipeline) -> Texts:
    """Return the texts of a pipeline's documents by id, each read once."""
    texts: dict[str, str | None] = {}

    def text(document_id: str) -> str | None:
        if document_id not in texts:
            document = pipeline.store.catalog.document(document_id)
            texts[document_id] = document.text if document else None
        return texts[document_id]

    return text


def asked(questions: Iterable[Gold], ask: Ask, show: Callable[[int], None]) -> tuple[list[Asked], bool]:
    """Return the questions with their answers, and whether all were asked; `tell` hears how many were so far."""
    found: list[Asked] = []
    try:
        for gold in questions:
            found.append(_asked(gold, ask))
            show(len(found))
    except KeyboardInterrupt:
        return found, False
    return found, True


def _asked(gold: Gold, ask: Ask) -> Asked:
    try:
        answer = ask(gold)
    except Exception as error:  # What crashes on one question is a result of that question.
        return Asked(gold, None, f"{type(error).__name__}: {error}")
    return Asked(gold, answer, str(answer.get("answer")) if answer.get("status") == "error" else None)


def results(run: Run, found: Sequence[Asked], texts: Texts, started: datetime, complete: bool = True) -> dict[str, Any]:
    """Return the object of results.json."""
    rows = [row(each, texts) for each in found]
    return {
        "run": {
            "name": run.name,
            "started": started.isoformat(timespec="seconds"),
            "seconds": round((datetime.now(UTC) - started).total_seconds(), 2),
            "gold": run.gold,
            "documents": run.documents,
            "passages": run.passages,
            "statements": run.statements,
            "questions": len(rows),
            "engine": run.engine,
            "index_version": run.index_version,
            "embedder": run.embedder,
            "without": list(run.without),
            "settings": dict(run.settings or {}),
            "machine": {
                "python": platform.python_version(),
                "cores": os.cpu_count() or 1,
                "system": f"{platform.system()} {platform.machine()}",
            },
            "complete": complete,
        },
        "metrics": metrics.summary(rows),
        "curves": curves(found, rows, texts),
        "types": types(rows),
        "questions": rows,
    }


def row(each: Asked, texts: Texts) -> dict[str, Any]:
    """Return a question's object in results.json."""
    gold, answer = each.gold, each.answer or {}
    case = _case(each, texts)
    values = metrics.values(gold, case)
    return {
        "qid": gold.qid,
        "question": gold.question,
        "standalone": answer.get("standalone") or gold.question,
        "type": gold.type,
        "answerable": gold.answerable,
        "status": answer.get("status", "error"),
        "kind": answer.get("kind"),
        "right": values["right"] == 1.0,
        "values": {name: None if value is None else round(value, 6) for name, value in values.items()},
        "expected": {
            "answers": list(gold.answers),
            "speaker": gold.speaker,
            "evidence": [
                {
                    "doc_id": piece.doc_id,
                    "start": start,
                    "end": end,
                    "text": _words(texts, piece.doc_id, start, end),
                    "part": piece.part,
                }
                for piece in gold.evidence
                for start, end in (piece.spans or [(None, None)])
            ],
            "kind": gold.kind,
            "said_on": gold.said_on,
            "verdict": gold.verdict,
            "yes_no": gold.yes_no,
            "missing": list(gold.missing),
        },
        "answer": str(answer.get("answer") or ""),
        "citations": list(answer.get("citations") or ()),
        "nearest": list(answer.get("nearest") or ()),
        "passages": [_shortened(passage, texts) for passage in (answer.get("passages") or ())[:PASSAGES]],
        "elapsed_ms": answer.get("elapsed_ms"),
        "probability": round(case.probability, 4) if case else None,
        "verdict": answer.get("verdict"),
        "history": list(gold.history),
        "error": each.error,
        **({"judge_error": answer["judge_error"]} if "judge_error" in answer else {}),
    }


def _case(each: Asked, texts: Texts) -> Case | None:
    return Case(each.gold, each.answer, texts) if each.answer is not None and each.error is None else None


def _words(texts: Texts, document_id: str, start: int | None, end: int | None) -> str:
    return "" if start is None else (texts(document_id) or "")[start:end]


def _shortened(passage: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    text = _words(texts, str(passage["doc"]), passage["start"], passage["end"])
    return {**passage, "text": text[:CHARACTERS]}


def curves(found: Sequence[Asked], rows: Sequence[Mapping[str, Any]], texts: Texts) -> dict[str, Any]:
    """Return the curves of a run: recall by k, risk by coverage, reliability of the probability, latencies."""
    cases = [_case(each, texts) for each in found]
    elapsed = sorted(each["elapsed_ms"] for each in rows if each["elapsed_ms"] is not None)
    return {
        "recall": [[k, *_recall(found, cases, k)] for k in range(1, metrics.LONGEST + 1)],
        "risk_coverage": risk_coverage(rows),
        "reliability": reliability([case for case in cases if case and not case.gold.verdict]),
        "latency_ms": elapsed,
    }


def _recall(found: Sequence[Asked], cases: Sequence[Case | None], k: int) -> tuple[float | None, float | None]:
    """Return document and span recall at k, absent answers counting 0, None where no question has gold for it."""
    pairs = [(each.gold, case) for each, case in zip(found, cases, strict=True)]
    judged = [case for gold, case in pairs if metrics.with_judged_documents(gold)]
    evidenced = [case for gold, case in pairs if metrics.with_evidence(gold)]
    return (
        _mean([scoring.document_recall(case, k) if case else 0.0 for case in judged]),
        _mean([scoring.span_recall(case, k) if case else 0.0 for case in evidenced]),
    )


def _mean(figures: Sequence[float]) -> float | None:
    return round(sum(figures) / len(figures), 6) if figures else None


def risk_coverage(rows: Sequence[Mapping[str, Any]]) -> list[list[float]]:
    """Return [coverage, risk] pairs (El-Yaniv and Wiener 2010).

    Of the answers that were given, the more probable ones are kept: coverage is their share of all questions, risk the
    share of them that are not right. Answers of the same probability are kept or left together.
    """
    given = sorted((row for row in rows if row["status"] == "answered"), key=lambda row: -row["probability"])
    points: list[list[float]] = []
    wrong = 0
    for count, row in enumerate(given, 1):
        wrong += not row["right"]
        if count == len(given) or given[count]["probability"] < row["probability"]:
            points.append([round(count / len(rows), 6), round(wrong / count, 6)])
    if len(points) <= CURVE_POINTS:
        return points
    kept = np.linspace(0, len(points) - 1, CURVE_POINTS).round().astype(int)
    return [points[at] for at in kept]


def reliability(cases: Sequence[Case]) -> list[list[float]]:
    """Return [mean probability, share right, count] for ten equal bins of probability, without the empty ones.

    Right is when the evidence shown answers, given as an answer or as the nearest thing found.
    """
    bins: list[list[Case]] = [[] for _ in range(BINS)]
    for case in cases:
        bins[min(BINS - 1, int(case.probability * BINS))].append(case)
    return [
        [
            round(sum(case.probability for case in in_bin) / len(in_bin), 6),
            round(sum(scoring.evidence_reached(case) for case in in_bin) / len(in_bin), 6),
            len(in_bin),
        ]
        for in_bin in bins
        if in_bin
    ]


def types(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the figures of each type of question."""
    found = []
    for name in sorted({str(each["type"]) for each in rows}):
        of_type = [each for each in rows if each["type"] == name]
        share = _mean([float(each["right"]) for each in of_type])
        found.append({"type": name, "count": len(of_type), "right": share, "metrics": metrics.figures(of_type)})
    return found


def write(found: Mapping[str, Any], folder: Path) -> Path:
    """Write results.json into the folder and return its path.

    Raises:
        GoldError: it cannot be written.
    """
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{path} cannot be written ({error.strerror}); name another folder with --out.") from None
    return path


def load(path: Path) -> dict[str, Any]:
    """Return the results of a run's folder or file.

    Raises:
        GoldError: there is no results.json of a run.
    """
    return findings.read(path / FILE if path.is_dir() else path)


def now() -> datetime:
    """Return the time at which a run starts."""
    return datetime.now(UTC)
