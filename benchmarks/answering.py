"""How well the decision to answer tells questions that documents answer from questions that they do not.

    python -m benchmarks.answering NAME=FOLDER ... [--limit N] [--stores FOLDER]

A folder holds `corpus.jsonl` and `questions.jsonl` (with `answerable`). For each set one line is printed: AUROC of the
probability of the best evidence, and, at the threshold in force, the share of unanswerable questions refused, of
answerable ones refused, and their balanced accuracy. Each set is also asked the questions of the next one, none of
which its documents answer (`foreign`). `--fit` prints the logistic weights that these questions give, every set and
label counting the same; of what is to be refused near-misses count 0.7 and foreign questions 0.3.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from index.store import open_store
from index.sync import sync
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Turn
from rag.sufficiency import WEIGHTS, Decision, features
from settings import Settings

NEAR_MISSES = 0.7
"""What they count of the questions to refuse; with 0.5 their balanced accuracy in five folds is a point less."""


def main() -> None:
    """Print one JSON line a set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answering", description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--limit", type=int, default=300, help="questions a set")
    parser.add_argument("--fit", action="store_true", help="print the fitted weights, the bias first")
    parser.add_argument("--stores", type=Path, help="keep the indexes here for the next run")
    chosen = parser.parse_args()
    folders = {name: Path(folder) for name, _, folder in (each.partition("=") for each in chosen.sets)}
    questions = {name: _questions(folder, chosen.limit) for name, folder in folders.items()}
    names = list(folders)
    labelled: list[tuple[str, str, Decision, bool]] = []
    with tempfile.TemporaryDirectory() as temporary:
        for position, name in enumerate(names):
            other = names[(position + 1) % len(names)]
            pipeline = _pipeline(folders[name] / "corpus.jsonl", (chosen.stores or Path(temporary)) / name)
            own = [(_decision(pipeline, question), answerable) for question, answerable in questions[name]]
            foreign = (
                [(_decision(pipeline, question), False) for question, _ in questions[other]] if other != name else []
            )
            pipeline.close()
            labelled += [(name, "own", decision, is_answerable) for decision, is_answerable in own]
            labelled += [(name, "foreign", decision, False) for decision, _ in foreign]
            print(json.dumps({"set": name, **_figures(own), "foreign": _figures([*own, *foreign])}), flush=True)
    if chosen.fit:
        print(json.dumps({"fitted": _fitted(labelled)}))


def _fitted(labelled: list[tuple[str, str, Decision, bool]]) -> dict[str, float]:
    """Return bias and weights of the features in force by Newton's method, with a ridge of one half."""
    rows = [(name, whose, decision.best, answerable) for name, whose, decision, answerable in labelled if decision.best]
    features = np.array([[1.0, *(features(best)[name] for name in WEIGHTS)] for *_, best, _ in rows])
    labels = np.array([float(answerable) for *_, answerable in rows])
    groups = Counter((name, whose, answerable) for name, whose, _, answerable in rows)
    share = np.array(
        [
            (1.0 if answerable else NEAR_MISSES if whose == "own" else 1 - NEAR_MISSES)
            / groups[name, whose, answerable]
            for name, whose, _, answerable in rows
        ]
    )
    share /= share.mean()
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (share * (labels - chance)) - 0.5 * weights
        curve = (features.T * (share * chance * (1 - chance))) @ features + 0.5 * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return dict(zip(["bias", *WEIGHTS], (round(float(each), 2) for each in weights), strict=True))


def _questions(folder: Path, limit: int) -> list[tuple[str, bool]]:
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()[:limit]
    return [(each["question"], bool(each["answerable"])) for each in map(json.loads, lines)]


def _pipeline(corpus: Path, store: Path) -> Pipeline:
    settings = Settings(store=store)
    with open_store(settings) as opened:
        sync([corpus], opened, settings.passage_tokens)
    print(f"indexed {corpus}", file=sys.stderr)
    return open_pipeline(settings)


def _decision(pipeline: Pipeline, question: str) -> Decision:
    query = pipeline.understand(Turn(question))
    terms = pipeline.weigh(query)
    return pipeline.decide(query, terms, pipeline.rank(query, terms, pipeline.retrieve(query, terms)).evidence)


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
