"""How sure a figure is: bootstrap intervals over questions, and paired ones for the difference of two runs.

A resample is a vector of weights, how often each question was drawn (Efron 1979), so one matrix of weights serves every
figure and each figure is one product with it. The seed is fixed: the same results give the same interval.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Statistic = Callable[[Array, Array], Array]
"""Columns (one row a question) and weights (resamples, questions) -> one figure a resample, nan where undefined."""
RESAMPLES, SEED = 1_000, 0
LOW, HIGH = 2.5, 97.5


@lru_cache(maxsize=8)
def resamples(questions: int) -> Array:
    """Return how often each question is drawn, (resamples, questions)."""
    draws = np.random.default_rng(SEED).multinomial(questions, np.full(questions, 1 / questions), RESAMPLES)
    return draws.astype(np.float64)


def mean(columns: Array, weights: Array) -> Array:
    """Return the weighted mean of the first column."""
    return ratio(weights @ columns[:, 0], weights.sum(axis=1))


def ratio(part: Array, whole: Array) -> Array:
    """Return part over whole, nan where the whole is 0."""
    shares: Array = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
    return shares


def percentile(share: float) -> Statistic:
    """Return the statistic that is the smallest value with at least this share of the weight at or under it."""

    def of(columns: Array, weights: Array) -> Array:
        order = np.argsort(columns[:, 0], kind="stable")
        reached = np.cumsum(weights[:, order], axis=1)
        # The tolerance keeps 0.95 of 20 at the 19th value.
        at = (reached < share * reached[:, -1:] - 1e-9).sum(axis=1)
        found: Array = columns[order, 0][at]
        return found

    return of


def balanced_accuracy(columns: Array, weights: Array) -> Array:
    """Return the mean of the shares of rightly answered and of rightly refused; columns: answerable, right."""
    answerable, right = columns[:, 0], columns[:, 1]
    answered = ratio(weights @ (answerable * right), weights @ answerable)
    refused = ratio(weights @ ((1 - answerable) * right), weights @ (1 - answerable))
    return (answered + refused) / 2


def auroc(columns: Array, weights: Array) -> Array:
    """Return the chance that an answerable question scores above an unanswerable one, ties counting half.

    Columns: answerable, score.
    """
    ordered = np.argsort(columns[:, 1], kind="stable")
    answerable, score = columns[ordered].T
    starts = np.flatnonzero(np.diff(score, prepend=-np.inf))
    positives = np.add.reduceat(weights[:, ordered] * answerable, starts, axis=1)
    negatives = np.add.reduceat(weights[:, ordered] * (1 - answerable), starts, axis=1)
    below = np.cumsum(negatives, axis=1) - negatives
    won = (positives * (below + negatives / 2)).sum(axis=1)
    return ratio(won, positives.sum(axis=1) * negatives.sum(axis=1))


def once(statistic: Statistic, columns: Array) -> float | None:
    """Return the figure of the questions themselves, None where it is undefined."""
    return _defined(statistic(columns, np.ones((1, len(columns))))[0]) if len(columns) else None


def interval(statistic: Statistic, columns: Array) -> tuple[float | None, float | None]:
    """Return the 95 % percentile interval of a figure; a resample in which it is undefined is left out."""
    return _bounds(statistic(columns, resamples(len(columns)))) if len(columns) else (None, None)


def difference(statistic: Statistic, before: Array, after: Array) -> tuple[float | None, float | None, float | None]:
    """Return after less before and its 95 % interval, drawing the same questions of both."""
    if not len(before):
        return None, None, None
    first, second = once(statistic, before), once(statistic, after)
    weights = resamples(len(before))
    bounds = _bounds(statistic(after, weights) - statistic(before, weights))
    return (None if first is None or second is None else second - first), *bounds


def _bounds(figures: Array) -> tuple[float | None, float | None]:
    known = figures[~np.isnan(figures)]
    if not len(known):
        return None, None
    low, high = np.percentile(known, [LOW, HIGH])
    return float(low), float(high)


def _defined(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)
