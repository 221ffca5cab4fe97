"""What kind of words a fact's question asks for, and where they stand: a day, a number, a name."""

from __future__ import annotations

import re
from calendar import month_name
from typing import Literal

from index.sentences import Span
from index.words import STOPWORDS, plain, words

AnswerType = Literal["date", "number", "name"]

_ASKED: tuple[tuple[AnswerType, re.Pattern[str]], ...] = (
    (
        "date",
        re.compile(r"\bwhen\b|\b(?:what|which|in what|in which)\s+(?:year|date|day|month|century|decade)\b", re.I),
    ),
    (
        "number",
        re.compile(
            r"\bhow\s+(?:many|much|long|old|far|tall|big|large|high|often|fast)\b|"
            r"\bwhat\s+(?:is|was|are|were)?\s*(?:the\s+)?(?:percentage|percent|number|amount|share|proportion|population)\b",
            re.I,
        ),
    ),
    ("name", re.compile(r"^\W*(?:who|whom|whose)\b|\bby whom\b", re.I)),
)
_MONTH = "|".join(month_name[1:])
_DATE = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|(?:1[0-9]|20)\d{2}s?|\d{1,2}(?:st|nd|rd|th)\s+century)\b"
)
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
).split()
_NUMBER_WORD = rf"(?:{'|'.join(_SMALL)})"
_NUMBER = re.compile(
    rf"(?<![\w.,])[$€£]?\d[\d,]*(?:\.\d+)?\s?(?:%|percent\b|per cent\b)?(?:\s(?:hundred|thousand|million|billion)\b)?"
    rf"|\b{_NUMBER_WORD}(?:[-\s](?:and\s)?{_NUMBER_WORD})*\b(?:\s(?:percent|per cent)\b)?",
    re.I,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+(?:(?:of|de|van|von|al|bin)\s+)?[A-Z][\w’'.-]*\w)*")


def asked_for(question: str) -> AnswerType | None:
    """Return what kind of words the question asks for, or None where that is not evident."""
    return next((kind for kind, pattern in _ASKED if pattern.search(question)), None)


def answering(kind: AnswerType, text: str, question: str) -> list[Span]:
    """Return where words of the kind stand in the text that the question does not hold already, in order."""
    pattern = {"date": _DATE, "number": _NUMBER, "name": _NAME}[kind]
    known = set(words(question))
    return [match.span() for match in pattern.finditer(text) if _is_new(kind, text, match, known)]


def _is_new(kind: AnswerType, text: str, match: re.Match[str], known: set[str]) -> bool:
    held = words(match[0])
    if not held or all(each in known for each in held):
        return False
    if kind == "number":
        # A year is no amount, and "one" is mostly no number ("one of them").
        return not re.fullmatch(r"(?:1[5-9]|20)\d\d", match[0].strip()) and match[0].lower() != "one"
    if kind == "name":
        # The first word of a sentence is capitalised whatever it is.
        first = not text[: match.start()].strip(" “\"‘'") or text[: match.start()].rstrip().endswith((".", "!", "?"))
        return not (plain(match[0]) in STOPWORDS or (first and " " not in match[0]))
    return True


def value(text: str) -> str:
    """Return a day or number in the form in which two sources can be compared: "Forty per cent" and "40%" are one."""
    lowered = re.sub(r"per\s?cent", "%", text.lower()).replace(",", "").replace("$", "").strip()
    for word, digits in _DIGITS.items():
        lowered = re.sub(rf"\b{word}\b", digits, lowered)
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\s+", "", lowered)


_DIGITS = {word: str(number) for number, word in enumerate(_SMALL[:19], start=1)} | {
    word: str(10 * number) for number, word in enumerate(_SMALL[19:27], start=2)
}
