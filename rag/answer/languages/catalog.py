"""The program's own sentences in other languages, read from `sentences.txt` and `phrases.txt`.

A sentence is found by its English form, whose slots are filled in again; dates and counted words follow the language.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.text.expressions import expression
from index.text.numbers import value_of

_FOLDER = Path(__file__).parent
_MONTH = "|".join(month_name[1:])
DATE = rf"(?:\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{4}}|\d{{4}})"
_NUMBER = r"(?:\d[\d,]*|[A-Z]?[a-z]+)"
_SLOTS = {
    "n": _NUMBER, "m": r"\d[\d,]*", "date": DATE, "to": DATE, "when": r"(?: \([^()]*\))?",
    "sense": r"(?:, (?!in the document|as reported|judging)[a-z][a-z’ ]*)?", "cited": r"(?: \[\d+\])*",
    "onday": rf"(?: (?:on|in) {DATE})?", "value": r"[^\[\]]+?",
    "documents": r"(?:1 document|[\d,]+ documents)", "days": r"(?:,? [^()]*?)?", "filters": r"(?: \(.*\))?",
}  # fmt: skip
_SLOT = expression(r"\{(\w+)\}")
_COUNTED = expression(r"\{(\w)\|([^}]*)\}")
_WHOLE_DATE = expression(rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH}) (?P<year>\d{{4}})\b")


@dataclass(frozen=True)
class Sentence:
    """A sentence of the program: the pattern of its English form, and its translations by language."""

    pattern: re.Pattern[str]
    translations: Mapping[str, str]


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return the whole sentences."""
    return tuple(_read("sentences.txt", ends=r"(?=\s|$)"))


@cache
def phrases() -> tuple[Sentence, ...]:
    """Return the parts of sentences."""
    return tuple(_read("phrases.txt", ends=r"(?![\w])"))


@cache
def _blocks(name: str) -> dict[str, dict[str, str]]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    blocks = [[line for line in block.splitlines() if not line.startswith("#")] for block in text.split("\n\n")]
    return {lines[0]: dict(_translation(each) for each in lines[1:]) for lines in blocks if lines}


def _translation(line: str) -> tuple[str, str]:
    language, _, text = line.partition(": ")
    return language, text


def _read(name: str, ends: str) -> list[Sentence]:
    return [
        Sentence(expression(_pattern(english) + ends), translations)
        for english, translations in _blocks(name).items()
        if english not in _OTHERS
    ]


_MONTHS, _ABOUT, _AND = "months", "about {topic}", "and"
_OTHERS = (_MONTHS, _ABOUT, _AND)


def _pattern(english: str) -> str:
    pieces = _SLOT.split(english)
    return "".join(
        re.escape(piece) if at % 2 == 0 else f"(?P<{piece}>{_SLOTS.get(piece, '.+?')})"
        for at, piece in enumerate(pieces)
    )


def about(topic: str, language: str) -> str:
    """Return a topic with what introduces it in a language, where the question's own words for it are not known."""
    return _blocks("sentences.txt")[_ABOUT][language].replace("{topic}", topic.strip("“”"))


def joined(text: str, language: str) -> str:
    """Return a row of names with "and" in a language."""
    return text.replace(" and ", f" {_blocks('sentences.txt')[_AND][language]} ")


def dated(text: str, language: str) -> str:
    """Return a text with its English dates in a language."""
    months = _blocks("sentences.txt")[_MONTHS][language].split()

    def named(match: re.Match[str]) -> str:
        month = months[list(month_name).index(match["month"]) - 1]
        day = f"{match['day']}{'.' if language == 'de' else ''} " if match["day"] else ""
        return f"{day}{month} {match['year']}"

    return _WHOLE_DATE.sub(named, text)


def filled(translation: str, language: str, slots: Mapping[str, str]) -> str:
    """Return a translation with its slots filled and its counted words in their number."""

    def counted(match: re.Match[str]) -> str:
        number = value_of(slots[match[1]].lower().replace(",", ""))
        return match[2].split("|")[_plural(int(number or 0), language)]

    text = _COUNTED.sub(counted, translation)
    return _SLOT.sub(lambda match: slots.get(match[1]) or "", text)


def _plural(number: int, language: str) -> int:
    """Return which of the forms of a counted word a number has: one, few, many; in German one and more."""
    if language == "de":
        return int(number != 1)
    ones, tens = number % 10, number % 100
    if language == "pl":
        return 0 if number == 1 else 1 if 2 <= ones <= 4 and not 12 <= tens <= 14 else 2
    if ones == 1 and tens != 11:
        return 0
    return 1 if 2 <= ones <= 4 and not 12 <= tens <= 14 else 2
