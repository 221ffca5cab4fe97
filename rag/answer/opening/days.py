"""Where the day stands in a text that answers when, and which day it is where the text names it by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.attribution.days.times import Time, day_meant, times
from index.text.expressions import expression
from index.text.sentences import Span
from rag.phrasing import readable_date
from rag.records import Citation
from rag.understand.answer_words import answering

_TO_COME = expression(
    r"\b(?:will|would|shall|going to|scheduled|planned|plans?|due|expected|set to|to be|next|coming|upcoming)\b",
    re.IGNORECASE,
)
"""A weekday to come is not counted back from the day of the document."""

_UNTIL = expression(r"\b(?:by|until|till|before)(?: (?:about|around|late|early|the end of))?\s*$", re.IGNORECASE)
"""What ends on a day may do so in the next year as well as it did in the last."""
HALF_A_YEAR = 183
"""A day without a year that lies farther back than this is as near in the year to come: which is meant is not known."""

_OTHER_TIME = expression(
    r"\b(?:(?:years?|decades?|(?:1[2-9]|[2-9]\d|eighteen|fifteen|twenty) months) (?:ago|later|earlier|before|after\w*)"
    r"|(?:last|previous|preceding|following|next|same|that|another) year|back in|in the (?:(?:early|late|mid) ?-?)?\d0s"
    r"|(?:in|since|by|of|until|from|during) (?:1[5-9]|20)\d\d|год(?:а|у)? назад|лет назад|в прошлом году"
    r"|рок(?:и|у|ів)? тому|торік|минулого року|rok temu|lat(?:a)? temu|w zeszłym roku|vor (?:\w+ ){1,3}Jahr(?:en)?"
    r"|im (?:letzten|vergangenen|vorigen) Jahr|letztes Jahr)\b",
    re.IGNORECASE,
)
"""Words that tell of another year than the document's: a day without a year beside them is not of that year."""
_CLAUSE_ENDS = expression(r"[.;:!?—–\n(“\"]\s*")


def with_other_time(text: str, span: Span) -> Span | None:
    """Return a day without its year with the words before it that tell its year: "a year ago, on April 8"."""
    each = next((each for each in times(text) if _overlap((each.start, each.end), span)), None)
    if each is None or not each.date or _has_year(each):
        return None
    start = max((match.end() for match in _CLAUSE_ENDS.finditer(text, 0, span[0])), default=0)
    return (start, span[1]) if _OTHER_TIME.search(text, start, span[0]) else None


def days(text: str) -> list[Span]:
    """Return where days and times stand in a text, in its order."""
    return [(each.start, each.end) for each in times(text)]


def best_day(text: str, question: str, read: Span | None) -> Span | None:
    """Return where the day stands that answers a question, where one alone can be meant."""
    told = days(text)
    also = answering("date", text, question)
    found = [*told, *(each for each in also if not any(_overlap(each, other) for other in told))]
    if read:
        found = [each for each in found if _overlap(each, read)] or found
    found = [(start, end) for start, end in found if text[start:end].strip()]
    return _with_listed(text, found[0], told) if len(found) == 1 else None


_AND = expression(r"(?:[\s,;–—-]|and|or|to|until|till|through|the|on|\d{1,2}(?:st|nd|rd|th)?){1,12}", re.IGNORECASE)
_NUMBERS_BEFORE = expression(r"\b\d{1,2}(?:st|nd|rd|th)?(?:, \d{1,2}(?:st|nd|rd|th)?){0,4},? (?:and|or|to) (?:the )?$")
_LISTED_WITHIN = 60
"""So many characters before a day the numbers of others stand that are listed with it."""


def _with_listed(text: str, span: Span, told: Sequence[Span]) -> Span:
    """Return a day with those that are listed with it: of "9 March, 6 and 26 April" none alone answers when."""
    start, end = span
    for other in told:
        if other[0] >= end and _AND.fullmatch(text, end, other[0]):
            end = other[1]
    for other in reversed(told):
        if other[1] <= start and _AND.fullmatch(text, other[1], start):
            start = other[0]
    numbers = _NUMBERS_BEFORE.search(text, max(0, start - _LISTED_WITHIN), start)
    return (numbers.start() if numbers else start), end


def day_in_full(citation: Citation, span: Span) -> str | None:
    """Return the day that words like "Wednesday" or "Nov. 12" mean in a document of a known day, None for no such."""
    meant_by = [each for each in times(citation.text) if _overlap((each.start, each.end), span)]
    published = citation.published if len(citation.published or "") == len("YYYY-MM-DD") else None
    if len(meant_by) != 1 or published is None or not _is_counted_from(meant_by[0], citation.text):
        return None
    day, (each,) = date.fromisoformat(published), meant_by
    meant = day_meant(each, citation.text, day, None, published)
    if not isinstance(meant, date) or (each.date and (day - meant).days > HALF_A_YEAR):
        return None
    return readable_date(meant.isoformat())


def _is_counted_from(each: Time, text: str) -> bool:
    """Return whether a time without its year is counted from the day of its document, and back."""
    if _has_year(each) or _TO_COME.search(text) or (each.date and _OTHER_TIME.search(text)):
        return False
    return not _UNTIL.search(text, 0, each.start)


def _has_year(each: Time) -> bool:
    return bool(each.date and each.date.year)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
