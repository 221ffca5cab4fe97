"""Results -> one HTML page that needs nothing else: no script, no font, no image from elsewhere.

Titles, names, questions and words of documents are untrusted; `_text` is their only way into the page, and the page's
own policy forbids every script should one get through.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from evals.reports import findings
from evals.reports.charts import WIDTH, Figure, Scheme, figures, svg
from evals.reports.findings import Headline, Metric, Question, Span
from index.text.counts import counted

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = Path(__file__).with_name("report.css")
TONES = {"good": "✓ kept", "bad": "✗ broken", "plain": ""}


def page(results: Mapping[str, Any]) -> str:
    """Return the whole page."""
    name = _text(results["run"].get("name") or "run")
    parts = [
        _heading(results),
        _headlines(findings.headlines(results)),
        _charts(figures(results)),
        _metrics(results),
        _comparison(results),
        _failing(results),
        _settings(results),
    ]
    style = STYLE.read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{name}: evaluation</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _text(value: object) -> str:
    """Return any text so that it is text in HTML, inside elements and quoted attributes alike."""
    return escape(findings.clean(value))


def _link(qid: object) -> str:
    """Return the address of a question in this page."""
    return _text("#" + quote(findings.clean(qid)))


def _section(title: str, content: str, anchor: str) -> str:
    return f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}">{_text(title)}</h2>\n{content}\n</section>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str, kind: str = "") -> str:
    """Return a table of cells that are HTML already; the first cell of a row heads it."""
    heads = "".join(f'<th scope="col">{_text(each)}</th>' for each in head)
    body = "".join(
        f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>\n"
        for first, *rest in rows
    )
    return (
        f'<div class="wide"><table class="{kind}"><caption>{_text(caption)}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody></table></div>"
    )


def _heading(results: Mapping[str, Any]) -> str:
    run = results["run"]
    asked = counted(len(results["questions"]), "question")
    about = [asked, counted(run.get("documents") or 0, "document"), run.get("engine")]
    if run.get("without"):
        about.append("without " + ", ".join(map(str, run["without"])))
    about.append(str(run.get("started") or "").replace("T", " ")[:16])
    line = " · ".join(_text(each) for each in about if each)
    stopped = (
        "" if run.get("complete", True) else '<p class="stopped">This run was stopped before its last question.</p>'
    )
    return f"<header>\n<p>Evaluation</p>\n<h1>{_text(run.get('name') or 'run')}</h1>\n<p>{line}</p>\n{stopped}</header>"


def _headlines(headlines: Sequence[Headline]) -> str:
    cards = "\n".join(
        f'<div class="card {each.tone}"><dt>{_text(each.title)}</dt>'
        f'<dd class="figure">{_text(each.figure)}<span class="tone">{TONES[each.tone]}</span></dd>'
        f"<dd>{_text(each.detail)}</dd></div>"
        for each in headlines
    )
    return _section("In short", f'<dl class="cards">\n{cards}\n</dl>', "in-short") if headlines else ""


def _charts(drawn: Sequence[Figure]) -> str:
    shown = "\n".join(map(_figure, drawn))
    return _section("Charts", f'<div class="charts">\n{shown}\n</div>', "charts") if drawn else ""


def _figure(figure: Figure) -> str:
    size = f'width="{WIDTH}" height="{figure.height}"'
    dark = f'<source media="(prefers-color-scheme: dark)" srcset="{_drawn(figure, "dark")}" {size}>'
    image = f'<img src="{_drawn(figure, "light")}" alt="{_text(f"{figure.title}. {figure.numbers}")}" {size}>'
    return (
        f'<figure class="{figure.name}"><h3>{_text(figure.title)}</h3><picture>{dark}{image}</picture>'
        f"<figcaption>{_text(figure.about)}<details><summary>Numbers</summary><p>{_text(figure.numbers)}</p></details>"
        "</figcaption></figure>"
    )


def _drawn(figure: Figure, scheme: Scheme) -> str:
    return "data:image/svg+xml;base64," + b64encode(svg(figure, scheme).encode()).decode("ascii")


def _metrics(results: Mapping[str, Any]) -> str:
    tables = [
        _table(("Metric", "Value", "95 % interval", "Questions"), map(_metric, group), heading, "metrics")
        for heading, group in findings.grouped(results["metrics"])
    ]
    return _section("Metrics", "\n".join(tables), "metrics")


def _metric(metric: Metric) -> tuple[str, ...]:
    name = f'<code>{_text(metric["name"])}</code><span class="about">{_text(findings.explained(metric))}</span>'
    between = f'<span class="between">{_text(findings.interval(metric))}</span>{_bar(metric)}'
    return name, _text(findings.shown(metric, metric["value"])), between, findings.plain(metric["count"])


def _bar(metric: Metric) -> str:
    """Return the interval of a share as a line with a dot, for the eye; the numbers beside it say the same."""
    places = [metric.get(name) for name in ("low", "value", "high")]
    known = [float(each) for each in places if each is not None]
    if len(known) < 3 or metric["group"] == "latency" or not all(0 <= each <= 1 for each in known):
        return ""
    low, value, high = (round(100 * each, 1) for each in known)
    return (
        f'<span class="bar" aria-hidden="true"><i style="left:{low}%;width:{round(high - low, 1)}%"></i>'
        f'<b style="left:{value}%"></b></span>'
    )


def _comparison(results: Mapping[str, Any]) -> str:
    comparison = results.get("compare")
    if not comparison:
        return ""
    changes = findings.changes(comparison)
    clear = [each for each in changes if each.get("significant")]
    rest = [each for each in changes if not each.get("significant")]
    content = (
        f"<p>Before: <b>{_text(comparison['before'])}</b>. After: <b>{_text(comparison['after'])}</b>, on the same "
        f"{counted(comparison['questions'], 'question')}: {counted(len(clear), 'clear difference')}.</p>"
    )
    content += _changes(clear, "Clear differences") if clear else ""
    if rest:
        content += f"<details><summary>{len(rest)} without a clear difference</summary>"
        content += f"{_changes(rest, 'No clear difference')}</details>"
    return _section("Comparison", content + _flipped(comparison, findings.failing(results)), "comparison")


def _changes(changes: Iterable[Mapping[str, Any]], caption: str) -> str:
    return _table(
        ("Metric", "Before", "After", "Difference", "95 % interval", "Meaning"),
        map(_change, changes),
        caption,
        "changes",
    )


def _change(change: Mapping[str, Any]) -> tuple[str, ...]:
    meaning = findings.meaning(change)
    low, high = (findings.signed(change, change.get(name)) for name in ("low", "high"))
    return (
        f"<code>{_text(change['name'])}</code>",
        _text(findings.shown(change, change.get("before"))),
        _text(findings.shown(change, change.get("after"))),
        _text(findings.signed(change, change.get("difference"))),
        _text(f"{low} to {high}"),
        f'<span class="{meaning.replace(" ", "-")}">{meaning}</span>',
    )


def _flipped(comparison: Mapping[str, Any], failing: Iterable[Question]) -> str:
    if not any(questions for _, questions in findings.flipped(comparison)):
        return "<p>No question changed between right and wrong.</p>"
    shown = {each["qid"] for each in failing}
    lists = []
    for title, questions in findings.flipped(comparison):
        items = "".join(f"<li>{_reference(each, each['qid'] in shown)}</li>" for each in questions)
        lists.append(f"<h3>{title}: {len(questions)}</h3>" + (f"<ul>{items}</ul>" if items else ""))
    return "\n".join(lists)


def _reference(question: Mapping[str, Any], linked: bool) -> str:
    qid = f"<code>{_text(question['qid'])}</code>"
    named = f'<a href="{_link(question["qid"])}">{qid}</a>' if linked else qid
    return f"{named} {_text(question['question'])}"


def _failing(results: Mapping[str, Any]) -> str:
    failed = findings.failing(results)
    if not failed:
        return _section("Failing questions", "<p>None: every question was answered correctly.</p>", "failing")
    total = findings.plain(len(results["questions"]))
    intro = (
        f"<p>{findings.plain(len(failed))} of {total}, by type. Open one to see what was expected and what came.</p>"
    )
    return _section("Failing questions", intro + "\n".join(_by_type(failed)), "failing")


def _by_type(failed: Sequence[Question]) -> Iterator[str]:
    ordered = sorted(failed, key=lambda each: str(each.get("type")))
    for kind, group in groupby(ordered, key=lambda each: str(each.get("type"))):
        questions = list(group)
        shown = "\n".join(map(_question, questions))
        yield f"<h3>{_text(kind.replace('_', ' '))} <small>{len(questions)}</small></h3>\n{shown}"


def _question(question: Question) -> str:
    # A browser opens the details around the element that an address names, so the id stands inside them.
    qid = _text(question["qid"])
    return (
        f'<details class="question"><summary><span class="asked">{_text(question["question"])}</span>'
        f'<span class="why">{_text("; ".join(findings.reasons(question)))}</span></summary>\n'
        f'<div id="{qid}" class="inside"><p class="small"><a href="{_link(question["qid"])}"><code>{qid}</code></a> · '
        f"{_text(findings.status_line(question))}</p>\n{_lines(question)}{_expected(question)}{_answered(question)}"
        f"{_retrieved(question)}</div></details>"
    )


def _lines(question: Question) -> str:
    lines = {
        "Asked before": "; ".join(map(str, question.get("history") or ())),
        "Understood as": question["standalone"] if findings.is_rewritten(question) else "",
        "Error": question.get("error") or "",
    }
    return "".join(f"<p><b>{name}:</b> {_text(value)}</p>" for name, value in lines.items() if value)


def _expected(question: Question) -> str:
    wanted = findings.expected(question)
    lines = [f"<p>{_text(each)}</p>" for each in findings.expectations(question)]
    lines += [
        _words(each.get("text") or "", [findings.place(each["doc_id"], each.get("start"), each.get("end"))])
        for each in wanted.get("evidence") or ()
    ]
    return f"<h4>Expected</h4>{''.join(lines)}"


def _words(text: object, about: Iterable[object], meets: bool = False) -> str:
    """Return a document's words with small print below; words that meet the evidence say so."""
    small = " · ".join(_text(each) for each in about if each)
    mark = '<b class="meets">✓ shows the evidence</b> ' if meets else ""
    return f'<blockquote>{_text(text)}<footer class="small">{mark}{small}</footer></blockquote>'


