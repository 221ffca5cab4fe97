"""Awkward texts of any length: shapes that trip readers, and shapes made of what an expression looks for."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Shape:
    """Awkward text of any length: a unit again and again, between what stands before and behind it once."""

    name: str
    unit: str
    before: str = ""
    after: str = ""

    def text(self, length: int) -> str:
        """Return about so many characters of it."""
        return self.before + self.unit * (length // len(self.unit)) + self.after


def _shapes() -> Iterator[Shape]:
    for name, units in _UNITS.items():
        for number, unit in enumerate(units):
            yield Shape(f"{name} {number + 1}" if len(units) > 1 else name, unit)
    for name, (before, unit, after) in _ENDED.items():
        yield Shape(name=name, unit=unit, before=before, after=after)


_UNITS: dict[str, tuple[str, ...]] = {
    "full stops": (".", ". ", ".\n", "a.", "A.", "1."),
    "other sentence marks": ("!", "?", "?!", "…", "! ", "? A", "。", "！？"),
    "colons and semicolons": (":", ";", ": ", ":\n", "a:", "A: ", ";\n"),
    "commas": (",", ", ", "a, ", "A, "),
    "straight marks": ('"', '" ', '"a ', '"a" '),
    "curly marks": ("“", "”", "“”", "“a ", "“a” ", "a” "),
    "single marks": ("'", "’", "‘", "'a ", "‘a’ ", "’s ", "''", "``", "``a'' "),
    "other quotation marks": ("«", "«»", "„", "„a“ ", "‹›"),
    "small letters": ("a", "a ", "ab ", "a-", "a’", "é"),
    "capitals": ("A", "A ", "Ab ", "ANA RUIZ ", "Ana Ruiz ", "Ana ", "Ana-", "Mr. ", "Mr Ruiz "),
    "other writings": ("я", "Я ", "Ана Руис ", "م", "中", "か"),
    "digits": ("1", "1 ", "1,", "12:", "1/", "10.10.", "1-", "$1 ", "19"),
    "brackets": ("(", ")", "[", "]", "()", "(a) ", "[a] ", "<", ">", "<a ", "<b>", "{", "{\\"),
    "days": (
        "2026-05-04 ",
        "4 May 2026 ",
        "May 4, 2026, ",
        "04/05/2026 ",
        "May ",
        "Monday, ",
        "on Monday ",
        "in 2026 ",
    ),
    "blanks": (" ", "\n", "\t", " \n", "\n \n", "\r", "\f", "\u00a0", "\u200b", "\u2028"),
    "dashes": ("-", "–", "—", "- ", "— ", " – ", "-a", "--\n"),
    "marks of mail and markup": (
        ">",
        "> ",
        ">>",
        "> a\n",
        "|",
        " | ",
        "||\n",
        "#",
        "# a\n",
        "*",
        "* a\n",
        "_",
        "~",
        "=",
        "`",
    ),
    "symbols": ("&", "&amp;", "/", "\\", "@", "a@", "%", "§", "•", "\u00ad", "\u0301", "😀", "\x00"),
    "words of saying": (
        "said ",
        "said said, ",
        "he said ",
        "Ana said that ",
        "said Ana ",
        "according to ",
        "told her “a,” ",
    ),
    "words of grammar": (
        "the ",
        "of ",
        "and ",
        "who ",
        "not ",
        "if ",
        "not that if ",
        "that ",
        "I ",
        "he ",
        "her ",
        "to the ",
    ),
    "roles and places": (
        "the mayor of ",
        "the head of state ",
        "President ",
        "University of ",
        "Brandt’s ",
        "the mayor, ",
    ),
    "lines": (
        "A: b\n",
        "Ana: a\n",
        "Q. a\n",
        "a\n",
        "A\n",
        "Ana Ruiz\n",
        "ANA RUIZ\n",
        "“A b c.\n\n",
        "1. a\n",
        "- a\n",
    ),
    "cues": (
        "“a,” he said. ",
        "“I said ‘a ‘b ‘c ",
        "Ana said “x.’ Ba ",
        "“A b c d,” Ana Ruiz said. ",
        "She said she said that ",
    ),
    "asides": ("Ana Ruiz, the, the, ", ", who, ", "Ana Ruiz, a farmer, said. ", "(Ana, ", "— Ana — "),
}


_ENDED: dict[str, tuple[str, str, str]] = {
    "dots before a word": ("", ".", "a"),
    "dots in a sentence": ("Ana Ruiz said ", ".", " that it rains."),
    "blanks before a word": ("a", " ", "a"),
    "blanks before a line's end": ("Ana Ruiz:", " ", "\n"),
    "one word in marks": ("“", "a", "”"),
    "an open mark, then prose": ("“", "We will close the sluice. ", ""),
    "capitals before a colon": ("", "ANA ", ": we"),
    "small letters before a colon": ("", "a ", ": we"),
    "digits before a letter": ("", "1", "a"),
    "a label, then prose": ("Ana Ruiz: ", "we will close it and ", "."),
    "a dateline, then blanks": ("ROVENNA, 2 April –", " ", "\nThe mayor spoke."),
    "one long denial": ("I never said that ", "we and ", "would go."),
    "one long question": ("Did she say ", "that we, ", "?"),
    "a hook of markup": ("<a href=", "a", ">b</a>"),
}


SHAPES = tuple(_shapes())


def own_shapes(pattern: re.Pattern[str]) -> list[Shape]:
    """Return shapes made of what an expression looks for: each part that may be repeated, again and again."""
    taken = _Example()
    taken.read(_parsed(pattern))
    found = {Shape(f"its own: {before[-20:]!r} and {unit!r} ...", unit, before) for before, unit in taken.repeats}
    found |= {Shape(f"its own: {before[-20:] + unit!r} ...", before + unit) for before, unit in taken.repeats if before}
    if taken.text:
        found.add(Shape(f"its own: {taken.text[:40]!r} ...", taken.text))
        found.add(Shape(f"its own: {taken.text[:40]!r} without its end", taken.text[:-1] or taken.text))
    return sorted(found, key=lambda each: each.name)


def _parsed(pattern: re.Pattern[str]) -> Any:
    parser: Any = importlib.import_module("re._parser")
    return parser.parse(pattern.pattern, pattern.flags)


LONG = 20
"""A part that may repeat so often gets a shape of its own."""


class _Example:
    """A text that an expression may match, made by taking the first way through it, and where it may repeat."""

    def __init__(self) -> None:
        self.text = ""
        self.repeats: set[tuple[str, str]] = set()

    def read(self, parts: Iterable[tuple[Any, Any]]) -> None:
        for operator, value in parts:
            self.take(str(operator), value)

    def take(self, operator: str, value: Any) -> None:
        if operator == "LITERAL":
            self.text += chr(value)
        elif operator in {"NOT_LITERAL", "ANY"}:
            self.text += "a"
        elif operator == "IN":
            self.text += _member(value)
        elif operator == "BRANCH":
            self.branch(value[1])
        elif operator in {"SUBPATTERN", "ATOMIC_GROUP"}:
            self.read(value[-1] if operator == "SUBPATTERN" else value)
        elif operator in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            self.repeat(*value)

    def branch(self, ways: list[Any]) -> None:
        before = self.text
        first = None
        for way in ways[:6]:
            self.text = before
            self.read(way)
            first = first if first is not None else self.text
        self.text = first or before

    def repeat(self, least: int, most: int, parts: Any) -> None:
        before = self.text
        self.read(parts)
        unit = self.text[len(before) :]
        if unit and int(most) >= LONG:
            self.repeats.add((before, unit))
        self.text = before + unit * max(1, int(least))


def _member(parts: list[tuple[Any, Any]]) -> str:
    """Return a character of a class."""
    operator, value = parts[0]
    if str(operator) == "NEGATE":
        excluded = re.compile("[^" + "".join(map(_class, parts[1:])) + "]")
        return next((each for each in "aA1 .,-“\n" if excluded.match(each)), "é")
    if str(operator) == "RANGE":
        return chr(value[0])
    return _MEMBERS.get(str(value), "a") if str(operator) == "CATEGORY" else chr(value)


_MEMBERS = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1", "CATEGORY_NOT_WORD": "."}


_CLASSES = {
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_NOT_DIGIT": r"\D",
}


def _class(part: tuple[Any, Any]) -> str:
    operator, value = part
    if str(operator) == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CLASSES[str(value)] if str(operator) == "CATEGORY" else re.escape(chr(value))
