"""What may stand beside a day on its line without being its sentence: a weekday, a time, a place, an author."""

from __future__ import annotations

import re

from index.dates.days import WEEKDAY, Written, written
from index.text.expressions import expression

LONGEST_LINE = 160
CAPITAL = r"(?-i:[^\W\d_a-zа-яіїєґўёąćęłńóśźżäöüß])"
_BEFORE = expression(rf"(?:{WEEKDAY}[,.]?\s*)?(?:(?:the|den|dem|am|le|dnia)\s+)?(?:{WEEKDAY}[,.]?\s*)?$", re.IGNORECASE)
_TIME = expression(
    r"\s*(?:г\.|года|року|года|годзе|roku|r\.)?(?:T|\s*[,–-]?\s*(?:(?:at|um|à|о|в|o|godz\.)\s+)?)\s*"
    r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|uhr|h)?\s*)?(?:\(?(?-i:Z|[A-Z]{2,4})\b\)?|[+-]\d\d:?\d\d)?\s*"
    r"(?:(?:morning|afternoon|evening|night) (?:sitting|session)\s*)?",
    re.IGNORECASE,
)
PLACE = expression(
    rf"(?:(?:г|м|г)\.\s*)?{CAPITAL}[\w.’'-]*(?:[ -]{CAPITAL}[\w.’'-]*){{0,2}}"
    rf"(?:[ ](?:i|in|en)[ ]{CAPITAL}[\w’'-]*)?,\s*(?:den\s+|dnia\s+|le\s+)?$"
)
_BYLINE = expression(
    rf"(?:(?:by|von|par|autor:?|автор:?)\s+{CAPITAL}|from\s+(?:our|a)\s)[^\n.!?:]{{1,80}}?"
    rf"(?:\.\s+{CAPITAL}[^\n.!?:]{{1,60}}?)?[\s,.–—-]*(?:(?:published|posted)(?:\s+on)?:?)?$",
    re.IGNORECASE,
)
_SOURCE = rf"{CAPITAL}[\w.’'-]*(?:\s(?:(?:of|the|and|for|de|du|der|&)\s)?{CAPITAL}[\w.’'-]*){{0,4}},\s*"
_SOURCES = expression(rf"(?:{_SOURCE}){{2,3}}$")
"""An author, a paper and a place before the day: "Constance Werth, The Hamble Weekly, 22 May 2026"."""
_PLACE_AFTER = expression(rf"[\s,–—-]*{CAPITAL}[\w’'-]*(?:[ -]{CAPITAL}[\w’'-]*){{0,2}}\.?")
BYLINE_AFTER = expression(rf"[\s,–—-]*(?:by|von|par)\s+{CAPITAL}[^\n.!?:]{{1,60}}$", re.IGNORECASE)
PAPERS = (
    "gazette|courier|post|times|herald|tribune|journal|chronicle|observer|mail|echo|argus|star|standard|telegraph|express|"
    "guardian|review|news|weekly|magazine|mercury|examiner|citizen|record"
)
"""Words that name papers."""
SPEECH = (
    "speech|address|remarks|statement|interview|conversation|talk|eulogy|sermon|lecture|q&a|notes|conference|briefing|message|letter|minutes|transcript|hearing|debate|"
    "sitting|session|meeting|sitzung|séance|posiedzenie|sesja|sesji|protokół|заседание|засідання|пасяджэнне|"
    "rede|ansprache|erklärung|pressemitteilung|protokoll|brief|discours|allocution|déclaration|communiqué|entretien|"
    "przemówienie|wystąpienie|oświadczenie|wywiad|komunikat|выступление|речь|заявление|интервью|обращение|послание|"
    "виступ|промова|заява|звернення|послання|выступ|прамова|зварот"
)
_MEETING = expression(
    r"(?:minutes|notes|record|proceedings|transcript|protokół|protokoll|procès-verbal|протокол)\b[^.!?:\n]{0,80}"
    r"\b(?:on|of|held|vom|am|du|z dnia|z|от|від|ад)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_SPEAKS = expression(rf"\b(?:{SPEECH})\b", re.IGNORECASE)
PAST = expression(
    r"\b(?:born|died|birth|death|anniversary|remember\w*|battle|war|massacre|memor\w+|victory|elections?|deadline|due"
    r"|until|before|after|since)\b",
    re.IGNORECASE,
)
"""A day in a title with such a word is an event's."""


def is_alone(part: str, each: Written) -> bool:
    """Return whether nothing stands beside a day but what says where it was, who wrote or what took place then."""
    before, after = without_weekday(part[: each.start]), without_time(part[each.end :])
    credited = _BYLINE.fullmatch(before.strip()) is not None
    if not is_empty(after) and not (is_empty(before) and BYLINE_AFTER.fullmatch(after)):
        return credited and _PLACE_AFTER.fullmatch(after) is not None
    if is_empty(before) or credited or _MEETING.fullmatch(before):
        return True
    return not _SPEAKS.search(before) and _names_place_or_sources(before.strip("([ "), before)


def _names_place_or_sources(bare: str, before: str) -> bool:
    sources = _SOURCES.fullmatch(bare + " ") is not None and not PAST.search(before)
    return sources or PLACE.fullmatch(bare) is not None


def days_alone(value: str) -> list[Written]:
    """Return the day or month that a value is, with nothing beside it but a weekday, a place or a time."""
    found = written(value)
    return [each for each in found if is_empty(without_weekday(value[: each.start])) and is_rest(value[each.end :])]


def is_rest(after: str) -> bool:
    """Return whether nothing but a time stands after a day."""
    return is_empty(without_time(after))


def without_weekday(before: str) -> str:
    """Return what stands before a day without its weekday and article."""
    match = _BEFORE.search(before)
    return before[: match.start()] if match else before


def without_time(after: str) -> str:
    """Return what stands after a day without its time of day."""
    match = _TIME.match(after)
    return after[match.end() :] if match else after


def is_empty(text: str) -> bool:
    """Return whether only blanks and marks are there."""
    return not text.strip(" \t,.;:()[]–—-*_")
