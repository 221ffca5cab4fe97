"""A best sentence -> a span that can be understood: grown inside its statement or paragraph, never beyond.

Bare best sentences are often useless ("Drones in flight."). A span grows to the left while its first sentence points
back (a pronoun or a connective begins it) or is a fragment, and, for statements, to the right while the next sentence
points back, is a fragment or is asked for by a question, within a limit of words. What is left of a paragraph is shown
with a statement where it is short: half of what somebody said in one breath misleads. A fact is shown with the denial
that follows it at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from index.text.sentences import Span
from rag.rank.line_context import asks

FRAGMENT_WORDS = 4
SHORT_QUESTION_WORDS = 8
STATEMENT_WORDS = 90
FACT_WORDS = 40
WHOLE_WORDS = 40
"""A statement is shown to the end of its paragraph where both together have at most so many words."""
_DENIES = expression(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed)|contradict(?:s|ed)|no such"
    r"|(?:not|never|isn['’]t|wasn['’]t)\s+true|untrue|is\s+false|was\s+false)\b",
    re.IGNORECASE,
)
_POINTS_BACK = expression(
    r"[\W_]*(?:he|she|they|it|its|his|her|their|this|that|these|those|such|and|but|so|or|then|now|therefore|thus|hence|"
    r"however|instead|also|well|both|another|there|here|in addition|for this|as a result|in this)\b",
    re.IGNORECASE,
)


def grown(text: str, spans: Sequence[Span], best: int, both_ways: bool) -> range:
    """Return the positions among neighbouring sentences that are shown with the one at `best`.

    `both_ways` is for statements, up to 90 words; facts grow to the left, up to 40, and by a denial to the right.
    """
    first = last = best
    limit = STATEMENT_WORDS if both_ways else FACT_WORDS
    while (
        first > 0
        and _needs_previous(text, spans[first], both_ways)
        and _words(text, spans[first - 1 : last + 1]) <= limit
    ):
        first -= 1
    while (
        both_ways
        and last + 1 < len(spans)
        and _draws_next(text, spans[last], spans[last + 1])
        and _words(text, spans[first : last + 2]) <= limit
    ):
        last += 1
    end = _end_of_paragraph(text, spans, last)
    if both_ways and _words(text, spans[first : end + 1]) <= WHOLE_WORDS:
        last = end
    if not both_ways and last < end and _DENIES.search(text, *spans[last + 1]):
        last += 1
    return range(first, last + 1)


def is_short(text: str, spans: Sequence[Span]) -> bool:
    """Return whether some sentences are so few words that they are shown together."""
    return _words(text, spans) <= WHOLE_WORDS


def points_back(text: str) -> bool:
    """Return whether a text begins with a pronoun or connective, so that it needs what stands before."""
    return bool(_POINTS_BACK.match(text))


def _end_of_paragraph(text: str, spans: Sequence[Span], at: int) -> int:
    """Return the position of the last sentence of the paragraph of the one at `at`."""
    while at + 1 < len(spans) and "\n\n" not in text[spans[at][1] : spans[at + 1][0]]:
        at += 1
    return at


def _needs_previous(text: str, span: Span, fragments: bool) -> bool:
    return bool(_POINTS_BACK.match(text, *span)) or (fragments and _words(text, [span]) <= FRAGMENT_WORDS)


def _draws_next(text: str, span: Span, following: Span) -> bool:
    asks_back = asks(text, following) and _words(text, [following]) <= SHORT_QUESTION_WORDS
    return (
        asks_back
        or asks(text, span)
        or _needs_previous(text, following, True)
        or _words(text, [span]) <= FRAGMENT_WORDS
    )


def _words(text: str, spans: Sequence[Span]) -> int:
    return sum(len(text[start:end].split()) for start, end in spans)
