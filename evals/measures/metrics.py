"""Which metrics there are: what each means, which questions it applies to and what an absent answer counts.

A metric is declared here and computed in `evals.measures.scoring` (one question) or `evals.measures.intervals` (a
figure of many). A question without an answer, because the run crashed on it or its answer is an error, counts at the
metric's default: it never vanishes from a mean. It shows nothing right (0) and nothing wrong (no misattribution, no
altered quotation), and it refuses nothing rightly and every answerable question wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

import numpy as np

from evals.gold import Gold
from evals.measures import intervals, scoring
from evals.measures.case import Case
from evals.measures.intervals import Array, Statistic

Group = Literal["retrieval", "evidence", "answer", "attribution", "quotation", "abstention", "latency", "overall"]
Better = Literal["higher", "lower"]
Row = Mapping[str, Any]
"""A question of results.json."""
LONGEST = 10


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
    """What a question counts that has no answer; None leaves it out, for what is only told by an answer."""

    def value(self, gold: Gold, case: Case | None) -> float | None:
        """Return the question's value, its default without an answer, None where the metric does not apply."""
        if not self.applies(gold):
            return None
        return self.default if case is None else self.of(case)

    def columns(self, rows: Sequence[Row]) -> tuple[Array, Statistic]:
        """Return the values of the rows that have one, and how they are put together."""
        held = [row["values"].get(self.name) for row in rows]
        return _columns([[each] for each in held if each is not None]), intervals.mean


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


def _every(gold: Gold) -> bool:
    return True


def with_judged_documents(gold: Gold) -> bool:
    return any(grade > 0 for grade in gold.relevant.values())


def with_evidence(gold: Gold) -> bool:
    return gold.answerable and bool(gold.evidence)


def _with_spans(gold: Gold) -> bool:
    return gold.answerable and any(each.spans for each in gold.evidence)


def _with_answers(gold: Gold) -> bool:
    # The answers of an unanswerable question are plausible ones that are wrong.
    return gold.answerable and bool(gold.answers) and not gold.verdict


def _with_speaker(gold: Gold) -> bool:
    return gold.answerable and bool(gold.speaker) and not gold.verdict


def _with_day(gold: Gold) -> bool:
    return gold.answerable and bool(gold.said_on) and not gold.verdict


def _to_answer(gold: Gold) -> bool:
    return gold.answerable and not gold.verdict


def _to_refuse(gold: Gold) -> bool:
    return not gold.answerable and not gold.verdict


def _a_check(gold: Gold) -> bool:
    return bool(gold.verdict)


def _with_kind(gold: Gold) -> bool:
    return bool(gold.kind)


def _not_a_check(gold: Gold) -> bool:
    return not gold.verdict


def _at(of: Callable[..., float], k: int) -> Callable[[Case], float]:
    return partial(of, k=k)


