"""Answers and documents as HTML in which everything that comes from a document is escaped.

Words of documents never pass through Markdown: there, `$`, `:red[...]`, `![]()` and more would be read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

from evals import findings
from evals.findings import Headline, Metric, Question
from index.records import Document
from rag.compose import readable_date
from rag.records import Citation, Segment

WINDOW_CHARACTERS = 100_000
"""Of a longer document this much around the citation is shown, so that the browser stays quick."""

SHA, WORDS = 16, 300
"""How much of a document's SHA-256 and of the cited words an address carries, to find them again after a change."""

STYLE = """<style>
.otr { font-size: 1rem; line-height: 1.6; overflow-wrap: anywhere; white-space: pre-line; }
.otr .words { border-left: 3px solid #6d8fbd; display: block; margin: .35rem 0 .35rem .1rem;
  padding: .1rem 0 .1rem .8rem; }
.otr a { color: light-dark(#1d4f91, #8ab4f0); text-decoration: none; font-weight: 600; }
.otr a:hover, .otr a:focus-visible { text-decoration: underline; }
.otr .quoted { background: light-dark(#eef3fa, #1b2636); padding: .1rem 0; }
.otr-heading { position: sticky; top: 0; padding: .75rem 0; background: light-dark(#ffffff, #14171c); z-index: 1; }
.otr-heading h2 { font-size: 1.4rem; padding: 0 0 .25rem; }
.otr-small { font-size: .875rem; opacity: .8; }
.otr-document { line-height: 1.7; white-space: pre-wrap; overflow-wrap: anywhere; }
.otr-document mark { background: #ffe58a; color: #1a1a1a; padding: .1rem 0; scroll-margin: 30vh; }
dl.otr-cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: .6rem;
  margin: 0; padding: 0; }
@media (max-width: 640px) {
  dl.otr-cards { grid-template-columns: 1fr 1fr; }
  .otr-cards div:first-child { grid-column: 1 / -1; }
}
.otr-cards div { border: 1px solid light-dark(#d9dee4, #363d47); border-radius: 8px; padding: .6rem .8rem; }
.otr-cards dt { font-weight: 600; font-size: .875rem; }
.otr-cards dd { margin: 0; font-size: .8rem; color: light-dark(#59636e, #a3adb8); }
.otr-cards dd.figure { font-size: 1.5rem; font-weight: 650; color: inherit; }
.otr-cards dd.figure small { display: block; font-size: .8rem; }
.otr-good { color: light-dark(#1a6b3c, #7ed3a1); font-weight: 600; }
.otr-bad { color: light-dark(#a4262c, #ff9a8f); font-weight: 600; }
.otr-table { border-collapse: collapse; width: 100%; font-size: .9rem; overflow-wrap: anywhere; }
.otr-table caption { text-align: left; font-weight: 650; padding: .6rem 0 .2rem; }
.otr-table th, .otr-table td { text-align: left; vertical-align: top; font-weight: 400; padding: .35rem .6rem .35rem 0;
  border-top: 1px solid light-dark(#d9dee4, #363d47); }
.otr-table td { font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.otr-table small { display: block; color: light-dark(#59636e, #a3adb8); }
.otr-part { font-weight: 650; margin: .4rem 0 .1rem; }
.otr-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>"""
SCROLL = """<script>
for (const wait of [0, 150, 600]) setTimeout(() => {
  const mark = document.getElementById("citation");
  if (mark) { mark.scrollIntoView({block: "center"}); mark.focus({preventScroll: true}); }
}, wait);
</script>"""
_MARKER = re.compile(r"\[(\d+)\]")


def parameters(citation: Citation) -> dict[str, str]:
    """Return the query parameters of the document page that show a citation, even if the document changes later."""
    where = {"doc": citation.doc, "start": str(citation.start), "end": str(citation.end)}
    return where | ({"sha": citation.sha256[:SHA], "words": citation.text[:WORDS]} if citation.sha256 else {})


def answer_html(segments: Iterable[Segment], citations: Iterable[Citation] = ()) -> str:
    """Return the answer as HTML: documents' words escaped, markers linked to their citation."""
    links = {each.n: f"/document?{urlencode(parameters(each))}" for each in citations}
    pieces = []
    for segment in segments:
        if segment.citation:
            pieces.append(f'<span class="quoted">{_marked(segment)}</span>')
        else:
            pieces.append(_MARKER.sub(lambda found: _marker(found, links), escape(segment.text)))
    return f'<div class="otr">{"".join(pieces)}</div>'


def _marked(segment: Segment) -> str:
    """Return the words with those that answer set off."""
    if segment.marked is None:
        return escape(segment.text)
    start, end = segment.marked
    text = segment.text
    return f"{escape(text[:start])}<strong>{escape(text[start:end])}</strong>{escape(text[end:])}"


