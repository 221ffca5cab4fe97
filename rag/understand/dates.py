"""Question -> the days it asks about: "in 2021", "since May", "last week", "between 2019 and 2021".

A date is only read where the grammar makes it the time of saying: after a preposition of time, with nothing hanging on
it. "The 2020 election", "about May 9", "the war in 2014" and "by 2030" are topics. A date without a year is the newest
one of which there are documents that the question is about; "last week" counts from the newest day of these, for an
archive knows no today. What was assumed so is shown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from index.dates.days import MONTH, MONTH_NUMBER, MONTHS, WEEKDAYS
from index.text.expressions import expression
from index.text.numbers import SMALL, value_of
from rag.phrasing import readable_period
from rag.understand.quoted_words import hidden

_MONTHS = [names.split()[0] for names in MONTHS]
_DAYS = [names.split()[0] for names in WEEKDAYS]
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PARTS = {
    "first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3), "second quarter": (4, 6),
    "third quarter": (7, 9), "fourth quarter": (10, 12), "last quarter": (10, 12), "early": (1, 4), "mid": (5, 8),
    "late": (9, 12), "beginning": (1, 4), "start": (1, 4), "middle": (5, 8), "end": (9, 12),
}  # fmt: skip
_MONTH = rf"(?P<month>{MONTH})"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNIT = r"(?P<unit>day|week|month|year)"
_RESOLVED = tuple[date, date]

ANY_DAY = "2100-01-01"
"""A time that has its year is the same from whichever later day it is read."""


@dataclass(frozen=True)
class AskedDates:
    """The first and last day asked about (YYYY-MM-DD, None where open) and where the question says so."""

    since: str | None
    until: str | None
    start: int
    end: int
    periods: tuple[tuple[str, str], ...] = ()
    """Of "in February and in June" each of the ranges; empty where there is one."""
    assumed: str | None = None
    """What was assumed of a date without a year, as a sentence; None where the question tells it all."""


def _month_number(match: re.Match[str]) -> int:
    month = match["month"].lower()
    return int(month) if month.isdigit() else MONTH_NUMBER[month]


def _span(year: int, first: int, last: int) -> _RESOLVED:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _day(match: re.Match[str], newest: date) -> _RESOLVED:
    month = _month_number(match)
    year = int(match["year"]) if match["year"] else newest.year
    found = date(year, month, int(match["day"]))
    if not match["year"] and found > newest:
        found = found.replace(year=year - 1)
    return found, found


def _month(match: re.Match[str], newest: date) -> _RESOLVED:
    month = _month_number(match)
    if match["year"]:
        return _span(int(match["year"]), month, month)
    return _span(newest.year - (month > newest.month), month, month)


def _part(match: re.Match[str], newest: date) -> _RESOLVED:
    return _span(int(match["year"]), *_PARTS[" ".join(match["part"].lower().split())])


def _season(match: re.Match[str], newest: date) -> _RESOLVED:
    year, month = int(match["year"]), _SEASONS[match["season"].lower()]
    last = (month + 1) % 12 + 1
    return date(year, month, 1), date(year + (last < month), last, monthrange(year + (last < month), last)[1])


def _decade(match: re.Match[str], newest: date) -> _RESOLVED:
    return date(int(match["decade"]) * 10, 1, 1), date(int(match["decade"]) * 10 + 9, 12, 31)


def _recent(match: re.Match[str], newest: date) -> _RESOLVED:
    """Return a calendar unit: this week, last month, last year."""
    back = match["which"].lower() != "this"
    if match["unit"].lower() == "week":
        monday = newest - timedelta(days=newest.weekday() + 7 * back)
        return monday, monday + timedelta(days=6)
    if match["unit"].lower() == "month":
        end = newest.replace(day=1) - timedelta(days=1) if back else newest
        return _span(end.year, end.month, end.month)
    if match["unit"].lower() == "year":
        return _span(newest.year - back, 1, 12)
    return newest - timedelta(days=back), newest - timedelta(days=back)


def _past_range(match: re.Match[str], newest: date) -> _RESOLVED:
    """Return the last so many days, weeks, months or years up to the newest day."""
    word = (match["count"] or "one").lower()
    count = int(value_of(word) or 1)
    days = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[match["unit"].lower()]
    return newest - timedelta(days=round(count * days) - 1), newest


def _weekday(match: re.Match[str], newest: date) -> _RESOLVED:
    back = (newest.weekday() - _DAYS.index(match["weekday"].lower())) % 7
    found = newest - timedelta(days=back or 7 * bool(match["last"]))
    return found, found


def _yesterday(match: re.Match[str], newest: date) -> _RESOLVED:
    found = newest - timedelta(days=match["when"].lower() == "yesterday")
    return found, found


_POINTS: tuple[tuple[str, Callable[[re.Match[str], date], _RESOLVED]], ...] = (
    (r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)", _day),
    (r"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:1[5-9]|20)\d\d)", _day),
    (rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", _day),
    (rf"{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d)(?:,?\s+{_YEAR})?", _day),
    (r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>[01]\d)", _month),
    (rf"(?:last\s+)?{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?", _month),
    (rf"(?:the\s+)?(?P<part>(?:first|second)\s+half|(?:first|second|third|fourth|last)\s+quarter|beginning|start|middle"
     rf"|end)\s+of\s+(?:the\s+year\s+)?{_YEAR}", _part),
    (rf"(?P<part>early|mid|late)[\s-]+{_YEAR}", _part),
    (rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}", _season),
    (r"(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d)0['’]?s", _decade),
    (rf"(?:the\s+year\s+)?{_YEAR}", lambda match, newest: _span(int(match["year"]), 1, 12)),
    (rf"(?P<which>this|last|previous)\s+{_UNIT}", _recent),
    (rf"(?:the\s+)?(?:last|past)\s+(?:few\s+)?(?P<count>\d\d?|{'|'.join(SMALL)})\s+{_UNIT}s?", _past_range),
    (rf"the\s+(?:last|past)(?P<count>)\s+{_UNIT}", _past_range),
    (rf"(?P<last>last\s+)?(?P<weekday>{'|'.join(_DAYS)})", _weekday),
    (r"(?P<when>yesterday|today)", _yesterday),
)  # fmt: skip
_COMPILED = tuple((expression(pattern, re.IGNORECASE), resolve) for pattern, resolve in _POINTS)
_ANY = "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in _POINTS) + ")"
_SPEECH = (
    r"(?:speech|address|remarks|interview|statement|message|talk|lecture|briefing|press\s+conference|letter|"
    r"state\s+of\s+the\s+union(?:\s+(?:address|speech))?)(?:\s+(?:to|before)\s+(?:the\s+)?[\w’'-]+)?"
)
_ALONE = rf"(?:(?:this|last)\s+(?:week|month|year)|last\s+(?:{'|'.join(_DAYS + _MONTHS)})|yesterday|today)"
_DATED = expression(rf"{_ANY}|{_ALONE}", re.IGNORECASE)
"""What each of the phrases below has, and most questions have not."""
_AFTER_ALL = r"(?![\w’']|-\w)"
_PHRASES = tuple(
    (how, expression(rf"(?<![\w’'-]){pattern}{_AFTER_ALL}", re.IGNORECASE))
    for how, pattern in (
        ("between", rf"(?:between|from)\s+(?P<one>{_ANY})\s+(?:and|to|or|until|till|through|-|–)\s+(?P<two>{_ANY})"),
        ("between", rf"(?:in|during)\s+(?P<one>{_ANY})\s+(?:to|until|till|through|-|–)\s+(?P<two>{_ANY})"),
        ("since", rf"(?:since|starting\s+(?:in|from))\s+(?P<one>{_ANY})"),
        ("since", rf"from\s+(?P<one>{_ANY})\s+(?:on|onwards?)"),
        ("after", rf"after\s+(?P<one>{_ANY})"),
        ("before", rf"(?:before|prior\s+to)\s+(?P<one>{_ANY})"),
        ("until", rf"(?:until|till|up\s+to)\s+(?P<one>{_ANY})"),
        ("in", rf"(?:in|during|from|throughout)\s+(?:his|her|their|its|the|that|an?)\s+(?:[\w’'-]+\s+){{0,3}}?"
         rf"{_SPEECH}\s+(?:of|on|from|in|dated|given\s+(?:on|in)|delivered\s+(?:on|in))\s+(?P<one>{_ANY})"),
        ("in", rf"(?:in|during|from)\s+(?:his|her|their|its|the|that)\s+(?P<one>(?:1[5-9]|20)\d\d)\s+"
         rf"(?:[\w’'-]+\s+){{0,3}}?{_SPEECH}"),
        ("in", rf"(?:back\s+)?(?:in|on|during|throughout|within|over|from|dated)\s+(?P<one>{_ANY})"),
        ("in", rf"(?P<one>{_ALONE})"),
    )
)  # fmt: skip
# What may follow a date that stands by itself; a noun after it has the date as its attribute ("in 2021 elections").
_FOLLOWS = expression(
    r"\s*(?:$|[?!.,;:)]|(?:about|on|regarding|concerning|and|or|but|did|does|do|has|have|had|what|who|which|when|where|how"
    r"|why|was|were|is|are|to|by|that|with|say|said|tell|told|speak|talk|mention|as|while|at|over|toward|towards|for|during|in"
    r"|о|об|про|пра|аб|o)\b)",
    re.IGNORECASE,
)
_OPENS = expression(r"\s*[A-Z]")
# Before a date without a preposition of its own, or on which an event hangs, these make it a part of the topic.
_TOPIC_BEFORE = expression(
    r"\b(?:about|of|regarding|concerning|for|like|than|by|mention(?:ed)?|(?:views?|position|stance|opinion|statements?"
    r"|remarks|comments?|thoughts)(?:\s+on)?)\s*$",
    re.IGNORECASE,
)
_EVENT_BEFORE = expression(
    r"\b(?:elections?|wars?|referend(?:um|a)|cris[ie]s|revolutions?|coups?|invasions?|annexation|uprisings?|protests?"
    r"|events?|attacks?|treat(?:y|ies)|agreements?|accords?|summits?|conferences?|votes?|pandemic|earthquakes?|disasters?"
    r"|accidents?|deals?|happened|occurred|began|started|ended|signed|founded|born|built|killed|took\s+place)\s*$",
    re.IGNORECASE,
)
_ANY_EVENT = expression(r"\b(?:an?|any|another|possible|potential)\s+(?:[\w-]+\s+){1,3}$", re.IGNORECASE)
"""An event of no day: "the danger of a radiation disaster in June 2031" asks what was said in June."""
_SPOKEN_OF = expression(r"\b(?:talk|speak|spoke|spoken|comment|lecture)\w*\s+(?:about|of|on)\s*$", re.IGNORECASE)
"""Before "on 3 May": "what did she talk about on 3 May"."""
_PLACED = expression(
    r"(?:back\s+)?(?:in|on|during|throughout|within|over|from|since|before|after|between)\b", re.IGNORECASE
)
_SAYING = (
    r"(?:say|says|said|tell|tells|told|claim(?:ed)?|promised?|pledged?|vow(?:ed)?|warn(?:ed)?|announced?|predict(?:ed)?|"
    r"insist(?:ed)?|declared?|stated?|write|wrote|argued?|suggest(?:ed)?|mention(?:ed)?|think|thought|believed?|admit(?:ted)?)"
)
_CONTENT = expression(
    rf"\b{_SAYING}\s+(?:(?!(?:about|on|of|in|during|since|before|after|until)\b)[\w’'.-]+\s+){{0,4}}?that\b[^,]*$"
    rf"|\b{_SAYING}\s+(?:the|an?|his|her|their|its|he|she|they|it|there|no|we|i)\b[^,]*"
    r"\b(?:will|would|is|are|was|were|can|could|shall|should|must|might|has|have|had)\b[^,]*$",
    re.IGNORECASE,
)
"""What is asked to have been said and goes on to the date, which is then a part of it: "say that it sails in June"."""


def asked_dates(
    question: str, newest: str | None, today: date | None = None, days: Sequence[str] = (), counts_from: bool = False
) -> AskedDates | None:
    """Return the days that a question asks about, or None; without a dated document nothing can be asked of a day.

    `newest` is the date of the newest document (YYYY, YYYY-MM or YYYY-MM-DD), or the day of asking, which
    `counts_from` says. `days` are those of the documents that the question is about. Days after the newest and after
    `today` are what is talked of, since nobody has said anything then.
    """
    if not newest or not (latest := _latest(newest)):
        return None
    known = _Known(latest, tuple(sorted(filter(None, map(_latest, days)), reverse=True)), counts_from)
    question = hidden(question)
    if not _DATED.search(question):
        return None
    for how, phrase in _PHRASES:
        for match in phrase.finditer(question):
            matches = [match, *_further(question, match)] if how == "in" else [match]
            found = [_read(how, each, known, matches[-1]) for each in matches]
            if None in found or not _asks(question, match, matches[-1].end()):
                continue
            spans = [each for each in found if each]
            if not any(_to_come(each, max(latest, today or date.today())) for each in spans):
                return _asked(spans, matches, question, known)
    return None


@dataclass(frozen=True)
class _Known:
    """From what dates without a year are counted."""

    latest: date
    days: tuple[date, ...]
    """Of the documents that the question is about, the newest first."""
    counts_from: bool
    """Whether the latest day is that of asking."""

    @property
    def newest(self) -> date:
        """Return the newest day of what the question is about, at most the day of asking."""
        return next((each for each in self.days if each <= self.latest), self.latest)


_Range = tuple[date | None, date | None]
_FURTHER = expression(rf"\s*,?\s*(?:and|or|as\s+well\s+as)\s+(?:(?:in|on|during)\s+)?(?P<one>{_ANY}){_AFTER_ALL}", re.I)
_WITH_YEAR = expression(r"\d{4}|\d{3}0['’]?s")
_COUNTED = expression(
    rf"\b(?:this|last|past|previous|yesterday|today|{'|'.join(_DAYS)})\b(?!\s+(?:{'|'.join(_MONTHS)})\b)", re.IGNORECASE
)


def _further(question: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the dates that "and" joins to one: "in February and in June"."""
    while found := _FURTHER.match(question, match.end()):
        yield found
        match = found


