"""What a text shows of its words: which it has in small letters, its language, how often a word stands in it."""

from __future__ import annotations

import re
from functools import cached_property

from index.cues.word_classes import is_small_given_name
from index.names.descriptions import singular
from index.names.titles import SMALL_WORD
from index.names.writing import is_german, is_slavic, names_have_capitals
from index.text.expressions import expression
from index.text.word_lists import given_names, person_nouns

_BESIDE_A_NAME = r"\b(?:in|at|from|near|by|against|v|vs|with) "
_INNER_CAPITAL = expression(r"(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van)[A-Z][a-z]+[A-Z]")
_STORM_OR_SHIP = expression(
    r"(?:(?:[Tt]he )?(?:[Hh]urricane|[Tt]yphoon|[Cc]yclone|[Tt]ropical (?:[Ss]torm|[Dd]epression)|Storm)"
    r"|USS|USNS|HMS|HMCS|HMAS|MV|RMS|RRS|RV)[ ](?P<name>[A-Z][\w’-]*(?:[ ][A-Z][\w’-]+)?)"
)
_OF_A_FIRM = (
    r"(?: (?:[A-Z][\w’'-]*[ ]){0,3}(?:LLP|LLC|PLLC|Inc|Group|Partners|Associates|Marketing|Research|Polling|Analytics"
    r"|Insights|Strategies|(?:law )?firm|co-?founder|founder|partner|attorneys?|lawyers?|pollsters?|polls?|surveys?"
    r"|researchers?|spokes(?:man|woman|person))\b| & )"
)
"""What follows the name of a firm and no person's: "the Hale Berrow law firm", "a Gravit poll"."""


class TextWords:
    """The words of one text; each question is answered once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def is_slavic(self) -> bool:
        """Whether the text is in a language where an office's place stands before the name in the genitive."""
        return is_slavic(self.text)

    @cached_property
    def is_german(self) -> bool:
        """Whether the text is in German, where all nouns have capitals and an office stands before a name as one."""
        return is_german(self.text)

    @cached_property
    def in_small_letters(self) -> frozenset[str]:
        """The words that the text has in small letters."""
        return frozenset(SMALL_WORD.findall(self.text))

    @cached_property
    def has_small_names(self) -> bool:
        """Whether the text has names in small letters."""
        return not names_have_capitals(self.text)

    @cached_property
    def _storms_and_ships(self) -> frozenset[str]:
        return frozenset(match["name"] for match in _STORM_OR_SHIP.finditer(self.text))

    def is_storm_or_ship(self, name: str) -> bool:
        """Return whether the text calls a storm or a ship so: "Tropical Storm Ian", or "Ian" in a text that has one."""
        return name in self._storms_and_ships or _STORM_OR_SHIP.match(name) is not None

    def is_of_a_firm(self, name: str) -> bool:
        """Return whether the text shows that a name is a firm's: by what follows it, or a capital within its word."""
        if _INNER_CAPITAL.match(name):
            return True
        return re.search(rf"(?<![\w’'-]){re.escape(name)}{_OF_A_FIRM}", self.text) is not None

    def is_named(self, word: str) -> bool:
        """Return whether the text has a word with its capital as a name within its sentences: "at Reading"."""
        return re.search(rf"{_BESIDE_A_NAME}{re.escape(word)}\b|\b{re.escape(word)}[’']s ", self.text) is not None

    def full_name_in_small_letters(self, surname: str, gender: str | None) -> str | None:
        """Return the one given name of a gender that the text sets before a surname, with it, else None."""
        lower = surname.lower()
        if not lower.isalpha() or {lower, singular(lower)} & person_nouns() or lower in given_names():
            return None
        # "Richard and angela tarn": a name that begins a sentence has its capital there too.
        pattern = rf"(?<![\w’'-])(?:([A-Za-z][a-z]+) and )?([A-Za-z][a-z]+) {re.escape(lower)}(?![\w-])"
        before = {each.lower() for match in re.finditer(pattern, self.text) for each in match.groups() if each}
        given = {each for each in before if is_small_given_name(each) and gender in {given_names()[each], None}}
        return f"{given.pop()} {lower}" if len(given) == 1 else None

    def count(self, word: str) -> int:
        """Return how often a word stands in the text."""
        return len(re.findall(rf"\b{re.escape(word)}\b", self.text))
