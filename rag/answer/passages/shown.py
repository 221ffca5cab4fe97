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
SURE, CLEARLY = 0.0, 1.5
"""The reader's logit from which the first passage is shown alone, and how much less the second then has. So are 56 of
157 facts of strangers and of held-out questions: the first passage has all of the truth of 48 of them, with those under
"More:" it is 52; with 1 instead 66, 54 and 62, with 2 51, 44 and 48."""


def in_passages(
    passages: Sequence[Whole], documents: Documents, said: str = "", *, after: int = 0, folds: bool = True
) -> Form:
    """Return the answer that shows passages, with `said` as its first line, cited from the number `after` on.

    What is farther from the question stands under "More:", where it `folds`.
    """
    found = cite.cite([each.evidence for each in passages], documents)
    citations = [replace(each, n=each.n + after) for each in found]
    segments: list[Segment] = [Segment(f"{said}\n\n")] if said else []
    unfolded = _unfolded(passages) if folds else len(passages)
    for at, (each, citation) in enumerate(zip(passages, citations, strict=True)):
        segments += [Segment("\n\n")] if at else []
        segments += [Segment(cite.MORE), Segment("\n\n")] if at == unfolded else []
        segments.append(Segment(f"{cite.lead(each.evidence, citation)}: "))
        segments += cite.shown(citation, _marked(each, citation))
    return Form(tuple(segments), tuple(citations), opening=said)


def _unfolded(passages: Sequence[Whole]) -> int:
    """Return how many passages are shown at once: one where the reader has the answer there and hardly in the next."""
    first, second = [*(each.logit for each in passages[:2]), None, None][:2]
    is_alone = first is not None and second is not None and first >= SURE and first - second >= CLEARLY
    return 1 if is_alone else UNFOLDED


def _marked(passage: Whole, citation: Citation) -> Span | None:
    """Return where in the cited words those nearest to the question stand; None where these are nearly all of them."""
    if passage.nearest is None:
        return None
    start, end = (min(max(at - citation.start, 0), len(citation.text)) for at in passage.nearest)
    return (start, end) if 0 < end - start < 0.8 * len(citation.text) else None
