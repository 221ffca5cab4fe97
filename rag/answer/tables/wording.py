"""The words by which a question asks something of a table: the most, how many, the latest, a comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from index.text.expressions import expression
from index.text.stems import content_words, stem
from rag.find.lemmas import same_family

MOST = expression(
    r"\b(?:the )?(?:most (?:expensive|costly)|most|highest|largest|biggest|greatest|maximum|longest|best|top|oldest"
    r"|tallest|dearest|priciest)\b",
    re.I,
)
LEAST = expression(
    r"\b(?:the )?(?:least expensive|fewest|least|lowest|smallest|minimum|shortest|worst|youngest|cheapest)\b", re.I
)
COUNTED = expression(r"\b(?:most(?! (?:expensive|costly))|fewest|least(?! expensive))\b", re.I)
SUM = expression(r"\b(?:total|altogether|in all|sum|combined|taken together|overall|put together|all told)\b", re.I)
HOW_MANY = expression(r"\bhow (?:many|much)\b|\bnumber of\b|\bhow often\b", re.I)
AVERAGE = expression(r"\b(?:averages?|averaged|mean|on average)\b", re.I)
MEANS = frozenset(content_words("average averages averaged mean"))
NOT = expression(
    r"\b(?:not|never|without|except|excluding|other than|apart from|outside|besides|neither|nor"
    r"|no(?! (?:more|fewer|less|later|earlier) than))\b|n['’]t\b",
    re.I,
)
"""What leaves rows out, which are not read."""
TIMES = expression(r"\bhow many times\b|\bhow often\b|\bhow many (?:rows|entries|records|lines)\b", re.I)
WHICH = expression(
    r"^\W*(?:and |so |in |on |at |of |for |by |from |to )?(?:the \w+ )?(?:which|what|who|whose|where|when|how)\b", re.I
)
WHETHER = expression(r"^\W*(?:and |so )?(?:did|does|do|is|are|was|were|has|have|had)\b", re.I)
WHY = expression(r"\b(?:why|how come|what for|reasons?)\b", re.I)
_WITHIN = expression(r"\b(?:between (?P<low>\d[\d,.]*) and|from (?P<least>\d[\d,.]*) to) (?P<high>\d[\d,.]*)", re.I)
_YEAR = expression(r"(?:1[5-9]|20)\d\d")
_COMPARED = expression(
    r"\b(?:(?P<more>more than|greater than|higher than|over|above|exceed(?:s|ed|ing)?)|(?P<least>at least)"
    r"|(?P<less>(?:fewer|less|lower) than|under|below)|(?P<most>at most|no more than|up to)) "
    r"(?P<number>[$€£]?\d[\d,.]*)",
    re.I,
)
_OVER = (
    r"leads?|led|leading|is ahead of|(?:is |was |were |be |been )?ahead of|beats?|beat|tops?|topped|outscores?"
    r"|outscored|overtakes?|overtook|exceeds?|exceeded|(?:is |was |were )?(?:above|over|higher than|more than"
    r"|greater than)"
)
_UNDER = r"trails?|trailed|(?:is |was |were |lies |lay )?(?:behind|below|under|lower than|less than|fewer than)"
_VERSUS = expression(rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\b", re.I)
_FOLLOWED = expression(
    r"\b(?P<with>follow(?:s|ed|ing)?|toe[ds]?|stick with|stuck (?:with|to)|stick to|vote[ds]? (?:with|like)"
    r"|sid(?:e|ed) with|go(?:es)? along with|went along with|the same as|in line with)\b"
    r"|\b(?P<against>def(?:y|ies|ied)|rebel(?:s|led)? against|break(?:s)? (?:ranks )?(?:with|from)|broke (?:ranks )?"
    r"(?:with|from)|go(?:es)? against|went against|vote[ds]? against|differ(?:s|ed)? from|depart(?:s|ed)? from) "
    r"(?=(?:her|his|their|the|its)\b)",
    re.I,
)
_LINE = expression(r"\b(?:ranks|(?<=party )line)\b", re.I)
LAST = expression(
    r"\b(?:the )?(?:latest|most recent|newest|last)(?! (?:week|month|year|night|summer|winter|spring|autumn|decade))\b",
    re.I,
)
FIRST = expression(r"\b(?:for the first time|(?:the )?(?:very )?first|(?:the )?earliest)\b", re.I)
CHANGE = expression(
    r"\b(?:how (?:much|many|far)\b(?: [\w'’-]+){0,3}? (?:did|does|do|has|have|had|is|was|were)|by how much)\b"
    r".{0,120}\b(?:(?:gone|went|go|goes|moved|crept) (?:up|down)|ris(?:en|e|es)|rose"
    r"|fall(?:en|s)?|fell|increas(?:e|ed|es)|drop(?:ped|s)?|chang(?:e|ed|es)|grow(?:n|s)?|grew|decreas(?:e|ed|es)"
    r"|climb(?:ed|s)?)\b"
    r"|\b(?:increase|rise|change|fall|drop|decrease|growth)s? (?:in|of)\b"
    r"|\bhow (?:has|have|did|had|do|does)\b.{0,120}\b(?:chang(?:e|ed)|develop(?:ed)?|move[d]?|gr[eo]wn?|risen|rise"
    r"|fallen|fall|increased?|decreased?)\b(?!.*\bcompare)",
    re.I,
)
MOVED = frozenset(
    content_words(
        """gone went go goes moved move crept risen rise rises rose fallen fall falls fell increase increased increases
        drop dropped drops change changed changes grow grown grows grew decrease decreased decreases climb climbed
        climbs develop developed growth"""
    )
)
_COMPARATIVE = expression(
    r"\b(?:higher|lower|cheaper|dearer|larger|bigger|smaller|longer|shorter|older|younger|greater)\b"
    r"(?=\W*$| (?:than|in|at|on|of|for|or|is|was|were|price|prices|number|numbers|the)\b)",
    re.I,
)
"""What compares; "Lower Fell" names a place."""
MORE = expression(
    r"\b(?:more|fewer|less|higher|lower|cheaper|dearer|larger|bigger|smaller|longer|shorter|older|younger|difference"
    r"|compare[ds]?|comparison|greater)\b",
    re.I,
)
DIFFERENCE = expression(r"\b(?:difference|compare[ds]?|comparison|more|less|fewer)\b", re.I)
IS_MORE = expression(r"\b(?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|cheaper|dearer)\b", re.I)
COMPARE = expression(r"^\W*(?:please )?(?:compare|contrast)\b", re.I)
_RANKED = expression(
    r"\b(?:who|which|what)\b.{0,60}\b(?:(?P<first>won|winner|(?:came|finished|was|placed) first)"
    r"|(?:came|finished|was|placed) (?P<rank>second|third|fourth|fifth))\b",
    re.I,
)
_ENTRY = expression(r"\b(?:table|list|log|sheet|file|row|entry|record|recorded|entered|logged|listed|timeline)\b", re.I)
_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_EXTREME = (
    r"(?:most|highest|largest|biggest|greatest|longest|best|oldest|tallest|dearest|priciest|fewest|least|lowest|smallest"
    r"|shortest|worst|youngest|cheapest)"
)
_PLACE = expression(rf"\b(?P<place>{'|'.join(_RANKS)})[- ](?={_EXTREME}\b)", re.I)
_FEW = expression(
    rf"\b(?:top (?P<top>{'|'.join(_NUMBERS)})\b|(?P<few>{'|'.join(_NUMBERS)})"
    rf" (?=(?:\w+ ){{0,4}}(?:the )?{_EXTREME}\b))",
    re.I,
)
RHYTHMS: dict[int, frozenset[str]] = {
    1: frozenset(content_words("annual annually yearly")),
    2: frozenset(content_words("monthly")),
    3: frozenset(content_words("daily")),
}
"""What tells of a number that it is a year's, a month's or a day's."""
_ALIKE = tuple(
    frozenset(map(stem, each.split()))
    for each in (
        "increase increased rise rises growth",
        "decrease fall drop decline",
        "annual yearly",
        "mean average",
        "rain rainfall",
    )
)
"""Words that mean the same as the name of a column; in running text they may not."""


