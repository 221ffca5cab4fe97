"""What a line's position says: an answer under its question, a row under its columns, an item under its heading.

Each is read together with the line that leads it, and that line alone answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.text.expressions import expression
from index.text.sentences import CELLS, Span, sentences
from index.text.withdrawn import put_right
from rag.rank.lines.headings import HEADING_WORDS, above, line_at, previous_line

ITEM = expression(r"[ \t]*(?:[-*•–+]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]+(?=\S)")
_FIGURE = expression(r"[^\w]*\d[\d.,:%\s]*\W*\w{0,3}")
_ANSWERS = r"[ \t\d*_]*(?:A\d{0,4}[.:]|[A-Z][\w.’' -]{0,60}:)[ \t*_]*"
_BETWEEN = expression(rf"""[ \t\n*_\-—–"”’»:]*(?:\n{_ANSWERS})?["“«]?""")
"""What stands between a question and its answer: marks, an empty line, who answers ("A.", "THE WITNESS:")."""
_Q = expression(r"(?:^|\n)[ \t\d*_]*Q\d{0,4}[.:][ \t*_]")
LONGEST_QUESTION = 400
"""Characters before a passage in which the question may stand that its first sentence answers."""
LIST_WORDS = 90
"""A list of more words is not shown whole."""
ITEM_SENTENCES = 2
"""What is numbered and has more sentences is a paragraph."""


@dataclass(frozen=True)
class Layout:
    """The text that leads a sentence, by the sentence's span, and the spans that only lead others."""

    leads: Mapping[Span, str] = field(default_factory=dict)
    leading: frozenset[Span] = frozenset()


def layout_of(text: str, spans: Sequence[Span]) -> Layout:
    """Return what leads each of the sentences, which are in order."""
    leads: dict[Span, str] = {}
    leading: set[Span] = set()
    whole = [*_sentence_before(text, spans), *spans]
    for before, span in zip(whole, whole[1:], strict=False):
        if asks(text, before) and not asks(text, span) and _BETWEEN.fullmatch(text, before[1], span[0]):
            leads[span] = text[slice(*before)]
            leading.add(before)
    # A hearing's question answers nothing, also where no answer follows it or another question does.
    leading |= {span for span in spans if asks(text, span) and _is_labelled(text, span)}
    for span in spans:
        if head := _head_of(text, line_at(text, span[0])):
            leads[span] = text[slice(*head)]
            leading |= {each for each in spans if head[0] <= each[0] and each[1] <= head[1]}
        elif claim := put_right(text, span):
            leads[span] = claim
    return Layout(leads, frozenset(leading))


def _head_of(text: str, line: Span) -> Span | None:
    """Return the line that heads a line: the columns of its table, the heading of its list."""
    head = _head_row(text, line) if CELLS in text[slice(*line)] else _heading(text, line) or above(text, line)
    return None if head == line else head


def whole_list(text: str, span: Span) -> Span:
    """Return the heading and the items of the list in which a sentence stands, or the span where that is too long.

    A numbered paragraph of a report is no item.
    """
    line = line_at(text, span[0])
    head = _heading(text, line)
    if head is None or len(sentences(text, *_without_number(text, line))) > ITEM_SENTENCES:
        return span
    end = line[1]
    while (following := _next_line(text, end)) and ITEM.match(text, following[0]):
        end = following[1]
    return (head[0], end) if len(text[head[0] : end].split()) <= LIST_WORDS else span


def _sentence_before(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the sentence before the first one: a passage may begin with the answer to what the last one asks."""
    if not spans or not spans[0][0]:
        return []
    start = text.rfind("\n", 0, max(0, spans[0][0] - LONGEST_QUESTION)) + 1
    line = text.rfind("\n", 0, spans[0][0]) + 1
    # Who answers is no sentence of its own.
    end = line if re.fullmatch(_ANSWERS, text[line : spans[0][0]]) else spans[0][0]
    return sentences(text, start, end)[-1:]


def _is_labelled(text: str, span: Span) -> bool:
    label = _Q.search(text, max(0, span[0] - 12), span[0] + 6)
    return label is not None and label.end() >= span[0]


def asks(text: str, span: Span) -> bool:
    """Return whether a sentence ends with a question mark, with nothing but closing marks behind it."""
    return text[slice(*span)].rstrip("”’\"'»)*_ ").endswith("?")


def _without_number(text: str, line: Span) -> Span:
    mark = ITEM.match(text, *line)
    return (mark.end(), line[1]) if mark else line


def _next_line(text: str, end: int) -> Span | None:
    line = line_at(text, end + 1) if end + 1 < len(text) else None
    return line if line and text[slice(*line)].strip() else None


def _head_row(text: str, line: Span) -> Span | None:
    """Return the first row of a line's table where it names the columns: words above figures."""
    first = line
    figures = {at for at, cell in enumerate(_cells(text, line)) if _FIGURE.fullmatch(cell)}
    for _ in range(1_000):
        before = previous_line(text, first[0])
        if before is None or CELLS not in text[slice(*before)]:
            break
        first = before
    named = _cells(text, first)
    return first if figures and not any(_FIGURE.fullmatch(each) for each in named) else None


def _cells(text: str, line: Span) -> list[str]:
    return [each.strip() for each in text[slice(*line)].strip("| ").split("|")]


def _heading(text: str, line: Span) -> Span | None:
    """Return the line that heads the list in which a line is an item."""
    if not ITEM.match(text, line[0]):
        return None
    first = line
    for _ in range(200):
        before = previous_line(text, first[0])
        if before is None or not ITEM.match(text, before[0]):
            break
        first = before
    head = previous_line(text, first[0], blank=True)
    if head is None or not text[slice(*head)].strip():
        return None
    if _heads(text, head):
        return head
    # "Awarded on 3 May." may stand between a heading and the list below it.
    above = previous_line(text, head[0], blank=True)
    return above if above and _heads(text, above) and len(text[slice(*head)].split()) <= HEADING_WORDS else None


def _heads(text: str, line: Span) -> bool:
    said = text[slice(*line)].strip().rstrip("*_ ")
    return said.endswith(":") or (len(said.split()) <= HEADING_WORDS and said[-1:] not in ".!?;,")