def _asked(spans: list[_Range], matches: list[re.Match[str]], question: str, known: _Known) -> AskedDates:
    days = [tuple(each.isoformat() if each else None for each in span) for span in spans]
    firsts, lasts = [first for first, _ in days], [last for _, last in days]
    start, end = matches[0].start(), matches[-1].end()
    periods = tuple((first, last) for first, last in days if first and last) if len(days) > 1 else ()
    since = min((each for each in firsts if each), default=None)
    until = max((each for each in lasts if each), default=None)
    return AskedDates(
        since=since,
        until=until,
        start=start,
        end=end,
        periods=periods,
        assumed=_assumed(question[start:end], spans, known),
    )


def _assumed(words: str, spans: list[_Range], known: _Known) -> str | None:
    """Return the sentence that tells which year was taken, or from which day "last week" was counted."""
    if _WITH_YEAR.search(words) or (known.counts_from and _COUNTED.search(words)):
        return None
    read = " and ".join(readable_period(*(each.isoformat() if each else None for each in span)) for span in spans)
    if _COUNTED.search(words):
        newest = readable_period(known.newest.isoformat(), known.newest.isoformat())
        return f"“{words}” was counted from {newest}, the newest day of these documents: {read}."
    return f"The question names no year for “{words}”; {read} was taken, the newest with documents."