_OF_RAIN = expression(r"(?<=\brain|\bsnow) (?:fell|has fallen|had fallen)\b", re.I)
"""What rain does, which is no change of it."""


def alike(word: str) -> frozenset[str]:
    """Return the stems that mean the same as a stem in the name of a column."""
    return same_family(word).union(*(each for each in _ALIKE if word in each))


ASKING = frozenset(
    content_words(
        """how many much which what who whose where when number count total altogether all sum combined together overall
        told put most fewest least highest lowest largest smallest biggest greatest maximum minimum best worst top more
        less fewer than over under above below exceed exceeds exceeded exceeding up
        have has had is are was were there be list listed table row rows column record recorded records report reported
        according file sheet data show shows carry carried name named get got reach reached see saw seen count counted
        value note noted make made give given stand stood register registered log logged enter entry entries amount
        cost costs price priced pay paid charge charged pack packet bag bottle loaf tin box people person persons alone
        actually really exactly start starting begin beginning week month year day time times come came up far
        score scored earn earned receive received fetch fetched
        thing things happen happened find found item itself tell told say says figure figures level own between
        compare compared compares comparison difference differ yet did does do was vote voted law bill act motion
        """
    )
)


@dataclass(frozen=True)
class Signs:
    """What a question's words ask of a table, and the rest of its words."""

    rest: str
    compared: re.Match[str] | None = None
    within: tuple[str, str] | None = None
    """Two numbers between which those of a row must be."""
    place: int = 1
    few: int = 1
    versus: Literal["over", "under"] | None = None
    followed: Literal["with", "against"] | None = None
    rank: int | None = None
    moves: bool = False

    @property
    def asking(self) -> frozenset[str]:
        """Return the words that ask and name nothing."""
        return ASKING | MOVED if self.moves else ASKING

    def is_of_whole(self, question: str) -> bool:
        """Return whether a question asks of all rows and names none: who won, what the first entry is."""
        return self.rank is not None or (
            _ENTRY.search(question) is not None and bool(FIRST.search(question)) != bool(LAST.search(question))
        )

    @classmethod
    def of(cls, question: str) -> Signs:
        """Return what the words of a question ask for."""
        question = _OF_RAIN.sub("", question)
        if found := _COMPARED.search(question):
            return cls(_without(question, found), compared=found)
        if (found := _WITHIN.search(question)) and not _YEAR.fullmatch(found["high"].rstrip(".,")):
            return cls(_without(question, found), within=(found["low"] or found["least"], found["high"].rstrip(".,")))
        place, few = _PLACE.search(question), _FEW.search(question)
        signs = cls._of_rest(_without(_without(question, place), few if not place else None), question)
        number = _NUMBERS[(few["top"] or few["few"]).lower()] if few and not place else 1
        return replace(signs, place=_RANKS[place["place"].lower()] if place else 1, few=number)

    @classmethod
    def _of_rest(cls, rest: str, question: str) -> Signs:
        for each in (FIRST, LAST, SUM, MOST, LEAST, _COMPARATIVE):
            rest = each.sub(" ", rest)
        if found := _FOLLOWED.search(question):
            bare = _LINE.sub(" ", _FOLLOWED.sub(" ", rest))
            return cls(bare, followed="with" if found["with"] else "against")
        if found := _RANKED.search(question):
            rank = 1 if found["first"] else _RANKS[found["rank"].lower()]
            return cls(
                re.sub(r"\b(?:won|winner|came|finished|placed|second|third|fourth|fifth)\b", " ", rest), rank=rank
            )
        if found := _VERSUS.search(question):
            return cls(_VERSUS.sub(" ", rest), versus="over" if found["over"] else "under")
        return cls(rest, moves=CHANGE.search(question) is not None)


def _without(question: str, found: re.Match[str] | None) -> str:
    if found is None:
        return question
    return f"{question[: found.start()]} {question[found.end() :]}"
