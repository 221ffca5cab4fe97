"""What a question has and the words found for it have not: a name, a number, a denial, a word of the other sense.

A near-miss shares most of a question's words and answers another one. Rajpurkar, Jia and Liang ("Know What You Don't
Know", ACL 2018, table 2) list how: negation, an antonym, an exchanged name or number, a condition that nothing meets.
Each is looked for by itself, so that a refusal can be explained; rag/sufficiency.py weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.nations import unified
from index.words import content_words, words
from rag.asked import holds
from rag.opposites import opposed
from rag.records import Mismatch
from rag.terms import Term

_DENIES = re.compile(
    r"\b(?:not|never|no|none|neither|nor|without|nobody|nothing|except|cannot|hardly|fail\w*|refus\w+|lack\w*"
    r"|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=\s)[^\W\d_a-zа-яёіїєґў][\w’'-]+")
_NUMBER = re.compile(r"(?:\b([^\W\d_]+) )?\b(\d(?:[\d,.]*\d)?)\b")
"""A number with the word before it."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:several|few|many|couple|scores|majority|minority|most|all|every|countless)\b", re.IGNORECASE)
_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ROMAN = "- I II III IV V VI VII VIII IX X XI XII".split()


def mismatch(question: str, terms: Sequence[Term], evidence: str, around: str) -> Mismatch:
    """Return what the question has and its evidence has not.

    `around` is the text near the evidence with the document's title, in which a name or a number may stand.
    """
    held, near = frozenset(words(unified(evidence))), frozenset(words(unified(around)))
    return Mismatch(
        denial=float(bool(_DENIES.search(question)) and not _DENIES.search(evidence)),
        opposite=float(bool(opposed(content_words(unified(question)), held))),
        number=float(any(not _counted(before, each, around) for before, each in _NUMBER.findall(question))),
        quantity=float(bool(_HOW_MANY.search(question)) and not _quantified(evidence, frozenset(words(question)))),
        name=float(any(not _named(each, terms, near) for each in _NAME.findall(question))),
    )


def _counted(before: str, number: str, text: str) -> bool:
    """Return whether a number stands in a text in figures, in words, or after the same word as a Roman one."""
    plain = _THOUSANDS.sub("", number)
    if re.search(rf"(?<![\d.,]){re.escape(plain)}(?!\d)", _THOUSANDS.sub("", text)):
        return True
    if not plain.isdigit() or int(plain) >= len(_COUNTS):
        return False
    if re.search(rf"\b{_COUNTS[int(plain)]}\b", text, re.IGNORECASE):
        return True
    return bool(before) and re.search(rf"\b{before} {_ROMAN[int(plain)]}\b", text) is not None


def _quantified(evidence: str, known: frozenset[str]) -> bool:
    return bool(_VAGUE.search(evidence)) or holds("number", evidence, known) > 0


def _named(name: str, terms: Sequence[Term], near: frozenset[str]) -> bool:
    """Return whether a name stands near in any spelling; what is no term of the question is nobody's name."""
    stems = set(content_words(unified(name)))
    meant = [term for term in terms if term.stems & stems]
    return all(term.stems & near for term in meant)
