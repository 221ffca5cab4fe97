"""Speech after dashes, as Polish, Russian, Ukrainian and Belarusian papers print it: "– Mill stays – said X. – We pay."

Without marks of quotation only a verb of saying in one of these languages, right behind a second dash, proves that
words are somebody's. What follows the cue after a third dash goes on with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.cues.verbs import ELSEWHERE
from index.text.expressions import expression
from index.text.sentences import Span, trimmed

_DASH = r"[–—−-]"
_SAID = "|".join(sorted((re.escape(word) for words in ELSEWHERE.values() for word in words.split()), reverse=True))
_OPENS = expression(
    rf"(?:[ \t]*{_DASH}|(?P<dateline>[^\n–—«»„”“\"]{{3,60}}?[ ]{_DASH}))[ ](?=[^\W\d_a-zа-яёіїєґўąćęłńóśźż«„(])"
)
_CUE = expression(
    rf"[,.!?…]?[ ]?{_DASH}[ ](?:(?:też|także|również|также|так же|також|таксама)[ ])?(?:{_SAID})(?![^\W_])",
    re.IGNORECASE,
)
_GOES_ON = expression(rf"[.,][ ]{_DASH}[ ](?=\S)")
LONGEST_CUE = 200


def dash_speech(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of a paragraph that are speech after a dash, in order; none where no verb of saying follows."""
    opened = _OPENS.match(text, start, end)
    if opened is None or (opened["dateline"] and not _is_dateline(opened["dateline"])):
        return []
    return list(_spoken(text, opened.end(), end)) if _CUE.search(text, opened.end(), end) else []


def _is_dateline(before: str) -> bool:
    """Return whether what stands before the first dash tells a place and day, not a sentence."""
    return bool(re.search(r"\b(?:1[5-9]|20)\d\d\b|\d{1,2}[ .]", before)) and before[:1].isupper()


def _spoken(text: str, start: int, end: int) -> Iterator[Span]:
    while cue := _CUE.search(text, start, end):
        # The mark before the dash belongs to the words: a comma does, as in marks of quotation.
        stop = cue.start() + (text[cue.start()] in ",.!?…")
        if span := trimmed(text, start, stop):
            yield span
        goes_on = _GOES_ON.search(text, cue.end(), min(end, cue.end() + LONGEST_CUE))
        if goes_on is None:
            return
        start = goes_on.end()
    if start < end and (span := trimmed(text, start, end)):
        yield span
