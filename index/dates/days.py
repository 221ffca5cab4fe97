"""Days as people write them: the one lexicon of months and weekdays, and the one parser of written days.

English, German, French, Polish, Russian, Ukrainian and Belarusian names in the cases that stand in dates, and those of
the months in Spanish, Italian, Portuguese, Dutch and the Nordic languages. A numeric day
such as 12/05/2025 has two readings and is given as such; who knows the order of the document settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from index.text.expressions import expression

MONTHS = (
    """january janvier januar jänner styczeń stycznia styczniu январь января январе січень січня січні студзень
    студзеня студзені januari enero gennaio janeiro tammikuuta""",
    """february février fevrier februar luty lutego lutym февраль февраля феврале лютий лютого лютому люты лютага
    лютым februari febrero febbraio fevereiro helmikuuta""",
    """march mars märz marzec marca marcu март марта марте березень березня березні сакавік сакавіка сакавіку marts
    maart marzo março maaliskuuta""",
    """april avril kwiecień kwietnia kwietniu апрель апреля апреле квітень квітня квітні красавік красавіка
    красавіку abril aprile huhtikuuta""",
    """may mai maj maja maju май мая мае маі травень травня травні траўня траўні mei maggio maio toukokuuta""",
    """june juin juni czerwiec czerwca czerwcu июнь июня июне червень червня червні чэрвень чэрвеня чэрвені junio
    giugno junho kesäkuuta""",
    """july juillet juli lipiec lipca lipcu июль июля июле липень липня липні ліпень ліпеня ліпені luglio
    julho heinäkuuta""",
    """august août aout sierpień sierpnia sierpniu август августа августе серпень серпня серпні жнівень жніўня
    жніўні augusti augustus agosto elokuuta""",
    """september septembre wrzesień września wrześniu сентябрь сентября сентябре вересень вересня вересні верасень
    верасня верасні septiembre setiembre settembre setembro syyskuuta""",
    """october octobre oktober październik października październiku октябрь октября октябре жовтень жовтня жовтні
    кастрычнік кастрычніка кастрычніку octubre ottobre outubro lokakuuta""",
    """november novembre listopad listopada listopadzie ноябрь ноября ноябре листопад листопада листопаді лістапад
    лістапада лістападзе noviembre novembro marraskuuta""",
    """december décembre decembre dezember grudzień grudnia grudniu декабрь декабря декабре грудень грудня грудні
    снежань снежня снежні desember diciembre dicembre dezembro joulukuuta""",
)
_SHORT_MONTHS = (
    "jan janv sty янв січ", "feb févr fév lut фев февр лют", "mar mrz mär мар бер", "apr avr kwi апр квіт", "",
    "jun cze июн черв", "jul juil lip июл лип", "aug sie авг серп", "sep sept wrz сен сент вер", "oct okt paź окт жовт",
    "nov lis ноя нояб", "dec dez déc gru дек груд",
)  # fmt: skip
WEEKDAYS = (
    "monday montag lundi poniedziałek понедельник понеділок панядзелак",
    "tuesday dienstag mardi wtorek вторник вівторок аўторак",
    "wednesday mittwoch mercredi środa środę среда среду середа середу серада сераду",
    "thursday donnerstag jeudi czwartek четверг четвер чацвер",
    "friday freitag vendredi piątek пятница пятницу п'ятниця п’ятниця п'ятницю п’ятницю пятніца пятніцу",
    "saturday samstag sonnabend samedi sobota sobotę суббота субботу субота суботу",
    "sunday sonntag dimanche niedziela niedzielę воскресенье неділя неділю нядзеля нядзелю",
)
_SHORT_WEEKDAYS = "mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so пн вт ср чт пт сб вс нд".split()
MONTH_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
_SHORT_NUMBER = {name: number for number, names in enumerate(_SHORT_MONTHS, 1) for name in names.split()}
WEEKDAY_NUMBER = {name: number for number, names in enumerate(WEEKDAYS) for name in names.split()}
_ROMAN = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


def _either(names: object) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))  # type: ignore[call-overload]


MONTH = rf"(?:{_either(MONTH_NUMBER)})(?![^\W\d_])"
ANY_MONTH = rf"(?:(?:{_either(MONTH_NUMBER)})(?![^\W\d_])|(?:{_either(_SHORT_NUMBER)})(?![^\W\d_])\.?)"
WEEKDAY = rf"(?:(?:{_either(WEEKDAY_NUMBER)})|(?:{_either(_SHORT_WEEKDAYS)})\.?)(?![^\W\d_])"
_A_MONTH = r"[^\W\d_]{3,13}\b\.?"
"""A word that may be a month; the lexicon tells, which is faster than an alternation of all its names."""
YEAR = r"(?:1[5-9]|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th|er|:[ea]|-?го|-?е)(?![^\W\d_])"
_DAY = rf"(?P<day>[0-3]?\d)(?:\s?{_ORDINAL})?"
_ALONE, _ENDS = r"(?<![\w.,/:+-])", r"(?![\d\w]|[./:-]\d)"
_IN_YEAR = rf"(?:,?\s*(?:of\s+|de\s+)?(?P<year>{YEAR})(?![\d\w]|[./:-]\d))"
_FORMS = tuple(
    (form, expression(pattern, re.IGNORECASE))
    for form, pattern in (
        ("ymd", rf"{_ALONE}(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)"
         r"(?:(?![\d\w]|[./:-]\d)|(?=T\d\d))"),
        ("numeric", rf"{_ALONE}(?P<one>[0-3]?\d)(?P<mark>[-/]|\.\s?)(?P<two>[0-3]?\d)(?P=mark)(?P<year>{YEAR}){_ENDS}"),
        ("roman", rf"{_ALONE}(?P<day>[0-3]?\d)[. ]\s?(?P<month>(?-i:I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}}|X))[. ]\s?"
         rf"(?P<year>{YEAR}){_ENDS}"),
        ("words", rf"(?<![\w.,/:+])[«\"“„]?{_DAY}[»\"”“]?\.?(?:\s+|-|(?<=\.)|(?=[^\W\d_]))(?:(?:day\s+)?of\s+|de\s+)?"
         rf"(?P<month>{_A_MONTH})(?:{_IN_YEAR}|-(?P<joined>{YEAR})(?!\d))?"),
        ("words", rf"(?<![\w])(?P<month>{_A_MONTH})\s{{0,9}}[- ]\s{{0,9}}(?:the\s{{1,9}})?{_DAY}"
         rf"(?![\d\w]|[:.]\d|\s?%){_IN_YEAR}?"),
        ("month", rf"(?<![\w])(?<!\d\s)(?<!\d\.\s)(?P<month>{_A_MONTH}){_IN_YEAR}"),
    )
)  # fmt: skip
_DIGIT = expression(r"\d")
_RANGE_BEFORE = expression(
    rf"(?:(?<![\d:])(?P<number>\d\d?)(?:{_ORDINAL}|\.)?|{ANY_MONTH})\s*(?:[-–—]|to|till|until|and|or|bis|und|au|et|do|i|до|по|да|и|і)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_RANGE_AFTER = expression(
    rf"-[0-3]?\d(?![\d:])|(?:\s*[-–—]{{1,2}}\s*)(?:[0-3]?\d(?:{_ORDINAL}|\.)?,?\s*(?:{ANY_MONTH}|{YEAR})|{ANY_MONTH})"
    r"|\s+(?:to|and|or|bis|und|au|et|do|до|по|да)\s+(?:the\s+)?[0-3]?\d(?!\d|:)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Written:
    """A day or month that stands in a text from `start` to `end`; what it does not tell is None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    either_way: bool = False
    """Whether it is numeric and the day and the month may as well change places."""
    numeric: bool = False
    ranged: bool = False
    """Whether it is an end of a range or one of several ("2-5 March", "2 and 5 March")."""

    def on(self, year: int | None = None) -> date | None:
        """Return the day, in the given year where it tells none; None for a month or a day that does not exist."""
        if self.day is None or self.either_way or not (chosen := self.year or year):
            return None
        return _day(chosen, self.month, self.day)

    def swapped(self) -> Written:
        """Return the other reading of a numeric day."""
        return replace(self, month=self.day or 0, day=self.month, either_way=False, numeric=True)

    def settled(self) -> Written:
        """Return this reading of a numeric day as the one that is meant."""
        return replace(self, either_way=False)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written(text: str, start: int = 0, end: int | None = None) -> list[Written]:
    """Return the days and months that stand in a text, in order; a numeric day is read with its day first."""
    end = len(text) if end is None else min(end, len(text))
    if not _DIGIT.search(text, start, end):
        return []
    found: list[Written] = []
    for each in _candidates(text, start, end):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _candidates(text: str, start: int, end: int) -> Iterator[Written]:
    for form, pattern in _FORMS:
        for match in pattern.finditer(text, start, end):
            if each := _read(form, match):
                yield each


