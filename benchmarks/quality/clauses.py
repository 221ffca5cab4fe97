"""How well reported clauses are found, and the weights by which they are chosen.

    python -m benchmarks.quality.clauses QUOTES.jsonl [--fit] [--folds 5]

The file holds annotated documents as for `python -m evals quotes`, with the cue of each attribution (`cue_spans`). The
documents are dealt to folds; each fold is read with weights fitted on the others. Printed are the figures of reported
speech so cross-validated, then those of the weights in force on the same file, each by the least probability that is
kept. `--fit` first fits on all documents and writes `index/weights/clauses.json`. SciPy is needed, which comes with
scikit-learn (requirements-dev.txt).

An attribution is right where its span overlaps an annotated one without marks by half. Beginnings and ends learn from
cues that stand in an annotated cue, at the candidate nearest to the annotated border.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from evals.quotes import REPORTED_OVERLAP, Scores, evaluated
from index.attribution import indirect_speech
from index.attribution import indirect_speech as reported
from index.attribution.attribute import analyse
from index.attribution.indirect_speech import Weights, all_cues, likely_words, sentence_end
from index.attribution.quotations.quoted_sentences import quoted_sentences
from index.attribution.span_boundaries import cut_points, end_features, ends, start_features, starts
from index.cues.cue_features import cue_features, span_features
from index.cues.cues import Cue
from index.cues.marks.quotation_marks import quoted_paragraphs
from index.cues.tokens import Tokens
from index.records import Document, Statement
from index.text.sentences import Span, overlap

WEIGHTS = Path(indirect_speech.__file__).parents[1] / "weights" / "clauses.json"
PENALTIES = {"attribution": 100.0, "start": 10.0, "end": 15.0}
"""Of squared weights: F1 .614 in force, .592 on unseen documents; with 50, 8 and 10 it is .628 and .594."""
FEWEST_DOCUMENTS = 10
"""A feature must stand in so many documents to be weighed."""
SMALLEST = 0.03
"""Weights nearer to nought than this are left out."""
NEAR_START, NEAR_END = 2, 3
"""Tokens that a candidate may lie from the annotated border to stand for it."""
THRESHOLDS = (0.3, 0.36, 0.42)


@dataclass(frozen=True)
class Candidate:
    """A cue in its sentence, what is annotated there without marks, and the annotated words of its own, if any."""

    document: str
    sentence: Tokens
    cues: Sequence[Cue]
    number: int
    end: int
    cuts: frozenset[int]
    annotated: Sequence[Span]
    own: Span | None

    @property
    def cue(self) -> Cue:
        """Return the cue itself."""
        return self.cues[self.number]


@dataclass(frozen=True)
class Choice:
    """The features of each of some alternatives, and which of them is right."""

    document: str
    alternatives: Sequence[Sequence[str]]
    right: int


def main() -> None:
    """Print the figures, one JSON line each, and write the weights if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.clauses", description=__doc__.split("\n")[0])
    parser.add_argument("quotes", type=Path, metavar="QUOTES.jsonl")
    parser.add_argument("--fit", action="store_true", help="write the weights fitted on all documents")
    parser.add_argument("--folds", type=int, default=5)
    chosen = parser.parse_args()
    candidates = list(_candidates(chosen.quotes))
    documents = sorted({each.document for each in candidates})
    fold = {document: number % chosen.folds for number, document in enumerate(documents)}
    if chosen.fit:
        WEIGHTS.write_text(_as_json(fitted(candidates)), encoding="utf-8")
        reported.shipped_weights.cache_clear()
    held_out = [fitted([each for each in candidates if fold[each.document] != at]) for at in range(chosen.folds)]
    for name, weights in (
        ("cross-validated", lambda document: held_out[fold.get(document, 0)]),
        ("in force", lambda document: reported.shipped_weights()),
    ):
        for least in THRESHOLDS:
            with patch.object(reported, "KEPT", least):
                print(json.dumps({"weights": name, "kept": least, **_figures(chosen.quotes, weights)}), flush=True)


def _figures(quotes: Path, weights: Callable[[str], Weights]) -> dict[str, float | None]:
    def system(document: Document) -> Iterable[Statement]:
        return analyse(document, weights(document.id)).statements

    scores: Scores = evaluated(quotes, system)
    return {"f1": scores.reported_f1, "precision": scores.reported_precision, "recall": scores.reported_recall}


def _candidates(quotes: Path) -> Iterator[Candidate]:
    for line in quotes.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reported = [each for each in row["quotes"] if each["type"] == "indirect"]
        spans = [(each["start"], each["end"]) for each in reported]
        for paragraph in quoted_paragraphs(row["text"]):
            for sentence in quoted_sentences(row["text"], paragraph):
                yield from _of_sentence(row["doc_id"], sentence, reported, spans)


