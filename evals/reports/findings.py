"""Results -> what a reader looks at first: verdicts, metrics by group, the questions that failed and why.

What the report, its plain-text twin and the web page have in common, without the markup of any of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from errors import GoldError

Metric = Mapping[str, Any]
Question = Mapping[str, Any]
Span = Mapping[str, Any]
Tone = Literal["good", "bad", "plain"]
GROUPS = {
    "overall": "Overall",
    "answer": "Answers",
    "attribution": "Attribution",
    "quotation": "Quotation",
    "evidence": "Evidence",
    "abstention": "Abstention",
    "retrieval": "Retrieval",
    "latency": "Latency and cost",
}
"""The groups of metrics in the order of reading, with their headings; a group not named here comes last."""
NEEDED = {"run": dict, "metrics": list, "questions": list}
SPACE = "\u00a0"


@dataclass(frozen=True)
class Headline:
    """One verdict of a run: a figure, what it says, and whether a promise is kept or broken."""

    title: str
    figure: str
    detail: str
    tone: Tone = "plain"


def read(path: Path) -> dict[str, Any]:
    """Return the results of a run.

    Raises:
        GoldError: the file cannot be read, or holds no results.
    """
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path} cannot be read ({error.strerror}); name the results.json of a run.") from None
    except ValueError:
        raise GoldError(f"{path} is not JSON; name the results.json of a run.") from None
    if not isinstance(results, dict) or any(not isinstance(results.get(name), kind) for name, kind in NEEDED.items()):
        raise GoldError(f"{path} contains no results of a run; name the results.json of a run.")
    return results


def percent(share: float | None) -> str:
    """Return a share of 1 in percent: 92.3 %, 100 %, or a dash where there is none."""
    if share is None:
        return "–"
    shown = f"{share * 100:.1f}".removesuffix(".0")
    # A share that is nearly all is not all: one wrong quotation in ten thousand is not none.
    if share < 1 and shown == "100":
        shown = "99.9"
    if share > 0 and shown == "0":
        shown = "<0.1"
    return f"{shown}{SPACE}%"


def plain(number: float) -> str:
    """Return a count with commas between thousands."""
    return f"{number:,.0f}"


def milliseconds(value: float) -> str:
    """Return a time as milliseconds, or as seconds from two seconds on."""
    return f"{value / 1000:.1f}{SPACE}s" if value >= 2000 else f"{value:,.0f}{SPACE}ms"


def shown(metric: Metric, value: float | None) -> str:
    """Return a figure of a metric in its unit: times, counts and dollars as such, shares as three decimals."""
    if value is None:
        return "–"
    name = str(metric.get("name"))
    if name.startswith("latency"):
        return milliseconds(value)
    if name == "tokens":
        return plain(value)
    if name == "cost":
        return f"${value:.4f}"
    # Three decimals of a share that is not whole must not read as if it were.
    return "0.999" if 0.9995 <= value < 1 else f"{value:.3f}"


def explained(metric: Metric) -> str:
    """Return what a metric means, and where less of it is better."""
    better = "lower is better" if metric.get("better") == "lower" else ""
    return "; ".join(each for each in (str(metric.get("about") or ""), better) if each)


def interval(metric: Metric) -> str:
    """Return the 95 % interval of a metric, or a dash where there is none."""
    if metric.get("low") is None or metric.get("high") is None:
        return "–"
    return f"{shown(metric, metric['low'])} – {shown(metric, metric['high'])}"


def named(results: Mapping[str, Any]) -> dict[str, Metric]:
    """Return the metrics by name."""
    return {str(each["name"]): each for each in results["metrics"]}


def grouped(metrics: Iterable[Metric]) -> Iterator[tuple[str, list[Metric]]]:
    """Yield each group's heading with its metrics that have a value, in the order of reading."""
    measured = [each for each in metrics if each.get("value") is not None]
    order = list(dict.fromkeys([*GROUPS, *(str(each["group"]) for each in measured)]))
    for group in order:
        if found := [each for each in measured if each["group"] == group]:
            yield GROUPS.get(group, group.capitalize()), found


def headlines(results: Mapping[str, Any]) -> list[Headline]:
    """Return the verdicts that come first: right, speakers, quotations, refusals."""
    metrics = named(results)
    found = [_share_right(metrics), _misattribution(metrics), _fidelity(metrics)]
    found += [
        _refusals(metrics, "true_refusal_rate", "Rightly refused", "questions that the documents do not answer"),
        _refusals(metrics, "false_refusal_rate", "Wrongly refused", "questions that the documents answer"),
    ]
    return [each for each in found if each]


def _value(metrics: Mapping[str, Metric], name: str) -> tuple[Metric, float] | None:
    metric = metrics.get(name)
    return (metric, float(metric["value"])) if metric and metric.get("value") is not None else None


