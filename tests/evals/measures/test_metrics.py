"""Means, defaults and intervals: nothing vanishes, and the numbers are those of the textbook."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from evals import run
from evals.gold import Gold
from evals.measures import intervals, metrics
from evals.measures.metric import Metric
from evals.measures.metrics import DECLARED, figures
from evals.run import Asked, reliability, risk_coverage
from tests.evals.cases import TEXTS, case, cited, gold, passage


def rows(*pairs: tuple[Gold, dict[str, Any] | None]) -> list[dict[str, Any]]:
    scored = []
    for number, (question, answer) in enumerate(pairs):
        given = dict(case(question, **answer).answer) if answer is not None else None
        scored.append({**run.row(Asked(question, given, None if given else "crash"), TEXTS.get), "qid": str(number)})
    return scored


ANSWERED: dict[str, Any] = {
    "citations": [cited("one", 0, 9)],
    "passages": [passage("one", 0, 9)],
    "elapsed_ms": 10.0,
    "probability": 0.9,
}


def test_an_absent_question_counts_at_the_default() -> None:
    question = gold(("one", (0, 9)), answers=("aaaaaaaaa",), speaker="Odran Tell", said_on="2031", kind="fact")
    (absent,) = rows((question, None))
    defaults = {name: each.default for name, each in DECLARED.items() if isinstance(each, Metric)}
    applying = {name: value for name, value in absent["values"].items() if value is not None}
    assert applying == {name: defaults[name] for name in applying}
    assert {"right", "document_recall@10", "span_recall@10", "citation_f1", "token_f1", "speaker_accuracy"} <= set(
        applying
    )
    assert applying["false_refusal_rate"] == applying["quotation_fidelity"] == 1.0
    assert (absent["status"], absent["right"], absent["error"], absent["probability"]) == (
        "error",
        False,
        "crash",
        None,
    )
    found = figures(rows((question, ANSWERED), (question, None)))
    assert (found["span_recall@1"], found["citation_precision"], found["status_accuracy"]) == (0.5, 0.5, 0.5)


def test_an_answer_with_an_error_counts_as_absent() -> None:
    def ask(question: Gold) -> dict[str, Any]:
        return {"status": "error", "answer": "The question is empty.", "citations": [], "passages": [], "nearest": []}

    (each,), complete = run.asked([gold(answerable=False)], ask, lambda count: None)
    assert complete
    row = run.row(each, TEXTS.get)
    assert row["error"] == "The question is empty."
    assert row["values"]["true_refusal_rate"] == 0.0


def test_an_unanswerable_question_with_answers_has_no_answer_metrics() -> None:
    (row,) = rows((gold(answerable=False, answers=("plausible",)), {"status": "not_found", "probability": 0.1}))
    for name in ("exact_match", "token_f1", "answer_contained", "rouge_l", "span_recall@1", "false_refusal_rate"):
        assert row["values"][name] is None
    assert row["values"]["true_refusal_rate"] == row["values"]["right"] == 1.0


def test_a_quote_check_takes_no_part_in_abstention() -> None:
    (row,) = rows((gold(verdict="not_found", answerable=False), {"status": "answered", "verdict": "not_found"}))
    assert row["values"]["status_accuracy"] is None
    assert row["values"]["verdict_accuracy"] == 1.0
    assert figures([row])["auroc"] is None


def test_balanced_accuracy_and_auroc() -> None:
    answerable, other = gold(("one", (0, 9))), gold(answerable=False)
    scored = rows(
        (answerable, {**ANSWERED, "probability": 0.9}),
        (answerable, {**ANSWERED, "probability": 0.4}),
        (answerable, {"status": "not_found", "probability": 0.2}),
        (answerable, None),
        (other, {"status": "answered", "probability": 0.4}),
        (other, {"status": "not_found", "probability": 0.1}),
    )
    found = figures(scored)
    assert found["balanced_accuracy"] == 0.5
    # Wins of (.9, .4, .2, 0) over (.4, .1): 2 + 1.5 + 1 + 0 of 8.
    assert found["auroc"] == pytest.approx(4.5 / 8)


def test_latency_is_the_smallest_value_that_enough_questions_keep() -> None:
    scored = rows(*[(gold(), {"elapsed_ms": float(each)}) for each in range(20, 0, -1)])
    found = figures(scored)
    assert (found["latency_p50"], found["latency_p95"]) == (10.0, 19.0)


def test_tokens_and_cost_are_null_without_a_model() -> None:
    assert figures(rows((gold(), ANSWERED)))["tokens"] is None
    assert figures(rows((gold(), {"tokens": 100, "cost": 0.5}), (gold(), {"tokens": 200})))["tokens"] == 150


def test_the_interval_of_a_mean_is_that_of_theory() -> None:
    values = np.random.default_rng(7).normal(0.0, 1.0, 400).reshape(-1, 1)
    low, high = intervals.interval(intervals.mean, values)
    half = 1.96 * values.std() / 20
    assert low == pytest.approx(values.mean() - half, abs=0.02)
    assert high == pytest.approx(values.mean() + half, abs=0.02)
    assert intervals.interval(intervals.mean, values) == (low, high)


def test_weights_are_resamples() -> None:
    weights = intervals.resamples(7)
    assert weights.shape == (intervals.RESAMPLES, 7)
    assert (weights.sum(axis=1) == 7).all()


def test_weighted_figures_equal_the_figures_of_the_drawn_questions() -> None:
    draw = np.random.default_rng(3)
    columns = np.column_stack([draw.integers(0, 2, 30), draw.integers(0, 5, 30) / 4]).astype(float)
    weights = intervals.resamples(30)[:20]
    for statistic in (intervals.mean, intervals.auroc, intervals.balanced_accuracy, intervals.percentile(0.95)):
        drawn = [np.repeat(columns, each.astype(int), axis=0) for each in weights]
        assert statistic(columns, weights) == pytest.approx([intervals.once(statistic, each) for each in drawn])


def test_auroc_is_the_share_of_pairs_in_order() -> None:
    draw = np.random.default_rng(5)
    columns = np.column_stack([draw.integers(0, 2, 60), draw.integers(0, 9, 60)]).astype(float)
    positives, negatives = columns[columns[:, 0] == 1, 1], columns[columns[:, 0] == 0, 1]
    pairs = [(a > b) + (a == b) / 2 for a in positives for b in negatives]
    assert intervals.once(intervals.auroc, columns) == pytest.approx(sum(pairs) / len(pairs))


def test_without_questions_there_is_no_figure() -> None:
    empty = np.zeros((0, 1))
    assert intervals.once(intervals.mean, empty) is None
    assert intervals.interval(intervals.mean, empty) == (None, None)
    assert all(each["value"] is None and each["count"] == 0 for each in metrics.summary([]))


def test_a_paired_difference_is_surer_than_two_intervals() -> None:
    before = np.random.default_rng(1).integers(0, 2, 200).astype(float).reshape(-1, 1)
    after = before.copy()
    after[:20] = 1.0
    change, low, high = intervals.difference(intervals.mean, before, after)
    assert change == pytest.approx(after.mean() - before.mean())
    assert low is not None
    assert high is not None
    assert 0 < low < change < high
    own = intervals.interval(intervals.mean, after)
    assert own[0] is not None
    assert own[0] < before.mean()


def test_risk_falls_as_less_is_answered() -> None:
    scored = [
        {"status": "answered", "probability": 0.9, "right": True},
        {"status": "answered", "probability": 0.5, "right": False},
        {"status": "answered", "probability": 0.5, "right": True},
        {"status": "not_found", "probability": 0.1, "right": True},
    ]
    assert risk_coverage(scored) == [[0.25, 0.0], [0.75, pytest.approx(1 / 3, abs=1e-6)]]


def test_reliability_bins() -> None:
    question = gold(("one", (0, 9)))
    cases = [
        case(question, citations=[cited("one", 0, 9)], probability=1.0),
        case(question, citations=[cited("two", 0, 9)], probability=0.92),
        case(question, status="not_found", nearest=[cited("one", 0, 9)], probability=0.31),
        case(gold(answerable=False), status="not_found", probability=0.33),
    ]
    assert reliability(cases) == [[0.32, 0.5, 2], [0.96, 0.5, 2]]


def test_every_metric_has_its_own_name() -> None:
    assert len(DECLARED) == len(metrics.ALL)
    assert all(each.about and each.better in ("higher", "lower") for each in metrics.ALL)
