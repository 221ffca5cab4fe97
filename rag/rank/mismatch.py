"""What a question has and the words found for it have not: a name, a number, a denial, a word of the other sense.

A near-miss shares most of a question's words and answers another one. Rajpurkar, Jia and Liang ("Know What You Don't
Know", ACL 2018, table 2) list how: negation, an antonym, an exchanged name or number, a condition that nothing meets.
Each is looked for by itself, so that a refusal can be explained; rag/find/answerability.py weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.names.descriptions import is_person_noun
from index.text.countries import is_country, unified
from index.text.expressions import expression
from index.text.negation import DENIAL, NEGATION
from index.text.numbers import Number, numbers, roman
from index.text.stems import STOPWORDS, content_words, words
from index.text.word_lists import given_names
from rag.find.antonyms import opposed
from rag.find.terms import Term
from rag.records import Mismatch
from rag.understand.answer_type import gives

CAPITALISED = r"[^\W\d_a-zа-яёіїєґў][\w’'-]+"
_NAME = expression(rf"(?<=\s){CAPITALISED}")
_SMALL = expression(r"\b[a-z]{4,}\b")
_WORD_BEFORE = expression(r"\b([^\W\d_]+) $")
_HOW_MANY = expression(r"\bhow (?:many|much)\b", re.IGNORECASE)
_NAME_OF = expression(
    r"\b(?:what|which) (?:is|was|are|were) the (?:\w+ )?names? of (?P<whom>[^?]{1,100})", re.IGNORECASE
)
_CAPITALISED = expression(rf"\b{CAPITALISED}")
_WHY_NOT = expression(
    rf"\W*(?:(?:and|but|so) )?(?:why|what stopped|what kept)\b(?=.*(?:{NEGATION.pattern}))", re.IGNORECASE
)
_WITHIN = expression(r"[\w,;’')][ \n]+$")
_VAGUE = expression(r"\b(?:several|few|many|couple|scores|majority|minority|most|all|every|countless)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Asked:
    """What of a question its evidence may lack."""

    denies: bool
    words: list[str]
    counts: list[Number]
    names: list[frozenset[str]]
    """The stems of each name."""


@lru_cache(maxsize=64)
def _asked(question: str) -> _Asked:
    """Return what of a question its evidence may lack, read once for all the evidence of the question."""
    return _Asked(
        denies=_denies(question),
        words=content_words(unified(question)),
        counts=_counts(question),
        names=[frozenset(content_words(unified(each))) for each in _names(question)],
    )


def mismatch(question: str, terms: Sequence[Term], evidence: str, around: str) -> Mismatch:
    """Return what the question has and its evidence has not.

    `around` is the text near the evidence with the document's title, in which a name or a number may stand.
    """
    asked, stems = _asked(question), frozenset(words(unified(evidence)))
    return Mismatch(
        denial=float(asked.denies and not DENIAL.search(evidence)),
        opposite=float(bool(opposed(asked.words, stems))),
        number=float(not _all_counted(asked.counts, question, around)),
        quantity=float(_lacks_quantity(question, evidence) or _lacks_name(question, evidence)),
        name=float(not _all_named(asked.names, terms, around)),
    )


def _names(question: str) -> list[str]:
    """Return the names of a question; those of lands in small letters too: "its view of taiwan"."""
    return [*_NAME.findall(question), *(each for each in _SMALL.findall(question) if is_country(each))]


def _denies(question: str) -> bool:
    """Return whether a question has a denial that its answer has too: why something was not done needs none."""
    return bool(DENIAL.search(question)) and not _WHY_NOT.match(question)


def _counts(question: str) -> list[Number]:
    """Return the numbers of a question that it gives in figures."""
    return [each for each in numbers(question) if not each.worded and each.kind in {"cardinal", "percent"}]


def _all_counted(counts: Sequence[Number], question: str, text: str) -> bool:
    """Return whether each number stands in a text in figures, in words, or after the same word as a Roman one."""
    values = {each.value for each in numbers(text)} if counts else set()
    return all(each.value in values or _as_roman(each, question, text) for each in counts)


def _as_roman(number: Number, question: str, text: str) -> bool:
    before = _WORD_BEFORE.search(question[: number.start])
    figure = roman(int(number.value)) if before and number.value.denominator == 1 else None
    return bool(before and figure and re.search(rf"\b{before[1]} {figure}\b", text))


def _lacks_quantity(question: str, evidence: str) -> bool:
    return bool(_HOW_MANY.search(question)) and not _quantified(evidence, frozenset(words(question)))


def _lacks_name(question: str, evidence: str) -> bool:
    """Return whether a question for somebody's name has evidence in which nobody else is named."""
    asked = _NAME_OF.search(question)
    if asked is None or not any(each.islower() and is_person_noun(each) for each in re.findall(r"\w+", asked["whom"])):
        return False
    known = STOPWORDS | frozenset(words(question))
    found = (each for each in _CAPITALISED.finditer(evidence) if not set(words(each[0])) <= known)
    # What begins a sentence or a quotation has its capital from there, if it is no given name.
    return not any(_WITHIN.search(evidence[: each.start()]) or each[0].lower() in given_names() for each in found)


def _quantified(evidence: str, known: frozenset[str]) -> bool:
    return bool(_VAGUE.search(evidence)) or gives("number", evidence, known) > 0


def _all_named(names: Sequence[frozenset[str]], terms: Sequence[Term], around: str) -> bool:
    """Return whether each name stands near in any spelling; what is no term of the question is nobody's name."""
    meant = [term for stems in names for term in terms if term.stems & stems]
    near = frozenset(words(unified(around))) if meant else frozenset()
    return all(term.stems & near for term in meant)
