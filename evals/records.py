"""A run's questions and answers -> the records that ragas and LangSmith read, one JSON object a line.

ragas: the columns of its `SingleTurnSample` (version 0.2 and later). LangSmith: examples with `inputs`, `outputs` (the
reference), `metadata`, and the run's own `response`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from errors import GoldError

Row = Mapping[str, Any]


def _ragas(row: Row) -> dict[str, Any]:
    return {
        "user_input": row["question"],
        "retrieved_contexts": _contexts(row),
        "reference_contexts": [each["text"] for each in row["expected"]["evidence"] if each["text"]],
        "response": row["answer"],
        "reference": _reference(row),
        "qid": row["qid"],
    }


def _langsmith(row: Row) -> dict[str, Any]:
    return {
        "id": row["qid"],
        "inputs": {"question": row["question"], "history": row["history"]},
        "outputs": {"answer": _reference(row)},
        "metadata": {"type": row["type"], "answerable": row["answerable"]},
        "response": {"answer": row["answer"], "status": row["status"], "contexts": _contexts(row)},
    }


def _contexts(row: Row) -> list[str]:
    """Return the words that the answer cites, then the passages that were looked at."""
    return [each["text"] for each in (*row["citations"], *row["passages"]) if each.get("text")]


def _reference(row: Row) -> str:
    """Return the known answer: its words, else those of the evidence; of what no document answers, nothing."""
    expected = row["expected"]
    return "; ".join(expected["answers"]) or " ".join(each["text"] for each in expected["evidence"])


FORMS: Mapping[str, Callable[[Row], dict[str, Any]]] = {"ragas": _ragas, "langsmith": _langsmith}


def write(results: Mapping[str, Any], form: str, path: Path) -> None:
    """Write a run's questions as records of a form.

    Raises:
        GoldError: the file cannot be written.
    """
    lines = [json.dumps(FORMS[form](row), ensure_ascii=False) for row in results["questions"]]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{path} cannot be written ({error.strerror}); name another file with --records.") from None