def _share_right(metrics: Mapping[str, Metric]) -> Headline | None:
    if not (found := _value(metrics, "right")):
        return None
    metric, value = found
    detail = f"{plain(value * metric['count'])} of {plain(metric['count'])} questions; {_sure(metric)}"
    return Headline("Right", percent(value), detail)


def _sure(metric: Metric) -> str:
    if metric.get("low") is None or metric.get("high") is None:
        return "no interval"
    return f"95{SPACE}% interval {percent(metric['low'])} to {percent(metric['high'])}"


def _misattribution(metrics: Mapping[str, Metric]) -> Headline | None:
    if not (found := _value(metrics, "misattribution_rate")):
        return None
    metric, value = found
    if not value:
        detail = f"No answer of {plain(metric['count'])} gives words to somebody who did not say them"
        return Headline(title="Misattributed", figure=percent(0), detail=detail, tone="good")
    detail = f"{plain(value * metric['count'])} of {plain(metric['count'])} answers give words to the wrong speaker"
    return Headline(title="Misattributed", figure=percent(value), detail=detail, tone="bad")


def _fidelity(metrics: Mapping[str, Metric]) -> Headline | None:
    if not (found := _value(metrics, "quotation_fidelity")):
        return None
    _, value = found
    if value == 1:
        return Headline(
            title="Quotation fidelity",
            figure=percent(1),
            detail="Every quoted word stands in a cited span",
            tone="good",
        )
    return Headline(
        title="Quotation fidelity",
        figure=percent(value),
        detail="Not every quoted word stands in a cited span",
        tone="bad",
    )


def _refusals(metrics: Mapping[str, Metric], name: str, title: str, of: str) -> Headline | None:
    if not (found := _value(metrics, name)):
        return None
    metric, value = found
    return Headline(title, percent(value), f"{plain(value * metric['count'])} of {plain(metric['count'])} {of}")


def failing(results: Mapping[str, Any]) -> list[Question]:
    """Return the questions that were not answered right, in their order."""
    return [each for each in results["questions"] if not each.get("right")]


def reasons(question: Question) -> list[str]:
    """Return why a question counts as failed, for people, the plainest reason first."""
    if question.get("error"):
        return ["the question failed with an error"]
    answered = question.get("status") == "answered"
    values = question.get("values") or {}
    if "verdict_accuracy" in values and values["verdict_accuracy"] is not None:
        return ["the check came to another verdict"]
    if question.get("answerable") and not answered:
        return ["refused, though the documents answer it"]
    if not question.get("answerable") and answered:
        return ["answered, though the documents do not answer it"]
    wanted = expected(question).get("kind")
    other = f"understood as {question.get('kind')}" + (f", not as {wanted}" if wanted else "")
    meanings = {
        "kind_accuracy": other,
        "evidence_cited@3": "none of the first three citations shows the evidence",
        "speaker_accuracy": "the evidence is not given to its speaker",
    }
    return [words for name, words in meanings.items() if values.get(name) == 0] or [_otherwise(expected(question))]


def _otherwise(wanted: Mapping[str, Any]) -> str:
    """Return why an answer failed whose kind, evidence and speaker are right."""
    if _parts(wanted):
        return "a part of the question is not shown with its evidence, or not said to have none"
    if wanted.get("yes_no"):
        return f"opens with the opposite of {wanted['yes_no']}"
    return "the expected answer is not in it"


def expected(question: Question) -> Mapping[str, Any]:
    """Return what a right answer is, an empty mapping where that is not known."""
    return question.get("expected") or {}


def shows_evidence(question: Question, span: Span) -> bool:
    """Return whether a passage or citation overlaps what a right answer rests on."""
    for each in expected(question).get("evidence") or ():
        if str(each["doc_id"]) != str(span["doc"]):
            continue
        if each.get("start") is None or (span["start"] < each["end"] and each["start"] < span["end"]):
            return True
    return False


def reached(question: Question) -> str | None:
    """Return where in the ranking the evidence came first, None where there is none to look for."""
    if not expected(question).get("evidence"):
        return None
    ranks = [rank for rank, each in enumerate(passages(question), 1) if shows_evidence(question, each)]
    return f"first evidence at rank {ranks[0]}" if ranks else f"no evidence among the first {len(passages(question))}"


def passages(question: Question) -> Sequence[Span]:
    """Return the ranked passages."""
    return question.get("passages") or ()


def place(document_id: object, start: int | None, end: int | None) -> str:
    """Return where words stand, for people: the document and the offsets where they are known."""
    return str(document_id) if start is None else f"{document_id}, characters {start} to {end}"


