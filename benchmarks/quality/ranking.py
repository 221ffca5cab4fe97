"""How well the right passages and sentences come first, what each feature adds, and the weights that questions give.

    python -m benchmarks.quality.ranking NAME=FOLDER ... [--limit N] [--stores FOLDER] [--fit] [--budget TOKENS]

A folder holds `questions.jsonl`; `corpus.jsonl` lies there or one folder above. One line a set is printed: a right
passage first, in the first four and ten (the order by words, by vectors and the fused one beside it), a right sentence
among the best three, and nDCG@10 over documents. `--fit` prints the weights under which the right sentences are most
likely to be drawn from all that were read, every set counting the same; then each set under weights fitted without it,
each set under weights fitted to the questions of other documents (five folds), and each set under weights fitted
without one of the features.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.storage.store import open_store
from index.sync import sync
from index.text.stems import words
from rag.pipeline import Pipeline, open_pipeline
from rag.rank.alike.corroboration import Found, by_support
from rag.rank.features import FIRST_PASS_WEIGHTS, WEIGHTS, Features
from rag.rank.rank import BUDGET, SentenceVectors, sentences_read
from rag.records import Turn
from settings import Settings

Array = NDArray[np.float64]
RIDGE = 1e-3
"""Against weights that run away on a set where the right sentence always comes first; ten times as much costs .002."""
FOLDS = 5
STEPS = 30
ALL = 100_000
WHOLE = {"SUPPORT", "REFUTE", "CONTRADICT", "NOT_ENOUGH_INFO", "retrieval"}
"""Types of questions whose evidence is a whole document."""


@dataclass(frozen=True)
class Asked:
    """A question's sentences that were read: their features, which are right, and the candidates they stand in."""

    features: Array
    right: NDArray[np.bool_]
    candidate: NDArray[np.int64]
    documents: tuple[str, ...]
    """Of each candidate in the fused order."""
    right_candidates: NDArray[np.bool_]
    gold: frozenset[str]
    fold: int
    words: tuple[float, ...] = ()
    """Of each candidate; with `cosines` what was fused."""
    cosines: tuple[float, ...] = ()
    passages: Mapping[int, Found] = field(default_factory=dict)
    """The candidates whose sentences the first pass read, by number."""
    stems: frozenset[str] = frozenset()
    """Of the question."""


def main() -> None:
    """Print one JSON line a set, and with `--fit` those of the fits."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.ranking", description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--limit", type=int, default=200, help="questions a set")
    parser.add_argument("--budget", type=int, default=BUDGET, help="tokens that the model reads for a question")
    parser.add_argument("--fit", action="store_true", help="print the fitted weights, over all sentences")
    parser.add_argument("--stores", type=Path, help="keep the indexes here for the next run")
    chosen = parser.parse_args()
    budget = ALL if chosen.fit else chosen.budget
    with tempfile.TemporaryDirectory() as temporary:
        sets = {
            name: _asked(Path(folder), (chosen.stores or Path(temporary)) / name, chosen.limit, budget)
            for name, _, folder in (each.partition("=") for each in chosen.sets)
        }
    weights = np.array(WEIGHTS, dtype=np.float64)
    for name, asked in sets.items():
        print(json.dumps({"set": name, "questions": len(asked), **figures(asked, weights)}), flush=True)
    if chosen.fit:
        _print_fits(sets)


def _print_fits(sets: Mapping[str, Sequence[Asked]]) -> None:
    everything = list(sets.values())
    used = np.ones(len(WEIGHTS), dtype=bool)
    in_first_pass = np.array([weight != 0 for weight in FIRST_PASS_WEIGHTS])
    print(
        json.dumps(
            {"weights": _named(fitted(everything, used)), "first_pass": _named(fitted(everything, in_first_pass))}
        )
    )
    for name, asked in sets.items():
        others = [each for other, each in sets.items() if other != name]
        if others:
            print(json.dumps({"left out": name, **figures(asked, fitted(others, used))}), flush=True)
    print(json.dumps({"cross-validated": _cross_validated(sets, used)}), flush=True)
    for at, feature in enumerate(Features._fields):
        without = used.copy()
        without[at] = False
        weights = fitted(everything, without)
        print(json.dumps({"without": feature} | {name: figures(asked, weights) for name, asked in sets.items()}))


def _cross_validated(sets: Mapping[str, Sequence[Asked]], used: NDArray[np.bool_]) -> dict[str, dict[str, float]]:
    """Return each set's figures, each question scored by weights fitted to the questions of other documents."""
    measured: dict[str, list[dict[str, float]]] = {name: [] for name in sets}
    for fold in range(FOLDS):
        weights = fitted([[each for each in asked if each.fold != fold] for asked in sets.values()], used)
        for name, asked in sets.items():
            measured[name] += [_figures(each, weights) for each in asked if each.fold == fold]
    return {name: _mean(found) for name, found in measured.items()}


def _named(weights: Array) -> dict[str, float]:
    return {name: round(float(weight), 2) for name, weight in zip(Features._fields, weights, strict=True)}


def fitted(sets: Sequence[Sequence[Asked]], used: NDArray[np.bool_]) -> Array:
    """Return the weights of the used features that make the right sentences most likely, others 0.

    The chance of a sentence is the exponential of its score over the sum of all. The mean logarithm of the right ones'
    joint chance, less a ridge, is raised by Newton's method with the curvature of the sum over all sentences, which
    bounds the true one, so that every step rises.
    """
    kept = [[each for each in asked if each.right.any() and not each.right.all()] for asked in sets]
    rows = [(each.features[:, used], each.right, 1 / len(asked) / len(kept)) for asked in kept for each in asked]
    weights = np.ones(int(used.sum()))
    for _ in range(STEPS):
        slope, curve = RIDGE * weights, RIDGE * np.eye(len(weights))
        for features, right, share in rows:
            chance = np.exp(features @ weights - (features @ weights).max())
            among = np.where(right, chance, 0.0) / max(float(chance[right].sum()), 1e-300)
            chance = chance / chance.sum()
            mean = features.T @ chance
            slope = slope + share * (mean - features.T @ among)
            curve = curve + share * ((features.T * chance) @ features - np.outer(mean, mean))
        weights = weights - np.linalg.solve(curve, slope)
    found = np.zeros(len(used))
    found[used] = weights
    return found


