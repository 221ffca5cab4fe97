"""Answers and documents as HTML in which everything that comes from a document is escaped.

Words of documents never pass through Markdown: there, `$`, `:red[...]`, `![]()` and more would be read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from evals.reports import findings
from evals.reports.findings import Headline, Metric, Question
from index.names.names import unsure
from index.records import Document
from index.senses.sense import SENSE_LABELS
from index.text.counts import counted
from index.transcripts.label_names import readable_name
from rag.check.cite import day_of_words
from rag.phrasing import readable_date
from rag.records import Citation, Scope

WINDOW_CHARACTERS = 100_000
"""Of a longer document this much around the citation is shown, so that the browser stays quick."""

PANEL_CHARACTERS = 30_000
"""The same beside the chat."""
SHA, WORDS = 16, 300
"""How much of a document's SHA-256 and of the cited words an address carries, to find them again after a change."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter of Hebrew, Arabic and the other scripts that are written from right to left."""

STYLE = Path(__file__).parent / "look" / "style.css"
"""The style of all pages, for `st.html`, which takes a file."""


def parameters(citation: Citation) -> dict[str, str]:
    """Return the query parameters of the document page that show a citation, even if the document changes later."""
    where = {"doc": citation.doc, "start": str(citation.start), "end": str(citation.end)}
    return where | ({"sha": citation.sha256[:SHA], "words": citation.text[:WORDS]} if citation.sha256 else {})


def source_line(citation: Citation) -> str:
    """Return who said the cited words, in what sense if not plainly, when, and where they stand, as one plain line."""
    return " · ".join(_source(citation))


def source_html(citation: Citation) -> str:
    """Return the same as HTML."""
    return joined_html(_source(citation))


def joined_html(parts: Iterable[str]) -> str:
    """Return what is told side by side; words from right to left are set apart, or they would tear the next ones."""
    return " · ".join(f"<bdi>{escape(each)}</bdi>" if _RIGHT_TO_LEFT.search(each) else escape(each) for each in parts)


def _source(citation: Citation) -> list[str]:
    named = readable_name(citation.speaker or "")
    who = named or (unsure(citation.candidates) if citation.candidates else "The document’s own words")
    who = f"{who}, in the document’s wording" if citation.statement == "reported" and citation.speaker else who
    if citation.reported_by and citation.reported_by != citation.speaker:
        who = f"{who}, as reported by {citation.reported_by}"
    when = day_of_words(citation).strip(" ()")
    page = f"page {citation.page}" if citation.page else None
    sense = SENSE_LABELS.get(citation.sense)
    return [part for part in (who, sense, when, citation.title, page) if part]


def chips(scope: Scope) -> list[tuple[tuple[str, ...], str]]:
    """Return the filters in force, each with its names and how it reads: days together, then who."""
    filters = scope.filters
    found: list[tuple[tuple[str, ...], str]] = []
    if speaker := filters.get("speaker"):
        found.append((("speaker",), f"Speaker: {speaker}"))
    since, until = (readable_date(filters[name]) if filters.get(name) else None for name in ("since", "until"))
    if since or until:
        days = f"{since} to {until}" if since and until else f"since {since}" if since else f"until {until}"
        assumed = " (assumed)" if "assumed" in filters else ""
        found.append((("since", "until"), f"Days: {filters.get('periods', days)}{assumed}"))
    return found


def encoded(values: Mapping[str, str]) -> str:
    """Return the values as the query of an address."""
    return urlencode(values)


def heading_html(title: str, lines: Iterable[str], level: int = 2) -> str:
    """Return a document's title with lines of small print below it."""
    below = "<br>".join(escape(line) for line in lines if line)
    small = f'<div class="otr-small">{below}</div>' if below else ""
    return f'<header class="otr-heading"><h{level}>{escape(title)}</h{level}>{small}</header>'


def document_html(
    document: Document,
    start: int,
    end: int,
    heading: str = "",
    window: int = WINDOW_CHARACTERS,
    within: tuple[int, int] | None = None,
) -> str:
    """Return the document's text escaped below its heading, which is HTML, the words between the offsets marked.

    Of a document longer than two windows a window is shown, and only what stands within the offsets where they are
    given.
    """
    text = document.text
    around = window // 2 if len(text) > 2 * window else len(text)
    first, last = within or (start - around, end + around)
    before, after = text[max(0, first) : start], text[end:last]
    mark = ""
    if end > start:
        mark = f'<mark id="citation" tabindex="-1" aria-label="Cited words">{escape(text[start:end])}</mark>'
    return f'{heading}<div class="otr-document">{escape(before)}{mark}{escape(after)}</div>'


def is_long(document: Document) -> bool:
    """Return whether only a part of the document is shown at once."""
    return len(document.text) > 2 * WINDOW_CHARACTERS


