"""An answer to paste elsewhere: as plain text, and as Markdown with its citations below."""

from __future__ import annotations

import re

from rag.records import CHECK_LABELS, Answer, Citation, Segment
from ui.answer.cards import is_heading
from ui.render import source_line

_MARKUP = re.compile(r"[\\`*_\[\]<>]")
"""What Markdown would read as emphasis, code, links or HTML in the middle of a line."""
_LINE_MARKUP = re.compile(r"^(?=(?:[#+>-]|\d+[.)])(?:\s|#))", re.MULTILINE)
"""Where a line begins as a heading, a list or a quotation does."""


def as_text(answer: Answer) -> str:
    """Return an answer with its sources as plain text."""
    sources = [f"[{each.n}] {_source(each)}" for each in answer.cited]
    return "\n".join([answer.answer, "", *sources]).strip()


def as_markdown(answer: Answer) -> str:
    """Return the question, the answer and its sources as Markdown that shows the words as they are."""
    body = "".join(_segment(each) for each in answer.segments).strip()
    sources = "\n".join(f"- \\[{each.n}\\] {_escaped(_source(each))}" for each in answer.cited)
    return "\n\n".join(part for part in (f"## {_escaped(answer.question)}", body, sources) if part) + "\n"


def _source(citation: Citation) -> str:
    """Return where cited words stand, with what the check found against them, as the page shows it."""
    warning = f"WARNING: {CHECK_LABELS[citation.check]}" if citation.check != "verified" else ""
    return " · ".join(filter(None, (source_line(citation), warning)))


def _segment(segment: Segment) -> str:
    return segment.text if is_heading(segment.text) and not segment.citation else _escaped(segment.text)


def _escaped(text: str) -> str:
    return _LINE_MARKUP.sub(r"\\", _MARKUP.sub(lambda found: f"\\{found[0]}", text))
