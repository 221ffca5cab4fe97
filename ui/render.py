"""Answers and documents as HTML in which everything that comes from a document is escaped.

Words of documents never pass through Markdown: there, `$`, `:red[...]`, `![]()` and more would be read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urlencode

from index.records import Document
from rag.compose import readable_date
from rag.records import Citation, Segment

WINDOW_CHARACTERS = 100_000
"""Of a longer document this much around the citation is shown, so that the browser stays quick."""

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
    """Return the query parameters of the document page that show a citation."""
    return {"doc": citation.doc, "start": str(citation.start), "end": str(citation.end)}


def answer_html(segments: Iterable[Segment], citations: Iterable[Citation] = ()) -> str:
    """Return the answer as HTML: documents' words escaped, markers linked to their citation."""
    links = {each.n: f"/document?{urlencode(parameters(each))}" for each in citations}
    pieces = []
    for segment in segments:
        if segment.citation:
            pieces.append(f'<span class="quoted">{escape(segment.text)}</span>')
        else:
            pieces.append(_MARKER.sub(lambda found: _marker(found, links), escape(segment.text)))
    return f'<div class="otr">{"".join(pieces)}</div>'


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
