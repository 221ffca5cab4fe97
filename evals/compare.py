"""Two runs on the same questions: what changed, whether by more than chance, and which questions flipped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from errors import GoldError
from evals.measures import metrics
from evals.measures.intervals import difference
from evals.measures.metric import Aggregate, Metric, Row

Results = Mapping[str, Any]


def compared(before: Results, after: Results) -> dict[str, Any]:
    """Return what changed from one run to another, over the questions that are in both.

    For each metric: its value before and after, the difference with a 95 % interval of the paired bootstrap, and
    whether that interval leaves 0 out.

    Raises:
        GoldError: the runs have no question in common.
    """
    first = {row["qid"]: row for row in before["questions"]}
    second = {row["qid"]: row for row in after["questions"]}
    common = [qid for qid in second if qid in first]
    if not common:
        raise GoldError(
            f"The run '{before['run']['name']}' has none of these questions; compare runs of one gold file."
        )
    pairs = [(first[qid], second[qid]) for qid in common]
    return {
        "before": before["run"]["name"],
        "after": after["run"]["name"],
        "questions": len(common),
        "metrics": [found for each in metrics.ALL if (found := _changed(each, pairs))],
        "to_right": [_flipped(new) for old, new in pairs if new["right"] and not old["right"]],
        "to_wrong": [_flipped(new) for old, new in pairs if old["right"] and not new["right"]],
    }


def _changed(metric: Metric | Aggregate, pairs: list[tuple[Row, Row]]) -> dict[str, Any] | None:
    """Return one metric's change over the questions that it counts in both runs, None where there are none."""
    both = [pair for pair in pairs if all(len(metric.columns([row])[0]) for row in pair)]
    (old, statistic), (new, _) = metric.columns([pair[0] for pair in both]), metric.columns([pair[1] for pair in both])
    change, low, high = difference(statistic, old, new)
    if change is None or low is None or high is None:
        return None
    values = [metrics.figure(statistic, columns) for columns in (old, new)]
    return {
        "name": metric.name,
        "group": metric.group,
        "before": values[0],
        "after": values[1],
        "difference": round(change, 6),
        "low": round(low, 6),
        "high": round(high, 6),
        "significant": low > 0 or high < 0,
        "better": (change > 0) == (metric.better == "higher") if change else None,
        "count": len(both),
    }


def _flipped(row: Row) -> dict[str, str]:
    return {key: str(row[key]) for key in ("qid", "type", "question")}


def as_text(found: Mapping[str, Any]) -> str:
    """Return a comparison as lines to read: significant changes marked with *, then the questions that flipped."""
    lines = [f"{found['before']} -> {found['after']}, {found['questions']} questions in both (* beyond chance, 95 %)"]
    for each in found["metrics"]:
        if each["difference"]:
            mark = "*" if each["significant"] else " "
            change = f"{each['difference']:+.4f} [{each['low']:+.4f}, {each['high']:+.4f}]"
            lines.append(f"{mark} {each['name']:22} {each['before']:.4f} -> {each['after']:.4f}  {change}")
    if len(lines) == 1:
        lines.append("No metric changed.")
    for title, key in (("Wrong before, right now", "to_right"), ("Right before, wrong now", "to_wrong")):
        lines += [f"{title}: {len(found[key])}", *(f"  {row['qid']}  {row['question']}" for row in found[key])]
    return "\n".join(lines)
