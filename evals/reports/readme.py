"""A run's figures -> the table in a README, between two marks, and a small file that a test compares with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from errors import GoldError
from evals.reports.findings import percent

BEGIN, END = "<!-- evaluation -->", "<!-- /evaluation -->"
FIGURES = Path(__file__).resolve().parents[1] / "gold" / "sample.figures.json"
SHOWN = {
    "right": "right for its kind of question",
    "quotation_fidelity": "quoted words that stand verbatim in a cited source",
    "misattribution_rate": "words given to the wrong speaker",
    "speaker_accuracy": "the right speaker",
    "citation_f1": "citations against the sentences that answer (F1)",
    "true_refusal_rate": "unanswerable questions declined",
    "false_refusal_rate": "answerable questions declined",
}


def refresh(results: Mapping[str, Any], file: Path) -> None:
    """Write the run's figures between the marks of the file, and into the file that a test reads.

    Raises:
        GoldError: the file cannot be read or written, or has not both marks.
    """
    figures = figures_of(results)
    try:
        text = file.read_text(encoding="utf-8")
        before, begin, rest = text.partition(BEGIN)
        _, end, after = rest.partition(END)
        if not (begin and end):
            raise GoldError(f"{file} has no lines {BEGIN} and {END}; put them where the table belongs.")
        file.write_text(f"{before}{BEGIN}\n{table(figures)}\n{END}{after}", encoding="utf-8")
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{file} cannot be changed ({error.strerror}); name another file.") from None


def figures_of(results: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the table shows of a run: the number of questions, and (value, low, high) for each metric."""
    by_name = {each["name"]: each for each in results["metrics"]}
    shown = {name: [by_name[name][part] for part in ("value", "low", "high")] for name in SHOWN if name in by_name}
    return {"questions": results["run"]["questions"], "metrics": shown}


def table(figures: Mapping[str, Any]) -> str:
    """Return the figures as a Markdown table."""
    lines = [f"| {figures['questions']} questions on the sample | share | 95 % interval |", "|---|---|---|"]
    for name, about in SHOWN.items():
        if name in figures["metrics"]:
            value, low, high = figures["metrics"][name]
            lines.append(f"| {about} | {percent(value)} | {percent(low)} to {percent(high)} |")
    return "\n".join(lines)
