"""Whole passages -> an answer that shows them: under whose they are or where they stand, the nearest words marked.

Of a passage in which several speak nobody is named: its own words tell who does, where they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.text.sentences import Span
from rag.answer.passages.whole import Whole
from rag.check import cite
from rag.check.cite import Form
from rag.records import Citation, Documents, Segment

UNFOLDED = 2
"""So many passages are shown at once, the others under "More:"."""


def in_passages(passages: Sequence[Whole], documents: Documents, said: str = "", after: int = 0) -> Form:
    """Return the answer that shows passages, with `said` as its first line, cited from the number `after` on."""
    found = cite.cite([each.evidence for each in passages], documents)
    citations = [replace(each, n=each.n + after) for each in found]
    segments: list[Segment] = [Segment(f"{said}\n\n")] if said else []
    for at, (each, citation) in enumerate(zip(passages, citations, strict=True)):
        segments += [Segment("\n\n")] if at else []
        segments += [Segment(cite.MORE), Segment("\n\n")] if at == UNFOLDED else []
        segments.append(Segment(f"{cite.lead(each.evidence, citation)}: "))
        segments += cite.shown(citation, _marked(each, citation))
    return Form(tuple(segments), tuple(citations), opening=said)


def _marked(passage: Whole, citation: Citation) -> Span | None:
    """Return where in the cited words those nearest to the question stand; None where these are nearly all of them."""
    if passage.nearest is None:
        return None
    start, end = (min(max(at - citation.start, 0), len(citation.text)) for at in passage.nearest)
    return (start, end) if 0 < end - start < 0.8 * len(citation.text) else None
