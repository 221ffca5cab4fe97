"""`Document` -> `Passage`s that tile the text: no gap, no overlap, no cut sentence, within a token budget.

Whole paragraphs are joined while they fit; a paragraph over the budget is shared out in runs of whole sentences of
about equal size. A quotation or turn that fits is never parted, a heading stays with what follows it, and a sentence is
cut, at white space, only when it alone is over the budget.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from index.records import Document, Passage
from index.text import tokens
from index.text.sentences import Span, paragraphs, sentences

TOKEN_CHARACTERS = 32
"""Nearly no token is longer; a span of more than the budget times this is cut uncounted: the work stays linear."""
HEADING_CHARACTERS = 100
_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"', "»", ")")


def passages(document: Document, budget: int, kept: Sequence[Span] = ()) -> list[Passage]:
    """Return the passages of the document in order; their texts joined are the document's text.

    `budget` is in cl100k tokens; `kept` are spans, such as quotations, that are not parted where they fit. What is
    joined is counted as a whole, so no passage is over the budget.
    """
    text = document.text
    spans = sorted(kept)
    return [
        Passage(document_id=document.id, start=start, end=end, tokens=tokens.count(text[start:end]))
        for start, end in _packed(text, _pieces(text, budget, spans), budget)
    ]


def _pieces(text: str, budget: int, kept: list[Span]) -> list[Span]:
    """Return the smallest spans that are kept whole, each reaching to the next one's start so that nothing is lost."""
    spans: list[Span] = []
    for start, end in _reaching(paragraphs(text), (0, len(text))):
        if tokens.count(text[start:end]) <= budget:
            spans.append((start, end))
            continue
        whole = _bound(text, _reaching(sentences(text, start, end), (start, end)), kept, budget)
        fitting = [piece for span in whole for piece in _cut(text, span, budget)]
        spans.extend(_packed(text, fitting, _even_budget(text, (start, end), budget)))
    return _with_headings(text, _bound(text, spans, kept, budget), budget)


def _bound(text: str, spans: list[Span], kept: list[Span], budget: int) -> list[Span]:
    """Return the spans with those joined that a kept span reaches over, where the joined ones fit."""
    starts = [start for start, _ in kept]
    reaches = list(accumulate((end for _, end in kept), max))
    joined: list[Span] = []
    for start, end in spans:
        before = bisect_left(starts, start)
        reached_over = before > 0 and reaches[before - 1] > start
        if joined and reached_over and tokens.count(text[joined[-1][0] : end]) <= budget:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _with_headings(text: str, spans: list[Span], budget: int) -> list[Span]:
    """Return the spans with each heading joined to what follows it, where that fits."""
    joined: list[Span] = []
    for start, end in spans:
        follows = joined and _is_heading(text[slice(*joined[-1])].strip())
        if follows and tokens.count(text[joined[-1][0] : end]) <= budget:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_heading(block: str) -> bool:
    line = block.rpartition("\n")[2].strip()
    return line.startswith("#") or (
        0 < len(block) <= HEADING_CHARACTERS and "\n" not in block and not line.endswith(_ENDS)
    )


def _even_budget(text: str, span: Span, budget: int) -> int:
    total = tokens.count(text[slice(*span)])
    parts = -(-total // budget)
    # A fifth more than an even share lets whole sentences fall evenly instead of leaving a tail of one short sentence.
    return min(budget, total * 6 // (parts * 5) + 1)


def _reaching(spans: list[Span], whole: Span) -> list[Span]:
    """Return the spans widened so that they tile the whole; without any, the whole itself."""
    bounds = [whole[0], *(start for start, _ in spans[1:]), whole[1]]
    return [(start, end) for start, end in pairwise(bounds) if start < end]


def _packed(text: str, spans: list[Span], budget: int) -> list[Span]:
    """Return neighbouring spans joined from the left while they fit."""
    packed: list[Span] = []
    for start, end in spans:
        if packed and tokens.count(text[packed[-1][0] : end]) <= budget:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed


def _cut(text: str, span: Span, budget: int) -> list[Span]:
    """Return the span, or, when it alone is over the budget, parts of it that end at white space."""
    start, end = span
    pieces: list[Span] = []
    while end - start > budget * TOKEN_CHARACTERS or tokens.count(text[start:end]) > budget:
        cut = _longest_fitting(text, start, end, budget)
        space = max(text.rfind(" ", start + 1, cut), text.rfind("\n", start + 1, cut))
        cut = space + 1 if space > start else cut
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _longest_fitting(text: str, start: int, end: int, budget: int) -> int:
    low, high = start + 1, min(end, start + budget * TOKEN_CHARACTERS)
    while low < high:
        middle = (low + high + 1) // 2
        if tokens.count(text[start:middle]) <= budget:
            low = middle
        else:
            high = middle - 1
    return low
