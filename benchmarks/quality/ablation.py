"""What each stage of an answer is worth, set by set, with intervals.

    python -m benchmarks.quality.ablation NAME=FOLDER ... [--limit N] [--stores FOLDER] [--without STAGE ...]

A folder holds `corpus.jsonl` and `questions.jsonl`. Each set is asked with every stage and then with one left out; a
line of a Markdown table is printed for each, as soon as it is there, with 95 % intervals over resampled questions.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.evaluate import Request, evaluated
from settings import Settings

STAGES = ("lexical", "vector", "rank", "read", "decide")
SHOWN = {
    "span_recall@1": "right passage first",
    "evidence_cited@3": "cited in three",
    "answer_contained": "the answer in the text",
    "true_refusal_rate": "unanswerable refused",
    "false_refusal_rate": "answerable refused",
    "latency_p50": "p50, ms",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.ablation", description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--limit", type=int, default=300, help="questions a set")
    parser.add_argument("--stores", type=Path, help="keep the indexes here, one a set by its name, for the next run")
    parser.add_argument("--without", nargs="+", default=STAGES, choices=STAGES, help="only these stages")
    chosen = parser.parse_args(arguments)
    print(f"| set | without | {' | '.join(SHOWN.values())} |\n|---{'|---' * (len(SHOWN) + 1)}|", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        for name, _, folder in (each.partition("=") for each in chosen.sets):
            store = (chosen.stores or Path(temporary)) / name
            for without in ((), *((stage,) for stage in chosen.without)):
                request = Request(
                    gold=Path(folder), store=store, out=Path(temporary) / "run", limit=chosen.limit, without=without
                )
                results = evaluated(request, Settings(store=store)).results
                print(row(name, "".join(without) or "–", results), flush=True)


def row(name: str, without: str, results: dict[str, Any]) -> str:
    """Return a line of the table."""
    found = {each["name"]: each for each in results["metrics"]}
    return f"| {name} | {without} | {' | '.join(_figure(found[each]) for each in SHOWN)} |"


def _figure(metric: dict[str, Any]) -> str:
    if metric["value"] is None:
        return "–"
    if metric["group"] == "latency":
        return f"{metric['value']:.0f}"
    return f"{metric['value']:.3f} ({metric['low']:.3f} to {metric['high']:.3f})"


if __name__ == "__main__":
    main()
