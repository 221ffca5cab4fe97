"""A shown passage -> where its words begin and end without lines of the page at its edges: advertising, links."""

from __future__ import annotations

import re

from index.text.expressions import expression
from index.text.sentences import Span

_OF_PAGE = expression(
    r"\W{0,9}(?:advertisement\b[^\n.]{0,60}$|scroll to continue|©|all rights reserved\b|copyright (?:©|\(c\)|\d{4})|"
    r"ends?$|-?30-$|"
    r"(?:sources?|links?|urls?|permalink): *\S*https?://|https?://\S+$|\[[^\]\n]{1,200}\]\([^)\n]{1,300}\)[\W_]*$|"
    r"(?:photo(?:graph)?s?|image|picture|credit)s?: [^\n]{1,120}$|last (?:updated|modified)\b[^\n]{0,60}$|"
    r"posted in\b[^\n]{0,60}$|(?:tags?|categor(?:y|ies)|filed under|related(?: \w+)?|read more|more on this|"
    r"see also): [^\n]{0,200}$|share (?:this|on)\b[^\n]{0,60}$|(?:follow|like) us\b|subscribe\b|sign up\b|"
    r"(?:\S+ ){0,3}free for personal use\b|this is part of our \w+ ?paywall|join today\b|find (?:out )?more\b)"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{1,300}\)\W*$|[\w.#:, -]{1,80}\{[^}\n]{0,400}\}|[\W_]{1,80}$",
    re.IGNORECASE,
)
"""A line that says nothing of what the page is about."""
_CLOSES = expression(
    r"\W{0,9}(?:ends?$|-?30-$|©|all rights reserved\b|copyright (?:©|\(c\)|\d{4}))|[\w.#:, -]{1,80}\{[^}\n]{0,400}\}",
    re.IGNORECASE,
)
"""A line behind which a text is over: what stands there is of the page, or of another text."""
_HEAD = expression(r"#{1,6} |[^.!\n]{1,40}\?$", re.IGNORECASE)
"""A heading, or a short question, over nothing but such lines."""
_LINE = expression(r"[^\n]+")


def within_page(text: str, span: Span, kept: Span | None) -> Span:
    """Return the span without lines of the page at its beginning and end, none of them of the words that are kept."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text, *span) if found[0].strip()]
    behind = kept[1] if kept else sum(span) // 2
    first, last = (
        0,
        next((at for at, line in enumerate(lines) if line[0] >= behind and _closes(text, line)), len(lines)),
    )
    while first < last and _is_free(text, lines[first], kept):
        first += 1
    while last > first and _is_free(text, lines[last - 1], kept):
        last -= 1
        while last > first and _is_head(text, lines[last - 1], kept):
            last -= 1
    return (max(span[0], lines[first][0]), lines[last - 1][1]) if first < last else span


def _closes(text: str, line: Span) -> bool:
    return bool(_CLOSES.match(text[slice(*line)].strip()))


def _is_free(text: str, line: Span, kept: Span | None) -> bool:
    return not _is_kept(line, kept) and bool(_OF_PAGE.match(text[slice(*line)].strip()))


def _is_head(text: str, line: Span, kept: Span | None) -> bool:
    return not _is_kept(line, kept) and bool(_HEAD.match(text[slice(*line)].strip()))


def _is_kept(line: Span, kept: Span | None) -> bool:
    return kept is not None and line[0] < kept[1] and kept[0] < line[1]
