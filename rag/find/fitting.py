"""What was read -> the same, less trusted where it is not the kind of thing that the question asks for.

The reader is sure of "at least one" for "Which commentator liked it?", and of the day on which somebody else comes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from index.dates.days import MONTHS, WEEKDAYS
from index.names.descriptions import is_person_noun
from index.text.expressions import expression
from index.text.numbers import numbers
from index.text.question_forms import POLITE
from index.text.sentences import Span, sentences
from index.text.stems import content_words, words
from rag.records import Reading
from rag.understand.answer_type import asked_for
from rag.understand.plan.first_line import line_asked

DOUBT = 6.0
"""The margin of words that do not fit is taken for so much less, so that they stand in no first line."""
NEARLY = 1.0
"""They are passed over where the logit of having the answer is at most so much less for words that fit."""
_PERSON = expression(rf"{POLITE}(?:who|whom|whose)\b", re.IGNORECASE)
_WHICH = expression(rf"{POLITE}(?:which|what) (?P<whom>(?:[^\W\d_]+ ){{0,2}}[^\W\d_]+)", re.IGNORECASE)
_NAMELESS = expression(
    r"\W*(?:at least|about|around|more than|one|two|three|four|five|some|somebody|someone|anybody|many|most|several|few"
    r"|others?|another|they|them|he|him|she|it|we|us|i|you)\b",
    re.IGNORECASE,
)
_VAGUE = expression(r"\b(?:handful|few|several)\b", re.IGNORECASE)
"""What is no number: "a handful remained" for how many fell."""
_OTHERWISE = expression(r"\b(?:before|until|till|after|once)\b(?P<clause>[^,;.]*)$", re.IGNORECASE)
_CAPITALISED = expression(r"\b[^\W\d_a-z]\w+")
_OF_DAYS = frozenset(stem for names in (*MONTHS, *WEEKDAYS) for stem in content_words(names))


def fitted(question: str, texts: Sequence[str], readings: Sequence[Reading]) -> list[Reading | None]:
    """Return the readings of texts: doubted where the words do not fit, None where words that do are nearly as sure."""
    fit = [_fits(question, text, each) for text, each in zip(texts, readings, strict=True)]
    sure = [each.answerable for each, fits in zip(readings, fit, strict=True) if fits and each.margin > 0]
    surest = max(sure, default=-math.inf)
    return [each if fits else _doubted(each, surest) for each, fits in zip(readings, fit, strict=True)]


def _doubted(reading: Reading, surest: float) -> Reading | None:
    if surest >= reading.answerable - NEARLY:
        return None
    return reading._replace(margin=reading.margin - DOUBT)


def _fits(question: str, text: str, reading: Reading) -> bool:
    """Return whether words that are read are of the kind that is asked for, or are no answer in any case."""
    span = (reading.start, reading.end)
    if reading.margin <= 0:
        return True
    if asked_for(question) == "name" or _asks_for_person(question):
        return not _names_nobody(question, text[slice(*span)])
    asked = line_asked(question)
    if asked == "number":
        read = text[slice(*span)]
        return bool(numbers(read)) or not _VAGUE.search(read)
    if asked != "when":
        return True
    return not (_is_of_another_clause(question, text, span) or _is_papers_own(question, text, span))


def _asks_for_person(question: str) -> bool:
    """Return whether a question asks which of some people: "which commentator"."""
    asked = _WHICH.match(question)
    return asked is not None and any(map(is_person_noun, asked["whom"].lower().split()))


def _names_nobody(question: str, read: str) -> bool:
    """Return whether words that should name somebody or something name nothing, or only what the question names."""
    if (some := _NAMELESS.match(read)) and not _CAPITALISED.search(read, some.end()):
        return True
    named = _CAPITALISED.findall(read)
    if not named or not (_PERSON.match(question) or _asks_for_person(question)):
        return False
    asked = frozenset(words(question))
    return all(frozenset(words(each)) <= asked for each in named)


def _is_of_another_clause(question: str, text: str, span: Span) -> bool:
    """Return whether a day is that of what comes before or after the thing asked for: "before the builders come on"."""
    start = next((each[0] for each in sentences(text, 0, len(text)) if each[0] <= span[0] < each[1]), span[0])
    behind = _OTHERWISE.search(text[start : span[0]])
    if behind is None:
        return False
    clause = frozenset(content_words(behind["clause"]))
    return len(clause) > 1 and not clause & frozenset(content_words(question))


def _is_papers_own(question: str, text: str, span: Span) -> bool:
    """Return whether a day is a line by itself, or stands behind one word not asked about: "Updated: 18 April"."""
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    line = text[start : end if end >= 0 else len(text)]
    others = [each for each in content_words(line) if not each.isdigit() and each not in _OF_DAYS]
    return len(others) <= 1 and not frozenset(others) & frozenset(content_words(question))
