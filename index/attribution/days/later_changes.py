"""Whether a page tells of the day after its own as past: it was changed since, and its own day is that of few words."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from index.attribution.days.times import belongs_elsewhere, times
from index.cues.verbs import VERBS
from index.dates.days import WEEKDAYS
from index.text.expressions import expression

_BEFORE, _AFTER, _MENTIONS = 200, 120, 30
"""Characters around a weekday that may be its sentence, and how many weekdays of a text are looked at."""
_ENDS = expression(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")
_HAPPENED = frozenset(
    """was were had did went came took made found fell rose hit struck met won lost left began broke burnt ran sank shot
    held gave got led sent drew cut grew flew drove""".split()
)
_TO_COME = expression(
    r"\b(?:will|would|shall|due|scheduled|expected|planned|plans?|set|slated|next|until|possible|likely|forecast|could"
    r"|to\s+[a-z]+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def was_changed_later(text: str, base: date) -> bool:
    """Return whether a text of a day tells what happened on the weekday after it: a page of Sunday that of Monday."""
    names = "|".join(re.escape(name.capitalize()) for name in WEEKDAYS[(base.weekday() + 1) % 7].split())
    found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text)
    return any(_happened_then(text, each.start()) for each, _ in zip(found, range(_MENTIONS), strict=False))


def _happened_then(text: str, at: int) -> bool:
    """Return whether the sentence around a weekday tells of something that happened then."""
    lead = max((each.end() for each in _ENDS.finditer(text, max(0, at - _BEFORE), at)), default=max(0, at - _BEFORE))
    stop = _ENDS.search(text, at, at + _AFTER)
    sentence = text[lead : stop.start() if stop else at + _AFTER]
    each = next((each for each in times(sentence) if each.start <= at - lead < each.end), None)
    if each is None or each.said("which") or each.said("week") or belongs_elsewhere(sentence, each):
        return False
    return not _TO_COME.search(sentence, 0, each.start) and any(map(_is_past, re.findall(r"\w+", sentence)))


def _is_past(word: str) -> bool:
    verb = VERBS.get(word)
    return word in _HAPPENED or word.endswith("ed") or (verb is not None and verb.form == "past")