def _latest(newest: str) -> date | None:
    """Return the last day that a date of a year, a month or a day reaches."""
    try:
        year, month, day = (int(each) for each in (newest + "-12-00"[max(0, len(newest) - 4) :]).split("-"))
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def _to_come(found: tuple[date | None, date | None], latest: date) -> bool:
    return bool(found[0] and found[0] > latest)


def _read(how: str, match: re.Match[str], known: _Known, last: re.Match[str]) -> _Range | None:
    """Return the range that a phrase means; without a year the newest of which there are documents."""
    words = match[0]
    year = re.search(rf"\b(?:{'|'.join(_MONTHS)})\b.*?{_YEAR}", last[0], re.IGNORECASE)
    if _WITH_YEAR.search(words) or (known.counts_from and _COUNTED.search(words)):
        return _range_of(how, match, known.latest)
    if year and last is not match:
        return _range_of(how, match, date(int(year["year"]), 12, 31))
    references = _references(words, known)
    ranges = (_range_of(how, match, each) for each in references)
    documented = (each for each in ranges if each and any(_within(each, day) for day in known.days))
    return next(documented, None) or _range_of(how, match, known.newest)


def _references(words: str, known: _Known) -> list[date]:
    """Return the days from which a date without a year may be counted, the newest first."""
    days = [each for each in known.days if each <= known.latest] or [known.latest]
    if weekday := re.search(rf"\b(?:{'|'.join(_DAYS)})\b", words, re.IGNORECASE):
        number = _DAYS.index(weekday[0].lower())
        return [days[0], *(each for each in days if each.weekday() == number)]
    if _COUNTED.search(words):
        return days[:1]
    years = dict.fromkeys(each.year for each in days)
    # The newest of all goes first: "since May" reaches from the last May to it.
    return [days[0], *(min(date(year, 12, 31), known.latest) for year in years)]