def literal(text: str) -> str:
    """Return the text with what Markdown and its directives would read as markup escaped, for labels and messages."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]()#+!|$<>~:&" else each for each in text)


def status_html(message: str) -> str:
    """Return a line that only screen readers hear."""
    return f'<div class="otr-hidden" role="status" aria-live="polite">{escape(message)}</div>'


def told_html(message: str) -> str:
    """Return a short line that is seen, and heard by who uses a screen reader when it changes."""
    return f'<span class="otr-small" role="status">{escape(message)}</span>'


def headlines_html(headlines: Iterable[Headline]) -> str:
    """Return the verdicts of a run as cards; a promise that is kept or broken says so in words."""
    marks = {
        "good": ' <small class="otr-good">✓ as promised</small>',
        "bad": ' <small class="otr-bad">✗ not as promised</small>',
    }
    cards = "".join(
        f"<div><dt>{escape(each.title)}</dt>"
        f'<dd class="figure">{escape(each.figure)}{marks.get(each.tone, "")}</dd><dd>{escape(each.detail)}</dd></div>'
        for each in headlines
    )
    return f'<dl class="otr-cards">{cards}</dl>'


def table_html(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; its cells are HTML already, its caption and heads are not."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in rest)}</tr>' for first, *rest in rows
    )
    titled = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<table class="otr-table">{titled}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def metrics_html(heading: str, metrics: Iterable[Metric]) -> str:
    """Return a group of metrics with their values, intervals and meanings."""
    rows = (
        (
            f"{_clean(each['name'])}<small>{_clean(findings.explained(each))}</small>",
            f"<b>{escape(findings.shown(each, each['value']))}</b>",
            escape(findings.interval(each)),
            escape(findings.plain(each["count"])),
        )
        for each in metrics
    )
    return table_html(heading, ("Metric", "Value", "95 % interval", "Questions"), rows)


def changes_html(changes: Iterable[Mapping[str, Any]], metrics: Mapping[str, Metric]) -> str:
    """Return what changed from one run to another, a metric a line; the metrics of a run tell what each means."""
    tones = {"better": "otr-good", "worse": "otr-bad"}
    rows = (
        (
            f"{_clean(each['name'])}<small>{_clean(findings.explained(metrics.get(each['name'], {})))}</small>",
            f"{escape(findings.shown(each, each['before']))} → {escape(findings.shown(each, each['after']))}",
            escape(findings.signed(each, each["difference"])),
            f'<span class="{tones.get(findings.meaning(each), "")}">{escape(findings.meaning(each))}</span>',
        )
        for each in changes
    )
    return table_html("", ("Metric", "Before → after", "Difference", "Meaning"), rows)


def statement_html(citation: Citation, goes_on: bool = False) -> str:
    """Return cited words with who said them, when and where, and a mark where the statement goes on after them."""
    line, words = source_html(citation), f"{escape(citation.text)}{' …' if goes_on else ''}"
    return f'<div class="otr"><div class="otr-small">{line}</div><div class="words">{words}</div></div>'


def bar_html(label: str, share: float) -> str:
    """Return a figure with a bar of its share, 0 to 1."""
    return (
        f'<div class="otr otr-small"><span class="otr-bar" aria-hidden="true" style="width:{6 * share:.2f}rem"></span> '
        f"{escape(label)}</div>"
    )


def job_html(title: str, state: str, message: str) -> str:
    """Return a piece of work with how it stands."""
    small = f'<div class="otr-small">{_clean(message)}</div>' if message else ""
    return f'<div class="otr"><b>{_clean(title)}</b> · {escape(state)}{small}</div>'


def pairs_html(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names with their values as a table."""
    return table_html("", ("What", "Value"), ((_clean(name), _clean(value)) for name, value in pairs))


def failure_html(question: Question) -> str:
    """Return why a question failed, how it was understood, and what it was answered with in a line."""
    lines = [f'<span class="otr-bad">{_clean("; ".join(findings.reasons(question)))}</span>']
    lines += [_clean(question["error"])] if question.get("error") else []
    lines += [f"Understood as: {_clean(question['standalone'])}"] if findings.is_rewritten(question) else []
    about = f"{_clean(question['qid'])} · {_clean(findings.status_line(question))}"
    return f'<div class="otr">{"<br>".join(lines)}<div class="otr-small">{about}</div></div>'


def part_html(title: str, lines: Iterable[str]) -> str:
    """Return a part of a page under its heading, which is one below the page's."""
    below = "<br>".join(_clean(each) for each in lines)
    heading = f'<div class="otr-part" role="heading" aria-level="2">{escape(title)}</div>'
    return heading + (f'<div class="otr">{below}</div>' if below else "")


def small_html(text: str) -> str:
    """Return small print, with more contrast than Streamlit's captions have."""
    return f'<div class="otr otr-small">{_clean(text)}</div>'


def words_html(text: object, about: Iterable[str], meets: bool) -> str:
    """Return a document's words with small print, and whether they show what a right answer rests on."""
    mark = '<span class="otr-good">✓ shows the evidence</span> ' if meets else ""
    small = " · ".join(_clean(each) for each in about if each)
    shown = f'<div class="words">{_clean(text or "")}</div>'
    return f'<div class="otr">{shown}{mark}<span class="otr-small">{small}</span></div>'


def retrieved_html(question: Question) -> str:
    """Return how many passages were retrieved and where the evidence was, with the passages below, closed at first."""
    passages = findings.passages(question)
    facts = (counted(len(passages), "passage"), findings.reached(question))
    items = "".join(
        f"<li>{words_html(each.get('text'), [findings.place(each['doc'], each['start'], each['end'])], meets)}</li>"
        for each in passages
        for meets in [findings.shows_evidence(question, each)]
    )
    listed = f"<details><summary>Show the passages</summary><ol>{items}</ol></details>" if items else ""
    return part_html("Retrieved", [", ".join(part for part in facts if part)]) + listed


def _clean(text: object) -> str:
    return escape(findings.clean(text))