def source(citation: Span) -> list[str]:
    """Return what a citation says of its words: speaker, day, check, place."""
    who = str(citation.get("speaker") or "the document’s own words")
    by = citation.get("reported_by")
    return [
        f"{who}, as reported by {by}" if by and by != citation.get("speaker") else who,
        str(citation.get("said_on") or ""),
        str(citation.get("check") or ""),
        place(citation["doc"], citation.get("start"), citation.get("end")),
    ]


def expectations(question: Question) -> list[str]:
    """Return in sentences what a right answer is, but for its evidence."""
    wanted = expected(question)
    lines = [
        "" if question.get("answerable", True) else "A refusal: the documents do not answer this.",
        f"Verdict: {wanted['verdict']}" if wanted.get("verdict") else "",
        _answers(wanted.get("answers") or ()),
        f"Words of {wanted['speaker']}" if wanted.get("speaker") else "",
        f"Said on {wanted['said_on']}" if wanted.get("said_on") else "",
        f"In a word: {wanted['yes_no']}" if wanted.get("yes_no") else "",
        f"Each part with its evidence: {', '.join(parts)}" if (parts := _parts(wanted)) else "",
        f"Said to have nothing: {', '.join(wanted['missing'])}" if wanted.get("missing") else "",
        f"Understood as {wanted['kind']}" if wanted.get("kind") else "",
    ]
    return [each for each in lines if each]


def _parts(wanted: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(str(each["part"]) for each in wanted.get("evidence") or () if each.get("part")))


def _answers(answers: Sequence[object]) -> str:
    listed = " | ".join(map(str, answers))
    return (f"Any of: {listed}" if len(answers) > 1 else f"Answer: {listed}") if answers else ""


def is_rewritten(question: Question) -> bool:
    """Return whether the question was understood in other words than it was asked in."""
    understood = str(question.get("standalone") or "").split()
    return bool(understood) and understood != str(question["question"]).split()


def status_line(question: Question) -> str:
    """Return the status, the kind, the probability and the time of an answer in one line."""
    probability = question.get("probability")
    elapsed = question.get("elapsed_ms")
    parts = [
        str(question.get("status") or "").replace("_", " "),
        f"as {question['kind']}" if question.get("kind") else "",
        f"verdict {question['verdict']}" if question.get("verdict") else "",
        f"probability {probability:.2f}" if probability is not None else "",
        milliseconds(elapsed) if elapsed is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def flipped(comparison: Mapping[str, Any]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Return the questions that changed sides, under a heading for each side."""
    return [
        ("Wrong before, right after", list(comparison.get("to_right") or ())),
        ("Right before, wrong after", list(comparison.get("to_wrong") or ())),
    ]


def changes(comparison: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the metrics that both runs have, the significant differences first."""
    measured = [each for each in comparison.get("metrics") or () if each.get("difference") is not None]
    return sorted(measured, key=lambda each: not each.get("significant"))


def signed(metric: Metric, value: float | None) -> str:
    """Return a difference in the metric's unit with its sign."""
    if value is None:
        return "–"
    return ("−" if value < 0 else "+" if value > 0 else "±") + shown(metric, abs(value))


def settings(results: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return how a run was made, as names and values to read."""
    run = results["run"]
    machine = run.get("machine") or {}
    rows = [
        ("gold", run.get("gold")),
        ("started", run.get("started")),
        ("took", milliseconds(float(run["seconds"]) * 1000) if run.get("seconds") is not None else None),
        ("questions", run.get("questions")),
        ("documents", run.get("documents")),
        ("passages", run.get("passages")),
        ("statements", run.get("statements")),
        ("engine", run.get("engine")),
        ("without", ", ".join(map(str, run.get("without") or ())) or "nothing left out"),
        ("judge", ", ".join(map(str, (run.get("judge") or {}).values())) or None),
        ("index version", run.get("index_version")),
        ("embedder", run.get("embedder")),
        *((f"setting {name}", value) for name, value in (run.get("settings") or {}).items()),
        ("machine", ", ".join(f"{name} {value}" for name, value in machine.items()) or None),
    ]
    return [
        (name, plain(value) if type(value) is int else str(value) or "none")
        for name, value in rows
        if value is not None
    ]


def meaning(change: Mapping[str, Any]) -> str:
    """Return what a difference between two runs means: better, worse or not clear."""
    if not change.get("significant") or change.get("better") is None:
        return "no clear difference"
    return "better" if change["better"] else "worse"


def clean(text: object) -> str:
    """Return text without what terminals and XML do not take as text: control characters, lone surrogates, U+FFFE."""
    return str(text).encode("utf-8", "replace").decode("utf-8").translate(_CONTROLS)


_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 0xFFFE, 0xFFFF), "\ufffd")
"""Every control character but the tab and the line's end."""
