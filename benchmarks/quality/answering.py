"""How well the decision to answer separates questions that documents answer from those that they do not.

    python -m benchmarks.quality.answering NAME=FOLDER ... [--limit N] [--stores FOLDER]

A folder holds `corpus.jsonl` and `questions.jsonl` (with `answerable`). For each set one line is printed: AUROC of the
probability of the best evidence, and, at the threshold in force, the share of unanswerable questions refused, of
answerable ones refused, and their balanced accuracy. Each set is also asked the questions of the next one, none of
which its documents answer (`foreign`). `--fit` prints the logistic weights that these questions give, every set and
label counting the same; of what is to be refused near-misses count 0.7 and foreign questions 0.3;
then what each level of strictness refuses in five folds, each question by weights fitted without its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.storage.store import open_store
from index.sync import sync
from rag.find.answerability import STRICTNESS, Decision
from rag.find.chance import READER_WEIGHTS, WEIGHTS, features
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from settings import Settings

NEAR_MISSES = 0.7
"""What they count of the questions to refuse; with 0.5 their balanced accuracy in five folds is a point less."""

FOLDS = 5
Array = NDArray[np.float64]
Labelled = tuple[str, str, Decision, bool, int]
"""A set's name, whose questions ("own" or "foreign"), what was decided, whether it is answerable, and its fold."""


class Row(NamedTuple):
    """A question with the values of its best evidence, 1 for the bias first."""

    name: str
    whose: str
    values: Array
    answerable: bool
    fold: int


def main() -> None:
    """Print one JSON line a set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.answering", description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--limit", type=int, default=300, help="questions a set")
    parser.add_argument("--fit", action="store_true", help="print the fitted weights, the bias first")
    parser.add_argument("--stores", type=Path, help="keep the indexes here for the next run")
    parser.add_argument("--reader", default="none", help="what reads evidence: installed or none")
    chosen = parser.parse_args()
    folders = {name: Path(folder) for name, _, folder in (each.partition("=") for each in chosen.sets)}
    questions = {name: _questions(folder, chosen.limit) for name, folder in folders.items()}
    names = list(folders)
    labelled: list[Labelled] = []
    with tempfile.TemporaryDirectory() as temporary:
        for position, name in enumerate(names):
            other = names[(position + 1) % len(names)]
            store = (chosen.stores or Path(temporary)) / name
            pipeline = _pipeline(folders[name] / "corpus.jsonl", store, chosen.reader)
            own = [(_decision(pipeline, question), answerable) for question, answerable in questions[name]]
            foreign = (
                [(_decision(pipeline, question), False) for question, _ in questions[other]] if other != name else []
            )
            pipeline.close()
            labelled += [(name, "own", *each, number % FOLDS) for number, each in enumerate(own)]
            labelled += [(name, "foreign", *each, number % FOLDS) for number, each in enumerate(foreign)]
            print(json.dumps({"set": name, **_figures(own), "foreign": _figures([*own, *foreign])}), flush=True)
    if chosen.fit:
        weighed = list(WEIGHTS if chosen.reader == "none" else READER_WEIGHTS)
        rows = _rows(labelled, weighed)
        weights = [round(float(each), 2) for each in _fitted(rows)]
        print(json.dumps({"fitted": dict(zip(["bias", *weighed], weights, strict=True))}))
        print(json.dumps({"refused in folds": _in_folds(rows)}))


def _rows(labelled: Sequence[Labelled], names: Sequence[str]) -> list[Row]:
    """Return the questions with the values of the named features; what was not read is left out of a reader's."""
    return [
        Row(
            name=name,
            whose=whose,
            values=np.array([1.0, *(features(decision.best)[each] for each in names)]),
            answerable=answerable,
            fold=fold,
        )
        for name, whose, decision, answerable, fold in labelled
        if decision.best and set(names) <= set(features(decision.best))
    ]


def _fitted(rows: Sequence[Row]) -> Array:
    """Return bias and weights of the features in force by Newton's method, with a ridge of one half."""
    values = np.array([each.values for each in rows])
    labels = np.array([float(each.answerable) for each in rows])
    groups = Counter((each.name, each.whose, each.answerable) for each in rows)
    share = np.array([_counts(each) / groups[each.name, each.whose, each.answerable] for each in rows])
    share /= share.mean()
    weights = np.zeros(values.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (share * (labels - chance)) - 0.5 * weights
        curve = (values.T * (share * chance * (1 - chance))) @ values + 0.5 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def _counts(row: Row) -> float:
    if row.answerable:
        return 1.0
    return NEAR_MISSES if row.whose == "own" else 1 - NEAR_MISSES


def _in_folds(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Return for each level the mean over sets of what is refused, each question by weights fitted without its fold."""
    refused: dict[str, dict[tuple[str, str, bool], list[bool]]] = {level: {} for level in STRICTNESS}
    for fold in range(FOLDS):
        weights = _fitted([each for each in rows if each.fold != fold])
        for each in (each for each in rows if each.fold == fold):
            chance = 1 / (1 + np.exp(-each.values @ weights))
            for level, threshold in STRICTNESS.items():
                refused[level].setdefault((each.name, each.whose, each.answerable), []).append(bool(chance < threshold))
    kinds = {"answerable": ("own", True), "near-misses": ("own", False), "foreign": ("foreign", False)}
    return {
        level: {
            kind: round(float(np.mean([np.mean(each) for key, each in groups.items() if key[1:] == which])), 3)
            for kind, which in kinds.items()
            if any(key[1:] == which for key in groups)
        }
        for level, groups in refused.items()
    }


def _questions(folder: Path, limit: int) -> list[tuple[str, bool]]:
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()[:limit]
    return [(each["question"], bool(each["answerable"])) for each in map(json.loads, lines)]


def _pipeline(corpus: Path, store: Path, reader: str) -> Pipeline:
    settings = Settings(store=store, reader=reader)
    with open_store(settings) as opened:
        sync([corpus], opened, settings.passage_tokens)
    print(f"indexed {corpus}", file=sys.stderr)
    return open_pipeline(settings)


def _decision(pipeline: Pipeline, question: str) -> Decision:
    query = pipeline.understand(Turn(question))
    terms = pipeline.weigh(query)
    ranked = pipeline.read(query, terms, pipeline.rank(query, terms, pipeline.retrieve(query, terms)))
    return pipeline.decide(query, terms, ranked.evidence)


def _figures(decided: list[tuple[Decision, bool]]) -> dict[str, float | int | None]:
    answerable = [each for each, is_answerable in decided if is_answerable]
    others = [each for each, is_answerable in decided if not is_answerable]
    if not answerable or not others:
        return {"answerable": len(answerable), "unanswerable": len(others)}
    refused = np.mean([not each.answer for each in others])
    wrongly = np.mean([not each.answer for each in answerable])
    return {
        "answerable": len(answerable),
        "unanswerable": len(others),
        "auroc": round(auroc([each.probability for each in answerable], [each.probability for each in others]), 3),
        "refused": round(float(refused), 3),
        "wrongly_refused": round(float(wrongly), 3),
        "balanced": round(float(refused + 1 - wrongly) / 2, 3),
    }


def auroc(positives: list[float], negatives: list[float]) -> float:
    """Return the chance that a positive scores above a negative, ties counting half."""
    ranked = np.asarray(positives)[:, None] - np.asarray(negatives)[None, :]
    return float((ranked > 0).mean() + 0.5 * (ranked == 0).mean())


if __name__ == "__main__":
    main()