def _answered(question: Question) -> str:
    answer = f'<p class="answer">{_text(question["answer"])}</p>' if question.get("answer") else "<p>Nothing.</p>"
    cited = "".join(_citation(question, each) for each in question.get("citations") or ())
    nearest = "".join(_citation(question, each) for each in question.get("nearest") or ())
    return (
        f"<h4>Answered</h4>{answer}"
        + (f"<h4>Cited</h4>{cited}" if cited else "")
        + (f"<h4>Nearest, not an answer</h4>{nearest}" if nearest else "")
    )


def _citation(question: Question, citation: Span) -> str:
    about = (f"[{citation.get('n')}]", *findings.source(citation))
    return _words(citation.get("text") or "", about, findings.shows_evidence(question, citation))


def _retrieved(question: Question) -> str:
    passages = findings.passages(question)
    if not passages:
        return "<h4>Retrieved</h4><p>Nothing.</p>"
    items = "".join(
        "<li>"
        + _words(
            each.get("text") or "",
            (findings.place(each["doc"], each["start"], each["end"]), f"score {float(each.get('score') or 0):.3f}"),
            findings.shows_evidence(question, each),
        )
        + "</li>"
        for each in passages
    )
    reached = findings.reached(question)
    title = counted(len(passages), "passage") + (f", {reached}" if reached else "")
    return f"<h4>Retrieved</h4><details><summary>{_text(title)}</summary><ol>{items}</ol></details>"


def _settings(results: Mapping[str, Any]) -> str:
    rows = [(_text(name), _text(value)) for name, value in findings.settings(results)]
    return _section("How it was made", _table(("What", "Value"), rows, "Run, settings and index", "made"), "made")
