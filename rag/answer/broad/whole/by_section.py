"""A document with headings -> its summary: the lead, then the main sentence of each section, in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.text.expressions import expression
from index.text.sentences import Span
from rag.answer.broad.central import Part, worths
from rag.answer.broad.fit import is_whole
from rag.answer.broad.whole.sections import items, sections
from rag.rank.windows import points_back

FEWEST, MOST = 3, 8
"""Of fewer sections a document is summed up as a whole; of more not every one has a sentence."""
FEWEST_WORDS, MOST_WORDS = 6, 60
DECIDED = 0.6
"""What a sentence counts more that says what was decided, found or asked for."""
_DECIDES = expression(
    r"\b(?:agreed|resolved|decided|motion|carried|approved|adopted|recommends?|concludes?|we ask|finds? that|action)\b",
    re.IGNORECASE,
)


EXPECTED = 0.3
"""And that says what whoever writes expects or believes."""
OPENS = 0.25
"""And that opens its paragraph."""
_SENTENCE = expression(r"[.!?…][”\"’')]* ")
LONG_LEAD, OF_LEAD = 6, 3
_EXPECTS = expression(
    r"\b(?:(?:we|i) (?:\w+ )?(?:expect|anticipate|believe|foresee|intend)|our (?:belief|expectation|aim|intention))\b",
    re.IGNORECASE,
)


def of_each_section(fit: Sequence[Part], every: Sequence[Part], length: int | None) -> list[Part]:
    """Return the main sentences of one document by its sections, none where it has too few; `length` if one is asked.

    A section without a fit sentence has its first whole one. Where more sentences are wanted than there are sections,
    the best of the others are taken too.
    """
    if not every:
        return []
    spans = _spans(every[0].document.text)
    values = {part.span: each + _decided(part) + _opens(part) for part, each in zip(fit, worths(fit), strict=True)}
    by_section = [
        found
        for start, end in spans
        if (found := _within(fit, start, end) or [each for each in _within(every, start, end) if _is_whole(each)][:1])
    ]
    if len(by_section) < FEWEST:
        return []
    number = length or MOST
    mains = [max(each, key=lambda part: values.get(part.span, 0.0)) for each in by_section]
    lead = _within(fit, *spans[0])
    if len(lead) >= LONG_LEAD:
        # An introduction of some length sums up what follows, as that of a letter to shareholders does.
        mains[:1] = sorted(lead, key=lambda part: -values[part.span])[:OF_LEAD]
    taken = sorted(mains, key=lambda part: -values.get(part.span, 0.0))[:number]
    rest = sorted((each for each in fit if each not in taken), key=lambda part: -values[part.span])
    return sorted([*taken, *rest[: number - len(taken)]], key=lambda part: part.order)


def _within(parts: Sequence[Part], start: int, end: int) -> list[Part]:
    return [each for each in parts if start <= each.span[0] < end]


def _decided(part: Part) -> float:
    words = part.document.text[slice(*part.span)]
    return (DECIDED if _DECIDES.search(words) else 0.0) + (EXPECTED if _EXPECTS.search(words) else 0.0)


def _opens(part: Part) -> float:
    """Return what it counts that a sentence opens its paragraph, which it mostly sums up."""
    text, start = part.document.text, part.span[0]
    # A dateline before it is no sentence.
    return 0.0 if _SENTENCE.search(text, text.rfind("\n", 0, start) + 1, start) else OPENS


def _is_whole(part: Part) -> bool:
    text, words = part.document.text, part.document.text[slice(*part.span)]
    long_enough = FEWEST_WORDS <= len(words.split()) <= MOST_WORDS
    # An item says what is asked for: "That no swim start late."
    stands = words.lower().startswith("that ") or not points_back(words)
    return long_enough and "|" not in words and is_whole(text, part.span) and stands


def _spans(text: str) -> list[Span]:
    """Return where the sections of a text stand; without headings the items of its list."""
    found = [(each.start, each.end) for each in sections(text)]
    listed = items(text, 0, len(text))
    return listed if len(found) < FEWEST <= len(listed) else found
