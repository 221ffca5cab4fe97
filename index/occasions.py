"""The day on which words were said, where the text tells it; else the day the document was published.

A weekday means the last such day up to the published one, "yesterday" the day before; a date without a year takes the
year that puts it before the published day. A dateline ("VESK, May 5 —") stands in for a missing published day. Where
the text only says that it was another time ("said in 2008"), no day is known and the published one would be wrong.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(rf"{name}|{name[:3]}\.|{name[:4]}\." for name in _MONTHS)
_DATE = (
    rf"(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? (?P<month1>{_MONTH})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)"
)
_TOLD = re.compile(
    rf"\b(?:on |late |early |dated )?(?:(?:{'|'.join(_DAYS)}),? (?:the )?)?"
    rf"(?:{_DATE},?(?: (?P<year>(?:1[5-9]|20)\d\d))?)\b"
    rf"|\b(?:on |late |early |this |last |since )?(?P<weekday>{'|'.join(_DAYS)})\b"
    r"|\b(?P<relative>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening))\b"
)
_ANOTHER_TIME = re.compile(
    rf"^[^,.;:]{{0,40}}?\b(?:(?:back )?in (?:(?:{_MONTH}) )?(?:of )?(?P<year>(?:1[5-9]|20)\d\d)"
    r"|last (?:year|month|week)"
    r"|(?:years|months|weeks) (?:ago|earlier)|a (?:year|month|week) (?:ago|earlier))\b"
)
_DATELINE = re.compile(rf"(?m)^[A-Z][A-Z .,’'-]{{2,40}}[,(][^\n—–]{{0,30}}?{_DATE}[^\n—–]{{0,30}}[—–-]")
HEAD = 600
_NEAR = 600
"""Characters around a statement that may tell its day; the rest of an endless sentence is about something else."""


def base_day(text: str, published: str | None) -> date | None:
    """Return the day from which weekdays and "yesterday" are counted: the published one, else the dateline's."""
    if published and len(published) == 10:
        return date.fromisoformat(published)
    match = _DATELINE.search(text[:HEAD])
    year = re.search(r"\b(20\d\d|19\d\d)\b", match[0]) if match else None
    return _day(match, int(year[1])) if match and year else None


def said_on(before: str, after: str, base: date | None, published: str | None) -> str | None:
    """Return the day (YYYY-MM-DD) that the text around a statement tells, else the published date, else None.

    `before` and `after` are what stands before the statement in its sentence and after it, cue included; without a
    known base day a date is only told with its year.
    """
    for piece in (after[:_NEAR], before[-_NEAR:]):
        for match in _TOLD.finditer(piece):
            if _belongs_elsewhere(piece, match):
                continue
            if found := _meant(match, base):
                return found.isoformat()
        if (other := _ANOTHER_TIME.search(piece)) and (published or "")[:4] != other["year"]:
            return None
    return published


def _belongs_elsewhere(piece: str, match: re.Match[str]) -> bool:
    """Return whether a date is an event's, not the saying's: "the strike of May 5", "after Monday’s vote"."""
    return bool(
        re.search(r"\b(?:of|after|before|until|by|since|from|the|for)\s+$", piece[: match.start()])
        or re.match(r"[’']s\b", piece[match.end() :])
        or (match["weekday"] and match[0].lower().startswith("since"))
    )


def _meant(match: re.Match[str], base: date | None) -> date | None:
    if match["weekday"]:
        if base is None:
            return None
        back = (base.weekday() - _DAYS.index(match["weekday"])) % 7
        return base - timedelta(days=back or (7 if match[0].startswith("last") else 0))
    if match["relative"]:
        return base and base - timedelta(days=match["relative"].lower() == "yesterday")
    if match["year"]:
        return _day(match, int(match["year"]))
    if base is None:
        return None
    found = _day(match, base.year)
    return _day(match, base.year - 1) if found and found > base else found


def _day(match: re.Match[str], year: int) -> date | None:
    month = match["month1"] or match["month2"]
    number = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month.rstrip(".")[:3]))
    try:
        return date(year, number, int(match["day1"] or match["day2"]))
    except ValueError:
        return None
