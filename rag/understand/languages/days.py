"""Days in a question of another language ("в июне 2023 года", "seit 2019") -> the words that an English one has.

Months and weekdays are those of `index.dates.days`; what a day counts from is left to `rag.understand.dates`.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence

from index.dates.days import MONTH_NUMBER, YEAR

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
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:\.|го|-го|-га|-е)?")
_YEAR = re.compile(rf"{YEAR}\.?")
_BETWEEN = {"между", "між", "паміж", "między", "zwischen"}
_AND = {"и", "і", "й", "i", "a", "und", "oraz"}


def days_at(words: Sequence[str], language: str) -> tuple[str, int] | None:
    """Return the English of the days that the words (in small letters) begin with, and how many of them it takes."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if (found := _RELATIVE.get(" ".join(words[:length]))) is not None:
            return found, length
    if words and words[0] in _BETWEEN and (found_two := _between(words)):
        return found_two
    before = 1 if words and any(words[0] in each.split() for each in _BEFORE.values()) else 0
    date = _date(words[before:])
    if date is None or (not before and not (re.search(r"\d{4}", date[0]) and (date[2] or language == "de"))):
        return None
    how = _how(words[0], words[before:]) if before else "in"
    text = date[0]
    return f"{'on' if how == 'in' and date[3] else how} {text}", before + date[1]


def _how(word: str, rest: Sequence[str]) -> str:
    if word in ("с", "со", "з", "із", "зі", "z", "ze", "от", "від", "vom", "von") and not _since(word, rest):
        return "in"
    return next(how for how, words in _BEFORE.items() if word in words.split())


def _since(word: str, rest: Sequence[str]) -> bool:
    """Return whether a preposition that also means "of" means "since": "с 2019 года", not "z 2019 roku"."""
    return word in ("с", "со", "з", "із", "зі")


def _between(words: Sequence[str]) -> tuple[str, int] | None:
    first = _date(words[1:])
    if first is None or len(words) <= 1 + first[1] or words[1 + first[1]] not in _AND:
        return None
    last = _date(words[2 + first[1] :])
    return (f"between {first[0]} and {last[0]}", 2 + first[1] + last[1]) if last else None


def _date(words: Sequence[str]) -> tuple[str, int, bool, bool] | None:
    """Return a date in English, its words, whether it has more than a number, and whether it is one day."""
    at = 0
    day = month = year = ""
    if at < len(words) and _DAY.fullmatch(words[at]) and at + 1 < len(words) and words[at + 1] in MONTH_NUMBER:
        day = re.sub(r"\D", "", words[at])
        at += 1
    if at < len(words) and words[at] in MONTH_NUMBER:
        month = month_name[MONTH_NUMBER[words[at]]]
        at += 1
    if at < len(words) and words[at] in _YEARS and not month and at + 1 < len(words) and _YEAR.fullmatch(words[at + 1]):
        at += 1
    if at < len(words) and _YEAR.fullmatch(words[at]):
        year = words[at].rstrip(".")
        at += 1
        if at < len(words) and words[at] in _YEARS:
            at += 1
    if not (month or year):
        return None
    worded = bool(month) or (at > 1 and words[at - 1] in _YEARS)
    return " ".join(filter(None, (day, month, year))), at, worded, bool(day)