def _of_sentence(
    document: str, sentence: Tokens, reported: Sequence[Mapping[str, Any]], spans: Sequence[Span]
) -> Iterator[Candidate]:
    found, end = all_cues(sentence), sentence_end(sentence)
    near = [span for span in spans if span[0] < sentence.ends[-1] and span[1] > sentence.starts[0]]
    cuts = cut_points(found)
    for number, cue in enumerate(found):
        head = cue.first if cue.lemma == "according" else cue.last - 1
        owned = [
            (each["start"], each["end"])
            for each in reported
            if any(a < sentence.ends[head] and b > sentence.starts[head] for a, b in each["cue_spans"])
        ]
        own = max(owned, key=lambda span: span[1] - span[0], default=None)
        yield Candidate(
            document=document, sentence=sentence, cues=found, number=number, end=end, cuts=cuts, annotated=near, own=own
        )


def fitted(candidates: Sequence[Candidate]) -> Weights:
    """Return the weights that the candidates give: first of the borders, then of what these borders hold."""
    bordered = [choices for each in candidates if each.own and (choices := _borders(each, each.own))]
    start = _softmax([each for each, _ in bordered], PENALTIES["start"])
    end = _softmax([each for _, each in bordered if each], PENALTIES["end"])
    weights = Weights({}, start, end)
    labelled = [choice for each in candidates if (choice := _attribution(each, weights))]
    return Weights(_softmax(labelled, PENALTIES["attribution"]), start, end)


def _borders(candidate: Candidate, own: Span) -> tuple[Choice, Choice | None] | None:
    """Return which beginning and which end of a cue's candidates the annotation has."""
    sentence, cue, end = candidate.sentence, candidate.cue, candidate.end
    inside = [at for at in range(end) if sentence.ends[at] > own[0] and sentence.starts[at] < own[1]]
    openings = starts(sentence, cue, end)
    if not inside or not openings:
        return None
    # Annotated words begin with their "that", which no candidate is: the one after it stands for it.
    start = min(openings, key=lambda at: (abs(at - inside[0]), -at))
    stops = ends(sentence, cue, start, end)
    if abs(start - inside[0]) > NEAR_START or not stops:
        return None
    stop = min(stops, key=lambda at: abs(at - inside[-1] - 1))
    beginning = Choice(
        candidate.document, [start_features(sentence, cue, at, end) for at in openings], openings.index(start)
    )
    if abs(stop - inside[-1] - 1) > NEAR_END:
        return beginning, None
    features = [end_features(sentence, cue, start, at, end, candidate.cuts) for at in stops]
    return beginning, Choice(candidate.document, features, stops.index(stop))


def _attribution(candidate: Candidate, weights: Weights) -> Choice | None:
    """Return whether the likeliest words of a cue are annotated, as a choice between nothing and its features."""
    sentence, cue, end = candidate.sentence, candidate.cue, candidate.end
    words = None if cue.negated else likely_words(sentence, cue, end, candidate.cuts, weights)
    if words is None:
        return None
    (first, last), mass = words
    span = (sentence.starts[first], sentence.ends[last - 1])
    features = cue_features(sentence, candidate.cues, candidate.number, end)
    features += span_features(sentence, cue, first, last, end, mass)
    right = any(overlap(span, each) >= REPORTED_OVERLAP for each in candidate.annotated)
    return Choice(candidate.document, [[], ["bias", *features]], int(right))


def _softmax(choices: Sequence[Choice], penalty: float) -> dict[str, float]:
    """Return the weights under which the right alternatives are likeliest, by L-BFGS; between two it is logistic."""
    known = _features(choices)
    rows = [alternative for each in choices for alternative in each.alternatives]
    present = [[known[name] for name in row if name in known] for row in rows]
    pointers = np.concatenate([[0], np.cumsum([len(row) for row in present])])
    columns = np.array([column for row in present for column in row])
    matrix = csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(rows), len(known)))
    sizes = np.array([len(each.alternatives) for each in choices])
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(choices)), sizes)
    right = offsets + np.array([each.right for each in choices])
    wanted = np.zeros(len(rows))
    wanted[right] = 1
    share = np.array([0.0 if name == "bias" else penalty for name in known])

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        scores = matrix @ weights
        highest = np.maximum.reduceat(scores, offsets)
        shares = np.exp(scores - highest[group])
        totals = np.add.reduceat(shares, offsets)
        lost = np.sum(np.log(totals) + highest - scores[right]) + 0.5 * np.sum(share * weights**2)
        return float(lost), matrix.T @ (shares / totals[group] - wanted) + share * weights

    best = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {name: float(best.x[column]) for name, column in known.items()}


def _features(choices: Sequence[Choice]) -> dict[str, int]:
    seen: dict[str, set[str]] = defaultdict(set)
    for each in choices:
        for name in {name for alternative in each.alternatives for name in alternative}:
            seen[name].add(each.document)
    return {
        name: at for at, name in enumerate(sorted(n for n, where in seen.items() if len(where) >= FEWEST_DOCUMENTS))
    }


def _as_json(weights: Weights) -> str:
    """Return the weights to two decimals, one a line, without the smallest."""
    content = {
        model: {name: round(each, 2) for name, each in sorted(named.items()) if not math.fabs(each) < SMALLEST}
        for model, named in asdict(weights).items()
    }
    return json.dumps(content, indent=0, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
