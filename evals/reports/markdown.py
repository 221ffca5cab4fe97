"""Results -> the report as Markdown, read as well on a forge as in a terminal.

Untrusted text stands in code spans and fences only, each with longer marks than the text holds, so nothing in it can
be read as markup, mention or link, and without the control characters that a terminal would obey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evals.reports import findings
from evals.reports.charts import figures
from evals.reports.findings import Question
from index.text.counts import counted

PASSAGES = 3
"""So many retrieved passages of a failing question are shown; report.html has all that were kept."""
TONES = {"good": " (kept)", "bad": " (broken)", "plain": ""}


def page(results: Mapping[str, Any]) -> str:
    """Return the whole report."""
    parts = [
        f"# Evaluation: {code(results['run'].get('name') or 'run')}",
        "" if results["run"].get("complete", True) else "This run was stopped before its last question.",
        *_headlines(results),
        *_comparison(results),
        *_curves(results),
        *_metrics(results),
        *_failing(results),
        *_settings(results),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def code(text: object) -> str:
    """Return any text on one line in a code span that it cannot leave, in a table either."""
    line = " ".join(findings.clean(text).split())
    if not line:
        return "–"
    marks = "`" * (_longest_run(line) + 1)
    inner = f" {line} " if line.startswith("`") or line.endswith("`") else line
    return f"{marks}{inner}{marks}".replace("|", "\\|")


def fence(text: object) -> str:
    """Return any text in a fenced block that it cannot close."""
    content = findings.clean(text).strip("\n")
    marks = "`" * max(3, _longest_run(content) + 1)
    return f"{marks}text\n{content}\n{marks}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)


def _own(text: object) -> str:
    """Return our own words on one line, with what would be read as markup or as a table's border escaped."""
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", " ".join(findings.clean(text).split()))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _headlines(results: Mapping[str, Any]) -> Iterator[str]:
    headlines = findings.headlines(results)
    if headlines:
        yield "## In short"
        yield "\n".join(
            f"- **{each.title}: {each.figure}**{TONES[each.tone]} {_own(each.detail)}." for each in headlines
        )


def _curves(results: Mapping[str, Any]) -> Iterator[str]:
    curves = figures(results)
    types = results.get("types") or ()
    if types:
        yield "## Right by question type"
        rows = ((code(each["type"]), findings.percent(each["right"]), str(each["count"])) for each in types)
        yield _table(("Type", "Right", "Questions"), rows)
    if lines := [f"- **{each.title}**: {_own(each.numbers)}" for each in curves if each.name != "types"]:
        yield "## Curves"
        yield "\n".join(lines)


def _metrics(results: Mapping[str, Any]) -> Iterator[str]:
    yield "## Metrics"
    for heading, group in findings.grouped(results["metrics"]):
        yield f"### {_own(heading)}"
        rows = (
            (
                code(each["name"]),
                findings.shown(each, each["value"]),
                findings.interval(each),
                findings.plain(each["count"]),
                _own(findings.explained(each)),
            )
            for each in group
        )
        yield _table(("Metric", "Value", "95 % interval", "Questions", "Meaning"), rows)


def _comparison(results: Mapping[str, Any]) -> Iterator[str]:
    comparison = results.get("compare")
    if not comparison:
        return
    yield "## Comparison"
    yield (
        f"Before: {code(comparison['before'])}. After: {code(comparison['after'])}, on the same "
        f"{counted(comparison['questions'], 'question')}."
    )
    yield _table(
        ("Metric", "Before", "After", "Difference", "95 % interval", "Meaning"),
        map(_change, findings.changes(comparison)),
    )
    for title, questions in findings.flipped(comparison):
        lines = [f"- {code(each['qid'])} {code(each['question'])}" for each in questions]
        yield "\n".join([f"{title}: {len(lines)}", *(["", *lines] if lines else [])])


def _change(change: Mapping[str, Any]) -> tuple[str, ...]:
    low, high = (findings.signed(change, change.get(name)) for name in ("low", "high"))
    return (
        code(change["name"]),
        findings.shown(change, change.get("before")),
        findings.shown(change, change.get("after")),
        findings.signed(change, change.get("difference")),
        f"{low} to {high}",
        findings.meaning(change),
    )


def _failing(results: Mapping[str, Any]) -> Iterator[str]:
    failed = findings.failing(results)
    yield f"## Failing questions: {findings.plain(len(failed))} of {findings.plain(len(results['questions']))}"
    for question in failed:
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield f"### {code(question['qid'])}"
    lines = [
        f"- Question: {code(question['question'])}",
        f"- Asked before: {code('; '.join(map(str, question['history'])))}" if question.get("history") else "",
        f"- Understood as: {code(question['standalone'])}" if findings.is_rewritten(question) else "",
        f"- Why it failed: {code('; '.join(findings.reasons(question)))}",
        f"- Status: {code(findings.status_line(question))}",
        f"- Error: {code(question['error'])}" if question.get("error") else "",
        *(f"- Expected: {code(each)}" for each in findings.expectations(question)),
    ]
    yield "\n".join(line for line in lines if line)
    for each in findings.expected(question).get("evidence") or ():
        yield f"Expected evidence, {code(findings.place(each['doc_id'], each.get('start'), each.get('end')))}:"
        yield fence(each.get("text") or "")
    yield "Answered:" if question.get("answer") else "Answered: nothing"
    if question.get("answer"):
        yield fence(question["answer"])
    yield from _spans(question)


def _spans(question: Question) -> Iterator[str]:
    for name, listed in (("Cited", question.get("citations")), ("Nearest, no answer", question.get("nearest"))):
        for each in listed or ():
            about = " · ".join(part for part in (f"[{each.get('n')}]", *findings.source(each)) if part)
            yield f"{name} {code(about)}{_mark(question, each)}:"
            yield fence(each.get("text") or "")
    listed = findings.passages(question)
    reached = findings.reached(question)
    yield f"Retrieved {counted(len(listed), 'passage')}{f', {reached}' if reached else ''}{':' if listed else ''}"
    for rank, each in enumerate(listed[:PASSAGES], 1):
        where = findings.place(each["doc"], each["start"], each["end"])
        yield f"Rank {rank}, {code(where)}{_mark(question, each)}:"
        yield fence(each.get("text") or "")


def _mark(question: Question, span: findings.Span) -> str:
    return ", shows the evidence" if findings.shows_evidence(question, span) else ""


def _settings(results: Mapping[str, Any]) -> Iterator[str]:
    yield "## How it was made"
    yield _table(("What", "Value"), ((_own(name), code(value)) for name, value in findings.settings(results)))