CUTS = (1, 4, 10)
METRICS: tuple[Metric, ...] = (
    Metric(
        "right",
        "overall",
        "answered with the right words, or declined where there is no answer",
        _every,
        scoring.right,
    ),
    *(
        Metric(
            f"document_recall@{k}",
            "retrieval",
            f"share of the relevant documents among the first {k}",
            with_judged_documents,
            _at(scoring.document_recall, k),
        )
        for k in CUTS
    ),
    Metric(
        "document_mrr@10",
        "retrieval",
        "one over the rank of the first relevant document",
        with_judged_documents,
        scoring.document_mrr,
    ),
    Metric(
        "document_ndcg@10",
        "retrieval",
        "nDCG of the first ten documents, each counted once",
        with_judged_documents,
        scoring.document_ndcg,
    ),
    *(
        Metric(
            f"span_recall@{k}",
            "retrieval",
            f"share of questions with gold evidence among the first {k} passages",
            with_evidence,
            _at(scoring.span_recall, k),
        )
        for k in CUTS
    ),
    Metric(
        "span_mrr@10",
        "retrieval",
        "one over the rank of the first passage with gold evidence",
        with_evidence,
        scoring.span_mrr,
    ),
    Metric(
        "span_ndcg@10",
        "retrieval",
        "nDCG of the first ten passages, each gold span counted once",
        with_evidence,
        scoring.span_ndcg,
    ),
    Metric(
        "evidence_cited@3",
        "evidence",
        "share of questions with gold evidence among the first three citations",
        with_evidence,
        scoring.evidence_shown,
    ),
    Metric(
        "citation_precision",
        "evidence",
        "share of the cited characters that lie in gold spans",
        _with_spans,
        scoring.citation_precision,
    ),
    Metric(
        "citation_recall",
        "evidence",
        "share of the gold spans' characters that are cited",
        _with_spans,
        scoring.citation_recall,
    ),
    Metric(
        "citation_f1",
        "evidence",
        "harmonic mean of citation precision and recall",
        _with_spans,
        scoring.citation_f1,
    ),
    Metric("exact_match", "answer", "the answer is a gold answer, word for word", _with_answers, scoring.exact_match),
    Metric("token_f1", "answer", "F1 of the answer's words and the gold answer's", _with_answers, scoring.token_f1),
    Metric("answer_contained", "answer", "a gold answer stands in the answer", _with_answers, scoring.answer_contained),
    Metric("rouge_l", "answer", "longest common subsequence with the gold answer, F1", _with_answers, scoring.rouge_l),
    Metric("judged_correct", "answer", "a model calls the answer correct", _with_answers, scoring.judged, default=None),
    Metric(
        "speaker_accuracy",
        "attribution",
        "the citation of the gold evidence names the right speaker",
        _with_speaker,
        scoring.speaker_right,
    ),
    Metric(
        "said_date_accuracy",
        "attribution",
        "the citation of the gold evidence bears the day it was said",
        _with_day,
        scoring.said_on_right,
    ),
    Metric(
        "misattribution_rate",
        "attribution",
        "share of answers that give words to somebody who did not say them",
        _every,
        scoring.misattributed,
        "lower",
    ),
    Metric(
        "quotation_fidelity",
        "quotation",
        "share of the quoted words that are verbatim in a cited span; must be 1",
        _every,
        scoring.quotation_fidelity,
        default=1.0,
    ),
    Metric(
        "citation_verbatim",
        "quotation",
        "share of the citations whose text is the document's at their offsets; must be 1",
        _every,
        scoring.citation_verbatim,
        default=1.0,
    ),
    Metric(
        "verdict_accuracy",
        "quotation",
        "share of the quote checks with the right verdict",
        _a_check,
        scoring.verdict_right,
    ),
    Metric(
        "status_accuracy",
        "abstention",
        "answered where answerable, refused where not",
        _not_a_check,
        scoring.status_right,
    ),
    Metric(
        "true_refusal_rate",
        "abstention",
        "share of the unanswerable questions that are refused",
        _to_refuse,
        scoring.refused,
    ),
    Metric(
        "false_refusal_rate",
        "abstention",
        "share of the answerable questions that are refused",
        _to_answer,
        scoring.refused,
        "lower",
        1.0,
    ),
    Metric(
        "kind_accuracy",
        "overall",
        "the question is understood as the right kind",
        _with_kind,
        scoring.kind_right,
    ),
    Metric("tokens", "latency", "tokens that a model read and wrote an answer", _every, scoring.tokens, "lower", None),
    Metric("cost", "latency", "dollars that a model cost an answer", _every, scoring.cost, "lower", None),
)


def _abstention(row: Row) -> list[float] | None:
    right = row["values"].get("status_accuracy")
    return None if right is None else [float(row["answerable"]), float(right)]


def _scored(row: Row) -> list[float] | None:
    if row["values"].get("status_accuracy") is None:
        return None
    answerable = float(row["answerable"])
    # Without an answer, the score that is worst.
    return [answerable, 1 - answerable if row["probability"] is None else float(row["probability"])]


def _elapsed(row: Row) -> list[float] | None:
    return None if row["elapsed_ms"] is None else [float(row["elapsed_ms"])]


AGGREGATES: tuple[Aggregate, ...] = (
    Aggregate(
        "balanced_accuracy",
        "abstention",
        "mean of the shares rightly answered and rightly refused",
        _abstention,
        intervals.balanced_accuracy,
    ),
    Aggregate(
        "auroc",
        "abstention",
        "chance that an answerable question has a higher probability than an unanswerable one",
        _scored,
        intervals.auroc,
    ),
    *(
        Aggregate(
            f"latency_p{share}",
            "latency",
            f"milliseconds within which {share} % of the questions are answered",
            _elapsed,
            intervals.percentile(share / 100),
            "lower",
        )
        for share in (50, 95)
    ),
)
ALL: tuple[Metric | Aggregate, ...] = (*METRICS, *AGGREGATES)
DECLARED = {each.name: each for each in ALL}


def values(gold: Gold, case: Case | None) -> dict[str, float | None]:
    """Return every metric's value for one question."""
    return {each.name: each.value(gold, case) for each in METRICS}


def summary(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the figure of every metric with its 95 % interval and the number of questions, in their order."""
    found = []
    for each in ALL:
        columns, statistic = each.columns(rows)
        low, high = intervals.interval(statistic, columns)
        found.append(
            {
                "name": each.name,
                "group": each.group,
                "value": figure(statistic, columns),
                "low": _rounded(low),
                "high": _rounded(high),
                "count": len(columns),
                "better": each.better,
                "about": each.about,
            }
        )
    return found


def figures(rows: Sequence[Row]) -> dict[str, float | None]:
    """Return the figure of every metric alone."""
    found = {}
    for each in ALL:
        columns, statistic = each.columns(rows)
        found[each.name] = figure(statistic, columns)
    return found


def figure(statistic: Statistic, columns: Array) -> float | None:
    """Return a figure as it is published, to six decimals."""
    return _rounded(intervals.once(statistic, columns))


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 6)
