"""The chance that evidence answers a question: a logistic score of what is known of it, and of what was read there."""

from __future__ import annotations

import math
from collections.abc import Mapping

from rag.find.terms import WHOLE
from rag.records import Evidence, Reading

BIAS = -5.78
WEIGHTS = {
    "cosine": 0.5,
    "passage_cosine": 5.1,
    "passage_coverage": 0.7,
    "whole": 0.4,
    "late_interaction": 2.8,
    "passage_late_interaction": 1.7,
    "denial": -3.6,
    "opposite": -2.9,
    "number": -2.6,
    "name": -0.7,
    "quantity": -2.0,
}
READER_BIAS = -4.57
READER_WEIGHTS = {
    "cosine": 0.5,
    "passage_cosine": 1.5,
    "passage_coverage": 0.3,
    "whole": 0.5,
    "late_interaction": 2.9,
    "passage_late_interaction": 1.2,
    "denial": -1.7,
    "opposite": -1.9,
    "number": -1.5,
    "name": 0.0,
    "quantity": -2.0,
    "answerable": 3.2,
}
"""What was read is weighed by these. In five folds over 1,230 questions of the four sets they refuse 62 % of the
unanswerable questions of SQuAD and RealTime QA, 93 % of the foreign ones and 3.9 % of the answerable ones; without a
reader 54, 91 and 5.4 %. With the margin of the span, its length or whether it is the kind of thing asked for beside
it, nothing is won; the fitted weight of `name` is .05; `quantity` is set as above."""
BENT = 6.0


def probability(evidence: Evidence) -> float:
    """Return the chance, 0 to 1, that the evidence answers the question."""
    return 1 / (1 + math.exp(-log_odds(evidence)))


def log_odds(evidence: Evidence) -> float:
    """Return the logarithm of the odds that the evidence answers the question."""
    if evidence.reading is None:
        return in_words(evidence)
    return _weighed(evidence, READER_BIAS, READER_WEIGHTS)


def in_words(evidence: Evidence) -> float:
    """Return the same by words and vectors alone, whatever was read."""
    return _weighed(evidence, BIAS, WEIGHTS)


def _weighed(evidence: Evidence, bias: float, weights: Mapping[str, float]) -> float:
    known = features(evidence)
    return bias + sum(weight * known[name] for name, weight in weights.items())


def features(evidence: Evidence) -> dict[str, float]:
    """Return what is known of evidence that the decision to answer rests on, by name."""
    near = {name: getattr(evidence, name) for name in _NEARNESS}
    read = reader_features(evidence.reading) if evidence.reading else {}
    return near | {"whole": float(evidence.coverage > WHOLE)} | evidence.mismatch._asdict() | read


def reader_features(reading: Reading) -> dict[str, float]:
    """Return the reader's two logits, each bent to between -1 and 1: beyond a few they say no more."""
    return {"answerable": math.tanh(reading.answerable / BENT), "margin": math.tanh(reading.margin / BENT)}


_NEARNESS = ("cosine", "passage_cosine", "passage_coverage", "late_interaction", "passage_late_interaction")