def _read(form: str, match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
    written = parts.get("year") or parts.get("joined")
    year = int(written) if written else None
    if form == "numeric":
        return _numeric(match, int(match["one"]), int(match["two"]), int(match["year"]))
    month = _month(match["month"])
    day = int(parts["day"]) if parts.get("day") else None
    if not 1 <= month <= 12 or (form != "month" and (day is None or _day(year or 2024, month, day) is None)):
        return None
    return Written(
        start=match.start(),
        end=match.end(),
        year=year,
        month=month,
        day=day,
        numeric=form == "ymd",
        ranged=form != "month" and _ranged(match),
    )


def _numeric(match: re.Match[str], one: int, two: int, year: int) -> Written | None:
    first, second = _day(year, two, one), _day(year, one, two)
    # With full stops the day goes first wherever days are written so.
    if match["mark"].startswith("."):
        second = None
    if first is None and second is None:
        return None
    month, day = (two, one) if first else (one, two)
    either = bool(first and second and one != two)
    return Written(
        start=match.start(),
        end=match.end(),
        year=year,
        month=month,
        day=day,
        either_way=either,
        numeric=True,
        ranged=_ranged(match),
    )


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    plain = name.lower().rstrip(".")
    return MONTH_NUMBER.get(plain) or _SHORT_NUMBER.get(plain) or _ROMAN.get(name, 0)


def _ranged(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 30) : match.start()]
    opened = _RANGE_BEFORE.search(before)
    if opened and opened["number"] and "day" in match.re.groupindex:
        # "No. 12 – 2 April": a range goes up.
        return int(opened["number"]) < int(match["day"])
    return bool(opened or _RANGE_AFTER.match(match.string, match.end()))


def weekday_of(name: str) -> int:
    """Return the number of a weekday (0 for Monday) by its full name in small letters; raises KeyError for none."""
    return WEEKDAY_NUMBER[name.lower()]


def as_text(each: Written | None) -> str | None:
    """Return a day as YYYY-MM-DD, a month as YYYY-MM; None for one without its year or that does not exist."""
    if each is None or each.year is None or each.either_way:
        return None
    if each.day is None:
        return f"{each.year}-{each.month:02}"
    found = each.on()
    return found.isoformat() if found else None


def is_day(value: str) -> bool:
    """Return whether a value is a day, a month or a year, which stand for all of their days."""
    whole = f"{value}-01-01"[:10] if len(value) in (4, 7) else value
    try:
        return date.fromisoformat(whole).isoformat() == whole
    except ValueError:
        return False
