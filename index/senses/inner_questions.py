"""A question that a sentence only quotes: "It comes down to, ‘So how do we get there?’" asks nothing."""

from __future__ import annotations

import re

_CLOSED = re.compile(r"\?[”»\"']{1,3}[\s.,]*$")
_OPENED = re.compile(r"(?:^|(?<=[\s(,:—–-]))[“‘„«\"'](?=\w)")
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|or|then|well|now),? )*(?:(?:in|on|at|to|from|for|by|with|of) )?"
    r"(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|"
    r"shall|should|may|might|must|\w+n't|isn|aren)\b(?! (?:we|i|you|they|he|she|it) \w+ (?:is|was|are)\b)"
)


def quoted_question(sentence: str) -> int | None:
    """Return where the quotation begins whose question mark ends a sentence that asks nothing itself, or None.

    The sentence is in small letters; None is returned too where it is all that quotation.
    """
    closed = _CLOSED.search(sentence)
    if closed is None:
        return None
    opened = [each.start() for each in _OPENED.finditer(sentence, 0, closed.start())]
    if not opened or not re.search(r"\w", sentence[: opened[-1]]):
        return None
    return None if _ASKS.match(sentence) else opened[-1]