def figures(asked: Sequence[Asked], weights: Array) -> dict[str, float]:
    """Return the means over the questions, each between 0 and 1."""
    return _mean([_figures(each, weights) for each in asked])


def _mean(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: round(float(np.mean([each[name] for each in found])), 3) for name in found[0]} if found else {}


def _figures(asked: Asked, weights: Array) -> dict[str, float]:
    scores = asked.features @ weights
    order = np.argsort(-scores, kind="stable")
    ranked = by_support(asked.passages, list(dict.fromkeys(asked.candidate[order].tolist())), asked.stems)
    ranked += [at for at in range(len(asked.documents)) if at not in set(ranked)]
    right = asked.right_candidates[ranked]
    return {
        "first": float(right[:1].any()),
        "in 4": float(right[:4].any()),
        "in 10": float(right[:10].any()),
        "words first": float(asked.right_candidates[np.argsort(-np.array(asked.words), kind="stable")[:1]].any()),
        "vectors first": float(asked.right_candidates[np.argsort(-np.array(asked.cosines), kind="stable")[:1]].any()),
        "fused first": float(asked.right_candidates[:1].any()),
        "fused in 10": float(asked.right_candidates[:10].any()),
        "sentence in 3": float(asked.right[order[:3]].any()),
        "ndcg": ndcg([asked.documents[at] for at in ranked], asked.gold),
    }


def ndcg(ranked: Sequence[str], gold: frozenset[str], depth: int = 10) -> float:
    """Return nDCG at ten of documents in their order, each counted once, all gold ones of equal gain."""
    once = list(dict.fromkeys(ranked))[:depth]
    ideal = sum(1 / np.log2(at + 2) for at in range(min(depth, len(gold))))
    return float(sum(1 / np.log2(at + 2) for at, each in enumerate(once) if each in gold) / ideal) if gold else 0.0


def _asked(folder: Path, store: Path, limit: int, budget: int) -> list[Asked]:
    corpus = folder / "corpus.jsonl" if (folder / "corpus.jsonl").exists() else folder.parent / "corpus.jsonl"
    settings = Settings(store=store)
    with open_store(settings) as opened:
        sync([corpus], opened, settings.passage_tokens)
    pipeline = open_pipeline(settings)
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [each for each in map(json.loads, lines) if each["evidence"] or each.get("relevant")]
    # Neighbouring lines ask of the same document; a fixed shuffle takes some of all.
    shuffled = [asked[at] for at in np.random.default_rng(5).permutation(len(asked))[:limit]]
    vectors = SentenceVectors(pipeline.store.embeddings)
    found = [_read(each, pipeline, vectors, budget) for each in shuffled]
    pipeline.close()
    return found


def _read(question: dict[str, Any], pipeline: Pipeline, vectors: SentenceVectors, budget: int) -> Asked:
    understood = pipeline.understand(Turn(question["question"], question_date=question.get("question_date")))
    query = replace(understood, kind="fact", topic=understood.standalone, speaker=None, speakers=())
    terms = pipeline.weigh(query)
    retrieved = pipeline.retrieve(query, terms)
    read, passages = sentences_read(query, terms, retrieved, pipeline.store.catalog, vectors, budget)
    is_right = _gold(question, pipeline)
    documents = tuple(_name(each.document_id) for each in retrieved.candidates)
    gold = frozenset(str(each["doc_id"]) for each in question["evidence"]) or frozenset(question.get("relevant", ()))
    return Asked(
        features=np.array([each.features for each in read], dtype=np.float64).reshape(-1, len(WEIGHTS)),
        right=np.array([is_right(each.document.id, *each.span) for each in read], dtype=bool),
        candidate=np.array([each.candidate for each in read], dtype=np.int64),
        documents=documents,
        right_candidates=np.array(
            [is_right(each.document_id, each.start, each.end) for each in retrieved.candidates], dtype=bool
        ),
        gold=gold,
        fold=crc32(min(gold, default="").encode()) % FOLDS,
        words=retrieved.words,
        cosines=retrieved.cosines,
        passages=passages,
        stems=frozenset(words(query.standalone)),
    )


def _gold(question: dict[str, Any], pipeline: Pipeline) -> Callable[[str, int, int], bool]:
    """Return whether a span is right: it meets a marked one, or holds an answer, or is from a gold document."""
    evidence = question["evidence"] or [{"doc_id": each} for each in question.get("relevant", ())]
    answers = [] if question.get("type") in WHOLE else [_plain(each) for each in question.get("answers", ())]

    def is_right(document: str, start: int, end: int) -> bool:
        for each in evidence:
            if str(each["doc_id"]) != _name(document):
                continue
            if each.get("start") is not None and each.get("end") is not None:
                if start < each["end"] and each["start"] < end:
                    return True
                continue
            text = _plain(pipeline.document(document).text[start:end]) if answers else ""
            if not answers or any(answer and answer in text for answer in answers):
                return True
        return False

    return is_right


def _name(document_id: str) -> str:
    return document_id.partition("#")[2] or document_id


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.lower()).strip()


if __name__ == "__main__":
    main()
