"""Parts of a question in another language -> how English says them: who speaks, an office, a topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from index.names.titles import role_key
from index.text.countries import country
from index.text.expressions import expression
from rag.understand.languages.words import Word, is_verb

PREPOSITIONS = frozenset("ABOUT AFTER AGAINST BECAUSE BEFORE BETWEEN BY FOR FROM IN TO WITH WITHOUT THAT COMMA".split())
_PLURAL = expression(r"(?:ах|ях|ам|ям|ами|ями|ох|ів|ов|ów|ach|om|ami)$|^[A-ZÄÖÜ].*(?:en|ern)$")
"""How nouns end in the plural; German adjectives, which end so too, have no capital."""
_UNCOUNTED = frozenset(
    """aid peace war security money information evidence energy water food gas oil trade immigration migration weather
    education health police music climate poverty freedom justice inflation corruption electricity violence""".split()
)
_IRREGULAR = ("s", "y", "h", "ed", "children", "people")
_LONGEST_TITLE = 4
"""So many words stand before a name at most."""


@dataclass(frozen=True)
class Sentence:
    """The words of a question that matter, with how names and offices are written in English."""

    words: tuple[Word, ...]
    name: Callable[[Sequence[Word]], str]
    bearer: Callable[[Sequence[Word], str], str]
    """Return who holds an office that the words name, whose English is given: a name, or the English."""
    days: str = ""
    topic: list[Word] = field(default_factory=list)
    """Is filled with the words that were read as the topic, with what introduces them."""

    def has(self, *tags: str) -> bool:
        """Return whether a word of one of these tags stands in it."""
        return any(each.tag in tags for each in self.words)

    @property
    def verb(self) -> Word | None:
        """Return the verb of saying, or of what is done by saying."""
        return next(filter(is_verb, self.words), None)


def without(words: Sequence[Word], *tags: str) -> list[Word]:
    """Return the words that are not of these tags."""
    return [each for each in words if each.tag not in tags]


def parted(words: Sequence[Word], at: Collection[str]) -> tuple[list[Word], list[Word]]:
    """Return the words before the first of some tags, and from there on."""
    place = next((n for n, each in enumerate(words) if each.tag in at), len(words))
    return list(words[:place]), list(words[place:])


def clause(words: Sequence[Word], sentence: Sentence) -> tuple[str, str, list[Word]]:
    """Return who speaks, the words before a preposition that are neither that nor the verb, and the rest."""
    verb = next((n for n, each in enumerate(words) if is_verb(each)), len(words))
    bare = without([*words[:verb], *words[verb + 1 :]], "FIRST", "LAST", "ALSO")
    while bare and bare[0].tag == "COMMA":
        bare.pop(0)
    lead, tail = parted(bare, PREPOSITIONS)
    if tail and not lead:
        return _behind(tail, sentence)
    ahead = lead[:verb] if verb < len(words) else []
    if len(ahead) < len(lead) and _is_somebody(ahead):
        return person(ahead, sentence), phrase(lead[len(ahead) :], sentence), tail
    who, rest = subject(lead, sentence)
    return who, phrase(rest, sentence), tail


def _is_somebody(words: Sequence[Word]) -> bool:
    return any(each.is_name for each in words) or _is_office(words)


def _behind(tail: list[Word], sentence: Sentence) -> tuple[str, str, list[Word]]:
    """Return who speaks where the topic stands before ("about what did Tell speak"): the name right behind it."""
    if tail[0].tag != "ABOUT" or len(tail) < 2 or not tail[1].is_name:
        return "", "", tail
    who, rest = subject(tail[1:], sentence)
    told, left = parted(rest, PREPOSITIONS)
    return who, phrase(told, sentence), left


def subject(words: Sequence[Word], sentence: Sentence) -> tuple[str, list[Word]]:
    """Return who is meant by the first words, and the words behind: a name with its title, an office, a country."""
    first = next((n for n, each in enumerate(words) if each.is_name), None)
    if first is not None and first <= _LONGEST_TITLE and all(each.tag == "WORD" for each in words[:first]):
        end = first
        while end < len(words) and (words[end].is_name or _joins_names(words, end)):
            end += 1
        return person(words[:end], sentence), list(words[end:])
    if _is_office(words):
        return phrase(words, sentence), []
    if words and words[0].tag == "WORD" and country(words[0].english):
        return phrase(words[:1], sentence), list(words[1:])
    return "", list(words)


def _joins_names(words: Sequence[Word], at: int) -> bool:
    return words[at].tag == "AND" and at + 1 < len(words) and words[at + 1].is_name


def person(words: Sequence[Word], sentence: Sentence) -> str:
    """Return who is meant: of a title in small letters and a name the name alone."""
    first = next((n for n, each in enumerate(words) if each.is_name), 0)
    titled = all(each.tag == "WORD" and each.text[0].islower() for each in words[:first])
    return phrase(words[first:] if titled else words, sentence)


def about(tail: Sequence[Word], sentence: Sentence) -> str:
    """Return the rest of a question with its preposition, and remember it as the topic."""
    words = list(tail)
    while words and words[-1].tag in (*PREPOSITIONS, "AND"):
        words.pop()
    while len(words) > 1 and words[0].tag == "COMMA":
        words.pop(0)
    if not words:
        return ""
    sentence.topic[:] = words
    return f" {_worded(words, sentence)}"


def on(tail: Sequence[Word], sentence: Sentence) -> str:
    """Return the rest of a question behind "on", whatever introduces it."""
    bare = re.sub(r"^ (?:about|to|in|for|with|against|on) ", " ", about(tail, sentence))
    return f" on{bare}" if bare else ""


def after(words: Sequence[Word], sentence: Sentence) -> str:
    """Return words in English with a space before them, or nothing."""
    text = phrase(words, sentence)
    return f" {text}" if text else ""


def phrase(words: Sequence[Word], sentence: Sentence) -> str:
    """Return words in English: names as the documents have them, an office with its land, the rest word by word."""
    if office := _office_of(words):
        return sentence.bearer(words, office)
    return _worded(words, sentence)


def _worded(words: Sequence[Word], sentence: Sentence) -> str:
    pieces: list[str] = []
    for is_name, group in groupby(words, lambda each: each.is_name):
        several = list(group)
        pieces += [sentence.name(several)] if is_name else [_glossed(each) for each in several]
    return " ".join(filter(None, pieces)).replace(" ,", ",")


def _glossed(word: Word) -> str:
    if word.tag == "COMMA":
        return word.text if word.text == "," else ""
    if word.tag == "QUOTED":
        return f"“{word.text[1:-1]}”"
    is_plural = word.tag == "WORD" and word.english != word.text and _PLURAL.search(word.text)
    return plural(word.english) if is_plural and " " not in word.english else word.english


def plural(text: str) -> str:
    """Return a noun in the plural, where that is made with an "s" and the noun has one."""
    return text if text in _UNCOUNTED or text.endswith(_IRREGULAR) else f"{text}s"


def _is_office(words: Sequence[Word]) -> bool:
    return bool(words) and all(each.tag == "WORD" for each in words) and any(map(_names_office, words))


def _names_office(word: Word) -> bool:
    return word.tag == "WORD" and bool(role_key(word.english) or role_key(f"the {word.english}"))


def _office_of(words: Sequence[Word]) -> str:
    """Return an office as English says it: "the president of Belarus", "the Polish foreign minister"."""
    if not words or any(each.tag != "WORD" for each in words):
        return ""
    at = next((n for n, each in enumerate(words) if _names_office(each)), None)
    if at is None:
        return ""
    before = " ".join(each.english for each in words[: at + 1])
    of = " ".join(each.english for each in words[at + 1 :])
    return f"the {before}{f' of {of}' if of else ''}"