def _marker(found: re.Match[str], links: dict[int, str]) -> str:
    link = links.get(int(found[1]))
    if link is None:
        return found[0]
    label = f"Source {found[1]}"
    return f'<a class="otr-marker" href="{escape(link)}" target="_blank" aria-label="{label}">{found[0]}</a>'


def source_line(citation: Citation) -> str:
    """Return who said the cited words, when, and where they stand, as one plain line."""
    who = citation.speaker or "The document’s own words"
    if citation.reported_by and citation.reported_by != citation.speaker:
        who = f"{who}, as told by {citation.reported_by}"
    when = readable_date(citation.said_on) if citation.said_on else None
    page = f"page {citation.page}" if citation.page else None
    return " · ".join(part for part in (who, when, citation.title, page) if part)


CHECKS = {
    "verified": "✓ verified word for word",
    "altered": "the words differ from the document",
    "other_speaker": "somebody else’s words",
    "not_found": "not found in the document",
}


def source_html(citation: Citation, with_words: bool) -> str:
    """Return the line under an answer that names a source, with its check, and its words where asked for."""
    words = f'<div class="words">{escape(citation.text)}</div>' if with_words else ""
    line = f"<b>[{citation.n}]</b> {escape(source_line(citation))}<br>{CHECKS[citation.check]}"
    return f'<div class="otr otr-small">{line}{words}</div>'


def heading_html(title: str, lines: Iterable[str]) -> str:
    """Return a document's title with lines of small print below it."""
    below = "<br>".join(escape(line) for line in lines if line)
    return f'<header class="otr-heading"><h2>{escape(title)}</h2><div class="otr-small">{below}</div></header>'


def document_html(document: Document, start: int, end: int, lines: Iterable[str]) -> str:
    """Return the document's text escaped under its heading, the words between the offsets marked.

    The heading stays in view while the text scrolls. Of a long document a window is shown.
    """
    text = document.text
    around = WINDOW_CHARACTERS // 2 if is_long(document) else len(text)
    before, after = text[max(0, start - around) : start], text[end : end + around]
    mark = ""
    if end > start:
        mark = f'<mark id="citation" tabindex="-1" aria-label="Cited words">{escape(text[start:end])}</mark>'
    heading = heading_html(document.title, lines)
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


def headlines_html(headlines: Iterable[Headline]) -> str:
    """Return the verdicts of a run as cards; a promise that is kept or broken says so in words."""
    marks = {"good": ' <small class="otr-good">✓ kept</small>', "bad": ' <small class="otr-bad">✗ broken</small>'}
    cards = "".join(
        f"<div><dt>{escape(each.title)}</dt>"
        f'<dd class="figure">{escape(each.figure)}{marks.get(each.tone, "")}</dd><dd>{escape(each.told)}</dd></div>'
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
            f"{_clean(each['name'])}<small>{_clean(findings.told(each))}</small>",
            f"<b>{escape(findings.shown(each, each['value']))}</b>",
            escape(findings.interval(each)),
            escape(findings.plain(each["count"])),
        )
        for each in metrics
    )
    return table_html(heading, ("Metric", "Value", "95 % interval", "Questions"), rows)


def changes_html(changes: Iterable[Mapping[str, Any]]) -> str:
    """Return what changed from one run to another, a metric a line."""
    tones = {"better": "otr-good", "worse": "otr-bad"}
    rows = (
        (
            _clean(each["name"]),
            f"{escape(findings.shown(each, each['before']))} → {escape(findings.shown(each, each['after']))}",
            escape(findings.signed(each, each["difference"])),
            f'<span class="{tones.get(findings.meaning(each), "")}">{escape(findings.meaning(each))}</span>',
        )
        for each in changes
    )
    return table_html("", ("Metric", "Before → after", "Difference", "Meaning"), rows)


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
    """Return a part of a failed question under its heading."""
    below = "<br>".join(_clean(each) for each in lines)
    heading = f'<div class="otr-part" role="heading" aria-level="3">{escape(title)}</div>'
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
    told = (findings.counted(len(passages), "passage"), findings.reached(question))
    items = "".join(
        f"<li>{words_html(each.get('text'), [findings.place(each['doc'], each['start'], each['end'])], meets)}</li>"
        for each in passages
        for meets in [findings.shows_evidence(question, each)]
    )
    listed = f"<details><summary>Show the passages</summary><ol>{items}</ol></details>" if items else ""
    return part_html("Retrieved", [", ".join(part for part in told if part)]) + listed


def _clean(text: object) -> str:
    return escape(findings.clean(text))
