"""Days in a question of another language ("в июне 2023 года", "seit 2019") -> the words that an English one has.

Months and weekdays are those of `index.dates.days`; what a day counts from is left to `rag.understand.dates`.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from typing import NamedTuple

from index.dates.days import MONTH_NUMBER, YEAR
from index.text.expressions import expression

_BEFORE = {
    "since": "с со з із зі ад од od ab seit", "after": "после після пасля po nach",
    "before": "до да do vor przed перед",
    "in": "в во у ў на w we im in am an vom von z ze за от від ад",
    "until": "до по bis do", "from": "от od von",
}  # fmt: skip
_YEARS = frozenset(
    """год года году годом годы г г. рік року році роках годзе годам roku rok r r. jahr jahre jahres годах""".split()
)
_RELATIVE = {
    "на этой неделе": "this week", "на прошлой неделе": "last week", "в этом месяце": "this month",
    "в прошлом месяце": "last month", "в этом году": "this year", "в прошлом году": "last year", "сегодня": "today",
    "вчера": "yesterday", "недавно": "",
    "цього тижня": "this week", "минулого тижня": "last week", "цього місяця": "this month",
    "минулого місяця": "last month", "цього року": "this year", "минулого року": "last year", "сьогодні": "today",
    "вчора": "yesterday", "торік": "last year",
    "на гэтым тыдні": "this week", "на мінулым тыдні": "last week", "у гэтым месяцы": "this month",
    "у мінулым месяцы": "last month", "сёлета": "this year", "летась": "last year",
    "сёння": "today", "учора": "yesterday",
    "w tym tygodniu": "this week", "w zeszłym tygodniu": "last week", "w tym miesiącu": "this month",
    "w zeszłym miesiącu": "last month", "w tym roku": "this year", "w zeszłym roku": "last year",
    "w ubiegłym roku": "last year", "w ubiegłym tygodniu": "last week", "w ubiegłym miesiącu": "last month",
    "dzisiaj": "today", "dziś": "today", "wczoraj": "yesterday", "ostatnio": "",
    "diese woche": "this week", "in dieser woche": "this week", "letzte woche": "last week",
    "in diesem monat": "this month", "diesen monat": "this month", "letzten monat": "last month",
    "im letzten monat": "last month", "in diesem jahr": "this year", "dieses jahr": "this year",
    "letztes jahr": "last year", "im letzten jahr": "last year", "heute": "today", "gestern": "yesterday",
}  # fmt: skip
_LONGEST = max(len(each.split()) for each in _RELATIVE)
_DAY = expression(r"(?:[1-9]|[12]\d|3[01])(?:\.|го|-го|-га|-е)?")
_YEAR = expression(rf"{YEAR}\.?")
_BETWEEN = {"между", "між", "паміж", "między", "zwischen"}
_AND = {"и", "і", "й", "i", "a", "und", "oraz"}


def days_at(words: Sequence[str], language: str) -> tuple[str, int] | None:
    """Return the English of the days that the words (in small letters) begin with, and how many of them it takes."""
    return _relative(words) or _between(words) or _dated(words, language)


def _relative(words: Sequence[str]) -> tuple[str, int] | None:
    lengths = range(min(_LONGEST, len(words)), 0, -1)
    found = ((_RELATIVE.get(" ".join(words[:length])), length) for length in lengths)
    return next(((english, length) for english, length in found if english is not None), None)


def _dated(words: Sequence[str], language: str) -> tuple[str, int] | None:
    before = 1 if words and any(words[0] in each.split() for each in _BEFORE.values()) else 0
    date = _date(words[before:])
    if date is None or not (before or _stands_alone(date, language)):
        return None
    how = _how(words[0], words[before:]) if before else "in"
    return f"{'on' if how == 'in' and date.is_day else how} {date.english}", before + date.words


class _Date(NamedTuple):
    english: str
    words: int
    is_worded: bool
    """Whether it has more than a number."""
    is_day: bool


def _stands_alone(date: _Date, language: str) -> bool:
    """Return whether a date without a preposition is one: with a year, which German has by itself."""
    return re.search(r"\d{4}", date.english) is not None and (date.is_worded or language == "de")


def _how(word: str, rest: Sequence[str]) -> str:
    if word in ("с", "со", "з", "із", "зі", "z", "ze", "от", "від", "vom", "von") and not _since(word, rest):
        return "in"
    return next(how for how, words in _BEFORE.items() if word in words.split())


def _since(word: str, rest: Sequence[str]) -> bool:
    """Return whether a preposition that also means "of" means "since": "с 2019 года", not "z 2019 roku"."""
    return word in ("с", "со", "з", "із", "зі")


def _between(words: Sequence[str]) -> tuple[str, int] | None:
    first = _date(words[1:]) if words and words[0] in _BETWEEN else None
    if first is None or len(words) <= 1 + first.words or words[1 + first.words] not in _AND:
        return None
    last = _date(words[2 + first.words :])
    return (f"between {first.english} and {last.english}", 2 + first.words + last.words) if last else None


def _date(words: Sequence[str]) -> _Date | None:
    """Return the date that words begin with: a day, a month, a year, each behind the other."""
    at = 0
    day = month = ""
    if len(words) > 1 and _DAY.fullmatch(words[0]) and words[1] in MONTH_NUMBER:
        day = re.sub(r"\D", "", words[0])
        at = 1
    if at < len(words) and words[at] in MONTH_NUMBER:
        month = month_name[MONTH_NUMBER[words[at]]]
        at += 1
    year, taken = _year(words[at:], bool(month))
    if not (month or year):
        return None
    is_worded = bool(month) or taken > 1
    return _Date(" ".join(filter(None, (day, month, year))), at + taken, is_worded, bool(day))


def _year(words: Sequence[str], behind_month: bool) -> tuple[str, int]:
    """Return the year that words begin with, and how many of them it takes with the word for "year"."""
    skipped = 1 if not behind_month and len(words) > 1 and words[0] in _YEARS else 0
    if len(words) <= skipped or not _YEAR.fullmatch(words[skipped]):
        return "", 0
    named = len(words) > skipped + 1 and words[skipped + 1] in _YEARS
    return words[skipped].rstrip("."), skipped + 1 + named
