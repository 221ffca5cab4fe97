"""Results of a run as `results.json` has them, about invented people, for what shows results."""

from __future__ import annotations

from typing import Any

HARBOUR = "2031-03-02-harbour.txt"
WORDS = "Nobody asked the fishermen."


def metric(name: str, group: str, value: float | None, count: int = 4, better: str = "higher") -> dict[str, Any]:
    low, high = (None, None) if value is None else (value / 2, min(1.0, value * 1.5) if value <= 1 else value * 1.5)
    return {
        "name": name,
        "group": group,
        "value": value,
        "low": low,
        "high": high,
        "count": count,
        "better": better,
        "about": f"what {name} tells",
    }


def citation(n: int = 1, **changed: Any) -> dict[str, Any]:
    values = {
        "n": n,
        "doc": HARBOUR,
        "title": "Harbour",
        "published": "2031-03-02",
        "source": None,
        "url": None,
        "page": None,
        "start": 100,
        "end": 127,
        "text": WORDS,
        "speaker": "Mira Quill",
        "reported_by": None,
        "said_on": "2031-03-02",
        "check": "verified",
    }
    return {**values, **changed}


def question(qid: str, right: bool, **changed: Any) -> dict[str, Any]:
    values = {
        "qid": qid,
        "question": "What did Mira Quill say about the fishermen?",
        "standalone": "What did Mira Quill say about the fishermen?",
        "type": "statement",
        "answerable": True,
        "status": "answered",
        "kind": "statements",
        "right": right,
        "values": {"right": float(right), "kind_accuracy": 1.0, "evidence_cited@3": float(right)},
        "expected": {
            "answers": [WORDS],
            "speaker": "Mira Quill",
            "evidence": [{"doc_id": HARBOUR, "start": 100, "end": 127, "text": WORDS}],
            "kind": "statements",
            "said_on": "2031-03-02",
            "verdict": None,
        },
        "answer": f"Mira Quill said (2 March 2031):\n\n“{WORDS}” [1]",
        "citations": [citation()],
        "nearest": [],
        "passages": [{"doc": HARBOUR, "start": 90, "end": 180, "score": 0.75, "text": f"… {WORDS} …"}],
        "elapsed_ms": 21.5,
        "probability": 0.8,
        "verdict": None,
        "history": [],
        "error": None,
    }
    return {**values, **changed}


def results() -> dict[str, Any]:
    """Return a run of four questions: two right, one wrongly refused, one that broke."""
    refused = question(
        "2-refused",
        False,
        type="fact",
        status="not_found",
        kind="fact",
        citations=[],
        nearest=[citation()],
        answer="No sure answer to this was found.",
        standalone="How many jobs will the harbour bring?",
    )
    broken = question(
        "3-broken",
        False,
        type="fact",
        status="error",
        kind=None,
        citations=[],
        passages=[],
        answer="",
        probability=None,
        elapsed_ms=None,
        error="ValueError: no such bridge",
    )
    return {
        "run": {
            "name": "harbour-20310302",
            "started": "2031-03-02T12:00:00+00:00",
            "seconds": 1.25,
            "gold": "harbour.jsonl",
            "documents": 1,
            "passages": 3,
            "statements": 10,
            "questions": 4,
            "engine": "extractive",
            "index_version": "abc123",
            "embedder": "local:invented",
            "without": ["rank"],
            "settings": {"passage_tokens": 128},
            "machine": {"python": "3.11", "cores": 2},
            "complete": True,
        },
        "metrics": [
            metric("right", "overall", 0.5),
            metric("misattribution_rate", "attribution", 0.0, better="lower"),
            metric("quotation_fidelity", "quotation", 1.0),
            metric("true_refusal_rate", "abstention", None, 0),
            metric("false_refusal_rate", "abstention", 0.25, better="lower"),
            metric("latency_p50", "latency", 21.5, 3, "lower"),
        ],
        "curves": {
            "recall": [[k, min(1.0, 0.5 + k / 10), None if k > 8 else min(1.0, 0.4 + k / 10)] for k in range(1, 11)],
            "risk_coverage": [[0.25, 0.0], [0.5, 0.0], [0.75, 1 / 3]],
            "reliability": [[0.1, 0.0, 1], [0.8, 1.0, 3]],
            "latency_ms": [20.0, 21.5, 400.0],
        },
        "types": [
            {"type": "fact", "count": 2, "right": 0.0, "metrics": {}},
            {"type": "statement", "count": 2, "right": 1.0, "metrics": {}},
        ],
        "questions": [question("1-right", True), refused, broken, question("4-right", True)],
    }


def comparison() -> dict[str, Any]:
    """Return what `evals.compare` tells of two runs of these questions."""

    def change(name: str, before: float, after: float, significant: bool, better: bool | None) -> dict[str, Any]:
        return {
            "name": name,
            "group": "overall",
            "before": before,
            "after": after,
            "difference": after - before,
            "low": after - before - 0.1,
            "high": after - before + 0.1,
            "significant": significant,
            "better": better,
            "count": 4,
        }

    asked = {"type": "fact", "question": "What did Mira Quill say about the fishermen?"}
    return {
        "before": "harbour-20310301",
        "after": "harbour-20310302",
        "questions": 4,
        "metrics": [
            change("auroc", 0.5, 0.5, False, None),
            change("right", 0.25, 0.5, True, True),
            change("misattribution_rate", 0.0, 0.25, True, False),
        ],
        "to_right": [{"qid": "1-right", **asked}],
        "to_wrong": [{"qid": "2-refused", **asked}],
    }
