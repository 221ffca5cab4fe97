"""Which metrics there are: what each means, which questions it applies to and what an absent answer counts.

A metric is declared here and computed in `evals.measures.scoring` (one question) or `evals.measures.intervals` (a
figure of many). A question without an answer, because the run crashed on it or its answer is an error, counts at the
metric's default: it never vanishes from a mean. It shows nothing right (0) and nothing wrong (no misattribution, no
altered quotation), and it refuses nothing rightly and every answerable question wrongly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from evals.gold import Gold
from evals.measures import intervals, scoring
from evals.measures.case import Case
from evals.measures.intervals import Array, Statistic
from evals.measures.metric import Aggregate, Metric, Row

LONGEST = 10


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
        name="right",
        group="overall",
        about="answered with the right words, or declined where there is no answer",
        applies=_every,
        of=scoring.right,
    ),
    *(
        Metric(
            name=f"document_recall@{k}",
            group="retrieval",
            about=f"share of the relevant documents among the first {k}",
            applies=with_judged_documents,
            of=_at(scoring.document_recall, k),
        )
        for k in CUTS
    ),
    Metric(
        name="document_mrr@10",
        group="retrieval",
        about="one over the rank of the first relevant document",
        applies=with_judged_documents,
        of=scoring.document_mrr,
    ),
    Metric(
        name="document_ndcg@10",
        group="retrieval",
        about="nDCG of the first ten documents, each counted once",
        applies=with_judged_documents,
        of=scoring.document_ndcg,
    ),
    *(
        Metric(
            name=f"span_recall@{k}",
            group="retrieval",
            about=f"share of questions with gold evidence among the first {k} passages",
            applies=with_evidence,
            of=_at(scoring.span_recall, k),
        )
        for k in CUTS
    ),
    Metric(
        name="span_mrr@10",
        group="retrieval",
        about="one over the rank of the first passage with gold evidence",
        applies=with_evidence,
        of=scoring.span_mrr,
    ),
    Metric(
        name="span_ndcg@10",
        group="retrieval",
        about="nDCG of the first ten passages, each gold span counted once",
        applies=with_evidence,
        of=scoring.span_ndcg,
    ),
    Metric(
        name="evidence_cited@3",
        group="evidence",
        about="share of questions with gold evidence among the first three citations",
        applies=with_evidence,
        of=scoring.evidence_shown,
    ),
    Metric(
        name="citation_precision",
        group="evidence",
        about="share of the cited characters that lie in gold spans",
        applies=_with_spans,
        of=scoring.citation_precision,
    ),
    Metric(
        name="citation_recall",
        group="evidence",
        about="share of the gold spans' characters that are cited",
        applies=_with_spans,
        of=scoring.citation_recall,
    ),
    Metric(
        name="citation_f1",
        group="evidence",
        about="harmonic mean of citation precision and recall",
        applies=_with_spans,
        of=scoring.citation_f1,
    ),
    Metric(
        name="exact_match",
        group="answer",
        about="the answer is a gold answer, word for word",
        applies=_with_answers,
        of=scoring.exact_match,
    ),
    Metric(
        name="token_f1",
        group="answer",
        about="F1 of the answer's words and the gold answer's",
        applies=_with_answers,
        of=scoring.token_f1,
    ),
    Metric(
        name="answer_contained",
        group="answer",
        about="a gold answer stands in the answer",
        applies=_with_answers,
        of=scoring.answer_contained,
    ),
    Metric(
        name="rouge_l",
        group="answer",
        about="longest common subsequence with the gold answer, F1",
        applies=_with_answers,
        of=scoring.rouge_l,
    ),
    Metric(
        name="judged_correct",
        group="answer",
        about="a model calls the answer correct",
        applies=_with_answers,
        of=scoring.judged,
        default=None,
    ),
    Metric(
        name="speaker_accuracy",
        group="attribution",
        about="the citation of the gold evidence names the right speaker",
        applies=_with_speaker,
        of=scoring.speaker_right,
    ),
    Metric(
        name="said_date_accuracy",
        group="attribution",
        about="the citation of the gold evidence bears the day it was said",
        applies=_with_day,
        of=scoring.said_on_right,
    ),
    Metric(
        name="misattribution_rate",
        group="attribution",
        about="share of answers that give words to somebody who did not say them",
        applies=_every,
        of=scoring.misattributed,
        better="lower",
    ),
    Metric(
        name="quotation_fidelity",
        group="quotation",
        about="share of the quoted words that are verbatim in a cited span; must be 1",
        applies=_every,
        of=scoring.quotation_fidelity,
        default=1.0,
    ),
    Metric(
        name="citation_verbatim",
        group="quotation",
        about="share of the citations whose text is the document's at their offsets; must be 1",
        applies=_every,
        of=scoring.citation_verbatim,
        default=1.0,
    ),
    Metric(
        name="verdict_accuracy",
        group="quotation",
        about="share of the quote checks with the right verdict",
        applies=_a_check,
        of=scoring.verdict_right,
    ),
    Metric(
        name="status_accuracy",
        group="abstention",
        about="answered where answerable, refused where not",
        applies=_not_a_check,
        of=scoring.status_right,
    ),
    Metric(
        name="true_refusal_rate",
        group="abstention",
        about="share of the unanswerable questions that are refused",
        applies=_to_refuse,
        of=scoring.refused,
    ),
    Metric(
        name="false_refusal_rate",
        group="abstention",
        about="share of the answerable questions that are refused",
        applies=_to_answer,
        of=scoring.refused,
        better="lower",
        default=1.0,
    ),
    Metric(
        name="kind_accuracy",
        group="overall",
        about="the question is understood as the right kind",
        applies=_with_kind,
        of=scoring.kind_right,
    ),
    Metric(
        name="tokens",
        group="latency",
        about="tokens that a model read and wrote an answer",
        applies=_every,
        of=scoring.tokens,
        better="lower",
        default=None,
    ),
    Metric(
        name="cost",
        group="latency",
        about="dollars that a model cost an answer",
        applies=_every,
        of=scoring.cost,
        better="lower",
        default=None,
    ),
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
        name="balanced_accuracy",
        group="abstention",
        about="mean of the shares rightly answered and rightly refused",
        row=_abstention,
        statistic=intervals.balanced_accuracy,
    ),
    Aggregate(
        name="auroc",
        group="abstention",
        about="chance that an answerable question has a higher probability than an unanswerable one",
        row=_scored,
        statistic=intervals.auroc,
    ),
    *(
        Aggregate(
            name=f"latency_p{share}",
            group="latency",
            about=f"milliseconds within which {share} % of the questions are answered",
            row=_elapsed,
            statistic=intervals.percentile(share / 100),
            better="lower",
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
