"""Days known by their place at the beginning of a text: a line of their own, a dateline, italics, the first words."""

from __future__ import annotations

import re

from index.dates.beside_days import (
    CAPITAL,
    LONGEST_LINE,
    PAST,
    PLACE,
    days_alone,
    is_alone,
    is_empty,
    is_rest,
    without_weekday,
)
from index.dates.day_order import HEAD, SETTLING, Source, ordered
from index.dates.days import WEEKDAY, YEAR, Written, as_text, written
from index.dates.file_name_days import years_of_name
from index.text.expressions import expression

Found = tuple[str, str]
"""A day, and the words for where it stands."""
_SEPARATED = expression(r"\s*[|·•\t]\s*|\s+[–—/]\s+|\s{3,}")
_ITALIC = expression(r"^[ \t]*(?P<mark>[*_])(?![*_ ])(?P<words>[^\n*_]{4,160})(?P=mark)[ \t]*$", re.MULTILINE)
_OF_TODAY = expression(
    rf"(?:^|[.!?:,]\s+|\n)(?:(?:it(?:[’']s|\s+is)|today\s+is|today[’']s\s+date\s+is|the\s+date\s+is|heute\s+ist|es\s+ist"
    rf"|nous\s+sommes|сегодня|сьогодні|dziś\s+jest)[ ,]+(?P<weekday>{WEEKDAY})?[ ,]*(?:(?:the|den|der|le)\s+)?)$",
    re.IGNORECASE,
)
_GOES_ON = expression(
    r"\s*(?:года|року|roku)?\s*(?:[.!]|$|[,;]?\s+(?:and\s+)?(?:I[’']m|I\s+am|this\s+is|you[’']re|here|good|welcome|my\s+name))",
    re.IGNORECASE,
)
_SPOKEN = 400
"""Characters at the beginning of a broadcast within which its day is said."""
_DATELINE = expression(
    rf"^\s*(?:\(?{CAPITAL}[A-Z]{{1,8}}\)?\s*[-–—:]\s*)?{CAPITAL}[\w .’'/-]{{1,40}}[,(]"
    r"[^\n–—]{0,40}$"
)
_DATELINE_ENDS = expression(r"[^\n–—:;!?]{0,30}?(?:\s*[–—]|\s+--?\s)")
_YEARS = expression(
    rf"(?<![\d\w./-]){YEAR}(?![\d\w]|[./]\d)(?! {{1,3}}(?:\d{{1,2}}[/.-]\d{{1,2}}|GMT|UTC|[CEB]E?S?T|hrs?|hours?|h)\b)"
)
"""A year; before a day in figures or a zone it is a wire's time of day: "NNB 1640 12/11"."""
_OPENING = 80
"""Characters of a paragraph within which the day stands that it opens with."""
_OPENS = expression(r"^[ \t*_>]*(?P<line>(?=[^\n]{0,60}\d)\S[^\n]*)", re.MULTILINE)
_STOPS = expression(
    r"\s{0,9}+(?:года|году|г|року|рік|р|годзе|roku|r)?\s{0,9}+[.:](?:\s{1,9}+|$)(?=[«\"“„—–-]?\s{0,9}+" + CAPITAL + ")",
    re.IGNORECASE,
)


def alone(source: Source) -> list[Found]:
    """Return the day that stands on a line of its own, beside a place or a byline at most; none where two differ."""
    found: dict[str, str] = {}
    for line in source.lines:
        if len(line) > LONGEST_LINE or any(each.ranged for each in written(line)):
            continue
        for part in _SEPARATED.split(line):
            if day := _alone_in(part, source):
                found.setdefault(day, source.where(line))
    return list(found.items()) if len(found) == 1 else []


def _alone_in(part: str, source: Source) -> str | None:
    whole = [each for each in written(part) if each.day and not each.ranged]
    return as_text(ordered(whole[0], source)) if len(whole) == 1 and is_alone(part, whole[0]) else None