def _within(days: _Range, day: date) -> bool:
    return (days[0] is None or day >= days[0]) and (days[1] is None or day <= days[1])


def _range_of(how: str, match: re.Match[str], newest: date) -> _Range | None:
    points = [_point(each, newest) for each in _ends(match)]
    if any(each is None for each in points):
        return None
    (first, last), *others = [each for each in points if each]
    if others:
        return min(first, others[0][0]), max(last, others[0][1])
    day = timedelta(days=1)
    ranges = {"in": (first, last), "since": (first, None), "until": (None, last)}
    return {**ranges, "after": (last + day, None), "before": (None, first - day)}[how]


def _ends(match: re.Match[str]) -> list[str]:
    """Return the one date, or both ends of a range: without a year of its own the first is in that of the second."""
    one = match["one"]
    if "two" not in match.re.groupindex:
        return [one]
    year = re.search(_YEAR, match["two"])
    return [one if not year or re.search(r"\d{4}", one) else f"{one} {year[0]}", match["two"]]


def _point(text: str, newest: date) -> _RESOLVED | None:
    for pattern, resolve in _COMPILED:
        if match := pattern.fullmatch(text.strip()):
            try:
                return resolve(match, newest)
            except (ValueError, OverflowError, KeyError):
                return None
    return None


def _asks(question: str, match: re.Match[str], end: int) -> bool:
    """Return whether a date that goes on to `end` is the time of saying, by the words around it."""
    before, after, text = question[: match.start()], question[end:], match[0].lower()
    if _CONTENT.search(before):
        return False
    if not _FOLLOWS.match(after) and not (not before.strip() and _OPENS.match(after)):
        return False
    if text.endswith("today") and not re.search(r"\b(?:did|said|has)\b", question, re.IGNORECASE):
        # "What does the mayor think of it today" asks of our days.
        return False
    if _SPOKEN_OF.search(before) and _PLACED.match(match[0]):
        return True
    return not (_TOPIC_BEFORE.search(before) or (_EVENT_BEFORE.search(before) and not _ANY_EVENT.search(before)))
