"""What kind of thing a question asks for, and whether a sentence has one that the question does not name itself.

Rules over the surface of the text: a date, a number, a name. They break ties between sentences that share the
question's words ("When was the bridge opened?": the one with a day); they prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from index.text.expressions import expression
from index.text.numbers import NUMBER_WORDS
from index.text.stems import plain, stem

Asked = Literal["date", "number", "name"]

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:1\d{3}|20\d\d)"
_DATES = tuple(
    (share, expression(pattern, re.IGNORECASE))
    for share, pattern in (
        (1.0, rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,| of)? {_YEAR}\b"),
        (1.0, rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?,? {_YEAR}\b"),
        (1.0, rf"\b{_YEAR}-\d\d-\d\d\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:{_YEAR}|\d\d)\b"),
        (0.8, rf"\b{_MONTH}\.?,?(?: of)? {_YEAR}\b"),
        (0.7, rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b"),
        (0.6, rf"\b{_YEAR}s?\b|\bcentur(?:y|ies)\b"),
        (
            0.4,
            rf"\b{_MONTH}\b(?=[ ,.;)]|$)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
            r"\b(?:yesterday|today|tomorrow|tonight|ago|spring|summer|autumn|winter|morning|evening|midnight|noon)\b",
        ),
    )
)
_NUMBER_WORDS = NUMBER_WORDS | {"half", "third", "quarter", "twice", "once", "none", "handful"}
"""Words that answer "how many"; three of them name no number."""
_TOKEN = expression(r"[^\W_](?:[\w.,’'-]*[^\W_])?")
_QUANTITIES = (
    "number|percentage|percent|proportion|population|amount|price|costs?|age|revenue|rate|size|distance|score|share|"
    "fraction|speed|temperature|total|salary|budget|ratio"
)
_NAMED = (
    "person|man|woman|author|president|minister|actor|actress|singer|king|queen|player|director|scientist|leader|artist|"
    "team|company|group|party|organi[sz]ation|university|school|country|nation|city|state|town|place|island|continent|"
    "river|lake|region|county|province|village|district|area|film|movie|book|song|album|band|show|series|event|award|"
    "language|religion|brand"
)
_ASKING: tuple[tuple[Asked, re.Pattern[str]], ...] = (
    (
        "date",
        expression(
            r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:date|day|year|month|century|decade)\b|\bdate of\b|\bwhat time\b|"
            r"\b(?:release|premiere|opening|closing|birth) date\b|\bhow long ago\b",
            re.IGNORECASE,
        ),
    ),
    (
        "number",
        expression(
            r"\bhow (?:many|much|old|long|far|tall|high|large|big|often|fast|deep|wide|heavy)\b|"
            rf"\b(?:what|which) (?:[\w’'-]+ ){{0,3}}(?:{_QUANTITIES})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "name",
        expression(
            r"\bwho(?:m|se)?\b|\bwhere\b|\blocation\b|\bnames?\b|\btitled?\b|\bnamed\b|"
            rf"\b(?:what|which) (?:[\w’'-]+ ){{0,2}}(?:{_NAMED})\b",
            re.IGNORECASE,
        ),
    ),
)


def asked_for(question: str) -> Asked | None:
    """Return what a question asks for, or None when its words do not tell."""
    return next((kind for kind, pattern in _ASKING if pattern.search(question)), None)


def gives(kind: Asked | None, text: str, known: frozenset[str]) -> float:
    """Return how well a sentence holds such a thing that is not among the known stems, 0 to 1; 0.5 for no kind.

    A date counts by how much of it is given: a day with its year 1, a month and year 0.8, a year 0.6, "yesterday" 0.4.
    """
    if kind is None:
        return 0.5
    if kind == "date":
        return max((share for share, pattern in _DATES if _is_new(pattern, text, known)), default=0.0)
    found = _numbers(text) if kind == "number" else _names(text)
    return 1.0 if any(stem(each) not in known for each in found) else 0.0


def things(kind: Asked | None, text: str, known: frozenset[str]) -> frozenset[str]:
    """Return the stems of the names, or for a date or number of the numbers, that are not among the known stems."""
    if kind is None:
        return frozenset()
    found = _names(text) if kind == "name" else _numbers(text)
    return frozenset(stem(each) for each in found) - known


def _is_new(pattern: re.Pattern[str], text: str, known: frozenset[str]) -> bool:
    return any(not {stem(each) for each in match[0].split()} <= known for match in pattern.finditer(text))


def _numbers(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if any(map(str.isdigit, match[0])) or plain(match[0]) in _NUMBER_WORDS:
            yield match[0]


def _names(text: str) -> Iterator[str]:
    """Yield the words with a capital that do not only begin the sentence; a text all in capitals tells no names."""
    if text.isupper():
        yield text
        return
    for number, match in enumerate(_TOKEN.finditer(text)):
        if match[0][0].isupper() and number:
            yield match[0]
