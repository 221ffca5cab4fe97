"""What kind of words a fact's question asks for, and where they stand: a day, a number, a name."""

from __future__ import annotations

import re
from calendar import month_name
from typing import Literal

from index.text.expressions import expression
from index.text.numbers import numbers
from index.text.sentences import Span
from index.text.stems import STOPWORDS, plain, words

AnswerType = Literal["date", "number", "name"]

_ASKED: tuple[tuple[AnswerType, re.Pattern[str]], ...] = (
    (
        "date",
        expression(r"\bwhen\b|\b(?:what|which|in what|in which)\s+(?:year|date|day|month|century|decade)\b", re.I),
    ),
    (
        "number",
        expression(
            r"\bhow\s+(?:many|much|long|old|far|tall|big|large|high|often|fast)\b|"
            r"\bwhat\s+(?:is|was|are|were)?\s*(?:the\s+)?(?:percentage|percent|number|amount|share|proportion|population)\b",
            re.I,
        ),
    ),
    ("name", expression(r"^\W*(?:who|whom|whose)\b|\bby whom\b", re.I)),
)
_MONTH = "|".join(month_name[1:])
_DATE = expression(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|(?:1[0-9]|20)\d{2}s?|\d{1,2}(?:st|nd|rd|th)\s+century)\b"
)
_CURRENCIES = frozenset("$€£")
_NAME = expression(r"\b[A-Z][\w’'-]+(?:\s+(?:(?:of|de|van|von|al|bin)\s+)?[A-Z][\w’'.-]*\w)*")


_PATTERNS = {"date": _DATE, "name": _NAME}


def asked_for(question: str) -> AnswerType | None:
    """Return what kind of words the question asks for, or None where that is not evident."""
    return next((kind for kind, pattern in _ASKED if pattern.search(question)), None)


def answering(kind: AnswerType, text: str, question: str) -> list[Span]:
    """Return where words of the kind stand in the text that the question does not hold already, in order."""
    known = set(words(question))
    spans = _amounts(text) if kind == "number" else [each.span() for each in _PATTERNS[kind].finditer(text)]
    return [each for each in spans if _is_new(kind, text, each, known)]


def _amounts(text: str) -> list[Span]:
    """Return where numbers stand that tell how many or how much, with the sign of a currency."""
    found = [each for each in numbers(text) if each.kind in {"cardinal", "percent", "fraction"}]
    return [(each.start - (text[each.start - 1 : each.start] in _CURRENCIES), each.end) for each in found]


def _is_new(kind: AnswerType, text: str, span: Span, known: set[str]) -> bool:
    piece = text[slice(*span)]
    stems = words(piece)
    if not stems or all(each in known for each in stems):
        return False
    if kind == "number":
        # A year is no amount, and "one" is mostly no number ("one of them").
        return not re.fullmatch(r"(?:1[5-9]|20)\d\d", piece.strip()) and piece.lower() != "one"
    if kind == "name":
        # The first word of a sentence is capitalised whatever it is.
        first = not text[: span[0]].strip(" “\"‘'") or text[: span[0]].rstrip().endswith((".", "!", "?"))
        return not (plain(piece) in STOPWORDS or (first and " " not in piece))
    return True


def value(text: str) -> str:
    """Return a day or number in the form in which two sources can be compared: "Forty per cent" and "40%" are one."""
    bare = text.strip().lstrip("$€£")
    found = numbers(bare)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(bare)):
        return f"{found[0].value}{'%' if found[0].kind == 'percent' else ''}"
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[\s,]+", "", bare.lower())