def dateline(source: Source) -> list[Found]:
    """Return the day of a dateline ("ROVENNA, 2 April –"), its year from the lines before it or the file's name."""
    for number, line in enumerate(source.lines):
        each = next(iter(written(line[:LONGEST_LINE])), None)
        if each is None or not _is_dateline(line, each):
            continue
        above = [*source.lines[:number], line[: each.start]]
        years = {each.year} if each.year else _years(above, source.name)
        if len(years) == 1 and (found := each.on(years.pop())):
            return [(found.isoformat(), "the dateline")]
    return []


def _is_dateline(line: str, each: Written) -> bool:
    opens = _DATELINE.match(without_weekday(line[: each.start]))
    ends = _DATELINE_ENDS.match(line, each.end)
    if not opens or not ends or each.day is None or each.ranged:
        return False
    # "Odran Tell (2 April 1926 in Vesk – …": the years of a life.
    in_brackets = line.count("(", 0, each.start) > line.count(")", 0, ends.end())
    return not in_brackets


def _years(lines: list[str], name: str) -> set[int | None]:
    """Return the years that stand in the lines above a dateline, else in the file's name."""
    above = {int(year) for line in lines for year in _YEARS.findall(line)}
    return set(above or years_of_name(name))


def opening(source: Source) -> list[Found]:
    """Return the one day with which a paragraph opens that goes on after it: "12 March 2026. The mayor said …".

    Where several paragraphs open so, the text is a diary or a chronicle, and no day is that of its publication.
    """
    opened = [(match["line"], _opening_day(match["line"])) for match in _OPENS.finditer(source.body[:SETTLING])]
    found = [(line, day) for line, day in opened if day]
    if len(found) != 1:
        return []
    line, day = found[0]
    at_beginning = line in source.lines or line[:40] in {each[:40] for each in source.lines}
    return [(day, "the line that it opens")] if at_beginning else []


def _opening_day(line: str) -> str | None:
    each = next(iter(written(line[:_OPENING])), None)
    if each is None or each.day is None or each.ranged or not _opens(line, each):
        return None
    return as_text(each)


def _opens(line: str, each: Written) -> bool:
    before = without_weekday(line[: each.start])
    return (is_empty(before) or bool(PLACE.fullmatch(before.strip()))) and bool(_STOPS.match(line, each.end))


def credit(source: Source) -> list[Found]:
    """Return the day that ends a line in italics which credits a text: "*Ylva talks to Bo. The Review, 4 May 2026*"."""
    found = {_credited(match["words"], source) for match in _ITALIC.finditer(source.body[:HEAD])} - {None}
    return [(day, "a line at the beginning") for day in found if day] if len(found) == 1 else []


def _credited(words: str, source: Source) -> str | None:
    whole = [each for each in written(words) if each.day and each.year and not each.ranged]
    if len(whole) != 1 or not is_rest(words[whole[0].end :]):
        return None
    before = without_weekday(words[: whole[0].start])
    ends_sentence = re.search(r"[\w’”\"][.,]\s+$", before)
    return as_text(ordered(whole[0], source)) if ends_sentence and not PAST.search(before) else None


def spoken(source: Source) -> list[Found]:
    """Return the day that somebody says it is at the beginning: "It's Monday the 5th of October 2026"."""
    start = source.body[:_SPOKEN]
    for each in written(start):
        if _is_today(start, each) and (day := as_text(each)):
            return [(day, "the first words")]
    return []


def _is_today(start: str, each: Written) -> bool:
    match = _OF_TODAY.search(start[: each.start])
    # "It is 5 October 1926" may as well begin a story.
    sure = match and (match["weekday"] or "today" in match[0].lower())
    return bool(sure and each.day and not each.ranged and _GOES_ON.match(start, each.end))


def month(source: Source) -> list[Found]:
    """Return the month that stands on a line of its own."""
    short = [line for line in source.lines if len(line) <= 40]
    whole = [(each, line) for line in short for each in days_alone(line) if each.day is None]
    found = {f"{each.year}-{each.month:02}": source.where(line) for each, line in whole}
    return list(found.items()) if len(found) == 1 else []
