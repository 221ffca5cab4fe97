"""What a metric is: which questions it applies to, how one is valued, and how many are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from evals.gold import Gold
from evals.measures import intervals
from evals.measures.case import Case
from evals.measures.intervals import Array, Statistic

Group = Literal["retrieval", "evidence", "answer", "attribution", "quotation", "abstention", "latency", "overall"]
Better = Literal["higher", "lower"]
Row = Mapping[str, Any]
"""A question of results.json."""


@dataclass(frozen=True)
class Metric:
    """A metric with a value for each question, reported as the mean."""

    name: str
    group: Group
    about: str
    applies: Callable[[Gold], bool]
    of: Callable[[Case], float | None]
    better: Better = "higher"
    default: float | None = 0.0
    """What a question counts that has no answer; None leaves it out, for what only an answer shows."""

    def value(self, gold: Gold, case: Case | None) -> float | None:
        """Return the question's value, its default without an answer, None where the metric does not apply."""
        if not self.applies(gold):
            return None
        return self.default if case is None else self.of(case)

    def columns(self, rows: Sequence[Row]) -> tuple[Array, Statistic]:
        """Return the values of the rows that have one, and how they are put together."""
        values = [row["values"].get(self.name) for row in rows]
        return _columns([[each] for each in values if each is not None]), intervals.mean


@dataclass(frozen=True)
class Aggregate:
    """A figure of many questions together."""

    name: str
    group: Group
    about: str
    row: Callable[[Row], list[float] | None]
    """A question's columns, None where it takes no part."""
    statistic: Statistic
    better: Better = "higher"

    def columns(self, rows: Sequence[Row]) -> tuple[Array, Statistic]:
        """Return the columns of the rows that take part, and how they are put together."""
        return _columns([found for row in rows if (found := self.row(row)) is not None]), self.statistic


def _columns(rows: list[list[float]]) -> Array:
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(rows[0]) if rows else 1)
